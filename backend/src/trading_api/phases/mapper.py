"""What a mapper of `mappers.ts` makes of its payload, read from the text that prettier lays out."""

import re
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
NAME = r"[A-Za-z_]\w*"
HEAD = re.compile(rf"\(\s*(\{{[^}}]*\}}|{NAME})\s*:\s*([^,)]*?),?\s*\)\s*:")
CALL = re.compile(r"\b([\w.]+)\(([^()]*)\)")
WHOLE = frozenset(["*"])
"""Stands for all fields: the payload, or what is left of it, is passed on as it is."""


@dataclass(frozen=True)
class Mapper:
    """A function of one payload: the type that it takes, and the fields that it makes use of."""

    takes: str
    fields: frozenset[str]

    def omitted(self, fields: list[str]) -> list[str]:
        return [] if self.fields >= WHOLE else [one for one in fields if one not in self.fields]


def mapper_of(text: str, name: str) -> Mapper | None:
    """Return the mapper of that name in the text of `mappers.ts`; None where there is none."""
    return _read(COMMENT.sub("", text), name, frozenset())


def imported_as(text: str, alias: str) -> str | None:
    """Return the type that the text imports under a name of the front end's convention."""
    found = re.search(rf"\b({NAME}) as {alias}\b", text)
    return found[1] if found else None


def _read(text: str, name: str, outer: frozenset[str]) -> Mapper | None:
    function = re.search(rf"^(?:export )?function {name}\b.*?^}}", text, re.DOTALL | re.MULTILINE)
    head = HEAD.search(function[0]) if function else None
    if function is None or head is None:
        return None
    body = function[0][head.end() :]
    fields, wholes = _destructured(head[1])
    taken_apart = re.compile(rf"(?:const|let) (\{{[^}}]*\}}) = (?:{'|'.join(wholes) or '-'});")
    for pattern in taken_apart.findall(body):
        more, rests = _destructured(pattern)
        fields, wholes = fields | more, wholes | rests
    body = taken_apart.sub("", body)
    for whole in wholes:
        fields |= set(re.findall(rf"\b{whole}\.({NAME})", body))
        fields |= _passed_on(text, body, whole, outer | {name})
    return Mapper(" ".join(head[2].split()), frozenset(fields))


def _destructured(pattern: str) -> tuple[set[str], set[str]]:
    """Return the fields that a parameter names, and the names of what is (left of) the payload."""
    if not pattern.startswith("{"):
        return set(), {pattern}
    parts = [part.strip() for part in pattern.strip("{}").split(",") if part.strip()]
    rests = {part.removeprefix("...") for part in parts if part.startswith("...")}
    return {re.split(r"\W", part)[0] for part in parts if not part.startswith("...")}, rests


def _passed_on(text: str, body: str, whole: str, outer: frozenset[str]) -> set[str]:
    if re.search(rf"\.\.\.{whole}\b(?!\.)", body):
        return set(WHOLE)
    found: set[str] = set()
    for called, given in CALL.findall(body):
        arguments = [one.strip() for one in given.split(",")]
        if whole in arguments:
            is_mapped = arguments == [whole] and called not in outer
            inner = _read(text, called, outer) if is_mapped else None
            found |= WHOLE if inner is None else inner.fields
    return found
