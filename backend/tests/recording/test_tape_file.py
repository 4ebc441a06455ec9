import gzip
import io
from pathlib import Path

import pytest

from trading_api.recording.tape_file import Answer, Message, TapeWriter, read_tape
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.testing import ManualClock

HEAD = b'{"tape": 1, "contract": 1, "began": 0}\n'


class SetClock(ManualClock):
    """Its wall time may be set; durations do not see it."""

    back_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() - self.back_ms


def written() -> bytes:
    text, clock = io.StringIO(), ManualClock(5000)
    writer = TapeWriter(text, clock)
    clock.advance(0.01)
    writer.answered("/datafeed/time", 200, "1")
    writer.sent('{"type":"ping"}')
    clock.advance(0.02)
    writer.got('{"type":"pong","payload":"€"}')
    return text.getvalue().encode()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.tape").write_bytes(gzip.compress(written()))

    tape = read_tape(tmp_path / "a.tape")

    assert tape.began == 5000
    assert tape.answers == [Answer(10, "/datafeed/time", 200, "1")]
    assert tape.messages == [Message(30, '{"type":"pong","payload":"€"}')]


def test_a_wall_clock_that_is_set_back_bends_no_time(tmp_path: Path) -> None:
    clock = SetClock(5000)
    with gzip.open(tmp_path / "a.tape", "xt") as file:
        writer = TapeWriter(file, clock)
        clock.advance(1)
        writer.got("1")
        clock.back_ms = 60_000
        clock.advance(1)
        writer.got("2")

    assert [message.at for message in read_tape(tmp_path / "a.tape").messages] == [1000, 2000]


def test_a_kill_loses_no_more_than_the_last_second(tmp_path: Path) -> None:
    clock = ManualClock(5000)
    with gzip.open(tmp_path / "a.tape", "xt") as file:
        writer = TapeWriter(file, clock)
        writer.got("early")
        clock.advance(1)
        writer.got("a second later")
        writer.got("and then")

        texts = [message.text for message in read_tape(tmp_path / "a.tape").messages]

    assert texts == ["early", "a second later"]


def test_a_tape_whose_recorder_was_killed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.tape").write_bytes(gzip.compress(written()[:-9]))
    (tmp_path / "b.tape").write_bytes(gzip.compress(written() * 99)[:-8])

    assert read_tape(tmp_path / "a.tape").messages == []
    assert len(read_tape(tmp_path / "a.tape").answers) == 1
    assert read_tape(tmp_path / "b.tape").messages


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"date,open\n", "Not a gzipped file"),
        (gzip.compress(b'{"tape": 2}\n'), "expected a tape of version 1, got 2"),
        (gzip.compress(b"[]\n"), "expected a tape of version 1, got None"),
        (gzip.compress(b'{"tape": 1}\n'), "cannot be played: 'began'"),
        (gzip.compress(HEAD + b'{"at": 1, "go\n{"at": 2, "got": "1"}\n'), "cannot be played"),
        (bytes([*gzip.compress(HEAD * 99)[:20], *[255] * 9]), "cannot be played"),
    ],
    ids=["no gzip", "newer", "no head", "no time", "damaged in its middle", "damaged bits"],
)
def test_what_is_no_tape_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.tape").write_bytes(content)

    with pytest.raises(ConfigurationError, match=said):
        read_tape(tmp_path / "a.tape")


def test_a_missing_tape_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.tape cannot be played"):
        read_tape(tmp_path / "none.tape")
