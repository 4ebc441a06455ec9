"""Modules of other packages: found by their entry point, selected by name, refused by name."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.cli import main
from trading_api.module_sources import find_source, sources
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

WEATHER = Path(__file__).parent / "packages" / "weather" / "src" / "acme_weather"
Install = Callable[..., Path]

# A module that is complete, for tests that take one thing away from it.
WHOLE = """
class Whole:
    name = "storm"
    def __init__(self, settings): self.service = None
    def get_api_routers(self): return []
    def get_ws_routers(self): return []
    def configure_app(self, api_app, ws_app): pass
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a distribution into a folder on the path: its metadata, and a file of code."""
    monkeypatch.syspath_prepend(tmp_path)
    forget()

    def add(distribution: str, offer: str, **code: str) -> Path:
        metadata = tmp_path / f"{distribution.replace('-', '_')}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[trading_pro.modules]\n{offer}\n")
        for name, text in code.items():
            (tmp_path / f"{name}.py").write_text(text)
        return tmp_path

    yield add
    forget()


def forget() -> None:
    """Let the packages of these tests be imported anew."""
    for name in [name for name in sys.modules if name.startswith(("storm", "acme_weather"))]:
        del sys.modules[name]


def refusal(*names: str) -> str:
    with pytest.raises(ConfigurationError) as refused:
        create_app(list(names), settings=Settings())
    return str(refused.value)


def test_an_installed_module_is_served_once_it_is_named(install):
    install("acme-weather", "weather = acme_weather:WeatherModule")

    with TestClient(create_app(["weather"], settings=Settings())) as client:
        asyncapi = client.get("/api/v1/ws/asyncapi.json").json()
        openapi = client.get("/api/v1/openapi.json").json()
        with client.websocket_connect("/api/v1/ws") as socket:
            socket.send_json({"type": "weather.subscribe", "payload": {"station": "harbour"}})
            kinds = [socket.receive_json()["type"] for _ in range(2)]

    assert kinds == ["weather.subscribe.response", "weather.update"]
    assert "strikes.update" in asyncapi["operations"]
    assert "/api/v1/weather/stations" in openapi["paths"]


def test_what_is_not_named_is_not_even_imported(install):
    install("acme-storm", "storm = storm:Whole", storm="raise SystemExit")

    create_app(["broker"], settings=Settings())

    assert "storm" in [point.name for point in sources()]
    assert "storm" not in sys.modules


def test_an_unknown_name_is_refused_with_the_installed_ones(install):
    install("acme-storm", "storm = storm:Whole", storm=WHOLE)

    said = refusal("strom")

    assert said.startswith("unknown module 'strom': expected one of datafeed, broker, ")
    assert said.endswith(", storm")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import no_such_package", "ModuleNotFoundError: No module named 'no_such_package'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("Wholly = 1", "has no attribute 'Whole'"),
        ("Whole = 1", "expected a class that is called with the settings, got a int"),
        ("def Whole(): pass", "cannot be made of the settings (TypeError"),
        ("class Whole:\n  def __init__(self, s): pass", "without get_api_routers, get_ws_routers"),
        (WHOLE.replace("storm", "calm"), "expected its `name` to be 'storm', got 'calm'"),
    ],
)
def test_a_broken_module_is_refused_by_its_distribution(install, code, expected):
    install("acme-storm", "storm = storm:Whole", storm=code)

    said = refusal("storm")

    assert said.startswith("module 'storm' of acme-storm 1.0 (storm:Whole): ")
    assert expected in said


@pytest.mark.parametrize("name", ["storm", "broker"])
def test_a_name_that_two_offer_is_refused_with_both(install, name):
    install("acme-storm", f"{name} = storm:Whole", storm=WHOLE)
    install("other-storm", f"{name} = storm:Whole")

    said = refusal(name)

    assert said.startswith(f"module '{name}': expected one package to offer it, got ")
    assert "acme-storm 1.0 and other-storm 1.0" in said


def test_our_own_modules_do_not_yield_their_names(install):
    install("acme-storm", "datafeed = storm:Whole", storm=WHOLE)

    assert "got Trading Pro itself and acme-storm 1.0" in refusal("datafeed")


def test_stale_routers_are_named_and_nothing_is_written(install):
    folder = install("acme-weather", "weather = acme_weather:WeatherModule") / "acme_weather"
    copytree(WEATHER, folder)
    stale = folder / "ws_generated" / "strike_ws_router.py"
    stale.write_text(stale.read_text() + "# by hand\n")

    said = refusal("weather")

    assert "out of date (strike_ws_router.py)" in said
    assert said.endswith(f"its author runs `trading-pro routers generate {folder}`")
    assert stale.read_text().endswith("# by hand\n")


STREAM = """
from trading_api.shared.ws.testing import RecordingService, ValueWsRouter
class Route(Whole):
    def get_ws_routers(self): return [ValueWsRouter(route="orders", service=RecordingService())]
"""
PATH = """
from fastapi import APIRouter
class Route(Whole):
    def get_api_routers(self):
        router = APIRouter()
        router.add_api_route("{path}", lambda symbol: 1)
        return [router]
"""
MODEL = """
from pydantic import create_model
from trading_api.models.wire import WireModel
from trading_api.shared.ws.testing import RecordingService, ValueWsRouter
class Order(ValueWsRouter):
    update_model = create_model("PlacedOrder", __base__=WireModel, wind=(int, ...))
class Route(Whole):
    def get_ws_routers(self): return [Order(route="gusts", service=RecordingService())]
"""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (STREAM, "two routers serve the route 'orders'"),
        (PATH.format(path="/health"), "GET /api/v1/health is served by the server already"),
        (
            PATH.format(path="/datafeed/resolve/{name}"),
            "GET /api/v1/datafeed/resolve/{} is served by module 'datafeed' already",
        ),
        (MODEL, "PlacedOrder"),
    ],
)
def test_a_route_that_is_taken_is_refused_by_the_module(install, code, expected):
    install("acme-storm", "storm = storm:Route", storm=WHOLE + code)

    said = refusal("datafeed", "broker", "storm")

    assert said.startswith("module 'storm': ")
    assert expected in said


def test_routers_of_a_package_are_generated_where_it_lies(tmp_path, capsys):
    folder = copytree(WEATHER, tmp_path / "acme_weather")
    stale = folder / "ws_generated" / "strike_ws_router.py"
    stale.unlink()

    assert main(["routers", "generate", str(folder), "--check"]) == 1
    assert f"run `trading-pro routers generate {folder}`" in capsys.readouterr().err
    assert main(["routers", "generate", str(folder)]) == 0
    assert "ws_generated/strike_ws_router.py written" in capsys.readouterr().out
    assert (WEATHER / "ws_generated" / stale.name).read_text() == stale.read_text()


def test_a_folder_without_streams_has_no_routers(tmp_path, capsys):
    assert main(["routers", "generate", str(tmp_path)]) == 1
    assert "expected the folder of a module's ws.py" in capsys.readouterr().err


def test_doctor_lists_modules_and_where_they_come_from(install, capsys, tmp_path, monkeypatch):
    install("acme-weather", "weather = acme_weather:WeatherModule")
    install("acme-storm", "storm = storm:Whole", storm=WHOLE)
    monkeypatch.setenv("TP_MODULES", "broker,weather")

    main(["doctor", "--data-dir", str(tmp_path)])

    said = capsys.readouterr().out
    assert "modules: broker (of Trading Pro itself), weather (of acme-weather 1.0)" in said
    assert "not enabled: datafeed (of Trading Pro itself), " in said
    assert ", storm (of acme-storm 1.0)" in said


def test_a_module_in_a_single_file_has_no_routers_to_compare(install):
    install("acme-storm", "storm = storm:Whole", storm=WHOLE)

    assert find_source("storm").module == "storm"
    create_app(["storm"], settings=Settings())
