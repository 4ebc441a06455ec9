import gzip
from pathlib import Path

import pytest
from tape_proof.comparing import compare
from tape_proof.run import prove

HEAD = '{"tape": 1, "contract": 1, "began": 0}\n'


def tape(path: Path, *prices: int) -> Path:
    frames = [
        f'{{"at": 1, "got": "{{\\"type\\":\\"quotes.update\\",\\"payload\\":'
        f'{{\\"topic\\":\\"quotes\\",\\"payload\\":{price}}}}}"}}\n'
        for price in prices
    ]
    path.write_bytes(gzip.compress("".join([HEAD, *frames]).encode()))
    return path


# Two servers start and are heard for some seconds each.
@pytest.mark.timeout(180)
async def test_a_session_with_fills_is_played_byte_for_byte(tmp_path: Path) -> None:
    topics = await prove(tmp_path, seconds=4, speed=8, seed=3)

    assert [topic for topic in topics if not topic.is_same] == []
    recorded = {topic.name.partition(":")[0]: topic.recorded for topic in topics}
    assert min(recorded[route] for route in ("bars", "quotes", "orders", "executions")) > 0


def test_another_price_a_missing_and_a_further_update_are_noticed(tmp_path: Path) -> None:
    first = tape(tmp_path / "1.tape", 1, 2, 3)

    for name, prices in (("2", (1, 2, 4)), ("3", (1, 2)), ("4", (1, 2, 3, 4))):
        [topic] = compare(first, tape(tmp_path / f"{name}.tape", *prices))
        assert not topic.is_same
