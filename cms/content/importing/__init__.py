"""Brings a document that an editor already has (.docx, .html or .md) into a draft topic page.

The way through, one small module a step:

    read  ->  outline  ->  front, mending, sites  ->  place  ->  words (nothing lost?)  ->  write

Everything before ``write`` is pure: it takes values, returns values and touches no database.
"""
