"""Names of streams, fields and modules: which are taken by the languages that they go through."""

import keyword
import re

from pydantic import BaseModel

from trading_api.shared.errors import ConfigurationError

ROUTE = re.compile(r"[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*")
MODULE = re.compile(r"[a-z][a-z0-9]*")
MEMBER = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*|[a-z][A-Za-z0-9]*")
# With longer names the lines of the written code would not fit.
LONGEST = 24

# Of TypeScript and JavaScript, beside those that Python reserves too; last, names that
# a model, a method or the written code gives a meaning of its own.
_SCRIPT_WORDS = """
    arguments await case catch const constructor debugger default delete do enum eval export extends
    false function implements instanceof interface let new null package private protected prototype
    public static super switch this throw true typeof undefined var void
    asked bool cls float int listener self str
"""
# A type of this name would hide one that every file knows.
_GLOBAL_TYPES = """
    Any Array ArrayBuffer BigInt Blob Boolean Date Decimal Delivery Document Element Entry Error
    Event Exception File Function Heard Iterator JSON Map Math Module Navigator Node Number Object
    Path Producer Producers Promise Proxy Range Record Reflect Request RequestModel Response
    Screen Selection Set Settings Source Storage StreamListener String SubscriptionHandle Symbol
    Text TopicUpdate WeakMap Window WireModel Worker WsAdapter WsAdapterType WsFallback WsRouter
"""
SCRIPT_WORDS = frozenset(_SCRIPT_WORDS.split())
GLOBAL_TYPES = frozenset(_GLOBAL_TYPES.split())
# Words of the protocol that stand in the place of a route.
PROTOCOL_WORDS = frozenset(["draining", "error", "ping", "pong"])


def check_route(route: str) -> None:
    """Accept the name of a stream.

    Raises:
        ConfigurationError: it is none, or one that is reserved.
    """
    if not ROUTE.fullmatch(route) or len(route) > LONGEST:
        expected = f"lower case words joined by '-', at most {LONGEST} characters, such as news"
        raise ConfigurationError(f"stream {route!r}: expected {expected}")
    if route in PROTOCOL_WORDS or _is_reserved(snake(route)) or _is_reserved(camel(route)):
        raise ConfigurationError(f"stream {route!r}: expected another name, that one is reserved")
    if pascal(route) == snake(route).upper():
        why = "of one letter, its model would have the name of a constant"
        raise ConfigurationError(f"stream {route!r}: expected a longer name; {why}")
    if pascal(route) in GLOBAL_TYPES:
        hidden = f"its model {pascal(route)} would hide a type of that name"
        raise ConfigurationError(f"stream {route!r}: expected another name, {hidden}")


def check_module(name: str) -> None:
    """Accept the name of a module.

    Raises:
        ConfigurationError: it is none, or one that is reserved.
    """
    if not MODULE.fullmatch(name) or len(name) > LONGEST:
        expected = f"one lower case word, at most {LONGEST} characters, such as weather"
        raise ConfigurationError(f"module {name!r}: expected {expected}")
    if _is_reserved(name) or name in ("tests", "testing"):
        raise ConfigurationError(f"module {name!r}: expected another name, that one is reserved")


def check_member(name: str, what: str) -> None:
    """Accept the name of a parameter or field.

    Raises:
        ConfigurationError: it is none, or one that is reserved.
    """
    if not MEMBER.fullmatch(name) or len(name) > LONGEST:
        expected = f"a name such as price or bid_size, at most {LONGEST} characters"
        raise ConfigurationError(f"{what} {name!r}: expected {expected}")
    if _is_reserved(name) or _is_reserved(camel(name)) or hasattr(BaseModel, name):
        raise ConfigurationError(f"{what} {name!r}: expected another name, that one is reserved")
    if name.startswith("model_"):
        raise ConfigurationError(f"{what} {name!r}: expected another name, models own `model_`")


def snake(name: str) -> str:
    return name.replace("-", "_")


def pascal(name: str) -> str:
    """Return `market-status` as `MarketStatus`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split("[-_]", name))


def camel(name: str) -> str:
    """Return `market-status`, or `bid_size`, as `marketStatus`, `bidSize`."""
    joined = pascal(name)
    return joined[:1].lower() + joined[1:]


def _is_reserved(word: str) -> bool:
    soft = keyword.issoftkeyword(word) and word != "type"
    return keyword.iskeyword(word) or soft or word.lower() in SCRIPT_WORDS
