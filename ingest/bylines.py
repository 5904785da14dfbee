"""By whom a document says it is, where no catalogue knows: 'Position paper van de NRTO', or a line with its name alone.

Only of documents that call themselves the view of somebody. Whose view is summarised, or answered, is not its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.domain.documents import Document
from assistant.domain.stakeholders import Mention
from assistant.domain.text import masked
from ingest.stakeholders import StakeholderRegister

_TOP = 10  # lines of the first page in which a document says what it is and by whom
_LONGEST = 120  # characters of a line that is a title or a name
_PAPER = re.compile(
    r"(?<!\w)(?:position\s?papers?|standpunt(?:en)?|zienswijze|pleidooi|manifest|visie(?:document|stuk)?|inbreng|reactie"
    r"|notitie|oproep|verkiezingsprogramma|statement|position|response|manifesto)(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!\w)(?:samenvatting|verslag|analyse|bespreking|overzicht|vergelijking|onderzoek|artikel|recensie|interview"
    r"|summary|review|analysis|report|reactie op|antwoord op|in response to)(?!\w)",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:[-–—:|]\s*)?(?:(?:van|door|namens|by|of|from)\s+)?(?:(?:de|het|the)\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|en|&|and|,\s*en)\s*(?:(?:de|het|the)\s+)?", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:(?:van|door|namens|auteurs?|afzender|uitgave van|uitgever|opgesteld door|by|from|author)\s*:?\s+)?"
    r"(?:(?:de|het|the)\s+)?$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"^(?:\s*\([^()]*\))*[\s,.|–—-]*(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|january|february|march|may|june|july|august|october)?\s*(?:\d{4})?\W*$",
    re.IGNORECASE,
)


def publishers_of(document: Document, register: StakeholderRegister) -> tuple[Mention, ...]:
    """The parties that a document says it is by, as mentions in ``head_of`` it; none where it does not say."""
    head = head_of(document)
    if not any(_PAPER.search(line) and not _ABOUT.search(line) for _, line in _lines(head)):
        return ()
    return next(filter(None, (_author(start, line, register) for start, line in _lines(head))), ())


def head_of(document: Document) -> str:
    """The title and the first lines, in which a document says what it is."""
    title = re.sub(r"[_-]+", " ", document.source.title) if " " not in document.source.title else document.source.title
    lines = masked(document.pages[0]).splitlines() if document.pages else []
    short = takewhile(lambda line: len(line) <= _LONGEST, [line for line in lines if line.strip()][:_TOP])
    return "\n".join((title, *short))


def _lines(head: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in head.split("\n"):
        yield start, line
        start += len(line) + 1


def _author(start: int, line: str, register: StakeholderRegister) -> tuple[Mention, ...]:
    """Right behind what it calls itself, or alone on the line."""
    mentions = register.mentions(line)
    if not mentions or _ABOUT.search(line):
        return ()
    named: Sequence[Mention] = ()
    for paper in _PAPER.finditer(line):
        named = named or _chain(mentions, line, paper.end())
    if not named and _LABEL.match(line[: mentions[0].start]):
        whole = _chain(mentions, line, mentions[0].start)
        named = whole if _REST.match(line[whole[-1].end :]) else ()
    return tuple(Mention(each.stakeholder, start + each.start, start + each.end) for each in named)


def _chain(mentions: Sequence[Mention], line: str, start: int) -> list[Mention]:
    chain: list[Mention] = []
    for mention in (each for each in mentions if each.start >= start):
        between = line[chain[-1].end if chain else start : mention.start]
        if not (_JOINED if chain else _BY).fullmatch(between):
            break
        chain.append(mention)
    return chain
