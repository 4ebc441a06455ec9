"""`make stopwatch`: the tutorial's new stream in a fresh clone, judged, and taken back.

The command is the one that docs/tutorials/first-stream.md tells, and so is the source that is then
written over the samples. After it every static gate and the stream's own tests must pass, in
Python, in TypeScript against a real server, and in a browser, and its six phases must be green;
then the stream is removed and the clone compared with what it was, byte for byte.
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import chromium

from .clone import ROOT, Clone, cloned

PAGE = ROOT / "docs/tutorials/first-stream.md"
NEW = re.compile(r"^backend/\.venv/bin/trading-pro new stream (?:.*\\\n)*.*$", re.MULTILINE)
REMOVE = re.compile(r"^backend/\.venv/bin/trading-pro remove stream .*$", re.MULTILINE)
SOURCE = re.compile(r"^```python writes=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAID = re.compile(r"^```text run=scripts/stopwatch/run.py\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIMIT_S = 240.0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make stopwatch", description=__doc__)
    parser.add_argument(
        "--limit-s", type=float, default=LIMIT_S, help="fail when it takes longer (%(default)s)"
    )
    limit_s = parser.parse_args(arguments).limit_s
    page = PAGE.read_text(encoding="utf-8")
    with cloned() as clone:
        took_s = _told(clone, page)
    print(f"stopwatch: {took_s:.0f} s of {limit_s:.0f} s, load {os.getloadavg()[0]:.1f}")
    return 0 if took_s <= limit_s else 1


def _told(clone: Clone, page: str) -> float:
    """Follow the tutorial; return how long all of it took."""
    new, remove = _only(NEW, page)[0], _only(REMOVE, page)[0]
    before = clone.texts()
    began_s = time.monotonic()
    _timed("new stream, one command", lambda: clone.run(new))
    path, source = _only(SOURCE, page).groups()
    (clone.folder / path).write_text(source, encoding="utf-8")
    after = clone.texts()
    _timed("make check", lambda: clone.run("make check"))
    _timed("its backend tests", lambda: clone.run(_pytest(before, after)))
    _timed("its front end tests", lambda: clone.run(_vitest(before, after), "frontend"))
    _timed("the page is built", lambda: clone.run("make build"))
    _timed("its smoke test", lambda: _smoke(clone, before, after))
    _timed("its six phases", lambda: _phases(clone, new, _only(SAID, page)[1]))
    _timed("remove stream, one command", lambda: clone.run(remove))
    took_s = time.monotonic() - began_s
    left = clone.texts()
    if left != before:
        unlike = sorted(path for path in {*left, *before} if left.get(path) != before.get(path))
        raise SystemExit(f"stopwatch: not restored byte for byte: {', '.join(unlike)}")
    written = sorted(path for path in after if path not in before)
    changed = [path for path in before if after[path] != before[path]]
    print(f"{len(written)} files written, {len(changed)} changed, all restored byte for byte")
    return took_s


def _timed(what: str, work: Callable[[], object]) -> None:
    began_s = time.monotonic()
    work()
    print(f"{time.monotonic() - began_s:7.1f} s  {what}", flush=True)


def _phases(clone: Clone, new: str, shown: str) -> None:
    """Judge the stream; what the page shows of the verdicts must be said, `…` for any words."""
    (route,) = re.findall(r"new stream (\S+)", new)
    said = clone.run(f"backend/.venv/bin/trading-pro phases {route}")
    for line in shown.splitlines():
        if not re.search(re.escape(line).replace("…", ".*"), said):
            raise SystemExit(f"stopwatch: expected the phases to say {line!r}, they said\n{said}")


def _pytest(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    return f"backend/.venv/bin/python -m pytest -q {_new(before, after, '_stream.py')}"


def _vitest(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    names = [Path(path).name for path in _new(before, after, "Service.test.ts").split()]
    names += [Path(path).name for path in _new(before, after, "Service.spec.ts").split()]
    return f"node_modules/.bin/vitest run mappers.test wsAdapter.test {' '.join(names)}"


def _smoke(clone: Clone, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    browser = chromium.find_or_install()
    if browser is None:
        raise SystemExit(f"stopwatch: no browser: {chromium.REMEDY}")
    (path,) = (one for one in _new(before, after, ".spec.ts").split() if one.startswith("smoke"))
    config = "--config ../smoke-tests/playwright.config.ts"
    clone.run(
        f"node_modules/.bin/playwright test {config} {Path(path).name}",
        "frontend",
        NODE_PATH=str(clone.folder / "frontend/node_modules"),
        TP_CHROMIUM=browser,
    )


def _new(before: dict[str, bytes], after: dict[str, bytes], ending: str) -> str:
    return " ".join(path for path in after if path not in before and path.endswith(ending))


def _only(pattern: re.Pattern[str], page: str) -> re.Match[str]:
    found = list(pattern.finditer(page))
    if len(found) != 1:
        raise SystemExit(f"{PAGE.name}: expected one part like {pattern.pattern!r}")
    return found[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
