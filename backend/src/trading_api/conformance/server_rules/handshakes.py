"""Rule A1: who may come in."""

from urllib.parse import urlsplit

from websockets import Origin
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

from trading_api.conformance.peer import Peer
from trading_api.conformance.rest import address, asked, operations
from trading_api.conformance.verdicts import NotJudged, expect

# Nobody serves a page there.
FOREIGN_PORT = 1


async def A1_a_foreign_page_is_refused(peer: Peer) -> None:
    status = await status_of(peer, origin="https://example.org")
    expect(status == 403, "403 for Origin https://example.org", status)


async def A1_a_foreign_name_of_the_server_is_refused(peer: Peer) -> None:
    status = await status_of(peer, host="example.org")
    expect(status == 403, "403 for Host example.org", status)


async def A1_a_page_of_another_port_is_refused(peer: Peer) -> None:
    origin = urlsplit(peer.url)._replace(scheme="http", path="", query="")
    other = origin._replace(netloc=f"{origin.hostname}:{FOREIGN_PORT}").geturl()
    status = await status_of(peer, origin=other)
    expect(status == 403, f"403 for Origin {other}", status)


async def A1_a_form_of_another_site_is_refused(peer: Peer) -> None:
    for path, operation in (await operations(peer.url, "post")).items():
        # What needs a body does nothing without one.
        if "{" not in path and operation.get("requestBody", {}).get("required"):
            status, _, body = await asked(address(peer.url, path, {}), form=b"a=1")
            expect(status == 415, f"415 for a form posted to {path}", f"{status} {body[:200]!r}")
            return
    raise NotJudged("no operation takes a POST with a body")


async def status_of(peer: Peer, *, host: str | None = None, origin: str | None = None) -> int:
    """Return the HTTP status of a handshake that names these; 101 when it is accepted."""
    server = urlsplit(peer.url)
    try:
        async with connect(
            server._replace(netloc=host).geturl() if host else peer.url,
            proxy=None,
            host=server.hostname,
            port=server.port,
            origin=None if origin is None else Origin(origin),
            open_timeout=peer.waits.answer_s,
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code
    except (OSError, TimeoutError, WebSocketException) as fault:
        raise NotJudged(f"the handshake ended without a status: {fault}") from None
