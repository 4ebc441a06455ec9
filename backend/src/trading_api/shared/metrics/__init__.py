"""What the server counts and measures, as Prometheus reads it."""

from .definitions import METRICS, Definition, Kind
from .families import Labelled, gathered, histogram

__all__ = ["METRICS", "Definition", "Kind", "Labelled", "gathered", "histogram"]
