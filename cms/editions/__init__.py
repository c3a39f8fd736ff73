"""What the public may see: snapshots, digests, editions, publications, rendering."""
