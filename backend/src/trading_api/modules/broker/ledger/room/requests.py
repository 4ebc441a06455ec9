"""What is asked of the engine room, and whether it was asked before."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic_core import from_json, to_json

from trading_api.modules.broker.engine.commands.causes import cause_of
from trading_api.modules.broker.engine.inputs import Command
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening, StoredReply
from trading_api.shared.errors import Refusal


@dataclass(frozen=True, slots=True, eq=False)
class CommandRequest:
    """A command for an account; `key` names it for the account's life, however often it comes."""

    account_id: str
    command: Command
    key: str | None

    @property
    def definition(self) -> str:
        """Everything that defines the command, as JSON."""
        return to_json(cause_of(self.command)).decode()


@dataclass(frozen=True, slots=True, eq=False)
class OpenRequest:
    """A new account."""

    opening: AccountOpening


@dataclass(frozen=True, slots=True, eq=False)
class MarkRequest:
    """An account's record was verified up to a place."""

    account_id: str
    mark: str


Request = CommandRequest | OpenRequest | MarkRequest


class KeyTaken(Refusal):
    """A key is another command's; `was` and `came` are both commands as JSON, in units."""

    def __init__(self, key: str, step: int, was: dict[str, Any], came: dict[str, Any]) -> None:
        self.key, self.step, self.was, self.came = key, step, was, came
        super().__init__("IDEMPOTENCY_CONFLICT", self.said(difference(was, came)))

    def said(self, differs: str) -> str:
        """Return the sentence that names what differs."""
        expected = f"expected the command that key {self.key!r} had at step {self.step}"
        return f"{expected}, got another: {differs}"


def repeated(request: CommandRequest, stored: StoredReply) -> Reply:
    """Return the answer that the key had.

    Raises:
        KeyTaken: another command had it.
    """
    definition = request.definition
    if definition != stored.command:
        was, came = from_json(stored.command), from_json(definition)
        raise KeyTaken(request.key or "", stored.reply.step, was, came)
    return stored.reply


def difference(was: dict[str, Any], now: dict[str, Any], path: str = "") -> str:
    """Return each member that differs, as it was and as it came."""
    found = []
    for name in sorted(was.keys() | now.keys()):
        old, new = was.get(name), now.get(name)
        if isinstance(old, dict) and isinstance(new, dict):
            inner = difference(old, new, f"{path}{name}.")
            found += [inner] if inner else []
        elif old != new:
            found.append(f"{path}{name} was {_shown(old)}, came as {_shown(new)}")
    return "; ".join(found)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else repr(value)
