import asyncio
from dataclasses import replace
from typing import Any

import pytest

from trading_api.modules.datafeed.providers.base import Capabilities, ProviderEnded
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published
from trading_api.modules.datafeed.testing.scripted_tape import ScriptedTape
from trading_api.modules.datafeed.trades.trade_checks import MOST_A_SECOND
from trading_api.modules.datafeed.trades.trade_feed import RECENT_TRADES
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.testing import ManualClock

NOW = 1_795_444_212_345
TOPIC = 'trades:{"symbol":"AAPL"}'
QUALIFIED = 'trades:{"symbol":"NASDAQ:AAPL"}'


def trade(number: int, **more: Any) -> Trade:
    return replace(Trade(str(number), NOW - 100 + number, 22_801, 5, "buy"), **more)


class Stage:
    """A datafeed whose tape is the test's, received ten milliseconds after its time."""

    def __init__(self) -> None:
        self.clock = ManualClock(NOW)
        self.tape = ScriptedTape(self.clock)
        self.service = DatafeedService(self.tape, clock=self.clock)
        self.trades = self.service.trades

    async def listen(self, topic: str = TOPIC) -> Published:
        listener = Published()
        await self.trades.create_topic(topic, listener)
        await asyncio.sleep(0)
        return listener


@pytest.fixture
async def stage() -> Any:
    stage = Stage()
    yield stage
    await stage.service.stop()


async def test_a_trade_carries_both_times_and_the_instruments_scale(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.tape.play(trade(1))

    (sent,) = listener.updates
    assert (sent.time, sent.received) == (NOW - 99, NOW)
    assert (sent.id, sent.price, sent.size, sent.side) == ("1", 228.01, 5.0, "buy")


async def test_a_newcomer_sees_the_newest_trades_in_order(stage: Stage) -> None:
    stage.tape.past = [trade(number) for number in range(10)]
    await stage.listen()
    await stage.tape.play(*map(trade, range(10, 10 + RECENT_TRADES - 5)))

    recent = stage.trades.snapshot(TOPIC)

    assert [one.id for one in recent] == [str(number) for number in range(5, RECENT_TRADES + 5)]


async def test_T1_two_spellings_share_one_tape(stage: Stage) -> None:
    plain, qualified = await stage.listen(), await stage.listen(QUALIFIED)

    await stage.tape.play(trade(1))

    assert plain.updates == qualified.updates and len(plain.updates) == 1
    assert stage.tape.running == 1


async def test_S2_the_last_topic_leaves_the_tape(stage: Stage) -> None:
    for topic in (TOPIC, QUALIFIED):
        await stage.listen(topic)
    stage.trades.remove_topic(TOPIC)
    await stage.tape.play(trade(1))
    still = stage.tape.running

    stage.trades.remove_topic(QUALIFIED)
    await stage.tape.play()

    assert (still, stage.tape.running) == (1, 0)


async def test_what_a_tape_may_not_say_is_refused_and_counted(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.tape.play(trade(1), trade(1), trade(2, size=-1), "noise", trade(3))

    assert [one.id for one in listener.updates] == ["1", "3"]
    refused = stage.service.refused.of("simulated")
    assert refused == {"duplicate": 1, "out_of_range": 1, "wrong_type": 1}


async def test_a_source_that_repeats_itself_after_a_restart_doubles_nothing(stage: Stage) -> None:
    stage.tape.past = [trade(1)]
    listener = await stage.listen()

    await stage.tape.play(trade(1), trade(2))

    assert [one.id for one in listener.updates] == ["2"]


async def test_what_was_traded_while_the_source_was_dead_is_heard(stage: Stage) -> None:
    stage.service.producers = Producers(chance=lambda: 0.0)
    listener = await stage.listen()
    await stage.tape.play(trade(1))
    stage.tape.past = [trade(number) for number in (1, 2, 3)]

    await stage.tape.play(ConnectionError("cut"), trade(4))

    assert [one.id for one in listener.updates] == ["1", "2", "3", "4"]
    assert stage.service.refused.total == 0


async def test_a_flood_reaches_nobody(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.tape.play(*map(trade, range(MOST_A_SECOND + 50)))

    assert len(listener.updates) == MOST_A_SECOND
    assert stage.service.refused.of("simulated") == {"flood": 50}


async def test_a_tape_whose_past_fails_still_goes_on(stage: Stage) -> None:
    def failing(symbol: str, count: int) -> list[Trade]:
        raise RuntimeError("no past")

    stage.tape.recent_trades = failing  # type: ignore[method-assign]
    listener = await stage.listen()

    await stage.tape.play(trade(1))

    assert [one.id for one in listener.updates] == ["1"]
    assert stage.service.refused.of("simulated") == {"trades_failed": 2}


async def test_E4_a_tape_that_dies_or_ends_is_told(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.tape.play(RuntimeError("cut"))
    late = await stage.listen(QUALIFIED)

    assert listener.statuses == late.statuses == [("stale", "producer_failed")]


async def test_the_end_of_a_tape_is_told_to_whoever_comes_after(stage: Stage) -> None:
    listener = await stage.listen()

    await stage.tape.play(ProviderEnded("replay_ended", "over"))
    late = await stage.listen(QUALIFIED)

    assert listener.statuses == late.statuses == [("stale", "replay_ended")]


async def test_S4_a_source_without_a_tape_refuses(stage: Stage) -> None:
    stage.tape.capabilities = Capabilities(stage.tape.capabilities.resolutions)

    with pytest.raises(Refusal) as refused:
        await stage.listen()

    assert refused.value.code == "unsupported_feature"
    assert "trades" in refused.value.message


async def test_S4_an_unknown_symbol_is_refused(stage: Stage) -> None:
    with pytest.raises(Refusal) as refused:
        await stage.listen('trades:{"symbol":"NIX"}')

    assert refused.value.code == "unknown_symbol"
