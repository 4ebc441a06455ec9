"""Values of the table's metrics, in the form that the Prometheus client writes."""

from collections.abc import Iterable, Mapping
from itertools import accumulate

from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)

from trading_api.shared.distribution import Distribution

from .definitions import METRICS, PREFIX

Labelled = Mapping[tuple[str, ...], float]
"""A value for each tuple of label values, in the order of the table's labels."""


def gathered(name: str, value: float | Labelled) -> Metric:
    """Return the counter or gauge `name`, given without the prefix of all of them."""
    row = METRICS[PREFIX + name]
    make = CounterMetricFamily if row.kind == "counter" else GaugeMetricFamily
    family = make(row.name, row.meaning, labels=row.labels)
    values = value if isinstance(value, Mapping) else {(): value}
    for labels, number in values.items():
        family.add_metric(labels, number)
    return family


def histogram(name: str, distribution: Distribution) -> Metric:
    """Return the histogram `name`, given without the prefix of all of them."""
    row = METRICS[PREFIX + name]
    counts = list(accumulate(distribution.counts))
    bounds = [*(str(bound) for bound in distribution.bounds), "+Inf"]
    family = HistogramMetricFamily(row.name, row.meaning)
    family.add_metric([], list(zip(bounds, counts, strict=True)), distribution.total)
    return family


def by_label(counts: Mapping[str, int], *before: str) -> dict[tuple[str, ...], float]:
    """Return the values of a metric whose last label is the key; `before` are the others."""
    return {(*before, key): count for key, count in counts.items()}


def names_of(families: Iterable[Metric]) -> set[str]:
    """Return the names of families as they are queried."""
    return {f"{one.name}_total" if one.type == "counter" else one.name for one in families}
