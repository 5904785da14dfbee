"""Whose words a question asks for: parties, offices such as the ministers, and documents ('de Kamerbrief').

A side is known by the ids of its parties and by the documents that it issued or that it is. A working group or a
keynote speaker, who is no party, is known by name and by the pages that are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.agenda_parties import Parties
from assistant.answering.numerals import CARDINALS
from assistant.domain.positions import Speaker
from assistant.index.analyzer import fold, tokens

GOVERNING = frozenset(("ministry", "government"))  # kinds of parties that ministers speak for
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Issued:
    """A document with what a question may call it or its publishers."""

    id: str
    title: str
    kind: str = ""
    publishers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """``parties`` are ids. ``documents`` are the ids of those that it issued; of a side that is itself a document,
    ``is_document`` is true and they are that one, or those of that kind. ``joint`` are parties of which only what all
    of them say together is the side's. ``speaker`` is the name of a side that is no party, ``pages`` are its own."""

    written: str
    parties: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    is_document: bool = False
    joint: tuple[str, ...] = ()
    speaker: str = ""
    pages: frozenset[tuple[str, int]] = frozenset()

    def says(self, speaker: Speaker) -> bool:
        """Whether who speaks is this side, alone or with others."""
        if self.speaker:
            return speaker.name == self.speaker
        own = set(self.parties) - set(self.joint)
        return not own.isdisjoint(speaker.stakeholders) or bool(
            self.joint and set(self.joint) <= set(speaker.stakeholders)
        )


@dataclass(frozen=True, slots=True)
class Voiced:
    """A speaker who is no party, with the pages on which nobody else has the word."""

    name: str
    pages: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class NamedSide:
    """A side, and where a text names it: from ``start`` to ``end``, half open."""

    side: Side
    start: int
    end: int


class SideFinder:
    """Knows the sides of one state of the library."""

    def __init__(self, parties: Parties, documents: Sequence[Issued], voiced: Sequence[Voiced] = ()) -> None:
        self._parties = parties
        self._documents = documents
        self._voiced = tuple((each, _named_as(each.name)) for each in voiced)
        self._issuers = {each.id: frozenset(self._named(each.publishers)) for each in documents}

    def named_in(self, text: str) -> tuple[NamedSide, ...]:
        """In order, none within another; one that is named twice stands there twice."""
        found: list[NamedSide] = []
        for named in (
            *self._papers(text),
            *self._speakers(text),
            *self._known(text),
            *self._offices(text),
            *self._joint(text),
        ):
            if not any(named.start < each.end and each.start < named.end for each in found):
                found.append(named)
        return tuple(sorted(found, key=lambda each: each.start))

    # --- parties

    def _known(self, text: str) -> Iterator[NamedSide]:
        for mention in self._parties.mentions(text):
            written = text[mention.start : mention.end]
            ids, documents = self._of_party(mention.stakeholder)
            side = Side(self._spelt(written, mention.stakeholder), ids, documents)
            if not documents:
                joint, documents = self._of_members(mention.stakeholder)
                side = replace(side, documents=documents, joint=joint)
            yield NamedSide(side, mention.start, mention.end)

    def _spelt(self, written: str, id: str) -> str:  # noqa: A002  (its own name)
        """An abbreviation in capitals, also where the question has it in small letters."""
        party = self._parties.get(id)
        forms = (*(name.text for name in party.names), *party.aliases) if party else ()
        return next((form for form in forms if form.isupper() and form.casefold() == written.casefold()), written)

    def _of_party(self, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: A002  (its own name)
        """The parties that it speaks through, and what those issued: an association for the group that it is named
        after, the ministries for the cabinet."""
        party = self._parties.get(id)
        if party and party.kind == "government":
            return self._of_ministries(id)
        names = {word for each in (party.names[:1] if party else ()) for word in tokens(each.text)}
        is_group = party is not None and party.kind == GROUP
        ids, documents = [id], []
        for document in self._documents:
            issuers = self._issuers[document.id]
            namesakes = [each for each in issuers if is_group and names <= self._words_of(each)]
            if id in issuers or namesakes:
                documents.append(document.id)
                ids += namesakes
        return tuple(dict.fromkeys(ids)), tuple(documents)

    def _of_members(self, group: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The members of a group that issued a document together, with nobody else, and those documents."""
        for document in self._documents:
            issuers = sorted(self._issuers[document.id])
            if len(issuers) > 1 and all(self._is_member(each, group) for each in issuers):
                return tuple(issuers), (document.id,)
        return (), ()

    def _is_member(self, id: str, group: str) -> bool:  # noqa: A002  (its own name)
        party = self._parties.get(id)
        return party is not None and group in party.groups

    def _of_ministries(self, *others: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        documents, ids = [], [*others]
        for document in self._documents:
            governing = [each for each in sorted(self._issuers[document.id]) if self._governs(each)]
            ids += governing
            documents += [document.id] if governing else []
        return tuple(dict.fromkeys(ids)), tuple(documents)

    def _governs(self, id: str) -> bool:  # noqa: A002  (its own name)
        party = self._parties.get(id)
        return party is not None and party.kind in GOVERNING

    def _words_of(self, id: str) -> frozenset[str]:  # noqa: A002  (its own name)
        party = self._parties.get(id)
        return frozenset(word for name in (party.names if party else ()) for word in tokens(name.text))

    def _named(self, publishers: Sequence[str]) -> Iterator[str]:
        for publisher in publishers:
            yield from (mention.stakeholder for mention in self._parties.mentions(publisher))

    # --- offices and documents

    def _offices(self, text: str) -> Iterator[NamedSide]:
        of_party = [mention.start for mention in self._parties.mentions(text)]
        for match in _OFFICE.finditer(text):
            ids, documents = self._of_ministries()
            behind = _OF.match(text, match.end())
            if ids and not (behind and behind.end() in of_party):  # 'de minister van OCW' is OCW
                yield NamedSide(Side(match[0], ids, documents), *match.span())

    def _joint(self, text: str) -> Iterator[NamedSide]:
        """'De drie sectoren': those that issued a document together, where so many did; 'de koepels': the only ones who
        did."""
        for match in _TOGETHER.finditer(text):
            count = CARDINALS[fold(match[1])] if match[1] else 0
            documents = [each for each in self._documents if self._is_joint(each, count)]
            ids = dict.fromkeys(issuer for each in documents for issuer in sorted(self._issuers[each.id]))
            alone = all(len(self._issuers[each.id]) == len(ids) for each in documents)
            if documents and (count or alone):
                issued = tuple(each.id for each in documents)
                yield NamedSide(Side(match[0], tuple(ids), issued, joint=tuple(ids) if alone else ()), *match.span())

    # --- working groups and persons

    def _speakers(self, text: str) -> Iterator[NamedSide]:
        for each, names in self._voiced:
            for match in names.finditer(text):
                yield NamedSide(Side(match[0].strip(), speaker=each.name, pages=each.pages), *match.span())

    def _is_joint(self, document: Issued, count: int) -> bool:
        issuers = self._issuers[document.id]
        several = len(document.publishers) == count if count else len(issuers) > 1
        return several and not any(map(self._governs, issuers))

    def _papers(self, text: str) -> Iterator[NamedSide]:
        """Documents by title, alias or kind; the longest name at a place."""
        names = [
            (name, document)
            for document in self._documents
            for name in (document.title, *document.aliases, *_compounds(document))
        ]
        for name, document in sorted(names, key=lambda each: -len(each[0])):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                yield NamedSide(Side(match[0], (), (document.id,), is_document=True), *match.span())
        for kind, words in _PAPER.items():
            ids = tuple(each.id for each in self._documents if each.kind == kind)
            for match in words.finditer(text) if ids else ():
                yield NamedSide(Side(match[0], (), ids, is_document=True), *match.span())


_CONNECTING = frozenset(("en", "van", "voor", "de", "het", "and"))
_LONG, _ENDING = 8, 2  # a word of more letters is known without its last ones: 'ecosystems' for 'ecosystemen'
_SURNAME = 4  # letters that a surname has at least, to be known by that alone


def _named_as(name: str) -> re.Pattern[str]:
    """A working group by any word of its subject ('werkgroep valideren'), a person by surname, others in full."""
    head, *others = name.split()
    if head.casefold() in _GROUPS:
        words = (each for each in re.findall(r"\w[\w-]+", " ".join(others)) if each.casefold() not in _CONNECTING)
        subject = "|".join(rf"{re.escape(each[:-_ENDING] if len(each) > _LONG else each)}\w*" for each in words)
        group = rf"(?:{head}|working\s+group)\s+(?:(?:over|voor|on|for)\s+)?"
        return re.compile(rf"\b{group}(?:{subject})(?:\W+(?:en\W+|and\W+)?(?:{subject}))*", re.IGNORECASE)
    surname = others[-1] if others and all(map(str.istitle, (head, others[-1]))) else ""
    short = rf"|\b{re.escape(surname)}\b" if len(surname) >= _SURNAME else ""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w){short}", re.IGNORECASE)


_GROUPS = frozenset(("werkgroep", "deelwerkgroep", "commissie", "panel", "tafel"))  # what a group calls itself first
_OFFICE = re.compile(
    r"\b(?:(?:demissionaire\s+)?(?:ministers?|bewindslieden|bewindspersonen|kabinet|regering)|cabinet|government)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:van|voor|of|for)\s+(?:de\s+|het\s+|the\s+)?", re.IGNORECASE)
_NUMERAL = "|".join(word for word, number in CARDINALS.items() if number in range(2, 10))
_TOGETHER = re.compile(
    rf"\b(?:({_NUMERAL})\s+(?:onderwijs)?(?:sectoren|koepels|partijen|organisaties|verenigingen|(?:education\s+)?sectors|"
    r"associations)|koepels|onderwijssectoren)\b",
    re.IGNORECASE,
)
_PAPERS = {  # words for a kind of document, by that kind
    "kamerbrief": r"(?:kamer)?brief|letter",
    "congresbundel": r"(?:congres)?bundel|proceedings",
    "position-paper": r"position[\s-]papers?",
    "artikel": r"(?:vakblad|tijdschrift)?artikel|article",
}
_PAPER = {
    kind: re.compile(
        rf"(?<!haar\s)(?<!hun\s)(?<!zijn\s)(?<!its\s)(?<!their\s)\b(?:{words})\b(?!\s+(?:van|of|by)\b)", re.IGNORECASE
    )
    for kind, words in _PAPERS.items()
}


def _compounds(document: Issued) -> Iterator[str]:
    """'Leerrechtenpleidooi' for 'pleidooi leerrechten'."""
    for alias in document.aliases:
        words = alias.split()
        if len(words) == len(("pleidooi", "leerrechten")):
            yield "".join(reversed(words))


def each_once(named: Sequence[NamedSide]) -> tuple[NamedSide, ...]:
    """Without those that a text names again, by whatever name."""
    return tuple(each for place, each in enumerate(named) if not _is_told(each.side, named[:place]))


def _is_told(side: Side, before: Sequence[NamedSide]) -> bool:
    """Whether a side before it is the same."""
    return any(
        side.parties == each.side.parties and set(side.documents) <= set(each.side.documents)
        for each in before
        if side.is_document is each.side.is_document
    )


def apart(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Without the documents that another side issued too: what two parties say together sets neither apart."""
    return tuple(replace(each, documents=_own(each, sides) or each.documents) for each in sides)


def _own(side: Side, sides: Sequence[Side]) -> tuple[str, ...]:
    others = {document for other in sides if other is not side for document in other.documents}
    return tuple(document for document in side.documents if document not in others)
