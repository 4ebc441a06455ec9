"""Rule A1: who may come in."""

from urllib.parse import urlsplit

from websockets import Origin
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

from trading_api.conformance.peer import Peer
from trading_api.conformance.verdicts import NotJudged, expect


async def A1_a_foreign_page_is_refused(peer: Peer) -> None:
    status = await _status(peer, origin="https://example.org")
    expect(status == 403, "403 for Origin https://example.org", status)


async def A1_a_foreign_name_of_the_server_is_refused(peer: Peer) -> None:
    status = await _status(peer, host="example.org")
    expect(status == 403, "403 for Host example.org", status)


async def _status(peer: Peer, *, host: str | None = None, origin: str | None = None) -> int:
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
