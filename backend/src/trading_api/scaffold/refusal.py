"""Why nothing was written."""


class Refused(Exception):
    """Something is in the way; the message names it and the remedy. Nothing was changed."""
