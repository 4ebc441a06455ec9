"""One wheel and one installation for all proofs: they take most of the time."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaged.installation import Installation, installed
from packaged.nginx import Nginx, nginx_before
from packaged.served import Served, served
from packaged.wheel import BACKEND, WEATHER, build

ALL_MODULES = "datafeed,broker,weather"


@pytest.fixture(scope="session")
def built() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="trading-pro-built-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return build(BACKEND, built)


@pytest.fixture(scope="session")
def installation(wheel: Path, built: Path) -> Iterator[Installation]:
    with installed([wheel, build(WEATHER, built)]) as installation:
        yield installation


@pytest.fixture(scope="session")
def server(installation: Installation) -> Iterator[Served]:
    """The product behind a proxy, and a module of another package, a hundred times a second."""
    settings = {"TP_ALLOWED_HOSTS": "trade.example", "TP_TRUSTED_PROXIES": "127.0.0.1"}
    with served(
        installation, TP_MODULES=ALL_MODULES, ACME_WEATHER_INTERVAL_S="0.01", **settings
    ) as server:
        yield server


@pytest.fixture(scope="session")
def nginx(server: Served) -> Iterator[Nginx]:
    with nginx_before(server.address) as nginx:
        yield nginx
