"""What a question takes for granted, and the documents must hold: its subject, the part that it names, what it says
happened, and that a party spoke of it.

An answer about something else would be proven word by word, and still mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.matching import WeighedTerm, coverage, found
from assistant.answering.reranking import analysed
from assistant.answering.understanding import Understanding
from assistant.domain.passages import Hit
from assistant.index.analyzer import STOPWORDS, fold, stems

# Nouns that ask for a kind of answer and need not stand in it.
_GENERAL = frozenset(
    """
    aandachtspunt aandachtspunten aantal aspect aspecten bijdrage doel doelen eis eisen element elementen factor
    factoren gebied gebieden gevolg gevolgen informatie initiatief initiatieven instantie instanties invalshoek
    invalshoeken kanttekening kanttekeningen kenmerk kenmerken knelpunt knelpunten kwestie manier manieren mening
    moment nadeel nadelen nadruk onderdeel onderdelen onderwerp onderwerpen oordeel opvatting plek positie punt
    punten reden redenen resultaat resultaten rol soort soorten standpunt stelling taak taken term termen thema
    toelichting uitgangspunt uitgangspunten uitkomst uitkomsten verschil verschillen vereisten voorbeeld voorbeelden
    voordeel voordelen voorwaarde voorwaarden vorm vormen vraag vragen wens wensen wijze woord woorden zorg
    advantage aspect body change condition disadvantage drawback example feature goal initiative job kind part point
    reason result role sort stance task term thing type view way word
    """.split()  # noqa: SIM905  (a hundred quoted words would be harder to read)
)
_WORD = r"[^\W\d_][\w’'-]{3,}"
_SUBJECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:wat|wie|what|who) (?:is|zijn|was|waren|are|were) (?:de|het|een|the|an?) (?:[\w-]+e )?({_WORD})",
        rf"\b(?:hoe hoog|hoe groot) (?:is|zijn|was|waren) (?:de|het) ({_WORD})",
        rf"\b(?:welke?|which) ({_WORD}) (?:krijgt|krijgen|heeft|hebben|is|zijn|was|waren|geldt|gelden|has|have)\b",
        rf"\b(?:welke?|which) ({_WORD}(?<!e)) (?!van\b|voor\b|in\b|of\b|for\b)[a-zà-ÿ]+",
        rf"\b(?:over|about|on) (?:de |het |een |the )?({_WORD})\??$",
        rf"\b(?:rol speelt|rol spelen|rol van) (?:de|het|een) ({_WORD})",
        rf"\b(?:role (?:of|does|do)) (?:the )?({_WORD})",
        rf"\bhave (?:an? |the )?({_WORD})\??$",
    )
)


def unknown_subject(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> str:
    """The noun that the question is about, when no document holds it or a word for it; else empty."""
    for word in (*_subjects(question.question), *_named_parts(question.question)):
        term = next((each for each in terms if fold(word) in each.term.text.split()), None)
        if term and not term.term.pale and not term.known and not _held(term, hits):
            return word
    return ""


def _subjects(text: str) -> Iterator[str]:
    for pattern in _SUBJECTS:
        yield from (match[1] for match in pattern.finditer(text) if fold(match[1]) not in _GENERAL)


# 'de werkgroep duurzaamheid': the word after such a noun is the name of the part.
_PART = re.compile(
    r"\b(?:de|het|een|the) (?:werkgroep|commissie|wetsvoorstel|wet|motie|regeling|programma|project|pilot|platform|"
    rf"thema|spoor|akkoord|convenant|taskforce|stuurgroep|working group|committee|programme) ({_WORD}(?: {_WORD})?)",
    re.IGNORECASE,
)


def _named_parts(text: str) -> Iterator[str]:
    for match in _PART.finditer(text):
        yield from (word for word in match[1].split() if fold(word) not in STOPWORDS | _GENERAL)


def _held(term: WeighedTerm, hits: Sequence[Hit]) -> bool:
    return any(found(term, analysed(hit.passage).whole) for hit in hits)


# Verbs that say that something came to an end or was refused; each question with one takes that for granted.
_ENDINGS = re.compile(
    r"\b(?:stop(?:t|pen|te|ten|s|ped)?|gestopt|stopgezet|schaf(?:t|fen)|afgeschaft|afschaffen|afschaffing|beëindig\w*|"
    r"schrap(?:t|pen|te)?|geschrapt|verb(?:iedt|ieden|ood|oden)|ingetrokken|intrekken|opgeheven|opheffen|ontslagen|"
    r"ontslag|afgetreden|aftreden|opgestapt|mislukt?e?n?|gefaald|afgewezen|afgeblazen|verworpen|"
    r"abolish\w*|cancel\w*|scrap(?:s|ped)?|bann?(?:s|ed)?|resign\w*|dismissed|withdrawn|withdraw|fail(?:s|ed)?|reject\w*)\b",
    re.IGNORECASE,
)


SUBJECT = 0.5  # share of the question that a passage must hold to be about the same


def unheard_ending(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> str:
    """The word by which the question says that something ended, when nothing on the subject says so; else empty."""
    said = _ENDINGS.search(question.question)
    if not said:
        return ""
    about = [each for each in terms if not each.term.pale and not _ENDINGS.search(each.term.text)]
    on_it = (hit.passage for hit in hits if coverage(about, analysed(hit.passage).whole) >= SUBJECT)
    return "" if any(_ENDINGS.search(passage.text) for passage in on_it) else said[0]


SPOKEN_OF = 0.3  # share of the rest of the question that a passage with the party must hold


def silent_party(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> str:
    """The party whose view is asked for, when no passage with its name, or by it, speaks of the subject; else empty."""
    asked = _STANCE.search(question.question)
    holder = next((each for each in terms if each.term.name and asked and _is_in(each, asked[0])), None)
    others = [each for each in terms if each is not holder and not each.term.pale]
    if not holder or not others:
        return ""
    for hit in hits:
        held = analysed(hit.passage)
        named_by = found(holder, held.body) or found(holder, held.origin)
        if named_by and coverage(others, held.body | held.origin) >= SPOKEN_OF:
            return ""
    return holder.term.text


# 'wat vindt SBB van', 'waar pleit VNO-NCW voor', 'what does UNL demand', 'het oordeel van de Raad van State over'
_PARTY = r"(?:de |het |the )?[A-Z][\w-]*(?:\s(?:van\s|voor\s|of\s)?[A-Z][\w-]*)*"
_STANCE = re.compile(
    r"\b(?:(?:vindt|vinden|wil|willen|pleit|pleiten|bepleit|bepleiten|eist|eisen|adviseert|adviseren|wenst|does|do)|"
    rf"(?:oordeel|standpunt|mening|visie|advies|reactie|kritiek|opinion|view|advice) (?:van|of))\s+{_PARTY}"
)


def _is_in(term: WeighedTerm, words: str) -> bool:
    return not frozenset(term.term.stems).isdisjoint(stems(words))
