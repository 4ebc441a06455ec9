"""How a judgement is named: its rule, then what it judges, as `F1_a_binary_frame_is_refused`."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any


def judgements(room: ModuleType) -> Iterator[tuple[str, str, Any]]:
    """Yield rule, what is judged, and the function of each judgement of a room, in order."""
    for name, function in vars(room).items():
        rule, _, what = name.partition("_")
        if rule[:1].isupper() and rule[1:].isdigit():
            yield rule, what.replace("_", " "), function
