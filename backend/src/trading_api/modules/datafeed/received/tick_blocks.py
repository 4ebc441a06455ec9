"""Ticks as compressed blocks: a column a field, each as differences. Pure."""

import zlib
from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import NamedTuple

import numpy as np

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.tick_sources import HeardTick

# The fields of a tick, then when it was received.
_WIDTH = len(fields(Tick)) + 1


class BlockCorrupt(ValueError):
    """The bytes of a block are not those that were written."""


class TickBlock(NamedTuple):
    """So many ticks, ascending by time, in the order in which they came; `checksum` is CRC-32."""

    first: int
    last: int
    ticks: int
    checksum: int
    payload: bytes


def packed(ticks: Sequence[HeardTick]) -> TickBlock:
    """Return the block of at least one tick."""
    rows = np.array([(*astuple(one.tick), one.received) for one in ticks], dtype="<i8")
    columns = np.diff(rows, axis=0, prepend=np.zeros((1, _WIDTH), dtype="<i8")).T
    payload = zlib.compress(np.ascontiguousarray(columns).tobytes())
    times = ticks[0].tick.time, ticks[-1].tick.time
    return TickBlock(*times, len(ticks), zlib.crc32(payload), payload)


def unpacked(block: TickBlock) -> list[HeardTick]:
    """Return the ticks of a block.

    Raises:
        BlockCorrupt: a bit is not as it was written.
    """
    if zlib.crc32(block.payload) != block.checksum:
        raise BlockCorrupt(f"the block of ticks from {block.first} has another checksum")
    flat = np.frombuffer(zlib.decompress(block.payload), dtype="<i8")
    if flat.size != _WIDTH * block.ticks:
        raise BlockCorrupt(f"expected {block.ticks} ticks from {block.first}, got another number")
    rows = flat.reshape(_WIDTH, block.ticks).cumsum(axis=1).T.tolist()
    return [HeardTick(Tick(*row[:-1]), row[-1]) for row in rows]
