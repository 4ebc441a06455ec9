"""Pages as trees of elements, so that no text of a document can become markup or a script."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from trading_api.shared.response_headers import content_policy

# A page needs its style sheet and the empty picture that stands for its icon, no script at all.
PAGE_POLICY = content_policy({"style-src": "'self'", "img-src": "data:"})
STYLE_SHEET = "/api/v1/docs/page.css"
PAGE_STYLE = Path(__file__).with_name("page.css")
CODE_SPAN = re.compile(r"`([^`]+)`")

Part = Element | str


def element(tag: str, *parts: Part, **attributes: str) -> Element:
    """Return `<tag>` around `parts`; `class_` is the attribute `class`."""
    made = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for part in parts:
        _append(made, part)
    return made


def prose(text: str) -> Iterator[Element]:
    """Yield a paragraph for each block of `text`, what stands in backticks as code."""
    for block in text.split("\n\n"):
        yield element("p", *spans(" ".join(block.split())))


def spans(text: str) -> Iterator[Part]:
    """Yield `text` with what stands in backticks as code."""
    for place, part in enumerate(CODE_SPAN.split(text)):
        yield element("code", part) if place % 2 else part


def table(head: tuple[str, ...], rows: list[tuple[Part | list[Part], ...]]) -> Element:
    """Return a table that scrolls by itself where the screen is narrower."""
    cells = element("thead", element("tr", *(element("th", name) for name in head)))
    body = element("tbody")
    for row in rows:
        line = SubElement(body, "tr")
        for cell in row:
            line.append(element("td", *(cell if isinstance(cell, list) else [cell])))
    return element("div", element("table", cells, body), class_="scroll", tabindex="0")


def document(title: str, *body: Part) -> str:
    """Return a whole page of HTML."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="dark light"),
        element("link", rel="icon", href="data:,"),
        element("link", rel="stylesheet", href=STYLE_SHEET),
        element("title", title),
    )
    page = element("html", head, element("body", *body), lang="en")
    return "<!doctype html>\n" + tostring(page, encoding="unicode", method="html")


def _append(parent: Element, part: Part) -> None:
    if isinstance(part, Element):
        parent.append(part)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + part
    else:
        parent.text = (parent.text or "") + part
