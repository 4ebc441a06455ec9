"""What REST answers while a tape plays: what was answered then, and bars as far as it has come."""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from trading_api.recording.tape_file import Answer
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.topics import topic_of

Updates = Callable[[str], Sequence[Entry]]


class PlayedAnswers:
    """Finds the answer to a GET; a path is below the API's prefix, and decoded."""

    def __init__(self, answers: Sequence[Answer], updates: Updates) -> None:
        self._answers: dict[_Request, Answer] = {}
        self._by_account: dict[tuple[str, str | None], Answer] = {}
        self._pages: dict[tuple[str, str], list[Any]] = {}
        self._updates = updates
        for one in answers:
            self._add(one)

    def get(self, path: str, query: str) -> tuple[int, str]:
        """Return status and body: of the same request, else of the same path and account.

        Raises:
            Refusal: `not_on_tape`.
        """
        request = _Request.of(path, query)
        found = self._answers.get(request) or self._by_account.get((path, request.account))
        if found is None:
            raise Refusal("not_on_tape", f"expected a request that was recorded, got {path[:200]}")
        return found.status, found.body

    def search(self, query: str) -> list[Any]:
        """Return those of the listed symbols that are on the tape and have the query's text."""
        _, listed = self.get("/datafeed/search", "")
        return [
            one
            for one in json.loads(listed)
            if ("/datafeed/resolve/" + one["symbol"], None) in self._by_account
            and query.casefold() in f"{one['symbol']} {one['description']}".casefold()
        ]

    def bars(
        self, symbol: str, resolution: str, start: int, end: int, count_back: int | None
    ) -> dict[str, Any]:
        """Return the page that was asked for, of the bars as they stood and as they came in.

        Raises:
            Refusal: `not_on_tape`.
        """
        held = [one for one in self._held(symbol, resolution) if one["time"] < max(end, start + 1)]
        within = [one for one in held if one["time"] >= start]
        if count_back is not None:
            within = held[-count_back:]
        older = held[-1]["time"] if held and not within else None
        return {"bars": within, "no_data": not within, "next_time": older}

    def quotes(self, symbols: Sequence[str]) -> list[Any]:
        """Return the newest quote of each symbol."""
        return [self._quote(symbol) for symbol in symbols]

    def _quote(self, symbol: str) -> Any:
        heard = self._updates(topic_of("quotes", {"symbol": symbol}))
        if heard:
            return json.loads(heard[-1].payload)
        return {"s": "error", "n": symbol, "v": {"error": f"{symbol} is not on the tape"}}

    def _add(self, answer: Answer) -> None:
        parts = urlsplit(answer.path)
        request = _Request.of(unquote(parts.path), parts.query)
        self._answers[request] = answer
        for account in (request.account, None):
            self._by_account.setdefault((request.path, account), answer)
        if request.path == "/datafeed/bars" and answer.status == 200:
            asked = dict(request.query)
            self._pages[asked["symbol"], asked["resolution"]] = json.loads(answer.body)["bars"]

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


class _Request(NamedTuple):
    """What makes two requests the same: the path and the parameters, in any order."""

    path: str
    query: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, path: str, query: str) -> "_Request":
        return cls(path, tuple(sorted(parse_qsl(query))))

    @property
    def account(self) -> str | None:
        return dict(self.query).get("accountId")
