"""The border: what a source sends is judged before anybody sees it."""

from .refused_data import Fault, RefusedData
from .sound_provider import SoundProvider
from .soundness import bar_fault, instrument_fault, shown, tick_fault
from .source_readers import SourceReaders

__all__ = [
    "Fault",
    "RefusedData",
    "SoundProvider",
    "SourceReaders",
    "bar_fault",
    "instrument_fault",
    "shown",
    "tick_fault",
]
