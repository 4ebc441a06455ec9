"""Router generation: what is read, what is written, and what is left alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.codegen import ensure_current

IMPORTS = """
from typing import TYPE_CHECKING, TypeAlias
from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter
"""
ONE_ROUTER = (
    IMPORTS
    + """
if TYPE_CHECKING:
    BarWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
"""
)
SPELLINGS = '''
"""A docstring: DocWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]"""
import typing as t
from typing import TYPE_CHECKING, TypeAlias, TypeAlias as Alias

import trading_api.models.market
import trading_api.models.broker.orders as orders
from trading_api.models import broker as b
from trading_api.models.market import Bar as MarketBar, BarsSubscriptionRequest
from trading_api.shared.ws import generic_route
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.generic_route import WsRouter as Router

Symbols: TypeAlias = dict[str, int]
# CommentedWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, MarketBar]
TopWsRouter: Alias = Router[BarsSubscriptionRequest, MarketBar]
if t.TYPE_CHECKING:
    LongWsRouter: TypeAlias = WsRouter[
        # a comment
        trading_api.models.market.QuoteDataRequest,
        trading_api.models.market.QuoteData,
    ]
    OrderWsRouter: t.TypeAlias = generic_route.WsRouter[b.OrderSubscriptionRequest, orders.Side]
    QuotedWsRouter: "TypeAlias" = "WsRouter[BarsSubscriptionRequest, MarketBar]"
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    folder = tmp_path / "modules" / "prices"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "__init__.py").touch()
    return folder


def _generate(module: Path, source: str) -> dict[str, str]:
    (module / "ws.py").write_text(source, encoding="utf-8")
    ensure_current(module.parent)
    return {path.name: path.read_text() for path in (module / "ws_generated").glob("*.py")}


def _class_line(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("class "))


def test_router_pins_its_models_and_imports_only_them(module):
    files = _generate(module, ONE_ROUTER)

    assert files["bar_ws_router.py"].partition("\n\n")[2] == (
        "from trading_api.models.market import Bar, BarsSubscriptionRequest\n"
        "from trading_api.shared.ws.generic_route import WsRouter\n\n\n"
        "class BarWsRouter(WsRouter[BarsSubscriptionRequest, Bar]):\n"
        "    request_model = BarsSubscriptionRequest\n"
        "    update_model = Bar\n"
    )


def test_every_spelling_is_found_and_look_alikes_are_not(module):
    files = _generate(module, SPELLINGS)

    assert {name: _class_line(text) for name, text in files.items() if name != "__init__.py"} == {
        "top_ws_router.py": "class TopWsRouter(WsRouter[BarsSubscriptionRequest, Bar]):",
        "long_ws_router.py": "class LongWsRouter(WsRouter[QuoteDataRequest, QuoteData]):",
        "order_ws_router.py": "class OrderWsRouter(WsRouter[OrderSubscriptionRequest, Side]):",
        "quoted_ws_router.py": "class QuotedWsRouter(WsRouter[BarsSubscriptionRequest, Bar]):",
    }
    exported = '["LongWsRouter", "OrderWsRouter", "QuotedWsRouter", "TopWsRouter"]'
    assert files["__init__.py"].endswith(f"__all__ = {exported}\n")


def test_relative_imports_become_absolute(module):
    source = ONE_ROUTER.replace("trading_api.models.market", ".models")
    files = _generate(module, source.replace("trading_api.shared.ws.", "..shared."))

    assert "from modules.prices.models import Bar, Bars" in files["bar_ws_router.py"]
    assert "from modules.shared.generic_route import WsRouter\n" in files["bar_ws_router.py"]


@pytest.mark.parametrize("length", [2, 5, 8, 9, 10, 11, 12, 16, 20, 24, 28, 32])
def test_written_as_the_formatter_would(module, length):
    names = [letter * length for letter in ("Aa", "Bb", "Cc")]
    source = IMPORTS + "".join(
        f"\nfrom trading_api.models import {name}Request, {name}\n"
        f"{name}WsRouter: TypeAlias = WsRouter[{name}Request, {name}]\n"
        for name in names
    )
    _generate(module, source)

    for command in (["format", "--diff"], ["check", "--ignore=E501"]):
        tool = [sys.executable, "-m", "ruff", *command, "--config", _settings()]
        tool.append(str(module / "ws_generated"))
        run = subprocess.run(tool, check=False, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


def _settings() -> str:
    return str(Path(__file__).parents[3] / "pyproject.toml")


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ("X: TypeAlias = WsRouter[BarsSubscriptionRequest, Quote]", "X: Quote is not imported"),
        ("X: TypeAlias = WsRouter[market.Request, Bar]", "X: market is not imported"),
        ("X: TypeAlias = WsRouter[BarsSubscriptionRequest]", r"X: expected WsRouter\[Request, Up"),
        ("X: TypeAlias = WsRouter[BarsSubscriptionRequest, list[Bar]]", r"X: .*got list\[Bar\]"),
        ("X: TypeAlias = WsRouter[Own, Bar]\nclass Own: ...", "X: Own is defined in this file"),
        ("import os\nX: TypeAlias = WsRouter[os, Bar]", "X: expected the name of a model"),
        ("import a\nX: TypeAlias = WsRouter[a.Bar, Bar]", "X: two different models are called Bar"),
        ("X: TypeAlias = WsRouter[", "was never closed"),
    ],
)
def test_error_names_file_line_and_what_is_missing(module, lines, error):
    line = 1 + next(i for i, text in enumerate(lines.splitlines()) if text.startswith("X:"))
    with pytest.raises(ConfigurationError, match=rf"prices/ws\.py:{line + 4}: .*{error}"):
        _generate(module, IMPORTS + lines)


def test_missing_router_import_is_named(module):
    source = ONE_ROUTER.replace("import WsRouter", "import Other")
    with pytest.raises(ConfigurationError, match=r"ws\.py:7: BarWsRouter: WsRouter is not import"):
        _generate(module, source)


@pytest.mark.parametrize(
    ("second", "error"),
    [("BarWsRouter", "declared 2 times"), ("BarWSRouter", "share the file bar_ws_router.py")],
)
def test_two_routers_of_one_name_are_refused(module, second, error):
    source = f"{ONE_ROUTER}    {second}: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]\n"
    with pytest.raises(ConfigurationError, match=error):
        _generate(module, source)
