"""`make differential`: our fills on real bars beside those of nautilus_trader, order by order.

Market, limit and stop orders are placed at the close of each bar and taken back some bars later.
Both engines see the same bars. Fills are equal when bar and price are. Each one that differs is
counted under the rule of ours, documented in docs/explanation/matching.md, that makes it differ.
Of the fills that no such rule explains 99 percent must be equal.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from .our_fills import Fill, our_fills

ROOT = Path(__file__).resolve().parents[2]
BARS = ROOT / "backend/src/trading_api/modules/datafeed/tests/data/daily-stocks.csv"
OTHER = "nautilus_trader==1.221.0"
PRICES = ("Open", "High", "Low", "Close")
SESSION_MS = 23_400_000
KEEPS = 5
ENOUGH = Decimal("0.99")
EXAMPLES = 3
UNEXPLAINED = "UNEXPLAINED"
LIMIT_GAP = "limit over a gap: at the open (ours), at the limit (theirs)"
STOP_GAP = "stop over a gap: at the open (ours), at the stop (theirs)"


@dataclass
class Comparison:
    """What the fills of one symbol or of all came to."""

    orders: int = 0
    fills: int = 0
    equal: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> Decimal:
        """The equal ones among all fills."""
        return Decimal(self.equal) / max(1, self.fills)

    @property
    def unruled_share(self) -> Decimal:
        """The equal ones among those that no rule of ours makes differ."""
        return Decimal(self.equal) / max(1, self.equal + self.differing[UNEXPLAINED])


def bars_of(path: Path) -> dict[str, list[list[int]]]:
    """Return each symbol's bars as end (Unix ms), open, high, low and close in cents."""
    found: dict[str, list[list[int]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.fromisoformat(row["Date"]).replace(tzinfo=UTC)
            prices = [round(Decimal(row[name]) * 100) for name in PRICES]
            end = int(day.timestamp() * 1000) + SESSION_MS
            found.setdefault(row["Ticker"], []).append([end, *prices])
    return found


def orders_of(bars: Sequence[Sequence[int]], seed: str, each: int) -> list[dict[str, Any]]:
    """Return orders around each bar's close, `each` a bar, the last bars left out.

    At most one order of a lane is open at a time.
    """
    chance = random.Random(seed)
    orders: list[dict[str, Any]] = []
    for number, (_, *_, close) in enumerate(bars[: -KEEPS - 1]):
        for place in range(each):
            kind, side = chance.choice(("market", "limit", "stop")), chance.choice((1, -1))
            away = 1 + round(close * abs(chance.gauss(0, 0.015)))
            price = {"market": None, "limit": close - side * away, "stop": close + side * away}
            name = f"o{len(orders)}"
            orders.append({"id": name, "bar": number, "type": kind, "side": side,
                           "qty": chance.randint(1, 20), "price": price[kind],
                           "lane": number % (KEEPS + 1) * each + place})  # fmt: skip
    return orders


def compare(
    bars: Sequence[Sequence[int]], orders: Sequence[dict[str, Any]], theirs: dict[str, list[int]]
) -> Comparison:
    """Run our engine over the same, and compare."""
    ours, by_end = our_fills(bars, orders, KEEPS), {bar[0]: bar for bar in bars}
    result = Comparison(len(orders))
    for order in orders:
        our, their = ours.get(order["id"]), theirs.get(order["id"])
        if our is None and their is None:
            continue
        result.fills += 1
        result.kinds[order["type"]] += 1
        if our is not None and [our.end, our.price] == their:
            result.equal += 1
            continue
        reason = _reason(order, our, their, by_end)
        result.differing[reason] += 1
        if result.differing[reason] <= EXAMPLES:
            result.examples.append(f"{reason}: {order}, ours {our}, theirs {their}")
    return result


def _reason(
    order: dict[str, Any],
    our: Fill | None,
    their: list[int] | None,
    bars: Mapping[int, Sequence[int]],
) -> str:
    """Return the rule of ours that makes a fill differ; `bars` by their ends."""
    if our is None or their is None or our.end != their[0] or our.rule != "bar_open":
        return UNEXPLAINED
    opened = bars[our.end][1]
    beyond = (order["price"] - opened) * order["side"]
    if their[1] != order["price"] or our.price != opened:
        return UNEXPLAINED
    if order["type"] == "limit" and beyond > 0:
        return LIMIT_GAP
    return STOP_GAP if order["type"] == "stop" and beyond < 0 else UNEXPLAINED


def theirs_of(packages: Path, given: dict[str, Any]) -> dict[str, list[int]]:
    """Return the other engine's fills: end of the bar and price."""
    command = [sys.executable, str(Path(__file__).with_name("other_engine.py"))]
    environment = os.environ | {"PYTHONPATH": str(packages)}
    done = subprocess.run(
        command, input=json.dumps(given), env=environment, stdout=subprocess.PIPE, text=True,
        check=True,
    )  # fmt: skip
    found: dict[str, list[int]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="differential", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=12, help="orders a bar")
    parser.add_argument("--packages", type=Path, help="where the other engine is installed already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        packages = given.packages or _installed(Path(folder))
        return _run(packages, given.seed, given.each)


def _run(packages: Path, seed: int, each: int) -> int:
    shares = []
    for symbol, bars in bars_of(BARS).items():
        orders = orders_of(bars, f"{seed} {symbol}", each)
        theirs = theirs_of(packages, {"bars": bars, "orders": orders, "keeps": KEEPS})
        found = compare(bars, orders, theirs)
        shares.append(found.unruled_share)
        print(
            f"{symbol}: {len(bars)} bars, {found.orders} orders, {found.fills} fills "
            f"{dict(sorted(found.kinds.items()))}, {found.equal} equal ({found.share:.2%}), "
            f"{found.unruled_share:.2%} without those that a rule makes differ"
        )
        for reason, count in found.differing.items():
            print(f"  {count} x {reason}")
        for example in found.examples:
            print(f"    {example}")
    return 0 if min(shares) >= ENOUGH else 1


def _installed(folder: Path) -> Path:
    """Install the other engine apart from everything else: it is no dependency."""
    print(f"installing {OTHER}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--target", str(folder)]
    subprocess.run([*command, "--python", sys.executable, OTHER], check=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
