"""Providers of other packages: the page's example runs as written; a broken one is refused."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.docs.fences import blocks_of

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

ROOT = Path(__file__).resolve().parents[2]
FEED, OFFER, TESTS = [
    block.text for block in blocks_of("docs/how-to/add-a-provider.md") if block.word("run")
]
OFFERS = tomllib.loads(OFFER)["project"]["entry-points"]["trading_pro.providers"]
SAID = """
async def said():
    return {"time": 1_700_000_000_000, "bid": 1.5, "ask": 1.75, "last": 1.5, "size": 3}
"""
Install = Callable[..., Settings]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a distribution into a folder on the path; return settings that name its feed."""
    monkeypatch.syspath_prepend(tmp_path)

    def add(feed: str, code: str, offer: str = f"acme = {OFFERS['acme']}") -> Settings:
        metadata = tmp_path / "acme_feed-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Name: acme-feed\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[trading_pro.providers]\n{offer}\n")
        (tmp_path / "acme_feed.py").write_text(code)
        return Settings(feed=feed, modules="datafeed", data_dir=tmp_path / "data")

    yield add
    sys.modules.pop("acme_feed", None)


def refusal(settings: Settings) -> str:
    with pytest.raises(ConfigurationError) as refused:
        create_app(["datafeed"], settings=settings)
    return str(refused.value)


def test_the_pages_example_passes_the_suite_of_providers(tmp_path: Path) -> None:
    (tmp_path / "acme_feed.py").write_text(FEED)
    (tmp_path / "test_acme_feed.py").write_text(TESTS)
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "backend" / "src")])

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": paths},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert run.returncode == 0, run.stdout


def test_an_installed_feed_is_served_beside_ours(install: Install) -> None:
    settings = install(
        "simulated,acme", FEED.replace("AcmeFeed(ask_acme)", "AcmeFeed(said)") + SAID
    )

    with TestClient(create_app(["datafeed"], settings=settings)) as client:
        config = client.get("/api/v1/datafeed/config").json()
        symbol = client.get("/api/v1/datafeed/resolve/acme:gold").json()
        [quote] = client.post("/api/v1/datafeed/quotes", json={"symbols": ["GOLD"]}).json()
        refused = subscribe(client, "trades", "GOLD")

    assert config["feed"] == "simulated,acme" and config["supports_trades"]
    assert (symbol["name"], symbol["data_status"], symbol["delay"]) == (
        "GOLD",
        "delayed_streaming",
        900,
    )
    assert (quote["v"]["time"], quote["v"]["ask"]) == (1_700_000_000_000, 1.75)
    assert refused["code"] == "unsupported_feature" and "'acme'" in refused["message"]


def subscribe(client: TestClient, route: str, symbol: str) -> dict[str, str]:
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json({"type": f"{route}.subscribe", "payload": {"symbol": symbol}})
        payload: dict[str, str] = socket.receive_json()["payload"]
        return payload


def test_an_unknown_feed_is_refused_with_those_there_are(install: Install) -> None:
    settings = install("acne", FEED)

    assert refusal(settings) == "unknown feed 'acne': expected one of simulated, replay, acme"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import no_such_package", "cannot be imported (ModuleNotFoundError"),
        (FEED.replace('name = "acme"', 'name = "acne"'), "expected its `name` to be 'acme'"),
        (FEED.replace("def ticks(", "def tacks("), "expected a feed, got one without ticks"),
        (
            FEED.replace("return AcmeFeed(ask_acme)", "return 1 / 0"),
            "cannot be made of the settings",
        ),
    ],
)
def test_a_broken_feed_is_refused_by_its_distribution(
    install: Install, code: str, expected: str
) -> None:
    said = refusal(install("acme", code))

    assert said.startswith("feed 'acme' of acme-feed 1.0 (acme_feed:feed): ") and expected in said


def test_a_feed_that_cannot_be_read_again_is_not_traded_on(install: Install) -> None:
    settings = install("acme", FEED)

    with pytest.raises(ConfigurationError, match="the feed 'acme' cannot be read again"):
        create_app(["datafeed", "broker"], settings=settings)
