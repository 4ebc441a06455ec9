from functools import partial
from typing import Any

import pytest

from trading_api.modules.operations.service import OperationsService
from trading_api.shared.ws.count_streams import count_streams
from trading_api.shared.ws.testing import SteppedClock
from trading_api.shared.ws.ws_app import WsApp

TOPIC = "activity:{}"


class Published(list[Any]):
    """What a service has published."""

    def __call__(self, update: Any) -> None:
        self.append(update)


async def test_it_looks_at_once_and_then_every_second_until_nobody_watches() -> None:
    clock, published = SteppedClock(), Published()
    service = OperationsService(clock=clock, sleep=clock.sleep)
    service.watch(partial(count_streams, WsApp()))

    await service.create_topic(TOPIC, published)  # type: ignore[arg-type]
    await clock.step(3)
    service.remove_topic(TOPIC)
    await clock.step(3)

    assert [told.window_s for told in published] == [0, 1, 2, 3]
    assert len(service.producers) == 0


async def test_a_module_that_was_not_wired_says_so() -> None:
    with pytest.raises(RuntimeError, match="configure_app"):
        await OperationsService().create_topic(TOPIC, Published())  # type: ignore[arg-type]
