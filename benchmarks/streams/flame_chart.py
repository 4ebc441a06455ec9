"""Sampled stacks as a flame graph: wider is more time, hovering names the frame."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

WIDTH, ROW, TOP, CHARACTER = 1200, 17, 48, 6.4
# Narrower frames would be slivers that nobody can read.
LEAST_SHARE = 0.002
SEND_PATH = "trading_api/shared/ws/"
OURS, SYSTEM, OTHER, INK = "#7fb2f5", "#c9ced6", "#f3c98b", "#1c2128"


@dataclass
class Frame:
    name: str
    samples: int = 0
    calls: dict[str, "Frame"] = field(default_factory=dict)


def stacks(lines: Iterable[str]) -> Frame:
    """Return the tree of collapsed stacks, each a line `outer;inner;... samples`."""
    root = Frame("all")
    for line in lines:
        names, _, samples = line.rpartition(" ")
        frame = root
        root.samples += int(samples)
        for name in names.split(";"):
            frame = frame.calls.setdefault(name, Frame(name))
            frame.samples += int(samples)
    return _where_it_forks(root)


def draw(root: Frame, title: str) -> str:
    """Return the graph as SVG, outermost frames on top."""
    parts = list(_boxes(root, 0.0, 0, root.samples))
    height = TOP + ROW * (_depth(root, root.samples) + 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-size="11"'
        f' font-family="ui-monospace, monospace" fill="{INK}">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="8" y="20" font-size="14" font-weight="600">{escape(title)}</text>\n'
        '<text x="8" y="37">blue: the product; grey: system calls and C library; orange: other'
        " libraries, interpreter, the benchmark</text>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _where_it_forks(frame: Frame) -> Frame:
    """Pass over the one way from the interpreter's start to its loop."""
    while frame.calls:
        widest = max(frame.calls.values(), key=lambda call: call.samples)
        if widest.samples < 0.97 * frame.samples or SEND_PATH in widest.name:
            return frame
        frame = widest
    return frame


def _boxes(frame: Frame, left: float, depth: int, total: int) -> Iterator[str]:
    width = WIDTH * frame.samples / total
    yield _box(frame, (left, width), TOP + ROW * depth, total)
    for call in _visible(frame, total):
        yield from _boxes(call, left, depth + 1, total)
        left += WIDTH * call.samples / total


def _box(frame: Frame, span: tuple[float, float], top: int, total: int) -> str:
    left, width = span
    label = frame.name[: int((width - 6) / CHARACTER)] if width > 24 else ""
    share = f"{frame.name}: {frame.samples / total:.1%}"
    return (
        f'<g><title>{escape(share)}</title><rect x="{left:.1f}" y="{top}" width="{width:.1f}"'
        f' height="{ROW - 1}" fill="{_colour(frame.name)}" rx="1"/>'
        f'<text x="{left + 3:.1f}" y="{top + 12}">{escape(label)}</text></g>'
    )


def _colour(name: str) -> str:
    if "trading_api/" in name:
        return OURS
    return SYSTEM if "libc" in name or "(libpthread" in name else OTHER


def _visible(frame: Frame, total: int) -> list[Frame]:
    calls = sorted(frame.calls.values(), key=lambda call: call.samples, reverse=True)
    return [call for call in calls if call.samples >= LEAST_SHARE * total]


def _depth(frame: Frame, total: int) -> int:
    return max((1 + _depth(call, total) for call in _visible(frame, total)), default=0)
