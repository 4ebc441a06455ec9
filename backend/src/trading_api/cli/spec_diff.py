"""`trading-pro spec diff`: what the contract's changes do to clients that exist."""

import argparse
from pathlib import Path
from typing import Any

from trading_api.shared.errors import ConfigurationError

from .failure import CommandFailed
from .source_tree import required_checkout

ENDS = "exit code: 0 nothing breaks, 1 something does (--gate: unannounced), 2 nothing was compared"


def add_to(actions: Any, common: argparse.ArgumentParser) -> None:
    parser = actions.add_parser(
        "diff",
        parents=[common],
        help="say which changes of the contract break clients that exist",
        epilog=ENDS,
    )
    parser.add_argument(
        "base",
        metavar="BASE",
        nargs="?",
        help="a git revision, a folder or a document (contract/released)",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object in place of lines")
    shape.add_argument(
        "--gate",
        action="store_true",
        help="fail unless each breaking change has its contract version and changelog line",
    )
    shape.add_argument("--kinds", action="store_true", help="print the table of all kinds, and end")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare contract/ with another contract; say what breaks."""
    from trading_api.court.comparison import compare
    from trading_api.court.contract_files import read_base, read_folder
    from trading_api.court.report import as_json, said, table

    if arguments.kinds:
        print("\n".join(table()))
        return 0
    root = _root()
    if arguments.gate:
        return _gate(root, arguments.base)
    old, new = read_base(arguments.base, root), read_folder(root / "contract", "contract")
    changes = compare(old, new)
    print(as_json(old, new, changes) if arguments.json else "\n".join(said(old, new, changes)))
    return 1 if any(change.breaks for change in changes) else 0


def gate(root: Path, base: str | None) -> list[str]:
    """Print what the gate compared; return what must be done before it opens."""
    from trading_api.court.contract_files import read_base, read_folder
    from trading_api.court.gate import CHANGELOG, judge, judge_baseline
    from trading_api.court.report import said

    changelog = (root / CHANGELOG).read_text(encoding="utf-8")
    new = read_folder(root / "contract", "contract")
    judgements = [judge(read_base(base, root), new, changelog)]
    baseline = judge_baseline(root, changelog) if base is None else None
    if baseline is not None:
        judgements.append(baseline)
    elif base is None:
        print("the released contract itself was not judged: no history here shows another one\n")
    for one in judgements:
        print("\n".join(said(one.old, one.new, one.changes)), end="\n\n")
    return [missing for one in judgements for missing in one.lacking]


def _gate(root: Path, base: str | None) -> int:
    lacking = gate(root, base)
    if lacking:
        raise CommandFailed(f"a breaking change is not announced: {'; '.join(lacking)}")
    print("contract gate: open")
    return 0


def _root() -> Path:
    try:
        return required_checkout("spec diff")
    except CommandFailed as failed:
        # 1 would say that something breaks.
        raise ConfigurationError(str(failed)) from None
