"""A client that obeys passes; each that breaks one rule is caught by that rule."""

import asyncio
from dataclasses import replace

import pytest
from tests.wire_rules import faulty_clients
from tests.wire_rules.model_client import ModelClient

from trading_api.conformance.client_judge import judge_client
from trading_api.conformance.play import Pace
from trading_api.conformance.verdicts import Verdict, is_passed, outcomes, report

PATIENT = Pace(answer_s=20, back_s=20, quiet_s=0.05, gone_s=0.1)
# Only where nothing is to come is it worth not to wait.
IMPATIENT = Pace(answer_s=0.25, back_s=0.25, quiet_s=0.05, gone_s=0.1)
# Long enough that a client on a busy machine shows what it must not do.
WATCHFUL = replace(PATIENT, quiet_s=0.5, gone_s=1)
# Judged by all scenes, so that each wait counts, and by nothing that must not come.
OF_ALL_SCENES = {"F3", "F5", "F7"}
JUDGED = {
    "C2", "C3", "E4", "F3", "F4", "F5", "F7", "F8", "R1", "R3", "R5", "R7", "S5", "T3", "U1", "U2",
    "U3",
}  # fmt: skip
FAULTY = [
    one
    for one in vars(faulty_clients).values()
    if isinstance(one, type) and issubclass(one, ModelClient) and one.rule
]


async def judged(client: ModelClient, rules: set[str], pace: Pace) -> list[Verdict]:
    async with asyncio.TaskGroup() as group:
        running: list[asyncio.Task[None]] = []

        def start(url: str) -> None:
            running.append(group.create_task(client.run(url)))

        verdicts = await judge_client(start, rules=rules, limit_s=50, pace=pace)
        for task in running:
            task.cancel()
    return verdicts


async def test_a_client_that_obeys_passes() -> None:
    verdicts = await judged(ModelClient(), set(), PATIENT)

    came = outcomes(verdicts)
    assert {rule for rule in came if came[rule] == "passed"} == JUDGED, report(verdicts)
    assert is_passed(verdicts), report(verdicts)


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda one: f"{one.rule} {one.__name__}")
async def test_a_client_that_breaks_a_rule_is_caught_by_it(faulty: type[ModelClient]) -> None:
    pace = PATIENT if faulty.rule in OF_ALL_SCENES else WATCHFUL
    pace = IMPATIENT if faulty.outcome == "no answer" else pace
    verdicts = await judged(faulty(), {faulty.rule}, pace)

    assert outcomes(verdicts)[faulty.rule] == faulty.outcome, report(verdicts)
