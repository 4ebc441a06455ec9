"""Each planted fault of a server is caught by the rule it breaks; the relay itself breaks none."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.wire_rules import faulty_frames, faulty_limits, faulty_streams
from tests.wire_rules.faulty_server import BASIC, Fault, faulty_server
from tests.wire_rules.judging import WAITS, known
from tests.wire_rules.practice import practice

from trading_api.conformance.peer import Waits
from trading_api.conformance.server_judge import judge_server
from trading_api.conformance.verdicts import is_passed, outcomes, report

# Only where nothing is to come is it worth not to wait.
IMPATIENT = Waits(answer_s=0.3, listen_s=1, quiet_s=0.1)
# Long enough that a server on a busy machine shows what it must not do.
WATCHFUL = replace(WAITS, quiet_s=0.5)
FAULTS = [
    one
    for room in (faulty_frames, faulty_streams, faulty_limits)
    for one in vars(room).values()
    if isinstance(one, type) and issubclass(one, Fault) and one.rule
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with practice() as address:
        yield address


@pytest.mark.parametrize("rule", sorted({fault.rule for fault in FAULTS}))
async def test_planted_faults_are_caught_by_the_rule_they_break(address: str, rule: str) -> None:
    # At once: most of their time they wait.
    missed = await asyncio.gather(*(missed_of(address, one) for one in FAULTS if one.rule == rule))

    assert not any(missed), "\n".join(missed)


async def missed_of(address: str, fault: type[Fault]) -> str:
    """Return the report of a fault that is not caught; nothing of one that is."""
    served = known(f"ws://{address}/api/v1/ws", fault.routes)
    served = replace(served, stated=replace(served.stated, **fault.stated))
    waits = IMPATIENT if fault.outcome == "no answer" else WATCHFUL
    wanted = {fault.judgement or fault.rule}
    async with faulty_server(address, fault) as url:
        verdicts = await judge_server(url, served, rules=wanted, slow=True, waits=waits)
    is_caught = outcomes(verdicts)[fault.rule] == fault.outcome
    return "" if is_caught else f"{fault.__name__}\n{report(verdicts)}"


async def test_the_relay_alone_breaks_no_rule(address: str) -> None:
    served = known(f"ws://{address}/api/v1/ws", BASIC)
    async with faulty_server(address, Fault) as url:
        verdicts = await judge_server(url, served, waits=WAITS)

    assert is_passed(verdicts), report(verdicts)
