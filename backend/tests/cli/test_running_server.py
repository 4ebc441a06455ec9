"""The note that a running server leaves."""

import json
import os

import pytest

from trading_api.cli.running_server import FILE_NAME, announce, find, withdraw

# Above the largest process id that Linux gives out.
NO_SUCH_PID = 2**22 + 1


def test_the_note_names_process_address_and_start(tmp_path):
    note = announce(tmp_path, "http://127.0.0.1:8000")

    assert find(tmp_path) == note
    assert (note.pid, note.url) == (os.getpid(), "http://127.0.0.1:8000")
    assert note.started.endswith("+00:00")
    assert note.alive


def test_a_withdrawn_note_is_gone(tmp_path):
    announce(tmp_path, "http://127.0.0.1:8000")

    withdraw(tmp_path)

    assert find(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def left_by(folder, pid):
    note = {"pid": pid, "url": "http://127.0.0.1:1", "started": "2026-01-01"}
    (folder / FILE_NAME).write_text(json.dumps(note))


def test_the_note_of_another_process_stays(tmp_path):
    left_by(tmp_path, os.getppid())

    standing = announce(tmp_path, "http://127.0.0.1:8000")
    withdraw(tmp_path)

    assert (standing.pid, standing.url) == (os.getppid(), "http://127.0.0.1:1")
    assert find(tmp_path) == standing


@pytest.mark.parametrize("pid", [NO_SUCH_PID, os.getpid()], ids=["gone", "our own"])
def test_the_note_of_a_server_that_is_gone_is_replaced(tmp_path, pid):
    left_by(tmp_path, pid)

    note = announce(tmp_path, "http://127.0.0.1:8000")

    assert find(tmp_path) == note
    assert note.url == "http://127.0.0.1:8000"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"pid": "x"}', '{"pid": 1}'])
def test_a_file_that_is_no_note_counts_as_none(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text)

    assert find(tmp_path) is None
