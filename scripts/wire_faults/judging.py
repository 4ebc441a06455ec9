"""Judges one server by some rules, as `trading-pro conformance --slow` does."""

import asyncio
from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from mutants.table import Fault

from trading_api.conformance.peer import Waits
from trading_api.conformance.served_contract import served_by
from trading_api.conformance.served_routes import read_document
from trading_api.conformance.server_judge import judge_server
from trading_api.conformance.verdicts import NoAnswer, Verdict

from .servers import serving
from .trading import trading

# By our own protocol class and by any ASGI server; the product for what sits in its modules.
SERVERS = ("practice", "any", "product")
# Rules that hold by our protocol class alone.
NOT_BY_ANY = frozenset({"C1"})
WAITS = Waits(answer_s=10, listen_s=3, quiet_s=0.3)
BAD = ("failed", "no answer")


def servers_of(fault: Fault) -> tuple[str, ...]:
    """Return which servers are judged for a fault, until one shows it."""
    if "modules" in fault.file.parts:
        return ("product",)
    return ("practice",) if fault.rule in NOT_BY_ANY else ("practice", "any")


def failures(server: str, sources: Path, rules: Collection[str]) -> list[str]:
    """Return what the judge finds wrong with a server from `sources`."""
    with serving(server, sources) as address, _somebody(server, address):
        try:
            verdicts = asyncio.run(_judged(f"ws://{address}/api/v1/ws", server, rules))
        except NoAnswer as away:
            return [str(away)]
    return [f"{_place(one)}: {one.why}" for one in verdicts if one.outcome in BAD]


def _somebody(server: str, address: str) -> AbstractContextManager[None]:
    """Return who makes the product say something; the practice server speaks by itself."""
    return trading(address) if server == "product" else nullcontext()


async def _judged(url: str, server: str, rules: Collection[str]) -> list[Verdict]:
    served = served_by(await asyncio.to_thread(read_document, url))
    # The limits of the product are those that take minutes.
    is_slow = server != "product"
    return await judge_server(url, served, rules=rules, slow=is_slow, waits=WAITS)


def _place(verdict: Verdict) -> str:
    return " ".join(filter(None, (verdict.rule, verdict.route, verdict.what)))
