import gzip
import io
from pathlib import Path

import pytest

from trading_api.recording.tape_file import Answer, Message, TapeWriter, read_tape
from trading_api.shared.errors import ConfigurationError


def written() -> bytes:
    text = io.StringIO()
    writer = TapeWriter(text, began=5000)
    writer.answered(5010, "/datafeed/time", 200, "1")
    writer.sent(5020, '{"type":"ping"}')
    writer.got(5030, '{"type":"pong","payload":"€"}')
    return text.getvalue().encode()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.tape").write_bytes(gzip.compress(written()))

    tape = read_tape(tmp_path / "a.tape")

    assert tape.began == 5000
    assert tape.answers == [Answer(10, "/datafeed/time", 200, "1")]
    assert tape.messages == [Message(30, '{"type":"pong","payload":"€"}')]


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
    ],
    ids=["no gzip", "newer", "no head", "no time"],
)
def test_what_is_no_tape_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.tape").write_bytes(content)

    with pytest.raises(ConfigurationError, match=said):
        read_tape(tmp_path / "a.tape")


def test_a_missing_tape_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.tape cannot be played"):
        read_tape(tmp_path / "none.tape")
