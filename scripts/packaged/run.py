"""`make test-packaging`: builds, installs and serves the package; one line of counts in the end.

A part whose program is missing is named as not run. That is no failure, in CI neither: nginx and
systemd are of the machine that serves, which need not be the one that builds.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import chromium

from . import tools
from .wheel import BACKEND

TESTS = Path(__file__).parent / "tests"


def main(more: list[str]) -> int:
    began_s = time.monotonic()
    lacking = dict(_lacking())
    files = [path for path in sorted(TESTS.glob("test_*.py")) if path.name not in lacking]
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-q", "--timeout=120"]
    code = subprocess.run([*command, *map(str, files), *more], cwd=BACKEND, check=False).returncode
    for name, reason in lacking.items():
        print(f"packaged: {name} NOT RUN ({reason})")
    print(f"packaged: {'failed' if code else 'passed'} in {time.monotonic() - began_s:.0f} s")
    return code


def _lacking() -> Iterator[tuple[str, str]]:
    """Yield each file of tests that cannot run, and what it lacks."""
    tools.find_or_unpack_nginx()
    front = [name for name in ("nginx", "openssl") if tools.find(name) is None]
    for name in front[:1]:
        reason = f"no {name}: {tools.REMEDIES[name]}"
        yield from ((file, reason) for file in ("test_nginx.py", "test_nginx_time.py"))
    if front or chromium.find_or_install() is None:
        yield "test_browser.py", f"no browser or no nginx: {chromium.REMEDY}"
    if tools.find("systemd-analyze") is None:
        yield "test_systemd.py", f"no systemd-analyze: {tools.REMEDIES['systemd-analyze']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
