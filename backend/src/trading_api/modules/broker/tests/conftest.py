from collections.abc import Iterator
from pathlib import Path

import pytest

from trading_api.app_factory import create_app
from trading_api.modules.broker.testing import PaperTrading, paper_trading


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[PaperTrading]:
    """Return the running app with one account, `demo`, which has done nothing."""
    with paper_trading(create_app, tmp_path) as paper:
        yield paper
