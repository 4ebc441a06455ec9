"""What `trading-pro doctor` looks at in the documents; it only reads."""

from functools import partial
from pathlib import Path

from trading_api.shared.counted import counted
from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok
from trading_api.shared.file_copies import CopyRefused

from .copies import verified

TROUBLE = "Layouts, watchlists and settings are not kept"


def document_checks(file: Path) -> list[Check]:
    return [Check(TROUBLE, file.name, partial(_documents, file))]


def _documents(file: Path) -> Finding:
    if not file.is_file():
        return not_checked("nothing has been saved here yet")
    try:
        return ok(f"{counted(verified(file), 'document')}, all verified")
    except CopyRefused as damaged:
        return failed(str(damaged), "bring back a backup with `trading-pro restore FILE`")
