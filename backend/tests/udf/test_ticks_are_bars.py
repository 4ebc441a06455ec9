"""Served minutes are those that another hand makes of the same ticks, streamed or asked."""

import csv
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from data_checks.minute_bars import are_served, minutes_of, write_ticks
from data_checks.series import Series
from data_checks.served import fetch_over_http, served
from data_checks.streamed import are_history, differing
from data_checks.udf_client import Bar, UdfClient
from fastapi.testclient import TestClient

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.settings import Settings

from .conftest import fetch_from

HOUR, DAY = 3_600, 86_400
FIRST = 1_764_547_200


@pytest.fixture(scope="module")
def ticks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of 2,000 ticks over an hour or so; many minutes have none."""
    draw = random.Random(1)
    path = tmp_path_factory.mktemp("ticks") / "ticks.csv"
    times = sorted(draw.sample(range(FIRST * 1000, FIRST * 1000 + 4_000_000), 2_000))
    kept = [time for time in times if time // 60_000 % 7]
    with path.open("w", newline="") as file:
        rows = ((time, f"{draw.randint(9_900, 10_100) / 100:.2f}", time % 50) for time in kept)
        csv.writer(file).writerows([("time", "price", "size"), *rows])
    return path


@pytest.fixture(scope="module")
def replayed(ticks: Path) -> Iterator[str]:
    flags = ("--feed", "replay", "--replay-file", str(ticks), "--symbol", "TICKS")
    with served(*flags, "--replay-speed", "1e6") as url:
        yield url


def test_a_replay_streams_serves_and_is_its_ticks(replayed: str, ticks: Path) -> None:
    client = UdfClient(fetch_over_http(replayed))
    series = Series(client, "TICKS", "1", FIRST, FIRST + DAY, random.Random(1))

    assert list(are_history(series, replayed)) == []
    assert list(are_served(series, ticks)) == []
    assert len(series.bars) > 50

    first, *others = series.bars
    changed = {bar.time: bar for bar in (first._replace(close=first.low), *others)}
    assert len(list(differing(series, changed))) == (first.close != first.low)
    assert len(list(differing(series, {bar.time: bar for bar in others}))) == 1


def test_a_simulated_hour_is_its_ticks(app: TestClient, tmp_path: Path) -> None:
    client = UdfClient(fetch_from(app))
    day = client.time() // DAY * DAY - DAY
    provider = SimulatedProvider(seed=Settings.model_construct().seed)
    (bitcoin,) = (one for one in provider.instruments() if one.symbol == "BTC/USD")
    hour = range(day * 1000, (day + HOUR) * 1000)
    written = write_ticks(tmp_path / "ticks.csv", provider, bitcoin, hour)

    series = Series(client, "BTC/USD", "1", day, day + HOUR, random.Random(1))
    assert written > 1_000 and len(series.bars) == 60
    assert list(are_served(series, tmp_path / "ticks.csv")) == []


def test_one_tick_that_is_missing_is_found(tmp_path: Path, ticks: Path) -> None:
    bars = minutes_of(ticks)
    rows = ticks.read_text().splitlines()
    (tmp_path / "fewer.csv").write_text("\n".join([*rows[:100], *rows[101:]]))
    fewer = minutes_of(tmp_path / "fewer.csv")

    assert sum(one != other for one, other in zip(bars, fewer, strict=True)) == 1


def test_a_minute_is_what_people_mean(tmp_path: Path) -> None:
    rows = ["time,price,size", "60000,1.50,1", "60500,1.20,2", "60500,1.90,0", "119999,1.70,4"]
    (tmp_path / "ticks.csv").write_text("\n".join([*rows, "120000,3.00,5"]))
    price = Decimal

    assert minutes_of(tmp_path / "ticks.csv") == [
        Bar(60, price("1.5"), price("1.9"), price("1.2"), price("1.7"), price(7)),
        Bar(120, price(3), price(3), price(3), price(3), price(5)),
    ]
