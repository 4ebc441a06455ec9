"""Reads a page as a person does: headings, links, code, nothing of the markup."""

from html.parser import HTMLParser


class Reading(HTMLParser):
    """What a page shows: its links, the places they lead to, its scripts and its boxes of code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.tags: set[str] = set()
        self.boxes: list[str] = []
        self.text = ""
        self._in_box = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.add(tag)
        if named.get("id"):
            self.places.add(str(named["id"]))
        if tag == "a":
            self.links.append(str(named["href"]))
        if tag == "pre":
            self._in_box = True
            self.boxes.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._in_box = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_box:
            self.boxes[-1] += data
