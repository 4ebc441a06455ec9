"""Which faults nobody outside can see, each with the reason: `excused.toml`."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from mutants.table import Fault, TableError

TABLE = Path(__file__).with_name("excused.toml")


def excuses(faults: Iterable[Fault], table: Path = TABLE) -> dict[str, str]:
    """Return the reason of each excused fault, by the fault's name.

    Raises:
        TableError: an excuse names no fault.
    """
    names = {(fault.rule, fault.what): str(fault) for fault in faults}
    found = {}
    for rule, reasons in tomllib.loads(table.read_text(encoding="utf-8")).items():
        for what, why in reasons.items():
            if (rule, what) not in names:
                raise TableError(f"{table.name}: expected a fault of {rule}, got {what!r}")
            found[names[rule, what]] = why
    return found
