"""A page as a machine reads it: every element that was opened is closed, and what matters of them is kept."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "meta"})


@dataclass
class Table:
    """`heads` are the scopes of its head cells; `widths` how many columns each row fills."""

    labelled_by: str | None
    heads: list[str | None] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


class Outline(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tables: list[Table] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.language: str | None = None
        self.title = ""
        self.feed(page)
        self.close()
        assert self.open == [], "every element is closed"

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in values.items()]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(Table(values.get("aria-labelledby")))
        if tag == "tr":
            self.tables[-1].widths.append(0)
        if tag in ("th", "td"):
            self.tables[-1].widths[-1] += int(values.get("colspan", "1"))
        if tag == "th":
            self.tables[-1].heads.append(values.get("scope"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements are nested"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        elif "style" not in self.open:
            self.words.append(data)
