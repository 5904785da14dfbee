"""Reading a page's text: without its footnote marks, and sentence by sentence."""

from __future__ import annotations

import re

from assistant.domain.documents import Page, Span

# After these a full stop ends no sentence.
_ABBREVIATION_LIST = """
    a.o art artt bijv bijvb blz bv c.a c.q c.s ca cf dhr dr drs d.d d.w.z e.a e.e.a e.g evt excl fig
    ha hfst i.c i.e i.o i.p.v i.s.m i.v.m incl ing ir jr m.b.t m.b.v m.i m.m.v m.n m.u.v max mevr min mln mld mr mw
    n.a.v n.v.t nl no nr nrs o.a o.b.v o.g o.l.v o.m op.cit p pag par prof r.k red resp s.v.p sr st str t.a.v t.b.v
    t.g.v t.o.v t.z.t tel v.a vgl vs z.g zgn st jhr
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_BOUNDARY = re.compile(r"(?<=[.!?…])[)”’»\"'\]]*\s+(?=[(«“‘\"'\[]*[A-ZÀ-Þ0-9€#▪•])|\n")
_LAST_WORD = re.compile(r"([^\s(]+)\.[)”’»\"'\]]*$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ORDINAL = re.compile(r"\s*(?:\d{1,2}|[a-z])\.$")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")  # they steer a terminal, or turn text around
_LONGEST_WORD = 40  # letters before a full stop that tell whether it ends a sentence


def one_line(text: str) -> str:
    """What is to be seen of a text, on one line: names and titles of files hold whatever somebody put there."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def masked(page: Page) -> str:
    """The page's text with spaces for footnote marks: same length, same offsets."""
    pieces: list[str] = []
    start = 0
    for mark in page.marks:
        pieces += [page.text[start : mark.start], " " * (mark.end - mark.start)]
        start = mark.end
    return "".join(pieces) + page.text[start:]


def sentence_spans(text: str) -> list[Span]:
    """Sentences in order, without white space around them; every block's line end is a boundary too."""
    spans: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if "\n" in match[0] or _ends_sentence(text[max(start, end - _LONGEST_WORD) : end]):
            _add(spans, text, start, end)
            start = match.end()
    _add(spans, text, start, len(text))
    return spans


def ends_with_abbreviation(text: str) -> bool:
    """Whether the full stop at the end is that of an abbreviation or an initial, so that the sentence may go on."""
    word = _LAST_WORD.search(text[-_LONGEST_WORD:])
    if not word:
        return False
    last = word[1].lstrip("(«“‘\"'")
    return last.lower() in _ABBREVIATIONS or bool(_INITIAL.fullmatch(last))


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        spans.append(Span(start + left, start + len(piece.rstrip())))


def _ends_sentence(text: str) -> bool:
    return not _ORDINAL.match(text) and not ends_with_abbreviation(text)
