"""The frame of a reference page: what it is about, where its sections are, the sections."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .markup import Part, document, element, spans
from .schemas import Schemas, schema_body

OTHER_PAGES = (("Terminal", "/"), ("REST", "/api/v1/docs"), ("Streams", "/api/v1/ws/docs"))


class Section(NamedTuple):
    """One entry of the page and of its list of contents; neighbours of one group stand together."""

    group: str
    id: str
    title: str
    body: list[Part]


def reference_page(title: str, about: str, source: str, sections: list[Section]) -> str:
    """Return a page of sections; `source` is the address of the document it shows."""
    elsewhere = [element("a", name, href=href) for name, href in OTHER_PAGES]
    top = element("header", element("strong", "Trading Pro"), element("nav", *elsewhere))
    intro = element(
        "p", *spans(about), " The same for programs: ", element("a", source, href=source), "."
    )
    main = element("main", element("h1", title), intro, *_grouped(sections))
    return document(title, top, element("div", _contents(sections), main, class_="columns"))


def schema_sections(schemas: Schemas) -> Iterator[Section]:
    """Yield a section for each component of a document."""
    for name, schema in schemas.items():
        yield Section("Schemas", f"schema-{name}", name, list(schema_body(schema, schemas)))


def folded(title: str, *body: Part) -> Element:
    """Return what is seen only when it is opened; needs no script."""
    return element("details", element("summary", title), *body)


def _contents(sections: Iterable[Section]) -> Element:
    contents = element("nav", class_="contents", **{"aria-label": "Contents"})
    for group, members in groupby(sections, key=lambda section: section.group):
        links = (element("li", element("a", part.title, href=f"#{part.id}")) for part in members)
        contents.append(element("h2", group))
        contents.append(element("ul", *links))
    return contents


def _grouped(sections: Iterable[Section]) -> Iterator[Element]:
    for group, members in groupby(sections, key=lambda section: section.group):
        yield element("h2", group)
        for part in members:
            yield element("section", element("h3", part.title), *part.body, id=part.id)
