"""Where the repository lies, when the package runs from a checkout."""

from pathlib import Path

import trading_api

from .failure import CommandFailed

PACKAGE = Path(trading_api.__file__).resolve().parent
MODULES = PACKAGE / "modules"


def checkout() -> Path | None:
    """Return the repository's root; None when the package is installed without it."""
    root = PACKAGE.parents[2]
    return root if (root / "contract").is_dir() and (root / "frontend").is_dir() else None


def required_checkout(purpose: str) -> Path:
    """Return the repository's root.

    Raises:
        CommandFailed: there is none; `purpose` says what it was wanted for.
    """
    root = checkout()
    if root is None:
        raise CommandFailed(f"{purpose} needs the source tree: run it in a checkout")
    return root
