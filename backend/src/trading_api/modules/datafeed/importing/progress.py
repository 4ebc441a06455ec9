"""How far an import is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class ImportProgress:
    """What is done of a step of an import."""

    step: Literal["survey", "read", "sort", "store"]
    rows: int
    total_rows: int | None
    """None while the file is looked through first."""
    share: float = 0.0
    """How much of the step is done, from 0 to 1."""


Progress = Callable[[ImportProgress], None]
