"""Pages name real things: their links, the paths in their code spans, the make targets they use."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"node_modules", ".venv", ".peers", ".git", "dist", "test-results", ".pytest_cache"}
NOT_OURS |= {".hypothesis"}
# Where a path in a code span may start from, beside the page's own folder.
BASES = ["", "backend", "backend/src/trading_api", "backend/src/trading_api/shared/ws", "frontend"]
BASES += ["frontend/src", "frontend/src/plugins", "frontend/src/components", "frontend/src/clients"]
MODULES = "backend/src/trading_api/modules"
BASES += [f"{MODULES}/datafeed", f"{MODULES}/broker"]
ALIASES = {"@/": "frontend/src/", "@clients/": "frontend/src/clients/"}
ALIASES |= {"@public/": "frontend/public/"}
SUFFIXES = "css|html|js|json|lock|md|mjs|mk|py|sh|toml|ts|vue|yml"

LINK = re.compile(r"\]\(([^)\s]+)\)")
SPAN = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
PATH = re.compile(rf"[\w.@-]+(?:/[\w.@-]+)*/(?:[\w.-]+\.(?:{SUFFIXES})|$)")
MAKE = re.compile(r"(?:cd (\w+) && )?\bmake((?: -f \S+)?(?: [a-z][a-z-]*)+)(?![\w/])")
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)


def pages() -> list[Path]:
    found = ROOT.rglob("*.md")
    return sorted(path for path in found if not NOT_OURS & set(path.relative_to(ROOT).parts))


def targets(folder: str) -> set[str]:
    files = [ROOT / folder / "Makefile", ROOT / folder / "project.mk"]
    return {name for file in files if file.exists() for name in TARGET.findall(file.read_text())}


def dead_links(page: Path) -> Iterator[str]:
    for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        file = target.split("#")[0]
        outside = not file or "://" in file or file.startswith("mailto:")
        if not outside and not (page.parent / file).exists():
            yield f"link to {target}"


def dead_paths(page: Path) -> Iterator[str]:
    for span in SPAN.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        # What is made by a build or a run is not there in a fresh clone.
        made = NOT_OURS & set(span.split("/"))
        if PATH.fullmatch(span) and not made and not exists(span, page):
            yield f"path {span}"


def exists(path: str, page: Path) -> bool:
    for alias, folder in ALIASES.items():
        if path.startswith(alias):
            return (ROOT / folder / path.removeprefix(alias)).exists()
    starts = [page.parent, *(ROOT / base for base in BASES)]
    return any((start / path).exists() for start in starts)


def dead_targets(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    code = "\n".join([*FENCE.findall(text), *SPAN.findall(FENCE.sub("", text))])
    for folder, words in MAKE.findall(code):
        known = (
            targets(folder) if folder else targets("") | targets("backend") | targets("frontend")
        )
        for word in re.sub(r"-f \S+", "", words).split():
            if word not in known:
                yield f"make target {word}" + (f" in {folder}" if folder else "")


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_only_what_exists(page):
    dead = [*dead_links(page), *dead_paths(page), *dead_targets(page)]

    assert dead == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](no/such.md)", ["link to no/such.md"]),
        ("`backend/src/gone.py`", ["path backend/src/gone.py"]),
        ("`make no-such-verb`", ["make target no-such-verb"]),
        ("```bash\ncd backend && make build\n```", ["make target build in backend"]),
        ("[a](https://example.org) `text/plain` `make test`", []),
        ("`dist/` `test-results/packaged/`", []),
    ],
)
def test_what_does_not_exist_is_found(tmp_path, text, found):
    page = tmp_path / "page.md"
    page.write_text(text)

    assert [*dead_links(page), *dead_paths(page), *dead_targets(page)] == found
