"""Throughput, latency and memory as bars, the product among its peers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from .contenders import CONTENDERS
from .scenarios import PRODUCT

WIDTH, LABEL, VALUE, ROW, HEAD, GAP = 760, 230, 150, 24, 34, 14
OURS, THEIRS, SPREAD, INK, FAINT = "#1f6feb", "#9aa4b2", "#3d4754", "#1c2128", "#57606a"
FONT = 'font-family="system-ui, sans-serif"'


@dataclass(frozen=True)
class Panel:
    """One chart: a figure of a scenario, and how its numbers are written."""

    scenario: str
    figure: str
    title: str
    form: str
    is_more_better: bool = False


THROUGHPUT = tuple(
    Panel(name, "rate", title, "{:,.0f} /s", is_more_better=True)
    for name, title in (
        ("fan-out", "Fan-out: 1 topic to 1,000 connections, deliveries a second"),
        ("topics", "Topics: 100 topics to 10 connections each, deliveries a second"),
        ("watch-lists", "Watch lists: 1,000 clients x 20 of 100 topics, deliveries a second"),
    )
)
LATENCY = (
    Panel("latency", "p50_ms", "Latency: 1,000 connections, 20 updates a second, p50", "{:.2f} ms"),
    Panel("latency", "p99_ms", "p99", "{:.2f} ms"),
)
MEMORY = (Panel("memory", "memory_kib", "Memory of an idle subscribed connection", "{:.1f} KiB"),)
CHARTS = {"throughput.svg": THROUGHPUT, "latency.svg": LATENCY, "memory.svg": MEMORY}
Spreads = dict[str, list[float]]


def draw(folder: Path, footnote: str) -> None:
    """Draw every chart whose figures are in the folder's figures.json."""
    figures = json.loads((folder / "figures.json").read_text())
    for name, panels in CHARTS.items():
        drawn = [(panel, _spreads(figures, panel)) for panel in panels]
        drawn = [(panel, spreads) for panel, spreads in drawn if spreads]
        if drawn:
            (folder / name).write_text(_chart(drawn, footnote))


def _spreads(figures: dict[str, dict[str, Spreads]], panel: Panel) -> Spreads:
    of = figures.get(panel.scenario, {})
    found = {name: one[panel.figure] for name, one in of.items() if panel.figure in one}
    order = sorted(found, key=lambda name: found[name][0], reverse=panel.is_more_better)
    return {name: found[name] for name in order}


def _chart(panels: Sequence[tuple[Panel, Spreads]], footnote: str) -> str:
    parts: list[str] = []
    top = GAP
    for panel, spreads in panels:
        parts += _panel(panel, spreads, top)
        top += HEAD + ROW * len(spreads) + GAP
    note = f"{footnote}. Bars: median; lines: least and most of the rounds."
    parts.append(_text(GAP, top + 8, note, size=11, fill=FAINT))
    height = top + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {FONT}>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _panel(panel: Panel, spreads: Spreads, top: int) -> list[str]:
    parts = [_text(GAP, top + 16, panel.title, size=14, weight=600)]
    most = max(spread[2] for spread in spreads.values())
    scale = (WIDTH - LABEL - VALUE) / most
    for index, (name, spread) in enumerate(spreads.items()):
        parts += _bar(name, spread, top + HEAD + ROW * index, (scale, panel.form))
    return parts


def _bar(name: str, spread: Sequence[float], top: int, style: tuple[float, str]) -> list[str]:
    scale, form = style
    median, low, high = (round(LABEL + value * scale, 1) for value in spread)
    is_ours = name == PRODUCT
    middle = top + ROW // 2 - 2
    return [
        _text(
            LABEL - 8,
            middle + 4,
            CONTENDERS[name].title,
            anchor="end",
            weight=600 if is_ours else 400,
        ),
        f'<rect x="{LABEL}" y="{top}" width="{median - LABEL:.1f}" height="{ROW - 6}" rx="2"'
        f' fill="{OURS if is_ours else THEIRS}"/>',
        f'<line x1="{low}" x2="{high}" y1="{middle + 1}" y2="{middle + 1}" stroke="{SPREAD}"/>',
        _text(high + 8, middle + 4, form.format(spread[0]), weight=600 if is_ours else 400),
    ]


def _text(x: float, y: float, text: str, **style: object) -> str:
    size, fill = style.get("size", 12), style.get("fill", INK)
    weight, anchor = style.get("weight", 400), style.get("anchor", "start")
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}"'
        f' text-anchor="{anchor}">{escape(text)}</text>'
    )
