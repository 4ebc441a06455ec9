from trading_api.shared.ws.transport.frame_sink import EXTENSION, offered_sink

from .fake_transport import Served


async def test_a_server_of_ours_offers_its_way_out() -> None:
    served = await Served().open()

    assert offered_sink(served.app.scope) is served.socket


def test_any_other_server_offers_none() -> None:
    assert offered_sink({"type": "websocket"}) is None
    assert offered_sink({"extensions": {EXTENSION + ".another": 1}}) is None
