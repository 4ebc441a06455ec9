"""Judges a server of the tests."""

import asyncio
from collections.abc import Collection
from dataclasses import replace

from trading_api.conformance.peer import Waits
from trading_api.conformance.served_contract import Served, served_by
from trading_api.conformance.served_routes import read_document
from trading_api.conformance.server_judge import judge_server
from trading_api.conformance.verdicts import Verdict

WAITS = Waits(answer_s=20, listen_s=2, quiet_s=0.05)


def judged(url: str, waits: Waits, names: Collection[str] = ()) -> list[Verdict]:
    """Return what the judge says of a server that has a document: of all routes, or of these."""
    return asyncio.run(judge_server(url, known(url, names), waits=waits))


def known(url: str, names: Collection[str] = ()) -> Served:
    """Return what the document tells, of all routes or of these."""
    served = served_by(read_document(url))
    routes = [route for route in served.routes if not names or route.name in names]
    return replace(served, routes=routes)
