"""Settings: where they come from, and how a wrong one is refused."""

from pathlib import Path

import pytest

from trading_api.settings import load_settings, unknown_names
from trading_api.shared.errors import ConfigurationError

NAMES = "expected names without scheme and port, such as trade.example"
FEEDS = "names of feeds, each once, such as simulated,replay"
ADDRESSES = "expected addresses or networks, such as 127.0.0.1 or 10.0.0.0/8"


def test_a_flag_wins_over_the_environment_and_that_over_the_default(monkeypatch):
    monkeypatch.setenv("TP_PORT", "9001")

    assert load_settings().port == 9001
    assert load_settings(port="9002").port == 9002
    assert load_settings(port=None).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TP_PORT", "65536", "TP_PORT: expected less than or equal to 65535, got '65536'"),
        *(
            ("TP_FEED", given, f"TP_FEED: expected {FEEDS}, got {given!r}")
            for given in (",", "simulated,simulated")
        ),
        ("TP_REPLAY_SPEED", "0", "TP_REPLAY_SPEED: expected greater than 0, got '0'"),
        *(
            ("TP_ALLOWED_HOSTS", given, f"TP_ALLOWED_HOSTS: {NAMES}, got {given!r}")
            for given in ("trade.example:8000", "https://trade.example", "a.example,*", "[::1]:80")
        ),
        *(
            ("TP_TRUSTED_PROXIES", given, f"TP_TRUSTED_PROXIES: {ADDRESSES}, got {given!r}")
            for given in ("*", "10.0.0.1/8", "127.0.0.1,nginx", "127.0.0.1:80")
        ),
        ("TP_REPLAY_SPEED", "inf", "TP_REPLAY_SPEED: expected a finite number, got 'inf'"),
    ],
)
def test_a_wrong_variable_is_refused_by_name(monkeypatch, name, value, expected):
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigurationError) as refused:
        load_settings()

    assert str(refused.value) == expected


def test_a_wrong_flag_is_refused_by_its_own_name():
    with pytest.raises(ConfigurationError, match=r"^--replay-speed: expected greater than 0"):
        load_settings(replay_speed="-1")


def test_a_replay_needs_its_file():
    with pytest.raises(ConfigurationError, match=r"^TP_REPLAY_FILE: expected the file to replay"):
        load_settings(feed="replay")


def test_a_file_to_replay_needs_the_replay():
    with pytest.raises(ConfigurationError, match=r"^--replay-file: expected the feed 'replay'"):
        load_settings(replay_file="bars.csv")


def test_paths_are_absolute_and_know_the_home_directory():
    settings = load_settings(data_dir="~/somewhere")

    assert settings.data_dir == Path.home() / "somewhere"


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("TP_SYMBOL", "")

    assert load_settings().symbol is None


def test_module_names_are_a_list():
    assert load_settings(modules="datafeed, broker,").module_names == ["datafeed", "broker"]


def test_feed_names_are_a_list_too():
    assert load_settings(feed="simulated, acme").feed_names == ["simulated", "acme"]


def test_names_and_addresses_are_lists_too():
    settings = load_settings(
        allowed_hosts="Trade.Example, 192.0.2.1, ::2, [::3]", trusted_proxies="127.0.0.1,10.0.0.0/8"
    )

    assert settings.served_hosts == ["127.0.0.1", "Trade.Example", "192.0.2.1", "::2", "[::3]"]
    assert settings.proxy_addresses == ["127.0.0.1", "10.0.0.0/8"]


def test_only_names_that_set_nothing_are_warned_of():
    environment = {"TP_DATADIR": "x", "TP_PORT": "1", "TP_CHROMIUM": "c", "PATH": "p"}

    assert list(unknown_names(environment)) == [
        "TP_DATADIR is not a setting and is ignored; did you mean TP_DATA_DIR?"
    ]
