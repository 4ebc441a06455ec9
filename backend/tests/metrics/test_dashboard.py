"""The Grafana dashboard asks for metrics that exist, by labels that they have."""

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry, ProcessCollector

from trading_api.shared.metrics import METRICS
from trading_api.shared.metrics.families import names_of

FILE = Path(__file__).resolve().parents[3] / "packaging" / "grafana" / "trading-pro.json"
METRIC = re.compile(r"\b((?:trading_pro|process)_\w+)")
GROUPED = re.compile(r"by \(([^)]*)\)")
SHOWN = re.compile(r"\{\{(\w+)\}\}")
# What Prometheus itself adds, and the histogram's own.
FREE_LABELS = {"instance", "job", "le"}

SCREEN_WIDTH = 24

DASHBOARD: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
TARGETS = {
    f"{panel['title']} {target['refId']}": target
    for panel in DASHBOARD["panels"]
    for target in panel["targets"]
}
QUERIES = [pytest.param(target, id=name) for name, target in TARGETS.items()]


def served_names() -> set[str]:
    histograms = {name for name, row in METRICS.items() if row.kind == "histogram"}
    parts = {f"{name}_{part}" for name in histograms for part in ("bucket", "sum", "count")}
    process = names_of(ProcessCollector(registry=CollectorRegistry()).collect())
    return (METRICS.keys() - histograms) | parts | process


@pytest.mark.parametrize("target", QUERIES)
def test_a_query_names_only_metrics_that_are_served(target: dict[str, str]) -> None:
    named = METRIC.findall(target["expr"])

    assert named and set(named) <= served_names()


@pytest.mark.parametrize("target", QUERIES)
def test_a_query_groups_and_shows_only_labels_that_its_metric_has(target: dict[str, str]) -> None:
    [name] = METRIC.findall(target["expr"])
    has = set(METRICS[name].labels) if name in METRICS else set()
    wanted = {label for group in GROUPED.findall(target["expr"]) for label in group.split(", ")}

    assert wanted | set(SHOWN.findall(target["legendFormat"])) <= has | FREE_LABELS


def test_panels_have_names_of_their_own_and_do_not_overlap() -> None:
    panels, places = DASHBOARD["panels"], set[tuple[int, int]]()
    for panel in panels:
        at = panel["gridPos"]
        covered = itertools.product(
            range(at["x"], at["x"] + at["w"]), range(at["y"], at["y"] + at["h"])
        )
        taken = set(covered)
        assert not taken & places and at["x"] + at["w"] <= SCREEN_WIDTH
        places |= taken

    assert len({panel["id"] for panel in panels}) == len(panels)


def test_the_dashboard_shows_every_metric_of_the_table_but_two() -> None:
    shown = {name for target in TARGETS.values() for name in METRIC.findall(target["expr"])}
    shown |= {name.removesuffix("_bucket") for name in shown}

    told_elsewhere = {"trading_pro_module_enabled", "trading_pro_ledger_accounts"}
    assert METRICS.keys() - shown == told_elsewhere
