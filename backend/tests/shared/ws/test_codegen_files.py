"""Router generation on disk: idempotent, atomic, careful with what it did not write."""

import importlib
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.codegen import ensure_current

NOBODY = 65534
SOURCE = """
from typing import TYPE_CHECKING, TypeAlias
from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter

if TYPE_CHECKING:
    BarWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
    TradeWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
else:
    from .ws_generated import BarWsRouter
"""
WITHOUT_TRADES = SOURCE.replace(
    "    TradeWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]\n", ""
)


@pytest.fixture
def modules() -> Iterator[Path]:
    # Not tmp_path: the read-only cases look at it as another user.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        (Path(folder) / "prices").mkdir()
        (Path(folder) / "prices" / "__init__.py").touch()
        (Path(folder) / "prices" / "ws.py").write_text(SOURCE)
        yield Path(folder)


@contextmanager
def _read_only(modules: Path) -> Iterator[None]:
    """Take the right to write away, from root too by acting as nobody."""
    folders = [modules, *(path for path in modules.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)
        for folder in folders:
            folder.chmod(0o755)


def _files(modules: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in (modules / "prices" / "ws_generated").iterdir()}


def test_second_run_touches_nothing(modules):
    written = ensure_current(modules)
    before = _files(modules)

    assert sorted(path.name for path in written) == sorted(before)
    assert ensure_current(modules) == []
    assert _files(modules) == before


def test_check_names_what_is_out_of_date_and_writes_nothing(modules):
    outdated = ensure_current(modules, check=True)

    names = ["bar_ws_router.py", "trade_ws_router.py", "__init__.py"]
    assert [path.name for path in outdated] == names
    assert not (modules / "prices" / "ws_generated").exists()


def test_router_that_is_gone_is_removed_and_foreign_files_stay(modules):
    ensure_current(modules)
    own_file = modules / "prices" / "ws_generated" / "notes.py"
    own_file.write_text("HOURS = 24\n")

    (modules / "prices" / "ws.py").write_text(WITHOUT_TRADES)
    ensure_current(modules)

    assert sorted(_files(modules)) == ["__init__.py", "bar_ws_router.py", "notes.py"]


def test_module_without_streams_loses_what_was_generated(modules):
    ensure_current(modules)
    (modules / "prices" / "ws.py").unlink()

    assert len(ensure_current(modules)) == 3
    assert _files(modules) == {}


def test_file_in_the_way_is_not_overwritten(modules):
    folder = modules / "prices" / "ws_generated"
    folder.mkdir()
    (folder / "bar_ws_router.py").write_text("MINE = 1\n")

    with pytest.raises(ConfigurationError, match=r"bar_ws_router\.py was not generated"):
        ensure_current(modules)
    assert (folder / "bar_ws_router.py").read_text() == "MINE = 1\n"


def test_read_only_install_that_is_current_is_silent(modules):
    ensure_current(modules)
    with _read_only(modules):
        assert ensure_current(modules) == []


def test_read_only_install_that_is_stale_names_the_remedy(modules):
    ensure_current(modules)
    (modules / "prices" / "ws.py").write_text(SOURCE.replace("Trade", "Tick"))
    with (
        _read_only(modules),
        pytest.raises(ConfigurationError, match=r"tick_ws_router\.py .*trading-pro routers gen"),
    ):
        ensure_current(modules)


def test_read_only_install_that_holds_too_much_names_the_remedy(modules):
    ensure_current(modules)
    (modules / "prices" / "ws.py").unlink()
    with (
        _read_only(modules),
        pytest.raises(ConfigurationError, match=r"__init__\.py .*trading-pro routers generate"),
    ):
        ensure_current(modules)


def test_several_starters_at_once_leave_one_whole_result(modules):
    ensure_current(modules)
    folder = modules / "prices" / "ws_generated"
    expected = {path.name: path.read_text() for path in folder.iterdir()}

    def start(number: int) -> None:
        (folder / sorted(expected)[number % 3]).unlink(missing_ok=True)
        ensure_current(modules)

    with ThreadPoolExecutor(8) as starters:
        list(starters.map(start, range(200)))
    ensure_current(modules)

    assert {path.name: path.read_text() for path in folder.iterdir()} == expected


def test_generated_router_is_imported_by_the_running_process(modules, monkeypatch):
    monkeypatch.syspath_prepend(str(modules))
    importlib.import_module("prices")

    ensure_current(modules)
    router = importlib.import_module("prices.ws").BarWsRouter

    assert (router.request_model, router.update_model) == (BarsSubscriptionRequest, Bar)
