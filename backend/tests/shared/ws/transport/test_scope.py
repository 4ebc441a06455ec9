from .fake_transport import Served


async def test_the_scope_says_who_asks_for_what() -> None:
    served = await Served(peername=("10.0.0.1", 5), sockname=("10.0.0.2", 80)).open()

    scope = served.app.scope
    assert (scope["client"], scope["server"]) == (("10.0.0.1", 5), ("10.0.0.2", 80))
    assert (scope["path"], scope["raw_path"]) == ("/r/ws", b"/r/ws")
    assert (scope["query_string"], scope["scheme"]) == (b"a=b", "ws")
    assert scope["state"] == {"s": 1}


async def test_an_encrypted_connection_is_wss_and_a_unix_socket_has_no_address() -> None:
    served = await Served(sslcontext=object(), peername="", sockname="/run/x").open()

    scope = served.app.scope
    assert (scope["scheme"], scope["client"], scope["server"]) == ("wss", None, None)
