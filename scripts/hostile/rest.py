"""`make fuzz-rest`: Schemathesis asks a real server whatever its OpenAPI document allows, and more.

No answer may be a fault of the server's, and each must be as the document says. Schemathesis and
what it needs live in `.venv/fuzz`, locked apart from the rest, since nothing else needs them.
"""

import os
import subprocess
import sys
from pathlib import Path

from .process import server_process

BACKEND = Path(__file__).resolve().parents[2] / "backend"
PACKAGES = BACKEND / ".venv" / "fuzz"
LOCK = BACKEND / "requirements-fuzz.lock"
# Any text for a symbol, and then known ones.
CONFIGURATIONS = ("any_values.toml", "known_values.toml")
# What these ask is not promised: OPTIONS is answered by the framework; TRACE is refused for its
# missing media type before its method is looked at; not every text is a symbol or a resolution.
NOT_PROMISED = ("allow_header_conformance", "unsupported_method", "positive_data_acceptance")


def main(more: list[str]) -> int:
    _install()
    with server_process(linger_s="0") as server:
        codes = [_fuzz(server.url, name, more) for name in CONFIGURATIONS]
        troubles = server.troubles()
    print(f"the server logged {troubles} faults")
    return 1 if any(codes) or troubles else 0


def _fuzz(url: str, configuration: str, more: list[str]) -> int:
    command = [sys.executable, "-m", "schemathesis.cli"]
    command += ["--config-file", str(Path(__file__).with_name(configuration)), "--no-color", "run"]
    command += ["--exclude-checks", ",".join(NOT_PROMISED)]
    command += ["--continue-on-failure", f"{url}/api/v1/openapi.json", *more]
    environment = os.environ | {"PYTHONPATH": str(PACKAGES)}
    return subprocess.run(command, env=environment, cwd=PACKAGES, check=False).returncode


def _install() -> None:
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--target", str(PACKAGES)]
    command += ["--python", sys.executable, "--require-hashes", "-r", str(LOCK)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
