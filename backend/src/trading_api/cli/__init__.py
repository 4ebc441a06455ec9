"""The command line: `trading-pro`, also `python -m trading_api`."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from trading_api.settings import unknown_names
from trading_api.shared.errors import ConfigurationError

from . import (
    backup,
    conformance,
    data,
    doctor,
    import_bars,
    new,
    phases,
    record,
    remove,
    restore,
    routers,
    serve,
    spec,
)
from .failure import CommandFailed
from .usage import parse

COMMANDS = (
    serve,
    record,
    import_bars,
    data,
    backup,
    restore,
    spec,
    routers,
    new,
    remove,
    phases,
    conformance,
    doctor,
)

# A wrong command line or setting, as argparse has it; a command that ran and failed exits with 1.
WRONG_USE = 2
INTERRUPTED = 130


class PrintVersion(argparse.Action):
    """Reads the version of what is installed only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *parsed: Any) -> None:
        from importlib.metadata import version

        print(f"trading-pro {version('trading-pro')}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; what went wrong is said on stderr.

    Without a command, print what there is.
    """
    parser, commands = _parser()
    arguments = parse(parser, commands, argv)
    for warning in unknown_names(os.environ):
        _complain(f"warning: {warning}")
    if not hasattr(arguments, "run"):
        parser.print_help()
        return 0
    try:
        return int(arguments.run(arguments))
    except ConfigurationError as refused:
        _complain(str(refused))
        return WRONG_USE
    except CommandFailed as failed:
        _complain(str(failed))
        return 1
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED


def _parser() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    parser = argparse.ArgumentParser(
        prog="trading-pro",
        description="Live market data and paper trading over one WebSocket.",
        epilog="Every setting is also an environment variable: --data-dir is TP_DATA_DIR.",
    )
    parser.add_argument("--version", action=PrintVersion, help="print the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for command in COMMANDS:
        command.add_to(commands, _common_options())
    return parser, commands.choices


def _common_options() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data-dir", metavar="DIR", help="where bars and accounts are kept (~/.trading-pro)"
    )
    return common


def _complain(message: str) -> None:
    print(f"trading-pro: {message}", file=sys.stderr)
