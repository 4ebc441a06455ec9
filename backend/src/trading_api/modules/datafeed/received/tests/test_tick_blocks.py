import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.received.tick_blocks import BlockCorrupt, packed, unpacked
from trading_api.modules.datafeed.tick_sources import HeardTick

NUMBERS = st.integers(0, 2**53)
TICKS = st.builds(HeardTick, st.builds(Tick, *[NUMBERS] * 7), st.integers(0, 2**53))
ONE = HeardTick(Tick(1000, 99, 101, 100, 5, 5, 1), 1003)


@given(st.lists(TICKS, min_size=1, max_size=20))
def test_a_block_gives_back_what_went_in(ticks: list[HeardTick]) -> None:
    block = packed(ticks)

    assert unpacked(block) == ticks
    assert (block.first, block.last, block.ticks) == (
        ticks[0].tick.time,
        ticks[-1].tick.time,
        len(ticks),
    )


def test_a_flipped_bit_is_noticed() -> None:
    block = packed([ONE])
    payload = bytes([block.payload[0] ^ 1, *block.payload[1:]])

    with pytest.raises(BlockCorrupt, match="from 1000 has another checksum"):
        unpacked(block._replace(payload=payload))


def test_another_count_is_noticed() -> None:
    with pytest.raises(BlockCorrupt, match="expected 2 ticks"):
        unpacked(packed([ONE])._replace(ticks=2))
