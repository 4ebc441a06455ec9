"""Streams in a copy of this checkout: written, taken back, or refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trading_api.cli import main
from trading_api.scaffold.reading import read_stream
from trading_api.scaffold.refusal import Refused
from trading_api.scaffold.stream import asked_for
from trading_api.scaffold.streams import add_sources, new_stream, remove_sources, remove_stream
from trading_api.scaffold.workshop import Workshop, opened

ROOT = Path(__file__).resolve().parents[3]
NEWS = asked_for(
    "news",
    "datafeed",
    params=["symbol:str"],
    fields=["headline:str", "source:str", "url:str", "time:int"],
)
RECORDED = asked_for(
    "corporate-actions",
    "datafeed",
    params=["symbol:str", "max_age:int", "live:bool"],
    fields=["ex_date:int", "ratio:decimal"],
    delivery="lossless",
)


@pytest.fixture
def shop() -> Iterator[Workshop]:
    with opened(ROOT) as shop:
        yield shop


def everything(shop: Workshop) -> dict[str, bytes]:
    files = (path for path in shop.folder.rglob("*") if path.is_file())
    return {
        path.relative_to(shop.folder).as_posix(): path.read_bytes()
        for path in files
        if not {"node_modules", ".ruff_cache"} & set(path.parts)
    }


# Formatters of both languages run eight times: seconds on a quiet machine.
@pytest.mark.timeout(240)
def test_streams_are_read_back_and_taken_back_byte_for_byte_in_any_order(shop):
    before = everything(shop)
    for stream in (NEWS, RECORDED):
        add_sources(shop, stream)
    with_both = everything(shop)

    read = [read_stream(shop.folder, stream.route) for stream in (NEWS, RECORDED)]
    for stream in (NEWS, RECORDED):
        remove_sources(shop, stream)

    assert read == [NEWS, RECORDED]
    assert len(with_both) == len(before) + 2 * 11
    assert everything(shop) == before


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        (("bars", "datafeed"), "the stream 'bars' is served by 'datafeed' already"),
        (("market-status", "broker"), "is served by 'datafeed' already"),
        (("news", "udf"), "the module 'udf' has no ws.py, so no streams: expected one of broker, "),
        (("news", "weather"), "`trading-pro new module weather` makes one"),
        (("sessions", "datafeed"), "modules/datafeed/sessions/__init__.py is there already"),
        (("tape", "datafeed"), "is there already: choose another name"),
        (("bar", "broker"), "models/market/bars.py has a model Bar already"),
        (("series-format", "broker"), "plugins/mappers.ts names SeriesFormat already"),
    ],
)
def test_what_is_in_the_way_is_named(stream, said):
    with pytest.raises(Refused) as refused:
        new_stream(ROOT, asked_for(*stream, fields=["n:int"]))

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("nobodys", "no module serves the stream 'nobodys'"),
        ("bars", "'bars' is not as `new stream` writes it: there is no "),
    ],
)
def test_what_was_not_written_so_is_not_removed(route, said):
    with pytest.raises(Refused) as refused:
        remove_stream(ROOT, route, force=True)

    assert said in str(refused.value)


@pytest.mark.timeout(240)
def test_what_was_written_by_hand_is_not_removed(shop):
    samples = "backend/src/trading_api/modules/datafeed/news/samples.py"
    add_sources(shop, NEWS)
    shop.write(samples, f"{shop.text(samples)}\nOF_MINE = 1\n")

    with pytest.raises(Refused) as refused:
        remove_stream(shop.folder, "news")

    assert str(refused.value).startswith(f"written by hand since: {samples}; nothing was removed")
    assert "OF_MINE" in (shop.text(samples) or "")


def test_the_command_refuses_in_one_line(capsys):
    code = main(["new", "stream", "bars", "--module", "datafeed", "--field", "n:int"])

    assert code == 1
    assert capsys.readouterr().err == (
        "trading-pro: the stream 'bars' is served by 'datafeed' already\n"
    )


def test_without_node_the_remedy_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Refused, match=r"Node\.js is missing on the PATH: install 20\.19 or newer"):
        opened(ROOT).__enter__()


def test_a_wrong_name_is_wrong_use(capsys):
    assert main(["new", "stream", "Bars", "--module", "datafeed", "--field", "n:int"]) == 2
    assert "stream 'Bars': expected lower case words" in capsys.readouterr().err
