"""Accounts of those who write and approve: credentials, conflicts of interest."""
