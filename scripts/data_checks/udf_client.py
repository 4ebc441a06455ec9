"""A strict client of UDF: knows the published protocol alone, and refuses whatever is not in it.

Times are Unix seconds, UTC; `to` is exclusive, except where it equals `from`.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """What came back over HTTP."""

    status: int
    media_type: str
    body: bytes


Fetch = Callable[[str, Mapping[str, str]], Reply]
"""Gets a path below the datafeed's address, with a query."""


class ProtocolError(Exception):
    """The server has said something that UDF does not have."""


class RefusedByServer(Exception):
    """The server has answered `{"s": "error", "errmsg": …}`."""


class Bar(NamedTuple):
    """One bar; `time` in seconds."""

    time: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal


@dataclass(frozen=True)
class History:
    """One answer: bars, or none and perhaps where the next ones are; `body` is as it came."""

    bars: Sequence[Bar]
    next_time: int | None
    body: bytes

    @property
    def ends_here(self) -> bool:
        """Whether there is nothing in the range, and nothing before it."""
        return not self.bars and self.next_time is None


COLUMNS = ("t", "o", "h", "l", "c", "v")
SYMBOL_TYPES: dict[str, type] = {
    "name": str,
    "ticker": str,
    "description": str,
    "type": str,
    "exchange": str,
    "listed_exchange": str,
    "timezone": str,
    "session": str,
    "session_holidays": str,
    "corrections": str,
    "minmov": int,
    "pricescale": int,
    "has_intraday": bool,
    "has_daily": bool,
    "supported_resolutions": list,
}


class UdfClient:
    """Asks one datafeed; every method may raise `ProtocolError` or `RefusedByServer`."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch

    def config(self) -> dict[str, Any]:
        """Return what the datafeed can do."""
        config = self._object("config")
        ways = (config["supports_search"], config["supports_group_request"])
        expect(sorted(ways) == [False, True], f"one way to find symbols, got {ways}")
        return config

    def time(self) -> int:
        """Return the datafeed's time."""
        reply = self._fetch("time", {})
        expect(reply.media_type == "text/plain", f"time as text, got {reply.media_type}")
        expect(reply.body.isdigit(), f"a bare number of seconds, got {reply.body[:40]!r}")
        return int(reply.body)

    def symbol(self, name: str) -> dict[str, Any]:
        """Return one instrument."""
        symbol = self._object("symbols", symbol=name)
        expect("s" not in symbol, "a symbol without a field `s`")
        for field, kind in SYMBOL_TYPES.items():
            expect(type(symbol.get(field)) is kind, f"{field} of {kind}, got {symbol.get(field)!r}")
        return symbol

    def search(self, text: str, limit: int = 30) -> list[dict[str, str]]:
        """Return what the search shows for a text; it is asked in upper case."""
        query = {"query": text.upper(), "type": "", "exchange": "", "limit": str(limit)}
        found = self._json("search", query)
        expect(isinstance(found, list), "a bare array of hits")
        expect(len(found) <= limit, f"{limit} hits at most, got {len(found)}")
        return list(found)

    def history(
        self, ticker: str, resolution: str, start: int, end: int, countback: int | None = None
    ) -> History:
        """Return the bars with start <= time < end, or the `countback` newest before `end`."""
        query = {"symbol": ticker, "resolution": resolution, "from": str(start), "to": str(end)}
        if countback is not None:
            query["countback"] = str(countback)
        reply = self._get("history", query)
        answer = parsed(reply)
        if answer["s"] == "no_data":
            expect(answer.keys() <= {"s", "nextTime"}, f"no_data alone, got {sorted(answer)}")
            next_time = answer.get("nextTime")
            expect(next_time is None or type(next_time) is int, f"nextTime, got {next_time!r}")
            return History([], next_time, reply.body)
        expect(answer["s"] == "ok", f"s of ok or no_data, got {answer['s']!r}")
        bars = _bars(answer)
        for bar in bars:
            inside = bar.time < end or bar.time == start == end
            expect(inside, f"bars before {end}, got one at {bar.time}")
            expect(countback is not None or bar.time >= start, f"bars from {start}, got {bar}")
        return History(bars, None, reply.body)

    def walk(self, ticker: str, resolution: str, end: int, page: int) -> Iterator[Sequence[Bar]]:
        """Yield pages of `page` bars backwards from `end` to the first bar that there is."""
        while (found := self.history(ticker, resolution, 0, end, page)).bars:
            yield found.bars
            end = found.bars[0].time
        expect(found.ends_here, f"no nextTime beside a countback, got {found.next_time}")

    def walk_ranges(
        self, ticker: str, resolution: str, end: int, seconds: int
    ) -> Iterator[Sequence[Bar]]:
        """Yield the bars of ranges of so many seconds, backwards; jumps over holes by nextTime."""
        while not (found := self.history(ticker, resolution, end - seconds, end)).ends_here:
            if found.bars:
                yield found.bars
                end -= seconds
            else:
                assert found.next_time is not None
                jumped = found.next_time < end - seconds
                expect(jumped, f"a nextTime before {end - seconds}, got {found.next_time}")
                end = found.next_time + 1

    def quotes(self, tickers: Sequence[str]) -> dict[str, dict[str, Any] | None]:
        """Return the quotes by ticker; None for one that has none."""
        answer = self._object("quotes", symbols=",".join(tickers))
        expect(answer["s"] == "ok", f"quotes, got {answer['s']!r}")
        names = [quote["n"] for quote in answer["d"]]
        expect(names == list(tickers), f"quotes of {tickers}, got {names}")
        for quote in answer["d"]:
            expect(quote["s"] in ("ok", "error"), f"s of ok or error, got {quote['s']!r}")
            expect((quote["s"] == "ok") == bool(quote["v"]), "values of what is ok alone")
        return {quote["n"]: quote["v"] or None for quote in answer["d"]}

    def marks(
        self, route: str, ticker: str, resolution: str, start: int, end: int
    ) -> list[dict[str, Any]]:
        """Return `marks` or `timescale_marks` from `start` up to and including `end`."""
        query = {"symbol": ticker, "resolution": resolution, "from": str(start), "to": str(end)}
        marks = self._json(route, query)
        expect(isinstance(marks, list), "an array of marks")
        ids = [mark["id"] for mark in marks]
        expect(len(set(ids)) == len(ids), "ids that are not repeated")
        for mark in marks:
            expect(start <= mark["time"] <= end, f"marks of the range, got {mark['time']}")
        return list(marks)

    def _object(self, path: str, **query: str) -> dict[str, Any]:
        answer = self._json(path, query)
        expect(isinstance(answer, dict), f"an object from {path}")
        return dict(answer)

    def _json(self, path: str, query: Mapping[str, str]) -> Any:
        return parsed(self._get(path, query))

    def _get(self, path: str, query: Mapping[str, str]) -> Reply:
        reply = self._fetch(path, query)
        expect(reply.media_type == "application/json", f"JSON, got {reply.media_type}")
        return reply


def expect(holds: bool, expected: str) -> None:
    """Raise when the protocol does not hold."""
    if not holds:
        raise ProtocolError(f"expected {expected}")


def parsed(reply: Reply) -> Any:
    """Return the JSON of an answer that is no error; numbers with a point as exact decimals."""
    answer = json.loads(reply.body, parse_float=Decimal)
    if isinstance(answer, dict) and answer.get("s") == "error":
        expect(reply.status == 200, f"an error with status 200, got {reply.status}")
        expect(bool(answer.get("errmsg")), "an error that says what is wrong")
        raise RefusedByServer(answer["errmsg"])
    expect(reply.status == 200, f"status 200, got {reply.status}: {reply.body[:200]!r}")
    return answer


def _bars(answer: Mapping[str, Any]) -> list[Bar]:
    expect(set(answer) == {"s", *COLUMNS}, f"columns {COLUMNS}, got {sorted(answer)}")
    lengths = {len(answer[column]) for column in COLUMNS}
    expect(len(lengths) == 1 and lengths != {0}, f"columns of one length, got {lengths}")
    bars = [
        Bar(time, *map(Decimal, numbers))
        for time, *numbers in zip(*(answer[column] for column in COLUMNS), strict=True)
    ]
    for bar in bars:
        expect(type(bar.time) is int, f"seconds, got {bar.time!r}")
        expect(all(math.isfinite(number) for number in bar), f"finite numbers, got {bar}")
        highest, lowest = max(bar.open, bar.close), min(bar.open, bar.close)
        expect(bar.low <= lowest and highest <= bar.high, f"open and close inside, got {bar}")
        expect(bar.volume >= 0, f"a volume, got {bar}")
    times = [bar.time for bar in bars]
    expect(times == sorted(set(times)), "strictly increasing times")
    return bars
