"""What can be written: page models, metastasis sites, glossary, profiles, blocks, importers."""
