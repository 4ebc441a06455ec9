"""Commands of a page against what they call: our parser, make's targets, npm's scripts, files."""

import argparse
import io
import json
import re
import shlex
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

from trading_api.cli import _parser
from trading_api.settings import unknown_names

from .curl import curl
from .fences import ROOT
from .piped_python import piped_python
from .shell_calls import Call

# Their words are not ours to know.
OF_THE_SYSTEM = ("date", "grep", "journalctl", "kill", "rm", "sleep", "useradd")
RECIPE = r"^{}:.*\n((?:\t.*\n)*)"
MODULE = re.compile(r"-m ([\w.]+)((?: [\w-]+)*) \$\(ARGS\)")


def complaints(call: Call) -> Iterator[str]:
    """Say what of a command does not exist."""
    yield from (f"no variable {name}" for name in call.settings if not _is_read(name))
    words = _without_sudo(call.words)
    name = words[0].rpartition("/")[2]
    if name in OF_THE_SYSTEM:
        return
    judge = JUDGES.get(name)
    if judge is None:
        yield f"no check knows the program {words[0]}"
    else:
        yield from judge(words[1:], call)


def _without_sudo(words: Sequence[str]) -> Sequence[str]:
    if words[0] != "sudo":
        return words
    return words[3:] if words[1] == "-u" else words[1:]


def _is_read(name: str) -> bool:
    return not list(unknown_names({name: ""})) or name in _sources("backend/tests/conformance")


def trading_pro(words: Sequence[str], call: Call | None = None) -> Iterator[str]:
    """Read a command line as the command itself would."""
    said = io.StringIO()
    parser, _ = _parser()
    try:
        with redirect_stderr(said), redirect_stdout(said):
            _, unknown = parser.parse_known_args(list(words))
    except SystemExit as ended:
        if ended.code:
            yield said.getvalue().strip().splitlines()[-1]
    else:
        if unknown:
            yield f"trading-pro {words[0]} has no {' '.join(unknown)}"


def make(words: Sequence[str], call: Call) -> Iterator[str]:
    """Look for the targets, and for the program behind them that gets the ARGS."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("-C", default=call.folder)
    parser.add_argument("-f")
    parser.add_argument("rest", nargs="*")
    asked = parser.parse_args(list(words))
    files = (ROOT / asked.C / name for name in ("Makefile", "project.mk"))
    text = "\n".join(file.read_text("utf-8") for file in files if file.exists())
    assigned = dict(word.split("=", 1) for word in asked.rest if "=" in word)
    for target in (word for word in asked.rest if "=" not in word):
        recipe = re.search(RECIPE.format(re.escape(target)), text, re.MULTILINE)
        if recipe is None:
            yield f"no target {target} in {asked.C or 'the root'}"
        elif "ARGS" in assigned:
            yield from _arguments(recipe[1], shlex.split(assigned["ARGS"]))
    yield from (f"no variable {name}" for name in assigned if not re.search(rf"\b{name}\b", text))


def _arguments(recipe: str, words: Sequence[str]) -> Iterator[str]:
    found = MODULE.search(recipe)
    if found is None:
        if "$(ARGS)" not in recipe:
            yield "its recipe takes no ARGS"
        yield from _missing_tests("frontend", words)
    elif found[1] == "trading_api":
        yield from trading_pro([*found[2].split(), *words])
    elif found[1] == "pytest":
        yield from _missing_tests("backend", words)
    else:
        package = found[1].partition(".")[0]
        source = _sources(f"scripts/{package}") + _sources(f"benchmarks/{package}")
        flags = [word for word in words if word.startswith("-")]
        yield from (f"{found[1]} has no {flag}" for flag in flags if f'"{flag}"' not in source)


def _missing_tests(side: str, words: Sequence[str]) -> Iterator[str]:
    paths = [word for word in words if "/" in word]
    yield from (f"no tests {path}" for path in paths if not (ROOT / side / path).exists())


def npm(words: Sequence[str], call: Call) -> Iterator[str]:
    if words[0] == "run":
        scripts = json.loads((ROOT / call.folder / "package.json").read_text("utf-8"))["scripts"]
        if words[1] not in scripts:
            yield f"no script {words[1]} in {call.folder}/package.json"


def pip(words: Sequence[str], call: Call) -> Iterator[str]:
    """Look for the extras of our own package."""
    project = tomllib.loads((ROOT / "backend/pyproject.toml").read_text("utf-8"))["project"]
    for extra in re.findall(r"trading-pro\[(\w+)\]", " ".join(words)):
        if extra not in project["optional-dependencies"]:
            yield f"trading-pro has no extra {extra}"


def python(words: Sequence[str], call: Call) -> Iterator[str]:
    if words[0] == "-":
        yield from piped_python(call.stdin)
    elif list(words[:2]) == ["-m", "trading_api"]:
        yield from trading_pro(words[2:])


def cp(words: Sequence[str], call: Call) -> Iterator[str]:
    yield from (f"no file {path}" for path in words[:-1] if not (ROOT / path).exists())


def cd(words: Sequence[str], call: Call) -> Iterator[str]:
    there = {path.name for path in ROOT.iterdir()} if not call.folder else set()
    if words[0] not in there and not words[0].startswith("../"):
        yield f"no folder {words[0]} in {call.folder or 'the root'}: an earlier line left the root"


def systemctl(words: Sequence[str], call: Call) -> Iterator[str]:
    unit = re.sub("@.*", "@", words[-1])
    if not (ROOT / "packaging/systemd" / f"{unit}.service").exists():
        yield f"no unit {words[-1]} in packaging/systemd"


@cache
def _sources(folder: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(Path(ROOT / folder).rglob("*.py")))


JUDGES: dict[str, Callable[[Sequence[str], Call], Iterator[str]]] = {
    "trading-pro": trading_pro,
    "make": make,
    "npm": npm,
    "pip": pip,
    "python": python,
    "python3": python,
    "cp": cp,
    "cd": cd,
    "systemctl": systemctl,
    "curl": curl,
}
