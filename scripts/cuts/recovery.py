"""How long listeners took to come back whole, in figures, a table and a picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .faults import Fault
from .judging import Heard

BOUNDS_S = (0.25, 0.5, 1, 2, 4, 8, 16, 30, 45, 60, float("inf"))
CAUSED_WITHIN_MS = 60_000
COLOURS = ("#2f6fdf", "#d9822b")
BAR, GAP, HEIGHT, LEFT, TOP = 26, 18, 200, 60, 40


@dataclass(frozen=True)
class Episode:
    """From the moment a listener lost a topic to the moment it had all of them again."""

    listener: int
    lost: int
    whole: int | None
    cause: str

    @property
    def seconds(self) -> float:
        return float("inf") if self.whole is None else (self.whole - self.lost) / 1000


def episodes(number: int, heard: Heard, faults: Sequence[Fault]) -> list[Episode]:
    """Return a listener's episodes; the last has no end if the listener never came back."""
    found, lost = [], None
    for kind, at in heard.link:
        if kind == "lost":
            lost = at
        elif kind == "whole" and lost is not None:
            found.append(Episode(number, lost, at, _cause(number, lost, faults)))
            lost = None
    # Who leaves loses everything too, on purpose, and is not asked to come back.
    return found


def _cause(number: int, lost: int, faults: Sequence[Fault]) -> str:
    """Return the newest fault that met this listener before."""
    for fault in reversed(faults):
        if fault.at <= lost and number in fault.clients:
            near = lost - fault.at <= CAUSED_WITHIN_MS
            return fault.kind if near else "none"
    return "none"


def counts(found: Sequence[Episode]) -> list[int]:
    """Count the episodes up to each bound."""
    result = [0] * len(BOUNDS_S)
    for episode in found:
        result[next(n for n, bound in enumerate(BOUNDS_S) if episode.seconds <= bound)] += 1
    return result


def percentile(found: Sequence[Episode], share: float) -> float:
    """Return the seconds within which this share was back; 0 without any."""
    seconds = sorted(episode.seconds for episode in found)
    return seconds[min(len(seconds) - 1, int(len(seconds) * share))] if seconds else 0.0


def table(by_language: Mapping[str, Sequence[Episode]]) -> str:
    """Return the histogram as a table in Markdown."""
    names = list(by_language)
    rows = [f"| back within | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    columns = [counts(found) for found in by_language.values()]
    for label, *row in zip(_labels(), *columns, strict=True):
        rows.append(f"| {label} | {' | '.join(str(count) for count in row)} |")
    for label, share in (("median", 0.5), ("95 %", 0.95), ("slowest", 1.0)):
        figures = [f"{percentile(found, share):.2f} s" for found in by_language.values()]
        rows.append(f"| {label} | {' | '.join(figures)} |")
    return "\n".join(rows)


def picture(by_language: Mapping[str, Sequence[Episode]]) -> str:
    """Return the histogram as SVG: shares of each language's episodes."""
    columns = [counts(found) for found in by_language.values()]
    width = LEFT + len(BOUNDS_S) * (BAR * len(columns) + GAP) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT + TOP + 60}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{HEIGHT + TOP + 60}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="18" font-size="14">Seconds from losing a topic to having all</text>',
    ]
    for series, (name, column) in enumerate(zip(by_language, columns, strict=True)):
        parts.append(
            f'<text x="{LEFT + series * 170}" y="34" fill="{COLOURS[series]}">'
            f"{name} ({sum(column)})</text>"
        )
        parts += _bars(series, column, len(columns))
    for number, label in enumerate(_labels()):
        x = LEFT + number * (BAR * len(columns) + GAP) + BAR * len(columns) / 2
        parts.append(
            f'<text x="{x:.0f}" y="{TOP + HEIGHT + 30}" text-anchor="middle">{label}</text>'
        )
    return "\n".join([*parts, "</svg>\n"])


def _bars(series: int, column: Sequence[int], together: int) -> list[str]:
    total, parts = max(1, sum(column)), []
    for number, count in enumerate(column):
        height = HEIGHT * count / total
        x = LEFT + number * (BAR * together + GAP) + series * BAR
        y = TOP + HEIGHT + 10 - height
        parts.append(
            f'<rect x="{x}" y="{y:.1f}" width="{BAR - 3}" height="{height:.1f}" '
            f'fill="{COLOURS[series]}"/>'
        )
        if count:
            parts.append(
                f'<text x="{x + BAR / 2 - 1}" y="{y - 4:.1f}" text-anchor="middle" '
                f'font-size="10">{count}</text>'
            )
    return parts


def _labels() -> list[str]:
    last = BOUNDS_S[-2]
    return [f"{bound:g} s" for bound in BOUNDS_S[:-1]] + [f"over {last:g} s"]
