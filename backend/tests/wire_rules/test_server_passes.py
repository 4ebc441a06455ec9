"""Servers without faults pass: one with a route of each delivery, and the product."""

from dataclasses import replace

import pytest
from tests.wire_rules.judging import WAITS, judged
from tests.wire_rules.practice import practice, product

from trading_api.conformance.verdicts import is_passed, outcomes, report

# fmt: off
JUDGED = {
    "A1", "C2", "E2", "E3", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "R1", "S1", "S3", "S4",
    "S5", "T1", "U1", "U2", "U3", "U7",
}
# fmt: on
# In the product nobody trades meanwhile, so that its lossless routes are silent.
SILENT = {"U1", "U7"}
BRIEF = replace(WAITS, listen_s=1)
# One of each delivery; the others are built of the same parts.
ROUTES = {"quotes", "trades", "orders"}


def test_a_server_without_faults_passes_every_rule_of_the_wire() -> None:
    with practice() as address:
        verdicts = judged(f"ws://{address}/api/v1/ws", WAITS)

    came = outcomes(verdicts)
    assert {rule for rule in came if came[rule] == "passed"} == JUDGED, report(verdicts)
    assert {*came.values()} == {"passed", "not judged"}, report(verdicts)


@pytest.mark.timeout(180)
def test_the_product_passes() -> None:
    with product() as address:
        verdicts = judged(f"ws://{address}/api/v1/ws", BRIEF, ROUTES)

    came = outcomes(verdicts)
    assert is_passed(verdicts), report(verdicts)
    assert {rule for rule in came if came[rule] == "passed"} >= JUDGED - SILENT, report(verdicts)
