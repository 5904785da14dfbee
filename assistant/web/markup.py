"""Text as HTML. Everything that comes from a document, an answer or a person passes through ``escaped``."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def escaped(text: str) -> str:
    """Shown literally, on one line of markup: a blank line would end an HTML block in the conversation's Markdown."""
    return "<br>".join(escape(line, quote=True) for line in text.splitlines())


def tag(name: str, content: str, css: str = "", /, **attributes: str) -> str:
    """An element around ``content``, which is HTML already; attribute values are escaped here.

    Python's words are spelt with an underscore at the end, and ``data_page`` becomes ``data-page``.
    """
    given = {"class": css, **attributes}
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"' for key, value in given.items() if value
    )
    return f"<{name}{written}>{content}</{name}>"


def listed(items: list[str], css: str = "") -> str:
    """A list of items that are HTML already."""
    return tag("ul", "".join(tag("li", item) for item in items), css)


def options(choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """A choice for each value and its text; an empty value is written too, or a browser would send the text."""
    return "".join(
        f'<option value="{escape(value, quote=True)}"{" selected" if value == chosen else ""}>{escaped(text)}</option>'
        for value, text in choices
    )


def fold(summary: str, content: str) -> str:
    """Content that shows when its summary, a plain text, is opened."""
    return tag("details", tag("summary", escaped(summary)) + content, "fold")
