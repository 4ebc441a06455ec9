from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.settings import Settings


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path, linger_s=0)
    with TestClient(create_app(enabled_modules=["workspace"], settings=settings)) as client:
        yield client
