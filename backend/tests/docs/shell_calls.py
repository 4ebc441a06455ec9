"""What a shell makes of a page's commands: bash reads them, and nothing of them is run."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Every command is this function: it writes down its folder, variables, words and input.
RECORDER = """
PATH=/nowhere
record() {
  local named=0 each
  for each in "$@"; do named=$((named + 1)); done
  local settings; settings=$(compgen -e TP_ | while read -r each; do printf '%s ' "$each"; done)
  local input=; [ "$*" = "${1} -" ] && IFS= read -r -d '' input
  printf '%s\\0' "$LINE_OF" "${PWD#"$ROOT_OF"}" "$settings" "$input" "$named" "$@" >> "$CALLS"
}
command_not_found_handle() { record "$@"; }
cd() { record cd "$@"; builtin cd "$@" 2> "$NOWHERE"; }
kill() { record kill "$@"; }
"""
# Folders that a page may change into; one of them is the reader's own.
FOLDERS = ("backend", "frontend", "your-app")
PROGRAM_WITH_A_PATH = re.compile(r"^\s*((?:[\w.-]+/)+[\w.-]+)(?=\s)", re.MULTILINE)
LIMIT_S = 20


@dataclass(frozen=True)
class Call:
    """A command as the program gets it; `folder` is relative to the root of a clone."""

    block: int
    folder: str
    settings: tuple[str, ...]
    stdin: str
    words: tuple[str, ...]


def calls(scripts: Sequence[str]) -> tuple[list[Call], str]:
    """Return what the scripts of one page call, one shell for all of them, and its complaints."""
    with tempfile.TemporaryDirectory(prefix="trading-pro-page-") as name:
        root = Path(name) / "clone"
        for folder in FOLDERS:
            (root / folder).mkdir(parents=True)
        said = subprocess.run(
            ["/bin/bash", "--noprofile", "--norc", "-c", _script(scripts)],
            cwd=root,
            env={"CALLS": f"{name}/calls", "ROOT_OF": str(root), "NOWHERE": f"{name}/nowhere"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=LIMIT_S,
            check=False,
        ).stderr
        recorded = Path(name) / "calls"
        fields = recorded.read_text("utf-8").split("\0")[:-1] if recorded.exists() else []
    return _read(fields), said.strip()


def _script(scripts: Sequence[str]) -> str:
    programs = {path for script in scripts for path in PROGRAM_WITH_A_PATH.findall(script)}
    named = [f'{path}() {{ record {path} "$@"; }}' for path in sorted(programs)]
    numbered = [
        f'LINE_OF={number}; builtin cd "$ROOT_OF"\n{text}' for number, text in enumerate(scripts)
    ]
    return "\n".join([RECORDER, *named, *numbered, "wait"])


def _read(fields: list[str]) -> list[Call]:
    found = []
    while fields:
        block, folder, settings, stdin, count = fields[:5]
        words, fields = fields[5 : 5 + int(count)], fields[5 + int(count) :]
        found.append(
            Call(int(block), folder.strip("/"), tuple(settings.split()), stdin, tuple(words))
        )
    return found
