"""Where the server may listen."""

import socket
from contextlib import closing

import pytest

from trading_api.cli.listener import bind, is_loopback, url_of
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError


def test_a_free_port_is_found_and_named_in_the_address():
    with closing(bind(Settings(port=0))) as listener:
        port = listener.getsockname()[1]

        assert url_of(listener) == f"http://127.0.0.1:{port}"


def test_a_taken_port_is_refused_with_a_remedy():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]

        with pytest.raises(ConfigurationError, match=f"port {port} .* in use; .*--port"):
            bind(Settings(port=port))


def test_who_comes_while_another_starts_on_the_port_is_given_to_the_one_that_answers():
    with closing(bind(Settings(port=0, reuse_port=True))) as running:
        running.listen()
        running.settimeout(1)
        address = running.getsockname()

        with closing(bind(Settings(port=address[1], reuse_port=True))):
            for _ in range(20):
                with socket.create_connection(address), closing(running.accept()[0]):
                    pass


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_an_address_that_others_reach_is_refused(host):
    with pytest.raises(ConfigurationError, match="--allow-unauthenticated"):
        bind(Settings(host=host, port=0))


def test_an_address_that_others_reach_is_allowed_on_demand():
    with closing(bind(Settings(host="0.0.0.0", port=0, allow_unauthenticated=True))) as listener:
        assert url_of(listener).startswith("http://127.0.0.1:")


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(ConfigurationError, match=r"cannot listen on 192\.0\.2\.1:0"):
        bind(Settings(host="192.0.2.1", port=0, allow_unauthenticated=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_loopback_has_several_spellings(host):
    assert is_loopback(host)
