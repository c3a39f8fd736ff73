"""From a snapshot to what a template shows: prepared values only, by pure functions that make no query."""
