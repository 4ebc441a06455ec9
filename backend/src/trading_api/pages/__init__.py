"""The pages that the server writes itself: readable references of its two documents."""

from .rest import rest_page
from .streams import streams_page

__all__ = ["rest_page", "streams_page"]
