"""Edits of TypeScript at anchors that prettier's layout makes unambiguous.

A block at the top of a file begins in the first column and ends with the first `}` there; a method
of a class the same, two columns in.
"""

import re
from collections.abc import Callable

from .refusal import Refused


class ScriptSource:
    """One file; every edit returns the new file."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def with_names(self, path: str, *names: str) -> "ScriptSource":
        """Import names from `path`, each before the first that follows it in the alphabet."""
        match = self._import(path)
        present = _names(match["names"])
        for name in names:
            after = [index for index, one in enumerate(present) if _order(one) > _order(name)]
            present.insert(after[0] if after else len(present), name)
        return self._with_import(match, path, present)

    def without_names(self, path: str, *names: str) -> "ScriptSource":
        match = self._import(path)
        present = _names(match["names"])
        for name in names:
            if name not in present:
                raise Refused(f"{self.name}: expected {name} among the imports from {path!r}")
            present.remove(name)
        return self._with_import(match, path, present)

    def with_line_beside(self, line: str, beside: re.Pattern[str]) -> "ScriptSource":
        """Add a line among those that match, in their alphabet."""
        found = list(beside.finditer(self.text))
        if not found:
            raise Refused(f"{self.name}: expected lines such as {line!r}, found none")
        later = [one for one in found if one[0].lower() > line.lower()]
        at = later[0].start() if later else found[-1].end()
        return ScriptSource(self.name, self.text[:at] + line + self.text[at:])

    def with_last(self, opening: str, text: str, closing: str = "\n}\n") -> "ScriptSource":
        """Add the last lines of the block that begins with the line `opening`."""
        _, end = self._block(opening, closing)
        return ScriptSource(self.name, self.text[:end] + text + self.text[end:])

    def with_last_of_method(self, block: str, method: str, text: str) -> "ScriptSource":
        """Add the last lines of a method of a class."""
        at = self._end_of_method(block, method)
        return ScriptSource(self.name, self.text[:at] + text + self.text[at:])

    def with_last_field(self, block: str, text: str) -> "ScriptSource":
        """Add a field as the last before the constructor of a class."""
        start, end = self._block(block)
        at = self.text.find("\n\n  constructor(", start, end)
        if at < 0:
            raise Refused(f"{self.name}: expected fields and a constructor in {block!r}")
        return ScriptSource(self.name, self.text[: at + 1] + text + self.text[at + 1 :])

    def without_line(self, line: str) -> "ScriptSource":
        """Take a whole line away that stands there once."""
        return self._without(rf"^{re.escape(line)}\n", line)

    def without_statement(self, beginning: str) -> "ScriptSource":
        """Take away what begins so, to its `;`, or to its end where it is a block."""
        block = rf"^(?P<indent> *){re.escape(beginning)}[^\n]*\{{\n(?:.*\n)*?(?P=indent)\}}\n"
        plain = rf"^ *{re.escape(beginning)}[^;{{]*;\n"
        return self._without(f"{plain}|{block}", beginning)

    def without_call(self, beginning: str) -> "ScriptSource":
        """Take away a call with a function as its last argument, and the blank line before it."""
        pattern = rf"^\n(?P<indent> *){re.escape(beginning)}.*\n(?:.*\n)*?(?P=indent)\}}\);\n"
        return self._without(pattern, beginning)

    def without_function(self, name: str) -> "ScriptSource":
        """Take an exported function away, and the blank line before it."""
        beginning = f"export function {name}("
        return self._without(rf"^\n{re.escape(beginning)}.*\n(?:.*\n)*?\}}\n", beginning)

    def with_function_after(self, others: str, text: str) -> "ScriptSource":
        """Add a function behind the last exported one whose head matches the pattern `others`."""
        pattern = rf"^export function {others}[^{{]*\{{\n(?:.*\n)*?\}}\n"
        found = list(re.finditer(pattern, self.text, re.MULTILINE))
        if not found:
            raise Refused(
                f"{self.name}: expected functions such as {text.strip().partition('(')[0]!r}"
            )
        at = found[-1].end()
        return ScriptSource(self.name, self.text[:at] + text + self.text[at:])

    def _without(self, pattern: str, what: str) -> "ScriptSource":
        found = list(re.finditer(pattern, self.text, re.MULTILINE))
        if len(found) != 1:
            raise Refused(f"{self.name}: expected {what!r} once, found it {len(found)} times")
        start, end = found[0].span()
        return ScriptSource(self.name, self.text[:start] + self.text[end:])

    def _import(self, path: str) -> re.Match[str]:
        pattern = rf'^import (?P<type>type )?\{{(?P<names>[^}}]*)\}} from "{re.escape(path)}";\n'
        found = list(re.finditer(pattern, self.text, re.MULTILINE))
        if len(found) != 1:
            raise Refused(
                f"{self.name}: expected one import of names from {path!r}, found {len(found)}"
            )
        return found[0]

    def _with_import(self, match: re.Match[str], path: str, names: list[str]) -> "ScriptSource":
        joined = "".join(f"  {name},\n" for name in names)
        written = f'import {match["type"] or ""}{{\n{joined}}} from "{path}";\n'
        return ScriptSource(
            self.name, self.text[: match.start()] + written + self.text[match.end() :]
        )

    def _block(self, opening: str, closing: str = "\n}\n") -> tuple[int, int]:
        """Return where a block begins and the offset behind its last line."""
        if self.text.count(f"\n{opening}\n") != 1:
            raise Refused(f"{self.name}: expected the line {opening!r} once")
        start = self.text.index(f"\n{opening}\n")
        end = self.text.find(closing, start)
        if end < 0:
            raise Refused(f"{self.name}: expected an end of {opening!r}")
        return start, end + 1

    def _end_of_method(self, block: str, method: str) -> int:
        start, end = self._block(block)
        begin = self.text.find(f"\n  {method}\n", start, end)
        at = self.text.find("\n  }\n", begin, end) if begin >= 0 else -1
        if at < 0:
            raise Refused(f"{self.name}: expected the method {method!r} in {block!r}")
        return at + 1


def edited(name: str, edit: Callable[[ScriptSource], ScriptSource]) -> Callable[[str], str]:
    """Return an edit of a file's text."""
    return lambda text: edit(ScriptSource(name, text)).text


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _order(name: str) -> str:
    return name.lower()
