"""What happened, for ever: append-only, hash-chained entries."""
