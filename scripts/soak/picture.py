"""Memory and counts over the hour, as SVG."""

from collections.abc import Sequence

from .samples import MIB, Measure, Sample, of_count

WIDTH, HEIGHT, LEFT, TOP, GAP = 720, 90, 70, 34, 34
COLOUR, QUIET_COLOUR = "#2f6fdf", "#d9822b"
PANELS: tuple[tuple[str, Measure], ...] = (
    ("Server, resident memory, MiB", lambda sample: sample.rss / MIB),
    ("Of these, caches of SQLite, MiB", lambda sample: sample.sqlite / MIB),
    ("Server, objects held, thousands", lambda sample: sample.counts["objects"] / 1000),
    ("Clients in Node.js, heap after a collection, MiB", lambda sample: sample.heap / MIB),
    ("Server, connections", of_count("connections")),
    ("Server, topics", of_count("topics")),
    ("Server, tasks", of_count("tasks")),
    ("Server, sockets", of_count("sockets")),
)


def picture(samples: Sequence[Sample], warm_up_s: float) -> str:
    """Return one panel a measure, each from 0; quiet moments are dots, the warm-up is grey."""
    total = TOP + len(PANELS) * (HEIGHT + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 30} {total}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{LEFT + WIDTH + 30}" height="{total}" fill="#ffffff"/>',
    ]
    end_s = samples[-1].at_s
    for number, (title, of) in enumerate(PANELS):
        top = TOP + number * (HEIGHT + GAP)
        parts += _panel(samples, title, of, top, min(1.0, warm_up_s / end_s))
    minutes = f"{end_s / 60:.0f} minutes"
    parts.append(f'<text x="{LEFT + WIDTH}" y="{total - 8}" text-anchor="end">{minutes}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _panel(
    samples: Sequence[Sample], title: str, of: Measure, top: int, warming: float
) -> list[str]:
    most, end_s = max(map(of, samples)) or 1.0, samples[-1].at_s

    def place(sample: Sample) -> tuple[str, str]:
        x = LEFT + WIDTH * sample.at_s / end_s
        return f"{x:.1f}", f"{top + HEIGHT * (1 - of(sample) / most):.1f}"

    line = " ".join(",".join(place(sample)) for sample in samples)
    dots = [place(sample) for sample in samples if sample.is_quiet]
    return [
        f'<rect x="{LEFT}" y="{top}" width="{WIDTH * warming:.1f}" height="{HEIGHT}" '
        'fill="#f1f1f1"/>',
        f'<text x="{LEFT}" y="{top - 6}" font-size="13">{title}</text>',
        f'<text x="{LEFT - 8}" y="{top + 10}" text-anchor="end">{most:.4g}</text>',
        f'<text x="{LEFT - 8}" y="{top + HEIGHT}" text-anchor="end">0</text>',
        f'<path d="M{LEFT} {top + HEIGHT} h{WIDTH}" stroke="#999999"/>',
        f'<polyline points="{line}" fill="none" stroke="{COLOUR}" stroke-width="1.5"/>',
        *(f'<circle cx="{x}" cy="{y}" r="2.2" fill="{QUIET_COLOUR}"/>' for x, y in dots),
    ]
