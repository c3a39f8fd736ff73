"""The read side: the Django project and the public website."""
