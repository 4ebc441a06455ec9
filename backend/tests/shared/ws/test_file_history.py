"""The record in a file: numbered, kept through a kill, and read as the protocol asks."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from trading_api.models.wire import WireModel
from trading_api.shared.ws.file_history import FileHistory, HistoryFile
from trading_api.shared.ws.messages import MAX_PAYLOAD_BYTES

TOPIC = 'values:{"name":"a"}'
# Says what it has been told to be kept, until it is killed.
WRITER = """
import asyncio, sys
from pathlib import Path
from trading_api.shared.ws.file_history import HistoryFile
from trading_api.shared.ws.testing import Value
async def write():
    history = HistoryFile(Path(sys.argv[1])).of_topic(sys.argv[2])
    while True:
        print((await history.append(Value(key='', number=1), ts=1)).seq, flush=True)
asyncio.run(write())
"""


class Said(WireModel):
    n: int


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "not-there-yet" / "values.sqlite3"


@pytest.fixture
def history(path: Path) -> FileHistory:
    return HistoryFile(path).of_topic(TOPIC)


async def test_U1_updates_are_numbered_without_a_hole_each_topic_for_itself(path):
    file = HistoryFile(path)
    one, other = file.of_topic(TOPIC), file.of_topic("values:{}")

    appended = [await one.append(Said(n=n), ts=n) for n in (7, 8)]
    first = await other.append(Said(n=9), ts=9)

    assert [(entry.seq, entry.ts, entry.payload) for entry in appended] == [
        (1, 7, '{"n":7}'),
        (2, 8, '{"n":8}'),
    ]
    assert first.seq == 1


async def test_R2_a_page_goes_on_after_any_number_and_ends_at_the_top(history):
    entries = [await history.append(Said(n=n), ts=n) for n in range(5)]

    assert await history.page(after=1, limit=2) == entries[1:3]
    assert await history.page(after=5, limit=2) == []


async def test_S5_the_state_is_the_newest_update_at_its_place(history):
    nothing = await history.state()
    newest = [await history.append(Said(n=n), ts=n) for n in range(3)][-1]

    position, entries = await history.state()

    assert (nothing[0].top, list(nothing[1])) == (0, [])
    assert (position.top, list(entries)) == (3, [newest])


async def test_R2_a_restart_keeps_numbers_and_epoch(path, history):
    kept = [await history.append(Said(n=n), ts=n) for n in range(3)]
    position = await history.position()

    again = HistoryFile(path).of_topic(TOPIC)

    assert await again.position() == position
    assert await again.page(after=0, limit=9) == kept
    assert (await again.append(Said(n=4), ts=4)).seq == 4


async def test_R2_a_file_that_was_lost_begins_another_epoch(path, history):
    await history.append(Said(n=1), ts=1)
    before = await history.position()
    path.unlink()

    after = await HistoryFile(path).of_topic(TOPIC).position()

    assert (after.epoch != before.epoch, after.top) == (True, 0)


def test_R2_no_kill_takes_back_what_was_told(path):
    told = 0
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, str(path), TOPIC]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            heard = [int(next(writer.stdout)) for _ in range(20)]
            os.kill(writer.pid, signal.SIGKILL)
            heard += [int(line) for line in writer.stdout]
        assert heard == list(range(told + 1, told + 1 + len(heard)))
        kept = asyncio.run(HistoryFile(path).of_topic(TOPIC).position()).top
        # The last one may have been kept before it could be told.
        assert kept in (heard[-1], heard[-1] + 1)
        told = kept


async def test_U1_who_gives_up_waiting_leaves_no_hole(history):
    tasks = [asyncio.ensure_future(history.append(Said(n=n), ts=n)) for n in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    top = (await history.position()).top

    assert [entry.seq for entry in await history.page(0, 99)] == list(range(1, top + 1))
    assert 10 <= top <= 20


async def test_U1_two_processes_of_a_takeover_number_in_turn(path):
    leaving, coming = (HistoryFile(path).of_topic(TOPIC) for _ in range(2))

    entries = await asyncio.gather(
        *(history.append(Said(n=n), ts=n) for n in range(9) for history in (leaving, coming))
    )

    assert sorted(entry.seq for entry in entries) == list(range(1, 19))


async def test_an_update_that_cannot_be_sent_is_not_kept(history):
    class Text(Said):
        text: str

    with pytest.raises(ValueError, match=f"at most {MAX_PAYLOAD_BYTES} bytes, got "):
        await history.append(Text(n=1, text="ä" * (MAX_PAYLOAD_BYTES // 2)), ts=1)

    assert (await history.position()).top == 0


async def test_a_file_that_is_none_of_ours_is_refused_and_left(path, history):
    path.parent.mkdir()
    path.write_text("not a database, but long enough to be taken for one" * 20)

    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        await history.append(Said(n=1), ts=1)

    assert path.read_text().startswith("not a database")
