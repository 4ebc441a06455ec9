"""A record in memory behind a lossless route."""

from trading_api.shared.ws.testing import MemoryHistory


async def test_a_record_has_its_pages_and_its_state() -> None:
    record = MemoryHistory(epoch="e1")
    for key in ("rain", "wind", "rain"):
        record.append(key)

    position, state = await record.state()

    assert (position.floor, position.top) == (0, 3)
    assert [entry.seq for entry in await record.page(after=1, limit=10)] == [2, 3]
    assert [entry.seq for entry in state] == [3, 2]
