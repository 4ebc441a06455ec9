"""Keeps `modules/*/ws_generated/` equal to what `modules/*/ws.py` declares.

Runs before modules are imported, at every start: it reads with `ast`, compares, and writes only
what differs. Several starters may run at once; a current tree is never touched.
"""

import importlib
import os
import secrets
from pathlib import Path

from trading_api.shared.errors import ConfigurationError

from .aliases import RouterAlias, read_aliases
from .rendering import MARKER, file_name, render_package, render_router

GENERATED = "ws_generated"


def ensure_current(modules_dir: Path, *, check: bool = False) -> list[Path]:
    """Bring the generated routers of all modules up to date.

    Args:
        modules_dir: the folder whose subfolders are modules.
        check: write nothing, only tell what would be.

    Returns:
        The files that were written or removed (with `check`: that would be).

    Raises:
        ConfigurationError: a `ws.py` cannot be understood (file, line, missing import), or a stale
            file cannot be written.
    """
    changed: list[Path] = []
    for module in sorted(modules_dir.iterdir()):
        if (module / "ws.py").is_file() or (module / GENERATED).is_dir():
            changed += bring_up_to_date(module, check=check)
    if changed and not check:
        # The import system remembers folder listings; it must see the new files.
        importlib.invalidate_caches()
    return changed


def bring_up_to_date(module: Path, *, check: bool = False) -> list[Path]:
    """Do for the one module in the folder `module` what `ensure_current` does for all."""
    folder = module / GENERATED
    expected = _expected_files(module / "ws.py")
    # The package file goes last: what it imports is there before it says so.
    order = sorted(expected, key=lambda name: (name == "__init__.py", name))
    outdated = [folder / name for name in order if _text_of(folder / name) != expected[name]]
    leftover = [path for path in _generated_in(folder) if path.name not in expected]
    if not check:
        for path in outdated:
            _refuse_foreign(path)
            _write(path, expected[path.name])
        for path in leftover:
            _remove(path)
    return outdated + leftover


def _expected_files(ws_file: Path) -> dict[str, str]:
    aliases = read_aliases(ws_file) if ws_file.is_file() else []
    if not aliases:
        return {}
    files = {"__init__.py": render_package(aliases)}
    owners: dict[str, RouterAlias] = {}
    for alias in aliases:
        name = file_name(alias)
        if name in owners:
            both = f"{owners[name].name} and {alias.name}"
            raise ConfigurationError(f"{ws_file}: {both} would share the file {name}; rename one")
        owners[name] = alias
        files[name] = render_router(alias)
    return files


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _generated_in(folder: Path) -> list[Path]:
    """Return the files that carry our marker; what others put there is theirs."""
    paths = sorted(folder.glob("*.py")) if folder.is_dir() else []
    return [path for path in paths if (_text_of(path) or "").startswith(MARKER)]


def _refuse_foreign(path: Path) -> None:
    text = _text_of(path)
    if text and not text.startswith(MARKER):
        raise ConfigurationError(f"{path} was not generated; move it, its place is needed")


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        path.parent.mkdir(exist_ok=True)
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, path)
    except OSError as error:
        raise _not_writable(path, error) from error
    finally:
        _discard(temporary)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_writable(path, error) from error


def _discard(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        # Nothing was created where nothing may be written; the write's own error tells why.
        return


def _not_writable(path: Path, error: OSError) -> ConfigurationError:
    remedy = "run `trading-pro routers generate` where it can be written, or install again"
    return ConfigurationError(
        f"{path} is out of date and cannot be written ({error.strerror}); {remedy}"
    )
