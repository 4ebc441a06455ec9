"""Recognises the columns of market data by the names that vendors give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Names are compared in lower case, without decoration ("<CLOSE>", "4. close", "Close*",
# "close_price", "Volume (BTC)"). Where several are present, the first of the list is taken.
_INSTANT = (
    "unix", "unix time", "unixtime", "unix timestamp", "epoch", "timestamp", "time stamp", "ts",
    "datetime", "date time", "open time", "opentime", "window start", "time period start",
    "ts event", "gmt time", "utc time", "time utc", "date utc", "local time", "transact time",
    "trade time", "bar time", "start time", "start", "begin", "t", "dt",
)  # fmt: skip
_DATE = ("date", "day", "trade date", "trading date", "dtyyyymmdd", "gmt date", "price date")
_TIME_OF_DAY = ("time", "time of day", "hour")
_UNNAMED = ("", "unnamed: 0", "index")

_SYMBOL = (
    "symbol", "ticker", "tic", "instrument", "pair", "code", "stock", "security", "contract",
    "product", "market", "name",
)  # fmt: skip
_VOLUME = (
    "volume", "vol", "v", "base volume", "basevolume", "total volume", "traded volume",
    "total traded quantity", "shares", "quantity", "qty", "tick volume", "tickvol", "ticks",
)  # fmt: skip

_BAR_ROLES: dict[str, Sequence[str]] = {
    "open": ("open", "o", "open price", "opening price", "openprice"),
    "high": ("high", "h", "high price", "highprice", "max"),
    "low": ("low", "l", "low price", "lowprice", "min"),
    "close": (
        "close", "c", "close last", "close price", "closing price", "closeprice", "last", "price",
        "last price", "settle",
    ),
}  # fmt: skip
_TICK_ROLES: dict[str, Sequence[str]] = {
    "last": ("last", "price", "last price", "lastprice", "trade price", "p"),
    "bid": ("bid", "bid price", "bidprice", "best bid"),
    "ask": ("ask", "ask price", "askprice", "offer", "best ask"),
    "bid_size": ("bid size", "bidsize", "bid volume", "bidvolume", "bid qty", "best bid size"),
    "ask_size": ("ask size", "asksize", "ask volume", "askvolume", "ask qty", "best ask size"),
    "last_size": (
        "size", "last size", "lastsize", "qty", "quantity", "amount", "trade size", "volume", "vol",
        "last volume", "s", "q",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """Where each role is: `time`, perhaps `time_of_day`, `symbol`, `volume` and the prices."""

    places: dict[str, int]
    width: int

    def place(self, role: str) -> int | None:
        return self.places.get(role)

    @property
    def are_bars(self) -> bool:
        return "open" in self.places


def recognise_bars(header: Sequence[str]) -> Columns | None:
    """Return the columns of a bar file; None unless time, open, high, low and close are there."""
    return _recognise(header, {**_BAR_ROLES, "volume": _VOLUME}, [tuple(_BAR_ROLES)])


def recognise_ticks(header: Sequence[str]) -> Columns | None:
    """Return the columns of a tick file; None without a time and a price or a quote."""
    return _recognise(header, _TICK_ROLES, [("last",), ("bid", "ask")])


def _recognise(
    header: Sequence[str],
    roles: dict[str, Sequence[str]],
    enough: Sequence[tuple[str, ...]],
) -> Columns | None:
    names = [plain_name(name) for name in header]
    places = _time_places(names)
    for role, known in {**roles, "symbol": _SYMBOL}.items():
        place = _first(names, known)
        if place is not None:
            places[role] = place
    if "volume" in roles and "volume" not in places:
        # "Volume BTC": the volume in units of the base comes before the one in money.
        named = [place for place, name in enumerate(names) if name.startswith("volume ")]
        places.update({"volume": named[0]} if named else {})
    if "time" not in places or not any(all(role in places for role in some) for some in enough):
        return None
    return Columns(places, len(header))


def _time_places(names: Sequence[str]) -> dict[str, int]:
    instant, date = _first(names, _INSTANT), _first(names, _DATE)
    time_of_day, unnamed = _first(names, _TIME_OF_DAY), _first(names[:1], _UNNAMED)
    if instant is not None:
        return {"time": instant}
    if date is not None and time_of_day is not None:
        return {"time": date, "time_of_day": time_of_day}
    for place in (date, time_of_day, unnamed):
        if place is not None:
            return {"time": place}
    return {}


def _first(names: Sequence[str], known: Sequence[str]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)


def plain_name(name: str) -> str:
    """Return a header cell in lower case and without decoration."""
    text = name.strip().strip("<>\"'*").lower()
    text = re.sub(r"\(.*?\)", "", text)
    text = re.sub(r"[\s_\-/.]+", " ", text).strip()
    return re.sub(r"^\d+[a-z]? (?=\w)", "", text)
