"""The operators' page is what the code says, and says what to do about all of it."""

from pathlib import Path

import pytest
from operations.code_advice import ADVICE
from operations.log_events import LogEvent, events_of
from operations.page import page
from operations.remedies import CLOSES, EVENTS
from operations.run import PAGE, SOURCE

from trading_api.shared.errors import CLOSE_CODES, ERRORS


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(events_of(SOURCE))


def test_every_event_and_code_has_its_remedy_and_no_remedy_is_left_over():
    assert set(EVENTS) == {event.name for event in events_of(SOURCE)}
    assert set(CLOSES) == set(CLOSE_CODES)
    assert set(ADVICE) <= set(ERRORS)
    # Where the server could not, its operator may have to.
    assert {row.code for row in ERRORS.values() if row.http_status >= 500} <= set(ADVICE)


@pytest.mark.parametrize(
    ("word", "field"), [("ledger_al", "account"), ("history_f", "step"), ("snapshot", "connection")]
)
def test_an_event_of_the_product_has_what_it_is_about(word: str, field: str):
    [event] = [event for event in events_of(SOURCE) if event.name.startswith(word)]

    assert field in event.fields


def test_an_event_is_read_from_the_source(tmp_path: Path):
    (tmp_path / "x.py").write_text('logger.error("it_broke topic=%s step=%s", a, b)\n')

    message = "it_broke topic=%s step=%s"
    [event] = events_of(tmp_path)
    assert event == LogEvent("it_broke", "error", ("topic", "step"), message, "x.py")


def test_what_happens_to_one_connection_carries_its_number(tmp_path: Path):
    room = tmp_path / "shared" / "ws" / "delivery"
    room.mkdir(parents=True)
    (room / "x.py").write_text('logger.error("it_broke topic=%s", a)\n')

    [event] = events_of(tmp_path)
    assert event.fields == ("topic", "connection")


def test_a_message_that_names_no_event_is_refused_with_its_place(tmp_path: Path):
    (tmp_path / "x.py").write_text('logger.error("It broke: %s", a)\n')

    with pytest.raises(ValueError, match=r"^x\.py: expected .* got 'It broke: %s'"):
        events_of(tmp_path)
