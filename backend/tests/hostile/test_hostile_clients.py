"""Hostile input and churn in small; `make hostile` and `make churn` do it in full."""

from collections.abc import Iterator

import pytest
from hostile.churn import churn
from hostile.flood import flood
from hostile.frames import FrameMaker
from hostile.process import ServerProcess, server_process


@pytest.fixture
def server() -> Iterator[ServerProcess]:
    with server_process(linger_s="0") as server:
        yield server


async def test_F5_bad_frames_are_answered_and_close_nothing(server: ServerProcess) -> None:
    outcome = await flood(server, messages=1000, connections=20, seed=1)

    assert list(outcome.faults()) == [], outcome.figures()


async def test_S2_clients_that_come_and_go_leave_nothing_behind(server: ServerProcess) -> None:
    outcome = await churn(server, clients=50, seconds=5, seed=1)

    assert list(outcome.faults()) == [], outcome.figures()
    assert outcome.lives > 50


def test_hostile_messages_come_back_by_their_seed() -> None:
    first, again = (list(FrameMaker(7).messages(200, 300)) for _ in range(2))

    assert first == again
    assert sum(message.answers for message in first) <= 300


def test_hostile_messages_are_of_every_kind() -> None:
    contents = [message.content for message in FrameMaker(1).messages(500, 2000)]
    texts = [content for content in contents if isinstance(content, str)]

    assert len(texts) < len(contents)
    for type_ in ("ping", "bars.subscribe", "orders.unsubscribe"):
        assert any(f'"type": "{type_}"' in text for text in texts)
    assert any(text.startswith("[{") for text in texts)
