"""The verdicts as a page beside their charts: what was raced, on what machine, with what spread."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .contenders import CONTENDERS
from .scenarios import SCENARIOS

UNITS = {
    "rate": ("deliveries/s", "{:,.0f}"),
    "p50_ms": ("p50 ms", "{:.2f}"),
    "p99_ms": ("p99 ms", "{:.2f}"),
    "memory_kib": ("KiB a connection", "{:.1f}"),
    "cost_us": ("processor us a delivery", "{:.2f}"),
    "seconds": ("seconds", "{:.2f}"),
}
SHOWN = {
    "latency": ("p50_ms", "p99_ms"),
    "memory": ("memory_kib",),
    "scale": ("cost_us",),
    "start": ("seconds",),
    "import": ("seconds",),
}
CHARTS = "![Throughput](throughput.svg)\n\n![Latency](latency.svg)\n\n![Memory](memory.svg)\n"


def write_page(folder: Path) -> None:
    """Write README.md from latest.json and figures.json beside it."""
    latest = json.loads((folder / "latest.json").read_text())
    figures = json.loads((folder / "figures.json").read_text())
    parts = ["# Results of `make bench`\n", _conditions(latest), *_verdicts(latest), CHARTS]
    parts += ["## Figures\n", "Median, and least to most of the rounds.\n", *_figures(figures)]
    (folder / "README.md").write_text("\n".join(parts).rstrip() + "\n")


def _conditions(latest: dict[str, Any]) -> str:
    return (
        f"Written by the run of {latest['time']} at commit {latest['commit']}: {latest['machine']}."
        " Ratios are the product's figure over the peer's in the same round: median, and least to"
        " most of the rounds. What is measured, and how, is in"
        " [the explanation](../../docs/explanation/send-path-benchmark.md).\n"
    )


def _verdicts(latest: dict[str, Any]) -> Iterator[str]:
    yield "| scenario | beside | ratio or figure | least to most | aim | |"
    yield "|---|---|---|---|---|---|"
    for row in latest["results"]:
        verdict = "met" if row["met"] else "**missed**"
        beside = CONTENDERS[row["peer"]].title if row["peer"] in CONTENDERS else row["peer"]
        yield (
            f"| {row['scenario']} | {beside} | {row['ratio']:.2f} | {row['low']:.2f} to"
            f" {row['high']:.2f} | {row['aim']} | {verdict} |"
        )
    yield ""


def _figures(figures: dict[str, Any]) -> Iterator[str]:
    for scenario in SCENARIOS:
        contenders = figures.get(scenario.name, {})
        if contenders:
            yield f"### {scenario.name}: {scenario.title}\n"
            yield from _table(contenders, SHOWN.get(scenario.name, ("rate", "cost_us")))
            yield ""


def _table(contenders: dict[str, Any], shown: tuple[str, ...]) -> Iterator[str]:
    yield "| server | " + " | ".join(UNITS[name][0] for name in shown) + " |"
    yield "|---" * (len(shown) + 1) + "|"
    for name, figures in contenders.items():
        title = CONTENDERS[name].title if name in CONTENDERS else name
        cells = [_cell(figures.get(one), UNITS[one][1]) for one in shown]
        yield f"| {title} | " + " | ".join(cells) + " |"


def _cell(spread: list[float] | None, form: str) -> str:
    if spread is None:
        return ""
    median, low, high = (form.format(value) for value in spread)
    return f"{median} ({low} to {high})"
