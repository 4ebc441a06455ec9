"""Rule R6: a list over REST says where its stream goes on."""

from dataclasses import dataclass

from trading_api.conformance.peer import Peer
from trading_api.conformance.rest import address, asked, operations
from trading_api.conformance.served_routes import ServedRoute
from trading_api.conformance.server_rules.asking import params_of, subscribed
from trading_api.conformance.verdicts import NotJudged, expect

EPOCH, SEQ = "Stream-Epoch", "Stream-Seq"


@dataclass(frozen=True)
class Place:
    """Where a list stands in the stream of its route."""

    epoch: str
    seq: int


async def R6_a_list_says_where_its_stream_stands(peer: Peer, route: ServedRoute) -> None:
    url = await _list_of(peer, route)
    before = await _place(url)
    answer = await subscribed(peer, route)
    after = await _place(url)
    epochs = {before.epoch, answer["epoch"], after.epoch}
    expect(len(epochs) == 1, "one epoch of list and stream", epochs)
    between = before.seq <= answer["seq"] <= after.seq
    expect(between, f"a seq from {before.seq} to {after.seq}, as the lists say", answer)


async def R6_a_stream_goes_on_where_a_list_ends(peer: Peer, route: ServedRoute) -> None:
    place = await _place(await _list_of(peer, route))
    answer = await subscribed(peer, route, recover=vars(place))
    expect(answer["recovered"], "recovered true for the place of a list", answer)


async def _list_of(peer: Peer, route: ServedRoute) -> str:
    """Return where the list of a route is: its name is the last of the path."""
    for path, operation in (await operations(peer.url, "get")).items():
        headers = operation["responses"].get("200", {}).get("headers", {})
        if path.endswith(f"/{route.name}") and {EPOCH, SEQ} <= headers.keys():
            return address(peer.url, path, params_of(route))
    raise NotJudged("no list over REST has a place in the stream of its name")


async def _place(url: str) -> Place:
    status, headers, body = await asked(url)
    if status != 200:
        raise NotJudged(f"{url} is answered with {status}: {body[:200]!r}")
    epoch, seq = headers.get(EPOCH.lower(), ""), headers.get(SEQ.lower(), "")
    expect(seq.isdigit() and epoch != "", f"{EPOCH} and {SEQ} with the list", dict(headers))
    return Place(epoch, int(seq))
