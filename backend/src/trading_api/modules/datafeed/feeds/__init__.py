"""The feeds that are served: found by name, several of them as one provider."""

from .composite import compose
from .composite_tape import tape_of
from .feed_sources import FEEDS, load_feed

__all__ = ["FEEDS", "compose", "load_feed", "tape_of"]
