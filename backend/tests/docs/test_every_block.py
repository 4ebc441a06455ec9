"""Every block of the pages is claimed by one check and passes it; planted errors are noticed."""

import re
import shlex
from itertools import groupby

import pytest

from .checks import CHECKS, Check
from .commands import trading_pro
from .fences import FENCE, ROOT, Block, blocks_in, blocks_of, pages

BLOCKS = [block for page in pages() for block in blocks_of(page)]
WAYS = "\n  ".join(check.how for check in CHECKS)

COMMAND_IN_A_SENTENCE = re.compile(r"`(?:backend/\.venv/bin/)?trading-pro( [^`]+)`")
# A sentence may leave out what the command needs beside.
NAMED_IN_PART = re.compile("are required|expected one argument")


def claiming(block: Block) -> list[Check]:
    return [check for check in CHECKS if check.claims(block)]


def complaints(blocks: list[Block]) -> list[str]:
    """Return what the blocks' checks find, a page at a time."""
    found = []
    for check in CHECKS:
        for _, claimed in groupby(filter(check.claims, blocks), key=lambda block: block.page):
            found += [f"{block.place}: {said}" for block, said in check.complaints(list(claimed))]
    return found


@pytest.mark.parametrize("page", sorted({block.page for block in BLOCKS}))
def test_each_block_is_claimed_by_exactly_one_check(page):
    for block in blocks_of(page):
        ways = [check.how for check in claiming(block)]
        assert len(ways) == 1, f"{block.place} is claimed by {ways}; expected one of\n  {WAYS}"


@pytest.mark.parametrize("page", sorted({block.page for block in BLOCKS}))
def test_each_block_says_what_is(page):
    assert complaints(blocks_of(page)) == []


def test_no_fence_is_left_open_or_overlooked():
    for page in pages():
        fences = (ROOT / page).read_text(encoding="utf-8").count("```")
        assert fences == 2 * len(blocks_of(page)), page


@pytest.mark.parametrize("page", pages())
def test_commands_within_sentences_are_real(page):
    text = FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    for command in COMMAND_IN_A_SENTENCE.findall(text):
        found = trading_pro(shlex.split(command))
        assert [said for said in found if not NAMED_IN_PART.search(said)] == [], command


def test_every_example_of_the_test_kit_is_shown_whole():
    shown = {block.word("file"): block.text for block in blocks_of("docs/reference/test-kit.md")}
    examples = sorted((ROOT / "backend/tests/test_kit").glob("*.py"))

    assert examples
    for example in examples:
        path = example.relative_to(ROOT).as_posix()
        assert shown.get(path) == example.read_text(encoding="utf-8"), path


def planted(fence: str, *lines: str) -> list[str]:
    text = "\n".join([f"```{fence}", *lines, "```", ""])
    return [said.partition(": ")[2] for said in complaints([*blocks_in(text, "docs/page.md")])]


SPREADS = "python file=docs/how-to/add-a-stream.md"
ORDERS = "http://127.0.0.1:8000/api/v1/broker/orders"


@pytest.mark.parametrize(
    ("fence", "line", "said"),
    [
        ("bash", "trading-pro serve --prot 9000", "trading-pro serve has no --prot"),
        ("bash", "trading-pro spec exprot", "invalid choice: 'exprot'"),
        ("bash", "sudo -u you /opt/bin/trading-pro backup", "required: FILE"),
        ("bash", "make tset", "no target tset in the root"),
        ("bash", "make -C backend bench", "no target bench in backend"),
        ("bash", 'make run ARGS="--prot 9000"', "trading-pro serve has no --prot"),
        ("bash", "make bench ARGS=--quik", "streams.run has no --quik"),
        ("bash", "make -C backend test ARGS=tests/sharde/ws", "no tests tests/sharde/ws"),
        ("bash", "make -C frontend test ARGS=src/gone", "no tests src/gone"),
        ("bash", "make generate ADDRESS=x", "no variable ADDRESS"),
        ("bash", "TP_PROT=9000 make run", "no variable TP_PROT"),
        ("bash", "cd backend && make\ncd frontend && make", "an earlier line left the root"),
        ("bash", "cd frontend && npm run biuld", "no script biuld"),
        ("bash", "tradnig-pro serve", "no check knows the program tradnig-pro"),
        ("bash", "pip install 'trading-pro[tracing]'", "no extra tracing"),
        ("bash", "sudo cp packaging/gone /etc", "no file packaging/gone"),
        ("bash", "sudo systemctl start trading-por", "no unit trading-por"),
        ("bash", "make run 'unclosed", "bash says"),
        ("bash", "curl -s http://h/api/v1/broker/order", "no operation GET"),
        ("bash", f"curl -s '{ORDERS}?acount=demo'", "no parameter acount"),
        ("bash", f'curl -s {ORDERS} -d \'{{"symbol":"A"}}\'', "'type' is a required property"),
        ("bash", "python - <<'EOF'\nfrom websockets import no_such\nEOF", "no no_such"),
        ("json", '{"type":"bars.subscribe","payload":{"symbl":"A"}}', "symbl"),
        ("json", '{"type":"bras.subscribe"}', "no message 'bras.subscribe'"),
        ("json answer=/api/v1/udf/history", '{"s":"ok","t":"soon"}', "t: "),
        ("json answer=/api/v1/udf/config", '{"supported_resolution":[]}', "supported_resolution"),
        ("ini", "TP_ALLOWED_HOST=a.example", "did you mean TP_ALLOWED_HOSTS?"),
        ("ini", "TP_TRUSTED_PROXIES=everybody", "--trusted-proxies: expected"),
        ("ini", "[Service]\nIPAdressAllow=any", "no unit of ours has IPAdressAllow"),
        ("markdown", "- [ ] Models in `modles/`", "run `make generate`"),
        (SPREADS, "spreed: float", "has no part `spreed: float`"),
        ("python file=docs/gone.py", "1", "no file docs/gone.py"),
        ("python run=backend/tests/test_app.py", "1", "to read page.md"),
        ("python shows=backend/src/trading_api/main.py", "1", "to read page.md"),
    ],
)
def test_a_planted_error_is_noticed(fence, line, said):
    found = planted(fence, line)

    assert any(said in complaint for complaint in found), found


def test_a_block_without_a_check_is_named_with_the_ways():
    (block,) = blocks_in("\n```python\nprint()\n```\n", "docs/page.md")

    assert (block.place, claiming(block)) == ("docs/page.md:2", [])
    assert "run=PATH" in WAYS
