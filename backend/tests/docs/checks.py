"""The checks of blocks. Each block is claimed by exactly one, by its language and info string."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trading_api.phases.report import page_checklist
from trading_api.settings import load_settings, unknown_names
from trading_api.shared.errors import ConfigurationError

from . import commands
from .contract import REST, STREAMS, document, operation, unlike_frame, unlike_schema
from .fences import ROOT, Block
from .shell_calls import calls

Complaint = tuple[Block, str]
SHELLS = ("bash", "sh")
JOURNEY = "smoke-tests/tests/first-stream.spec.ts"
COMMENT = re.compile(r"^\s*(?:#|//).*$", re.MULTILINE)


@dataclass(frozen=True)
class Check:
    """What claims a block, in words and in code, and what it finds in the blocks of one page."""

    how: str
    claims: Callable[[Block], bool]
    complaints: Callable[[Sequence[Block]], Iterator[Complaint]]


def of_each(judge: Callable[[Block], Iterator[str]]) -> Callable[..., Iterator[Complaint]]:
    """Judge one block after the other."""
    return lambda blocks: ((block, said) for block in blocks for said in judge(block))


def shell(blocks: Sequence[Block]) -> Iterator[Complaint]:
    """Judge the commands of a page, all in one shell: variables of one block serve the next."""
    called, said = calls([block.text for block in blocks])
    if said:
        yield blocks[0], f"bash says: {said}"
    for call in called:
        for complaint in commands.complaints(call):
            yield blocks[call.block], f"{' '.join(call.words[:3])}: {complaint}"


def part_of_file(block: Block) -> Iterator[str]:
    """Look for each piece between comments in the file, whatever the layout."""
    file = ROOT / block.word("file")
    if not file.is_file():
        yield f"no file {block.word('file')}"
        return
    text = _without_layout(COMMENT.sub("", file.read_text(encoding="utf-8")))
    for piece in COMMENT.split(block.text):
        if _without_layout(piece) not in text:
            yield f"{block.word('file')} has no part `{piece.strip().splitlines()[0]}` like this"


def _without_layout(text: str) -> str:
    return re.sub(r",(?=[)\]}>])", "", re.sub(r"\s+", "", text))


def read_by_test(block: Block) -> Iterator[str]:
    """See that the test which runs a block reads the block's page."""
    test = block.word("run") or JOURNEY
    name = block.page.rpartition("/")[2]
    if not (ROOT / test).is_file() or name not in (ROOT / test).read_text(encoding="utf-8"):
        yield f"expected {test} to read {name}"


def json_lines(block: Block) -> Iterator[str]:
    """Judge a frame a line, or by `answer=PATH` what a GET answers."""
    if path := block.word("answer"):
        found = operation("get", path)
        if found is None:
            yield f"no operation GET {path}"
        else:
            schema = found["responses"]["200"]["content"]["application/json"]["schema"]
            yield from unlike_schema(json.loads(block.text), schema, document(REST))
        return
    for line in block.text.splitlines():
        yield from unlike_frame(line, document(STREAMS))


def settings(block: Block) -> Iterator[str]:
    """Judge variables by the settings, directives of a unit by the units that are shipped."""
    lines = [line for line in block.text.splitlines() if not line.startswith("[")]
    said = dict(line.split("=", 1) for line in lines)
    ours = {name: value for name, value in said.items() if name.startswith("TP_")}
    unknown = list(unknown_names(ours))
    yield from unknown
    try:
        values = {name.removeprefix("TP_").lower(): value for name, value in ours.items()}
        load_settings(**({} if unknown else values))
    except ConfigurationError as refused:
        yield str(refused)
    units = (ROOT / "packaging/systemd").glob("*.service")
    known = "\n".join(unit.read_text("utf-8") for unit in units)
    for name in said.keys() - ours.keys():
        if not re.search(rf"^{name}=", known, re.MULTILINE):
            yield f"no unit of ours has {name}"


def checklist(block: Block) -> Iterator[str]:
    if block.text not in page_checklist():
        yield "expected the criteria of `trading-pro phases`: run `make generate`"


CHECKS = (
    Check("bash: read by bash, each command by its parser", lambda b: b.language in SHELLS, shell),
    Check(
        "file=PATH: each piece between comments stands in that file",
        lambda b: bool(b.word("file")),
        of_each(part_of_file),
    ),
    Check(
        "run=PATH: that test reads the page and runs the block",
        lambda b: bool(b.word("run")),
        of_each(read_by_test),
    ),
    Check(
        f"shows=PATH, writes=PATH: of a tutorial, in a clone, by {JOURNEY}",
        lambda b: bool(b.word("shows") or b.word("writes")),
        of_each(read_by_test),
    ),
    Check(
        "json: a frame a line, or with answer=PATH what a GET answers",
        lambda b: b.language == "json",
        of_each(json_lines),
    ),
    Check("ini: settings, or a part of a unit", lambda b: b.language == "ini", of_each(settings)),
    Check(
        "markdown: the checklist of `trading-pro phases`",
        lambda b: b.language == "markdown",
        of_each(checklist),
    ),
    Check(
        "text picture: drawn, there is nothing to run",
        lambda b: b.language == "text" and "picture" in b.words,
        of_each(lambda block: iter(())),
    ),
)
