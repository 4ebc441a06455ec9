"""How the ledger fares, for Prometheus."""

from collections.abc import Iterator
from typing import get_args

from prometheus_client.core import Metric

from trading_api.models.broker import BrokerHealth
from trading_api.shared.distribution import COARSE_S, Distribution
from trading_api.shared.metrics import Labelled, gathered, histogram

from .ledger.room.engine_room import EngineRoom

CONDITIONS = get_args(BrokerHealth.model_fields["condition"].annotation)


def ledger_metrics(health: BrokerHealth, room: EngineRoom | None) -> Iterator[Metric]:
    """Yield the metrics of the accounts; called in the loop, does not block."""
    commits, failures = (Distribution(COARSE_S), 0) if room is None else room.commits
    conditions: Labelled = {(one,): float(one == health.condition) for one in CONDITIONS}
    yield gathered("ledger_condition", conditions)
    yield histogram("ledger_commit_seconds", commits)
    yield gathered("ledger_commit_failures_total", failures)
    yield gathered("ledger_requests_waiting", 0 if room is None else room.waiting)
    yield gathered("ledger_accounts", health.accounts)
    yield gathered("ledger_accounts_suspended", len(health.suspended))
    yield gathered("ledger_alarm", float(bool(health.alarm)))
    last_ms = health.lastReconciled
    # Nothing rather than 1970 while there was none yet.
    yield gathered(
        "ledger_reconciled_timestamp_seconds", {} if last_ms is None else {(): last_ms / 1000}
    )
