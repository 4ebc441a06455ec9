"""Command lines that do not fit: said by the command that was meant, with the nearest flag."""

import argparse
import difflib
import re
from collections.abc import Mapping, Sequence

FLAG = re.compile(r"--[a-z][a-z-]*")


def parse(
    parser: argparse.ArgumentParser,
    commands: Mapping[str, argparse.ArgumentParser],
    argv: Sequence[str] | None,
) -> argparse.Namespace:
    """Return the arguments of a command line; ends the process where it does not fit."""
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        chosen = commands.get(arguments.command, parser)
        chosen.error(f"unrecognized arguments: {' '.join(unknown)}{_hint(chosen, unknown)}")
    return arguments


def _hint(parser: argparse.ArgumentParser, unknown: Sequence[str]) -> str:
    flags = FLAG.findall(parser.format_usage())
    wrong = next((one.partition("=")[0] for one in unknown if one.startswith("-")), "")
    closest = difflib.get_close_matches(wrong, flags, n=1)
    return f"; did you mean {closest[0]}?" if closest else ""
