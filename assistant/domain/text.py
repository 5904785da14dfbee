"""Reading a page's text: without its footnote marks, and sentence by sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.domain.documents import Page, Span

# After these a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    """
    a.o art artt bijv bijvb blz bv c.a c.q c.s ca cf dhr dr drs d.d d.w.z e.a e.d e.e.a e.g enz etc evt excl fig
    ha hfst i.c i.e i.o i.p.v i.s.m i.v.m incl ing ir jl jr m.b.t m.b.v m.i m.m.v m.n m.u.v max mevr min mln mld mr mw
    n.a.v n.v.t nl no nr nrs o.a o.b.v o.g o.l.v o.m op.cit p pag par prof r.k red resp s.v.p sr st str t.a.v t.b.v
    t.g.v t.o.v t.z.t tel v.a vgl vs z.g zgn st jhr
    """.split()
)
_BOUNDARY = re.compile(r"(?<=[.!?…])[)”’»\"'\]]*\s+(?=[(«“‘\"'\[]*[A-ZÀ-Þ0-9€#▪•])|(?<=;)\n|\n")
_LAST_WORD = re.compile(r"([^\s(]+)\.[)”’»\"'\]]*$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ORDINAL = re.compile(r"^\s*(?:\d{1,2}|[a-z])\.$")


@lru_cache(maxsize=256)
def masked(page: Page) -> str:
    """The page's text with spaces for footnote marks: same length, same offsets."""
    if not page.marks:
        return page.text
    chars = list(page.text)
    for mark in page.marks:
        chars[mark.start : mark.end] = " " * (mark.end - mark.start)
    return "".join(chars)


def sentence_spans(text: str) -> list[Span]:
    """Sentences in order, without white space around them; every block's line end is a boundary too."""
    spans: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start() if "\n" in match[0] else match.start() + len(match[0].rstrip())
        if "\n" not in match[0] and not _ends_sentence(text[start : match.end()].rstrip()):
            continue
        _add(spans, text, start, end)
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        spans.append(Span(start + left, start + len(piece.rstrip())))


def _ends_sentence(text: str) -> bool:
    if _ORDINAL.match(text):
        return False
    word = _LAST_WORD.search(text)
    if not word:
        return True
    last = word[1].lstrip("(«“‘\"'")
    return last.lower() not in _ABBREVIATIONS and not _INITIAL.fullmatch(last)
