"""Tables of the reference pages say what the code says."""

import json
import re
from pathlib import Path

import pytest

from trading_api.settings import Settings
from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.limits import Limits

ROOT = Path(__file__).resolve().parents[2]
BACKEND = ROOT / "backend"
REFERENCE = ROOT / "docs" / "reference"
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)
HEADINGS = (
    "The server itself", "The datafeed", "The broker", "The workspace", "Charts of other makes",
)  # fmt: skip
YES = {True: "yes", False: "no"}


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, its head left out."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line.split(" | ") for line in ROW.findall(section)][1:]


def test_E1_error_codes_are_those_of_the_code():
    expected = [
        [f"`{row.code}`", YES[row.temporary], str(row.http_status), row.meaning]
        for row in ERRORS.values()
    ]

    assert rows("errors.md", "Error codes") == expected


def test_C2_close_codes_are_those_of_the_code():
    expected = [[f"`{row.code}`", YES[row.terminal], row.reason] for row in CLOSE_CODES.values()]

    assert rows("errors.md", "Close codes") == expected


@pytest.mark.parametrize("heading", ["What is served", "Limits of the wire"])
def test_settings_have_the_documented_defaults(heading):
    in_limits = heading == "Limits of the wire"
    names = Limits.model_fields if in_limits else Settings.model_fields.keys() - Limits.model_fields
    documented = {name: default for name, default, *_ in rows("configuration.md", heading)}

    assert documented == {f"`TP_{name.upper()}`": shown(name) for name in names}


def test_architecture_names_tests_that_exist():
    files = [file for part in ("src", "tests") for file in (BACKEND / part).rglob("test_*.py")]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    named = re.findall(r"`(test_\w+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))

    assert named
    assert set(named) <= set(re.findall(r"def (test_\w+)", source))


def shown(name: str) -> str:
    default = Settings.model_fields[name].default
    if default in (None, "", False):
        return "unset"
    return f"`{default}`".replace(str(Path.home()), "~")


def test_rest_page_lists_every_operation():
    paths = json.loads((ROOT / "contract" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    served = {(method.upper(), path) for path, item in paths.items() for method in item}
    documented = {
        (method, path.strip("`"))
        for heading in HEADINGS
        for method, path, *_ in rows("rest.md", heading)
    }

    assert documented == served
