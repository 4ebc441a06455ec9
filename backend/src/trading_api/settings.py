"""Settings: defaults, `TP_*` environment variables and command-line flags, in rising order."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.tracing import Traces
from trading_api.shared.ws.limits import Limits

ENV_PREFIX = "TP_"
# Read by the build and the smoke tests, not by the server.
OTHER_NAMES = ("TP_BACKEND", "TP_BASE_URL", "TP_CHROMIUM")

# A feed that is a recording: the rest is its file.
TAPE = "tape:"

HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)


class Settings(BaseSettings, Limits):
    """Everything that can be set, the limits of the wire included."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Path.home() / ".trading-pro"
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    reuse_port: bool = False
    """Listen beside another process on the same port, which is about to leave."""
    modules: str = "datafeed,broker,udf,operations,workspace"
    feed: str = "simulated"
    """Sources of market data, comma-separated; a plain symbol means the first that has it."""
    replay_file: Path | None = None
    replay_speed: float = Field(1.0, gt=0, allow_inf_nan=False)
    replay_from_start: bool = False
    """Play the file from its start with new accounts, not from where the accounts stood."""
    replay_skip_s: float = Field(0.0, ge=0, allow_inf_nan=False)
    """Seconds of a tape that are over when it begins to play."""
    symbol: str | None = None
    """Symbol of a replayed or imported file that has no symbol column."""
    seed: int = 20261123
    keep: Literal["nothing", "bars", "ticks"] = "bars"
    """What is kept of what live sources say; ticks are kept beside the bars."""
    keep_bars_days: int = Field(0, ge=0)
    keep_ticks_days: int = Field(30, ge=0)
    allow_unauthenticated: bool = False
    allowed_hosts: str = ""
    """Further names under which the server may be addressed, comma-separated (rule A1)."""
    trusted_proxies: str = ""
    """Addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are believed."""

    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    traces: Traces = "off"

    @field_validator("data_dir", "replay_file")
    @classmethod
    def _expand(cls, path: Path | None) -> Path | None:
        return None if path is None else path.expanduser().absolute()

    @field_validator("feed")
    @classmethod
    def _check_feed(cls, feed: str) -> str:
        names = _split(feed)
        if names and len(set(names)) == len(names):
            return feed
        raise ValueError("expected names of feeds, each once, such as simulated,replay")

    @field_validator("allowed_hosts")
    @classmethod
    def _check_hosts(cls, hosts: str) -> str:
        if all(_is_host(host) for host in _split(hosts)):
            return hosts
        raise ValueError("expected names without scheme and port, such as trade.example")

    @field_validator("trusted_proxies")
    @classmethod
    def _check_proxies(cls, proxies: str) -> str:
        if all(_is_accepted_by(ip_network, proxy) for proxy in _split(proxies)):
            return proxies
        raise ValueError("expected addresses or networks, such as 127.0.0.1 or 10.0.0.0/8")

    @property
    def tape(self) -> Path | None:
        """The recording that is played in the place of everything; None without."""
        return Path(self.feed[len(TAPE) :]).expanduser() if self.feed.startswith(TAPE) else None

    @property
    def module_names(self) -> list[str]:
        """Names of the modules to enable, in the order given."""
        return _split(self.modules)

    @property
    def feed_names(self) -> list[str]:
        """Names of the feeds, the first of them first."""
        return _split(self.feed)

    @property
    def served_hosts(self) -> list[str]:
        """Names under which the server may be addressed, beside loopback (rule A1)."""
        return [self.host, *_split(self.allowed_hosts)]

    @property
    def proxy_addresses(self) -> list[str]:
        """Addresses and networks of the proxies that are believed."""
        return _split(self.trusted_proxies)


def load_settings(**flags: Any) -> Settings:
    """Read the settings; `flags` that are not None win over the environment.

    Raises:
        ConfigurationError: a value is refused.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        settings = Settings(**given)
    except ValidationError as refused:
        raise ConfigurationError("; ".join(_sentences(refused, given))) from None
    _check_replay(settings, given)
    return settings


def _check_replay(settings: Settings, flags: Mapping[str, Any]) -> None:
    """Refuse a replay without its file, and a file that nothing would replay."""
    name, file = _label("replay_file", flags), settings.replay_file
    is_replay = "replay" in settings.feed_names
    if is_replay and file is None:
        expected = f"the file to replay, got nothing (the feed is {settings.feed!r})"
        raise ConfigurationError(f"{name}: expected {expected}")
    if not is_replay and file is not None:
        expected = f"the feed 'replay' beside it (--feed replay), got {settings.feed!r}"
        raise ConfigurationError(f"{name}: expected {expected}")


def unknown_names(environ: Mapping[str, str]) -> Iterable[str]:
    """Yield one warning for each `TP_*` name that sets nothing, with the closest known name."""
    known = [ENV_PREFIX + name.upper() for name in Settings.model_fields] + list(OTHER_NAMES)
    for name in sorted(environ):
        if name.startswith(ENV_PREFIX) and name not in known:
            closest = difflib.get_close_matches(name, known, n=1, cutoff=0.0)[0]
            yield f"{name} is not a setting and is ignored; did you mean {closest}?"


def _sentences(refused: ValidationError, flags: Mapping[str, Any]) -> Iterable[str]:
    for error in refused.errors(include_url=False):
        expected = error["msg"].removeprefix("Value error, ")
        expected = expected.replace("Input should be", "expected")
        yield f"{_label(str(error['loc'][0]), flags)}: {expected}, got {error['input']!r}"


def _label(name: str, flags: Mapping[str, Any]) -> str:
    if name in flags:
        return "--" + name.replace("_", "-")
    return ENV_PREFIX + name.upper()


def _is_host(host: str) -> bool:
    return bool(HOST_NAME.fullmatch(host)) or _is_accepted_by(ip_address, host.strip("[]"))


def _is_accepted_by(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
