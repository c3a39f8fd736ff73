"""How a draft becomes an edition."""
