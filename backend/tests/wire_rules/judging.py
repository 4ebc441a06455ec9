"""Judges a server of the tests."""

import asyncio
from collections.abc import Collection

from trading_api.conformance.peer import Waits
from trading_api.conformance.served_routes import ServedRoute, read_document, routes_of
from trading_api.conformance.server_judge import judge_server
from trading_api.conformance.verdicts import Verdict

WAITS = Waits(answer_s=20, listen_s=2, quiet_s=0.05)


def judged(url: str, waits: Waits, names: Collection[str] = ()) -> list[Verdict]:
    """Return what the judge says of a server that has a document: of all routes, or of these."""
    known = [route for route in routes(url) if not names or route.name in names]
    return asyncio.run(judge_server(url, known, waits=waits))


def routes(url: str) -> list[ServedRoute]:
    return routes_of(read_document(url))
