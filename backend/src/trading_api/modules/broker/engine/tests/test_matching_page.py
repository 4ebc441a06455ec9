"""The page that users read says what the code says."""

import re
from pathlib import Path

from trading_api.modules.broker.engine.matching.rules import RULES
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.state.dump import ORDER_FIELDS

DOCS = Path(__file__).parents[7] / "docs"
ROW = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.MULTILINE)


def rows(heading):
    text = (DOCS / "explanation" / "matching.md").read_text(encoding="utf-8")
    return dict(ROW.findall(text.split(f"\n## {heading}\n")[1].split("\n## ")[0]))


def test_every_reason_of_an_order_is_in_the_table():
    assert rows("Why an order waits or ended") == REASONS


def test_every_rule_is_in_the_table():
    assert rows("Rules of an execution").keys() == RULES.keys()


def test_every_field_of_an_order_is_hashed_and_listed():
    page = (DOCS / "reference" / "state-hash.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^\| order \| (.+) \|$", page, re.MULTILINE)
    camel = {re.sub(r"_(\w)", lambda m: m[1].upper(), name) for name in ORDER_FIELDS}

    assert set(re.findall(r"`(\w+)`", listed)) == camel
