"""The sample site: text that shows how the system works, checked by no clinician.

The text is data (``references``, ``sites``, ``terms``, ``pages``); the loader carries it
through the same review as any other text, with accounts that are plainly samples.
"""
