"""What REST answers while a tape plays: what was answered then, and bars as far as it has come."""

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from trading_api.recording.tape_file import Answer
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.topics import topic_of

Updates = Callable[[str], Sequence[Entry]]


class PlayedAnswers:
    """Finds the answer to a GET; a path is below the API's prefix."""

    def __init__(self, answers: Sequence[Answer], updates: Updates) -> None:
        self._answers = {_request(one.path): one for one in answers}
        self._by_path = {urlsplit(one.path).path: one for one in reversed(answers)}
        self._updates = updates
        self._pages = {
            (query["symbol"][0], query["resolution"][0]): json.loads(one.body)["bars"]
            for one in answers
            if one.status == 200 and urlsplit(one.path).path == "/datafeed/bars"
            for query in [parse_qs(urlsplit(one.path).query)]
        }

    def get(self, path: str, query: str) -> tuple[int, str]:
        """Return status and body: of the same request, else of the same path.

        Raises:
            Refusal: `not_on_tape`.
        """
        if path == "/datafeed/bars":
            return 200, json.dumps(self._bars(dict(parse_qsl(query))))
        found = self._answers.get(_request(f"{path}?{query}")) or self._by_path.get(path)
        if found is None:
            raise Refusal("not_on_tape", f"expected a request that was recorded, got {path[:200]}")
        return found.status, found.body

    def quotes(self, symbols: Sequence[str]) -> list[Any]:
        """Return the newest quote of each symbol."""
        return [self._quote(symbol) for symbol in symbols]

    def _quote(self, symbol: str) -> Any:
        heard = self._updates(topic_of("quotes", {"symbol": symbol}))
        if heard:
            return json.loads(heard[-1].payload)
        return {"s": "error", "n": symbol, "v": {"error": f"{symbol} is not on the tape"}}

    def _bars(self, query: dict[str, str]) -> dict[str, Any]:
        """Return the page that was asked for, of the bars as they stood and as they came in."""
        symbol, resolution = query.get("symbol", ""), query.get("resolution", "")
        end, start = int(query.get("to_time", 0)), int(query.get("from_time", 0))
        held = [one for one in self._held(symbol, resolution) if one["time"] < end]
        within = [one for one in held if one["time"] >= start]
        if "count_back" in query:
            within = held[-int(query["count_back"]) :]
        older = held[-1]["time"] if held and not within else None
        return {"bars": within, "no_data": not within, "next_time": older}

    def _held(self, symbol: str, resolution: str) -> list[Any]:
        if (symbol, resolution) not in self._pages:
            refused = f"expected bars that were recorded, got {symbol[:64]} {resolution[:8]}"
            raise Refusal("not_on_tape", refused)
        bars = {one["time"]: one for one in self._pages[symbol, resolution]}
        topic = topic_of("bars", {"resolution": resolution, "symbol": symbol})
        for entry in self._updates(topic):
            bar = json.loads(entry.payload)
            bars[bar["time"]] = bar
        return [bars[time] for time in sorted(bars)]


def _request(path: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what makes two requests the same: the path and the parameters, in any order."""
    parts = urlsplit(path)
    return parts.path, tuple(sorted(parse_qsl(parts.query)))
