"""Documents of the project's own, in every format that can be brought in.

They are made when a test asks for them, so that their text stands once, in readable form, in ``topic``.
"""
