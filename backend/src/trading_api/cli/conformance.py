"""`trading-pro conformance URL`: judges a server, or with --client a client, by the wire rules."""

import argparse
import asyncio
import json
import sys
from typing import TYPE_CHECKING, Any

from .failure import CommandFailed

if TYPE_CHECKING:
    from trading_api.conformance.served_contract import Served
    from trading_api.conformance.verdicts import Verdict

ANSWER_S = 5.0
LISTEN_S = 3.0
CLIENT_S = 60.0


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "conformance",
        parents=[common],
        help="judge a server or a client of any make by the rules of the wire",
    )
    parser.add_argument("url", nargs="?", metavar="URL", help="ws://HOST:PORT/api/v1/ws")
    parser.add_argument(
        "--client", action="store_true", help="serve a script that judges the client that comes"
    )
    parser.add_argument("--rule", action="append", metavar="RULE", help="only it; may be repeated")
    parser.add_argument(
        "--slow", action="store_true", help="also what takes a minute or two (C1, E2, E3, U1, R5)"
    )
    parser.add_argument("--route", metavar="NAME", help="only this route of the server")
    parser.add_argument("--params", metavar="JSON", help="what --route is subscribed with")
    parser.add_argument(
        "--patience", type=float, metavar="S", help="s to wait for an answer (5), a client (60)"
    )
    parser.add_argument(
        "--listen", type=float, default=LISTEN_S, metavar="S", help="s to wait for updates (3)"
    )
    parser.add_argument("--json", action="store_true", help="print the verdicts as JSON")
    parser.set_defaults(run=run)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts; 1 when a rule failed, an answer did not come, or nothing was judged."""
    from trading_api.conformance.verdicts import as_json, is_passed, report

    if arguments.client == bool(arguments.url):
        arguments.refuse("expected a URL, or --client")
    if arguments.url and not arguments.url.startswith(("ws://", "wss://")):
        arguments.refuse(f"URL: expected ws://HOST:PORT/api/v1/ws, got {arguments.url!r}")
    verdicts = _judged_client(arguments) if arguments.client else _judged_server(arguments)
    print(json.dumps(as_json(verdicts), indent=2) if arguments.json else report(verdicts))
    return 0 if is_passed(verdicts) else 1


def _judged_server(arguments: argparse.Namespace) -> "list[Verdict]":
    from trading_api.conformance.peer import Waits
    from trading_api.conformance.server_judge import judge_server
    from trading_api.conformance.verdicts import NoAnswer

    waits = Waits(answer_s=arguments.patience or ANSWER_S, listen_s=arguments.listen)
    served = _served(arguments)
    rules = frozenset(arguments.rule or ())
    judging = judge_server(
        arguments.url,
        served,
        rules=rules,
        slow=arguments.slow,
        waits=waits,
        told=_tell,
    )
    try:
        return asyncio.run(judging)
    except NoAnswer as away:
        raise CommandFailed(f"{away}; is the server up, and the address right?") from None


def _served(arguments: argparse.Namespace) -> "Served":
    from trading_api.conformance.served_contract import Served, served_by
    from trading_api.conformance.served_routes import (
        RoutesUnknown,
        read_document,
        with_params,
    )

    params = _params(arguments)
    try:
        document = read_document(arguments.url)
    except RoutesUnknown as unknown:
        if arguments.route is None or params is None:
            raise CommandFailed(str(unknown)) from None
        document = {"operations": {}}
    served = served_by(document)
    if arguments.route is None:
        return served
    return Served(with_params(served.routes, arguments.route, params), served.stated)


def _params(arguments: argparse.Namespace) -> dict[str, Any] | None:
    if arguments.params is None:
        return None
    if arguments.route is None:
        arguments.refuse("--params: expected --route as well")
    try:
        params = json.loads(arguments.params)
    except ValueError:
        params = None
    if isinstance(params, dict):
        return params
    arguments.refuse(f"--params: expected a JSON object, got {arguments.params!r}")
    return None


def _judged_client(arguments: argparse.Namespace) -> "list[Verdict]":
    from trading_api.conformance.client_judge import judge_client

    rules = frozenset(arguments.rule or ())

    def announce(url: str) -> None:
        print(f"waiting for a client on {url}", file=sys.stderr, flush=True)

    limit_s = arguments.patience or CLIENT_S
    return asyncio.run(judge_client(announce, rules=rules, slow=arguments.slow, limit_s=limit_s))


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\rjudging: {done} of {total}", end="" if done < total else "\n", file=sys.stderr)
