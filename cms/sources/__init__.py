"""References that pages cite."""
