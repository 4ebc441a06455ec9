"""One server takes over from another, in small; `make rolling-restart` does it in full."""

from pathlib import Path

import pytest
from broker_proofs.rolling_restart import run


@pytest.mark.timeout(120)
async def test_a_server_takes_over_from_another_and_nothing_is_lost(tmp_path: Path) -> None:
    done = await run(tmp_path, turns=1, clients=2, seed=1)

    assert list(done.faults()) == [], done.figures()
    assert done.exit_codes == [0, 0]
    assert all(one.connections > 1 and one.heard["account"].updates for one in done.listeners)
    assert done.quotes.count and done.told.placed
