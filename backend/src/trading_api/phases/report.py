"""Verdicts as a table of all streams, as the checklist of one, and as JSON."""

import json
from collections.abc import Iterator, Sequence

from .criteria import CRITERIA, PHASES
from .verdicts import Verdict


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield a line a stream, with how many criteria of each phase it meets, then the gaps."""
    routes = list(dict.fromkeys(one.stream.route for one in verdicts))
    width = max(len("stream"), *map(len, routes))
    heads = [f"{number} {name.partition(' ')[0].lower()}" for number, name in PHASES.items()]
    yield "  ".join([f"{'stream':{width}}", *heads])
    for route in routes:
        own = [one for one in verdicts if one.stream.route == route]
        cells = [_met([one for one in own if one.criterion.phase == phase]) for phase in PHASES]
        filled = [f"{cell:{len(head)}}" for cell, head in zip(cells, heads, strict=True)]
        yield "  ".join([f"{route:{width}}", *filled]).rstrip()
    yield from _gaps(verdicts)


def checklist(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the criteria of one stream as the methodology lists them, then the gaps."""
    for phase, title in PHASES.items():
        own = [one for one in verdicts if one.criterion.phase == phase]
        if own:
            yield f"Phase {phase}: {title}"
        for one in own:
            evidence = f" ({one.finding.evidence})" if one.finding.evidence else ""
            yield f"  [{'x' if one.is_green else ' '}] {one.criterion.asks}{evidence}"
    yield from _gaps(verdicts)


def as_json(verdicts: Sequence[Verdict]) -> str:
    """Return all verdicts as one JSON document."""
    found = [
        {
            "stream": one.stream.route,
            "module": one.stream.module,
            "phase": one.criterion.phase,
            "criterion": one.criterion.name,
            "green": one.is_green,
            "evidence": one.finding.evidence,
            "gap": one.finding.gap,
            "remedy": None if one.is_green else one.criterion.remedy_for(one.stream),
        }
        for one in verdicts
    ]
    return json.dumps({"green": all(one.is_green for one in verdicts), "verdicts": found}, indent=2)


def page_checklist() -> str:
    """Return the checklist of the methodology page."""
    lines = []
    for phase, title in PHASES.items():
        lines.append(f"## Phase {phase}: {title}")
        lines += [f"- [ ] {one.asks}" for one in CRITERIA if one.phase == phase]
    return "\n".join(["```markdown", *lines, "```"])


def _met(verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return "-"
    return f"{sum(one.is_green for one in verdicts)}/{len(verdicts)}"


def _gaps(verdicts: Sequence[Verdict]) -> Iterator[str]:
    open_ones = [one for one in verdicts if not one.is_green]
    yield ""
    for one in open_ones:
        where = f"{one.stream.route}, phase {one.criterion.phase}, {one.criterion.name}"
        yield f"{where}: {one.finding.gap}\n    {one.criterion.remedy_for(one.stream)}"
    streams = len({one.stream.route for one in verdicts})
    count = f"{len(verdicts)} criteria of {streams} stream{'s' if streams > 1 else ''}"
    yield f"phases: {count}, {len(open_ones)} gaps" if open_ones else f"phases: {count}, all met"
