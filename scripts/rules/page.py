"""Reads the rules from docs/reference/protocol.md: their state, and which side must obey them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path("docs/reference/protocol.md")
SERVER, CLIENT = "server", "client"
SIDES = {"server": (SERVER,), "client": (CLIENT,), "both": (SERVER, CLIENT)}

RULE = re.compile(r"- \*\*(?P<id>[A-Z]\d+)\*\* \*(?P<tag>\w+)\* · \*(?P<state>\w+)\*")
OBEYED_BY = re.compile(r"\| (?P<sides>server|client|both) \| (?P<ids>[A-Z0-9 ,]+) \|")


class PageError(Exception):
    """The page does not say what a rule needs; the message names the rule."""


@dataclass(frozen=True)
class Rule:
    """One rule of the page; `sides` are those that must obey it."""

    id: str
    tag: str
    is_built: bool
    sides: tuple[str, ...]


def read_rules(root: Path) -> list[Rule]:
    """Return the rules of the page below `root`, in its order.

    Raises:
        PageError: a tag or state is unknown, a rule occurs twice, or has no side.
    """
    return parse_rules((root / PAGE).read_text(encoding="utf-8").splitlines())


def parse_rules(lines: Iterable[str]) -> list[Rule]:
    """Return the rules of a page's lines, in order; raises as `read_rules`."""
    lines = list(lines)
    sides = dict(_sides(lines))
    rules = [_rule(match, sides) for match in map(RULE.match, lines) if match]
    known = [rule.id for rule in rules]
    for name in (*known, *sides):
        if known.count(name) != 1:
            raise PageError(f"{name}: expected one rule of this name, got {known.count(name)}")
    return rules


def _rule(match: re.Match[str], sides: dict[str, tuple[str, ...]]) -> Rule:
    name, tag, state = match["id"], match["tag"], match["state"]
    if tag not in ("wire", "process", "code") or state not in ("built", "planned"):
        raise PageError(f"{name}: expected a tag and a state, got {tag} and {state}")
    if name not in sides:
        raise PageError(f"{name}: expected a row of the table of sides, got none")
    return Rule(name, tag, state == "built", sides[name])


def _sides(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in filter(None, map(OBEYED_BY.match, lines)):
        for name in re.findall(r"[A-Z]\d+", match["ids"]):
            yield name, SIDES[match["sides"]]
