"""Footnotes of a web page: marks that link to a place further on, where the note stands.

Where nothing links, a raised number is a mark when a paragraph further on begins with the same raised number.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from ingest.readers.html_tree import MarkText, pieces
from ingest.readers.page_builder import plain

_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|\*{1,3}|[†‡])[\])]?\.?")
_NOTE_ADDRESS = re.compile(r"fn|ftn|note|noot", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")
_UNIT = re.compile(r"(?:^|[^a-z])[kdcm]?m$")  # before a raised 2 or 3
_HOLDERS = ["aside", "dd", "div", "li", "p", "tr"]


def lift_notes(soup: BeautifulSoup) -> None:
    """Takes the notes out of the tree and puts a ``MarkText`` in the place of each mark."""
    order = {id(node): position for position, node in enumerate(soup.descendants)}
    targets = {str(name): tag for tag in soup.find_all(True) for key in ("id", "name") if (name := tag.get(key))}
    links = [link for link in soup.find_all("a") if str(link.get("href", "")).startswith("#")]
    lifted: dict[int, str] = {}
    holders: list[Tag] = []
    for link in links:
        target = targets.get(str(link["href"])[1:])
        label = _label(link)
        if not label or target is None or order[id(target)] < order[id(link)]:
            continue
        holder = _holder(target)
        if holder is None or any(parent is holder for parent in link.parents):
            continue
        if id(holder) not in lifted:
            lifted[id(holder)] = _note(holder, label)
            holders.append(holder)
        _put_mark(link, label, lifted[id(holder)])
    for holder in holders:
        holder.extract()
    _lift_unlinked(soup)


def _lift_unlinked(soup: BeautifulSoup) -> None:
    marks: dict[str, list[Tag]] = {}
    for sup in soup.find_all("sup"):
        label = sup.get_text(strip=True)
        holder = sup.find_parent(["dd", "li", "p"])
        if not _NUMBER.fullmatch(label):
            continue
        if label in marks and holder is not None and _begins_with(holder, sup):
            for mark in marks.pop(label):
                _put_mark(mark, label, _note(holder, label))
            holder.extract()
        elif not _UNIT.search(_text_before(sup)):
            marks.setdefault(label, []).append(sup)


def _begins_with(holder: Tag, sup: Tag) -> bool:
    return holder.find("sup") is sup and plain(pieces(holder)).startswith(sup.get_text(strip=True))


def _text_before(sup: Tag) -> str:
    before = sup.previous_sibling
    return str(before)[-4:] if before is not None else ""


def _label(link: Tag) -> str:
    """What the page shows as the mark, without brackets; empty for an ordinary link."""
    match = _MARK.fullmatch(link.get_text(strip=True))
    raised = link.find_parent("sup") is not None or link.find("sup") is not None
    named = _NOTE_ADDRESS.search(str(link["href"])) is not None or link.get("role") == "doc-noteref"
    return match[1] if match and (raised or named) else ""


def _holder(target: Tag) -> Tag | None:
    """The element that holds the whole note."""
    return target if target.name in _HOLDERS else target.find_parent(_HOLDERS)


def _note(holder: Tag, label: str) -> str:
    """The note's text without its own number and without the links back to the mark."""
    for link in holder.find_all("a"):
        if str(link.get("href", "")).startswith("#"):
            link.extract()
    return re.sub(rf"^[\[(]?{re.escape(label)}[\])]?[.:]?\s+", "", plain(pieces(holder)))


def _put_mark(link: Tag, label: str, note: str) -> None:
    mark = MarkText(label)
    mark.note = note
    raised = link.find_parent("sup")
    whole = raised if raised is not None and raised.get_text(strip=True) == link.get_text(strip=True) else link
    whole.replace_with(mark)
