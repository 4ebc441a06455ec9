"""Who follows docs/how-to/add-a-stream.md by hand has a stream that works, on both sides."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from trading_api.scaffold.workshop import opened

from .contract import strict, unlike_frame
from .fences import ROOT
from .recipe import DATAFEED, MODELS, PLUGINS, SERVICES, SPEC, Recipe

WRITTEN = [f"{MODELS}/__init__.py", f"{MODELS}/spreads.py", f"{DATAFEED}/ws.py"]
WRITTEN += [f"{DATAFEED}/reading.py", f"{DATAFEED}/service.py", f"{DATAFEED}/tests/test_ws.py"]
WRITTEN += [f"{PLUGINS}/mappers.ts", f"{PLUGINS}/wsAdapter.ts", f"{SERVICES}/spreadService.ts"]
LEFT_OUT = re.compile(r",?\s*…")
STEP_LIMIT_S = 120

# Generators and compilers of both languages run: ten seconds on a quiet machine.
pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def recipe() -> Iterator[Recipe]:
    with opened(ROOT) as shop:
        recipe = Recipe(shop)
        shop.format([*WRITTEN, SPEC])
        shop.generate()
        yield recipe


def run(recipe: Recipe, folder: str, *command: str) -> None:
    """Run a command in the copy; what it said is in the failure."""
    copy = recipe.shop.folder
    done = subprocess.run(
        command,
        cwd=copy / folder,
        env={**os.environ, "PYTHONPATH": str(copy / "backend/src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=STEP_LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_its_route_satisfies_the_contract_of_routes(recipe):
    suite = f"{DATAFEED.removeprefix('backend/')}/tests/test_ws.py"
    python = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]

    run(recipe, "backend", *python, f"{suite}::TestSpreads")


def test_its_frames_are_those_of_the_generated_contract(recipe):
    generated = recipe.shop.folder / "contract/asyncapi.json"
    # What the page left out is not missed.
    streams = strict(generated.read_text("utf-8"), left_out="required")
    frames = [LEFT_OUT.sub("", line[2:]) for line in recipe.frames.splitlines()]

    assert len(frames) == 3
    assert [said for frame in frames for said in unlike_frame(frame, streams)] == []


def test_its_types_compile(recipe):
    run(recipe, "frontend", "node_modules/.bin/tsc", "--noEmit", "-p", "tsconfig.recipe.json")


def test_it_counts_its_files_and_lines_right(recipe):
    """Compare the page's table with what was written."""
    page = (ROOT / "docs/how-to/add-a-stream.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `?([\w./]+)`?(?: \(new\))? \| (\d+) \| \d \|$", page, re.MULTILINE)
    changed = [path for path in WRITTEN if not path.endswith("test_ws.py")]
    counted = {
        name: str(added(recipe, path)) for name, _ in table for path in changed if name in path
    }

    assert dict(table) == counted
    assert f"{len(table)} files by hand and {sum(map(int, counted.values()))} lines" in page


def added(recipe: Recipe, path: str) -> int:
    before = (ROOT / path).read_text("utf-8").splitlines() if (ROOT / path).exists() else []
    after = (recipe.shop.text(path) or "").splitlines()
    return len(after) - len(before)
