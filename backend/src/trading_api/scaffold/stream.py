"""What a stream is, as it was asked for on the command line or read back from the code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.messages import DeliveryName

from .naming import camel, check_member, check_module, check_route, pascal, snake

KINDS = ("str", "int", "float", "decimal", "bool")
# Others have no canonical text, from which a topic could be named (rule T1).
PARAM_KINDS = ("str", "int", "bool")
RECENT_HELD = 100


@dataclass(frozen=True)
class Member:
    """A parameter of the request or a field of the update; `kind` is one of `KINDS`."""

    name: str
    kind: str


@dataclass(frozen=True)
class Stream:
    """A stream: what is asked for, what comes, and how it is delivered."""

    route: str
    module: str
    params: tuple[Member, ...]
    fields: tuple[Member, ...]
    delivery: DeliveryName = "latest"
    key: str | None = None

    @property
    def model(self) -> str:
        return pascal(self.route)

    @property
    def request(self) -> str:
        return f"{self.model}SubscriptionRequest"

    @property
    def router(self) -> str:
        return f"{self.model}WsRouter"

    @property
    def service(self) -> str:
        return f"{self.model}Service"

    @property
    def folder(self) -> str:
        """Its name as a Python package and variable."""
        return snake(self.route)

    @property
    def member(self) -> str:
        """Its name as a TypeScript variable."""
        return camel(self.route)


def asked_for(
    route: str,
    module: str,
    *,
    params: Sequence[str] = (),
    fields: Sequence[str] = (),
    delivery: str = "latest",
    key: str | None = None,
) -> Stream:
    """Return the stream of a command line; members are written `name:type`.

    Raises:
        ConfigurationError: a name or type is refused, or two options do not go together.
    """
    check_route(route)
    check_module(module)
    if delivery not in get_args(DeliveryName):
        expected = ", ".join(get_args(DeliveryName))
        raise ConfigurationError(f"--delivery: expected one of {expected}, got {delivery!r}")
    asked = tuple(_members("--param", params, PARAM_KINDS))
    told = tuple(_members("--field", fields, KINDS))
    if not told:
        raise ConfigurationError("--field: expected at least one, such as price:float, got none")
    _check_key(key, told, delivery)
    return Stream(route, module, asked, told, delivery, key)  # type: ignore[arg-type]


def _members(flag: str, written: Iterable[str], kinds: Sequence[str]) -> Iterable[Member]:
    seen: set[str] = set()
    for each in written:
        name, colon, kind = each.partition(":")
        if not colon:
            raise ConfigurationError(f"{flag}: expected name:type, got {each!r}")
        check_member(name, flag)
        if kind not in kinds:
            raise ConfigurationError(
                f"{flag} {name}: expected a type of {', '.join(kinds)}, got {kind!r}"
            )
        if camel(name) in seen:
            raise ConfigurationError(f"{flag} {name}: expected each name once, got it twice")
        seen.add(camel(name))
        yield Member(name, kind)


def _check_key(key: str | None, fields: Sequence[Member], delivery: str) -> None:
    if key is None:
        return
    if delivery != "latest":
        why = f"only the newest value is kept by key, a {delivery} stream keeps each"
        raise ConfigurationError(f"--key: expected --delivery latest beside it; {why}")
    if key not in [field.name for field in fields]:
        names = ", ".join(field.name for field in fields)
        raise ConfigurationError(f"--key: expected one of the fields {names}, got {key!r}")
