from itertools import count

import pytest

from trading_api.modules.broker.engine.testing import BUY, limit
from trading_api.modules.broker.trading import confirmations
from trading_api.modules.broker.trading.confirmations import Confirmations
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock

ORDER = limit(BUY, 10, 10_000)


def new(clock: ManualClock) -> Confirmations:
    numbers = count(1)
    return Confirmations(clock, lambda: f"c{next(numbers)}")


@pytest.mark.parametrize(("seconds", "is_taken"), [(59.9, True), (60, False)])
def test_a_confirmation_lives_for_a_minute(seconds: float, is_taken: bool) -> None:
    clock = ManualClock()
    issued = new(clock)
    confirm_id = issued.issue("demo", ORDER)
    clock.advance(seconds)

    if is_taken:
        issued.use(confirm_id, "demo", ORDER, None)
    else:
        with pytest.raises(Refusal, match="preview the order again"):
            issued.use(confirm_id, "demo", ORDER, None)


def test_only_so_many_are_kept_the_oldest_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confirmations, "MOST", 2)
    issued = new(ManualClock())
    first, *others = [issued.issue("demo", ORDER) for _ in range(3)]

    with pytest.raises(Refusal):
        issued.use(first, "demo", ORDER, None)
    for confirm_id in others:
        issued.use(confirm_id, "demo", ORDER, None)
