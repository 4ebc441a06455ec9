"""The checklist of the methodology page: between its heading and the next one."""

import re
from pathlib import Path

from trading_api.shared.errors import ConfigurationError

from .report import page_checklist

PAGE = "docs/WEBSOCKET-METHODOLOGY.md"
LIST = re.compile(r"(?<=^## Checklist\n\n)```markdown\n.*?\n```$", re.MULTILINE | re.DOTALL)


def is_current(root: Path) -> bool:
    """Tell whether the page's checklist is the tool's."""
    text = _text(root)
    return text == _with_checklist(text)


def write(root: Path) -> bool:
    """Bring the page's checklist up to date; return whether it was not.

    Raises:
        ConfigurationError: the page has no place for it.
    """
    text = _text(root)
    anew = _with_checklist(text)
    if anew != text:
        (root / PAGE).write_text(anew, encoding="utf-8", newline="\n")
    return anew != text


def _text(root: Path) -> str:
    return (root / PAGE).read_text(encoding="utf-8")


def _with_checklist(text: str) -> str:
    if len(LIST.findall(text)) != 1:
        raise ConfigurationError(
            f"{PAGE}: expected one block of markdown below `## Checklist`, found"
            f" {len(LIST.findall(text))}"
        )
    return LIST.sub(lambda _: page_checklist(), text)
