"""What the logs of listeners say, beside the ledger and beside a listener that nobody disturbed."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .listener_log import entries
from .topics import LOSSLESS, Listening

Rows = Sequence[tuple[int, int, Any]]
"""A route's updates in the ledger: number, step, payload."""
FINAL_ORDER = (1, 2, 5)
"""Canceled, filled, rejected."""
DRAINING = 4000
OTHER_ENDS = (1001, 1012)
"""With which servers leave that do not know rule C3."""


@dataclass
class Heard:
    """What a log holds of one listener, topic by topic, in order."""

    name: str
    events: dict[str, list[list[Any]]] = field(default_factory=dict)
    link: list[tuple[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, path: Path) -> "Heard":
        heard = cls(name)
        for key, kind, *values in entries(path):
            if key:
                heard.events.setdefault(key, []).append([kind, *values])
            elif kind == "fault":
                heard.faults.append(f"{name}: {values[0]}")
            elif kind != "lost" or not values[1]:
                # Who asks for the state anew has not lost its connection.
                heard.link.append((kind, values[0]))
        return heard


@dataclass
class Verdict:
    """What was found over all listeners."""

    updates: Counter[str] = field(default_factory=Counter)
    replaces: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    doubled: int = 0
    wrong: int = 0
    leaves: int = 0
    """Connections that a server which was asked to end closed as rule C3 says."""
    faults: list[str] = field(default_factory=list)

    def fault(self, text: str) -> None:
        self.faults.append(text[:400])


def judge_lossless(heard: Heard, ledger: Mapping[str, Rows], verdict: Verdict) -> None:
    """Compare each route's sequence with the ledger's rows, and each state with theirs."""
    for route in LOSSLESS:
        events, rows = heard.events.get(route, []), ledger.get(route, [])
        where = f"{heard.name} {route}"
        if not events or events[0][0] not in ("replace", "from"):
            verdict.fault(f"{where}: began with {events[:1]}")
            continue
        position, top = 0, len(rows)
        for number, (kind, *values) in enumerate(events):
            if kind == "update":
                _judge_update(where, values, rows, position, verdict)
                position = values[0]
            elif kind == "from":
                position = values[0]
            elif kind == "replace":
                position = _judge_replace(where, values[0], events[number + 1 :], rows, verdict)
            else:
                verdict.fault(f"{where}: {kind} on a lossless topic")
            verdict.updates[route] += kind == "update"
            verdict.replaces[route] += kind == "replace"
        if position < top:
            verdict.missing += top - position
            verdict.fault(f"{where}: ends at {position} of {top}")


def _judge_update(
    where: str, values: list[Any], rows: Rows, position: int, verdict: Verdict
) -> None:
    seq, _, payload = values
    if seq <= position:
        verdict.doubled += 1
        verdict.fault(f"{where}: {seq} came after {position}")
    elif seq > position + 1:
        verdict.missing += seq - position - 1
        verdict.fault(f"{where}: {seq} came after {position}")
    if not 1 <= seq <= len(rows) or rows[seq - 1][2] != payload:
        verdict.wrong += 1
        verdict.fault(f"{where}: {seq} is otherwise in the ledger: {payload}")


def _judge_replace(
    where: str, payloads: list[Any], following: Sequence[list[Any]], rows: Rows, verdict: Verdict
) -> int:
    """Return the position of a state, which the next update tells; judge it by the rows until it.

    `executions` have no state, and the account's is judged by what the ledger's own check holds.
    """
    position = next((event[1] - 1 for event in following if event[0] == "update"), len(rows))
    later = next((n for n, event in enumerate(following) if event[0] == "replace"), None)
    if later is not None and not any(event[0] == "update" for event in following[:later]):
        # Replaced again before any update: only the last of the two has a place.
        return position
    route = where.rpartition(" ")[2]
    newest = {row["id"]: row for _, _, row in rows[:position] if "id" in row}
    if route == "executions":
        wrong = bool(payloads)
    elif route == "positions":
        opened = {key: row for key, row in newest.items() if row["qty"]}
        wrong = {row["id"]: row for row in payloads} != opened
    elif route == "orders":
        wrong = _wrong_orders(payloads, newest)
    else:
        wrong = bool(rows[:position]) and not payloads
    if wrong:
        verdict.wrong += 1
        verdict.fault(f"{where}: the state at {position} has {len(payloads)} parts otherwise")
    return position


def _wrong_orders(payloads: list[Any], newest: Mapping[str, Any]) -> bool:
    """Whether an order of the state is not as recorded, or one that waits is missing."""
    given = {row["id"]: row for row in payloads}
    waiting = {key for key, row in newest.items() if row["status"] not in FINAL_ORDER}
    known = all(newest.get(key) == row for key, row in given.items())
    return not known or not waiting <= given.keys() or len(given) != len(payloads)


def judge_latest(
    heard: Heard, calm: Heard, listenings: Iterable[Listening], verdict: Verdict
) -> None:
    """Ascending within an epoch; at the end each key has the value that the calm listener had."""
    for listening in listenings:
        if listening.is_lossless:
            continue
        key = listening.key
        events = heard.events.get(key, [])
        where = f"{heard.name} {key}"
        last = 0
        for kind, *values in events:
            if kind == "replace":
                last = 0
                verdict.replaces[listening.route] += 1
            elif kind == "update":
                if values[0] <= last:
                    verdict.doubled += 1
                    verdict.fault(f"{where}: {values[0]} came after {last}")
                last = values[0]
                verdict.updates[listening.route] += 1
        for text in _stale(events, calm.events.get(key, []), listening.route):
            verdict.wrong += 1
            verdict.fault(f"{where}: {text}")


def _stale(ours: list[list[Any]], calm: list[list[Any]], route: str) -> Iterator[str]:
    """Yield each key whose last value is not the one that was newest when we left.

    A state holds the newest key alone (rule S5): what closed before it is owed by nobody.
    """
    began = max((place for place, event in enumerate(ours) if event[0] == "replace"), default=0)
    numbers = [event[1] for event in ours[began:] if event[0] == "update"]
    beside = [event[1] for event in calm if event[0] == "update"]
    if not numbers:
        yield "heard no update since its last state"
        return
    first, left_at = numbers[0], numbers[-1]
    if not beside or not beside[0] <= left_at <= beside[-1]:
        yield f"left at {left_at}, the calm listener heard {beside[:1]} to {beside[-1:]}"
        return
    owed = [e for e in calm if e[0] == "update" and first <= e[1] <= left_at]
    held = _values(ours, route)
    for name, value in _values(owed, route).items():
        if held.get(name) != value:
            yield f"{name}: held {held.get(name)}, newest is {value}"


def _values(events: Iterable[list[Any]], route: str) -> dict[Any, Any]:
    held: dict[Any, Any] = {}
    for kind, *values in events:
        if kind == "replace":
            held.clear()
        for payload in values[0] if kind == "replace" else values[2:]:
            held[payload["time"] if route == "bars" else None] = payload
    return held


def judge_leaves(heard: Heard, verdict: Verdict) -> None:
    """A server that ends tells each connection so and then closes it with 4000 (rule C3)."""
    told = False
    for kind, value in heard.link:
        if kind == "draining":
            told = True
        elif kind == "closed":
            if value in OTHER_ENDS or (value == DRAINING and not told):
                verdict.fault(f"{heard.name}: closed with {value}, told before: {told}")
            verdict.leaves += value == DRAINING
            told = False


def judge_closed_bars(
    heard: Heard, stored: Mapping[str, Mapping[int, Any]], verdict: Verdict
) -> int:
    """Compare each bar that closed while its stream went on with REST's; return how many."""
    compared = 0
    for key, bars in stored.items():
        held: dict[int, Any] = {}
        for kind, *values in heard.events.get(key, []):
            if kind in ("replace", "gap"):
                held.clear()
            for payload in values[0] if kind == "replace" else values[2:]:
                closed = [held.pop(time) for time in list(held) if time < payload["time"]]
                held[payload["time"]] = payload
                compared += len(closed)
                for bar in closed:
                    if bars.get(bar["time"]) != bar:
                        verdict.wrong += 1
                        verdict.fault(f"{heard.name} {key}: closed {json.dumps(bar)}")
    return compared
