import json
from pathlib import Path

import pytest

from trading_api.phases import page
from trading_api.phases.criteria import CRITERIA, PHASES
from trading_api.phases.report import as_json, checklist, page_checklist, table
from trading_api.phases.stream import Stream, chosen
from trading_api.phases.verdicts import Finding, Verdict, of_runs
from trading_api.shared.errors import ConfigurationError

BARS = Stream("bars", "datafeed", "BarWsRouter", "BarsRequest", "Bar", "latest")
EQUITY = Stream("equity", "broker", "EquityWsRouter", "EquityRequest", "EquityData", "latest")


def verdict(stream: Stream, name: str, gap: str | None = None) -> Verdict:
    (criterion,) = [one for one in CRITERIA if one.name == name]
    return Verdict(stream, criterion, Finding(gap, "" if gap else "seen"))


VERDICTS = [
    verdict(BARS, "models"),
    verdict(BARS, "latency"),
    verdict(EQUITY, "models"),
    verdict(EQUITY, "latency", "p99 130 ms of 90 updates"),
]


def test_the_table_counts_by_phase_and_tells_how_a_gap_is_mended() -> None:
    head, bars, equity, _, gap, count = table(VERDICTS)

    assert head.split()[::2] == ["stream", *(PHASES[one].split()[0].lower() for one in PHASES)]
    assert bars.split() == ["bars", "1/1", "-", "-", "-", "-", "1/1"]
    assert equity.split() == ["equity", "1/1", "-", "-", "-", "-", "0/1"]
    assert gap.startswith(
        "equity, phase 6, latency: p99 130 ms of 90 updates\n    see `trading-pro"
    )
    assert count == "phases: 4 criteria of 2 streams, 1 gaps"


def test_the_checklist_of_a_stream_shows_what_was_seen() -> None:
    lines = [*checklist(VERDICTS[2:])]

    assert lines[0] == "Phase 1: Backend operations"
    assert lines[1].startswith("  [x] Models") and lines[1].endswith("(seen)")
    assert lines[3].startswith("  [ ] p99")


def test_the_json_says_which_file_mends_a_gap() -> None:
    told = json.loads(as_json(VERDICTS))

    assert told["green"] is False
    assert [one["remedy"] is None for one in told["verdicts"]] == [True, True, True, False]


def test_what_was_not_judged_is_a_gap() -> None:
    found = {("latency", "bars"): Finding(evidence="p99 2 ms")}

    green = [one.criterion.name for one in of_runs(found, [BARS]) if one.is_green]

    assert green == ["latency"]


def test_a_stream_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ConfigurationError, match=r"'bar'.*bars, equity"):
        chosen([BARS, EQUITY], "bar", None)
    assert chosen([BARS, EQUITY], None, "broker") == [EQUITY]


def test_the_checklist_of_the_page_is_written_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / page.PAGE
    file.parent.mkdir()
    file.write_text("# A\n\n## Checklist\n\n```markdown\n- [ ] old\n```\n\n## B\n")

    assert not page.is_current(tmp_path) and page.write(tmp_path) and not page.write(tmp_path)
    assert file.read_text() == f"# A\n\n## Checklist\n\n{page_checklist()}\n\n## B\n"


def test_a_page_without_a_place_for_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / page.PAGE
    file.parent.mkdir()
    file.write_text("# A\n")

    with pytest.raises(ConfigurationError, match="## Checklist"):
        page.write(tmp_path)
