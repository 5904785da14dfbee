"""What an answer must show to be one: a sum for 'hoeveel euro', an address for 'op welk e-mailadres', a number of what
is counted.

A passage on the right subject that shows nothing of the kind does not answer such a question, nor does a sum that
stands with another subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.asking import Asks, asked_for
from assistant.answering.binding import Line, together
from assistant.answering.doubts import Doubt, Part, Sign
from assistant.answering.matching import WeighedTerm, found
from assistant.answering.numerals import CARDINALS
from assistant.index.analyzer import STOPWORDS, fold, stems, tokens


@dataclass(frozen=True, slots=True)
class _Form:
    """Questions with words like ``asked`` are answered by words like ``shown``."""

    sign: Sign
    asked: re.Pattern[str]
    shown: re.Pattern[str]


def _form(sign: Sign, asked: str, shown: str) -> _Form:
    return _Form(sign, re.compile(asked, re.IGNORECASE), re.compile(shown, re.IGNORECASE))


_NUMERAL = "|".join(sorted(CARDINALS.keys() - {"een", "one"}, key=len, reverse=True))
_NUMBER = rf"(?:\d[\d.,]*|één|{_NUMERAL})"  # 'een' is an article far more often
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october)"
)
_MONEY = r"€\s?\d|\d[\d.,]*\s?(?:eur\b|euro|mln|mld|miljoen|miljard|million|billion)|\b\d+,\d{2}\b"
_FORMS = (
    _form(
        Sign.MONEY,
        r"\b(?:bedrag|budget|kost(?:en|te|ten)?|prijs|miljoen|miljard|euro|subsidiebedrag|begroot|leges|tarief|salaris|"
        r"loon|boete|collegegeld|betaal(?:t|d)?|hoeveel (?:subsidie|bekostiging|loon)|hoe hoog is de subsidie|"
        r"how much (?:money|funding|subsidy)|cost|price|fees?|charge|salary|fine|million|billion)\b|€",
        _MONEY,
    ),
    _form(
        Sign.MONEY,
        r"^(?:en |and )?(?:wat|what|welke|which) (?:is (?:de|the) )?(?:\S+ ){0,3}?(?:verdien(?:t|en|de|den)|rekent?|"
        r"gerekend|betaal(?:t|de)|rente|salaris|interest|salary|earns?)\b",
        _MONEY,
    ),
    _form(Sign.SHARE, r"\b(?:procent|\w*percentage|percent)\b|%", r"\d\s?(?:%|procent|percent)"),
    _form(Sign.CONTACT, r"\b(?:telefoon(?:nummer)?|telefonisch|(?:tele)?phone(?: number)?)\b", r"\+?\d[\d\s()-]{7,}\d"),
    _form(Sign.CONTACT, r"\be-?mail(?:adres| address)?\b", r"\S@\S"),
    _form(
        Sign.CONTACT,
        r"\b(?:op|via|at|on) (?:welke|which|what) (?:web)?(?:site|pagina|page|link|url)\b|\burl\b",
        r"\bhttps?://|\bwww\.|\b[\w-]+\.(?:nl|eu|com|org)\b",
    ),
    _form(Sign.TIME, r"\b(?:hoe laat|what time)\b", r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} uur\b|\d ?[ap]\.?m\b"),
    _form(
        Sign.AGE,
        r"\b(?:hoe oud|leeftijd|how old|(?:what|which) age)\b",
        r"\b\d+[ -]?(?:jaar|jarige|years?|plussers?)\b|\b\d+-plus",
    ),
    _form(
        Sign.LENGTH,
        r"\b(?:hoe ?lang|how long|(?:hoeveel|how many) (?:jaar|jaren|maanden|weken|dagen|uur|uren|years|months|weeks|"
        r"days|hours))\b",
        rf"\b(?:{_NUMBER}|een|halve?|anderhalve?|paar|enkele|komende|volgende)[ -]?(?:jaar|jaren|jarige|maand|maanden|"
        r"week|weken|dag|dagen|uur|uren|decennia|years?|months?|weeks?|days?|hours?)\b|jarige?\b|"
        r"\b(?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d\b|\b(?:continu|doorlopend|jarenlang|net zo lang)\b",
    ),
    _form(
        Sign.DATE,
        r"\b(?:wanneer|(?:welke|what|which) (?:datum|dag|date|day)|welke? ja(?:ar|ren)|welk jaartal|"
        r"(?:which|what) year)\b|^when\b",
        rf"\b(?:19|20)\d\d\b|\b\d{{0,2}} ?{_MONTH}\b|\b(?:zomer|najaar|voorjaar|winter|herfst|kwartaal|"
        r"\w+ (?:studie)?jaar|continu|doorlopend|jaarlijks|periodiek|momenteel|inmiddels|helft|decennia|nu|zodra)\b",
    ),
)
_PRICED = _FORMS[0]  # its words stand in questions that ask for no number too


def is_form(word: str) -> bool:
    """Whether a word asks for something that has a form of its own, such as a sum."""
    return any(form.asked.search(word) for form in _FORMS)


def unshown(part: Part, lines: Sequence[Line]) -> Iterator[Doubt]:
    """How far what is asked for is not shown with the subject."""
    named = frozenset(re.findall(r"\d{4}", part.text))
    for form in _FORMS:
        said = form.asked.search(part.text)
        if said and (form is not _PRICED or Asks.NUMBER in asked_for(part.text)):
            asking = frozenset(tokens(said[0]))
            about = [each for each in part.terms if not _asks(form, each, asking)]
            yield Doubt(form.sign, 1 - together(about, (line for line in lines if _shows(form, line, named))))
    yield from _uncounted(part, lines)


def _asks(form: _Form, term: WeighedTerm, asking: frozenset[str]) -> bool:
    return bool(form.asked.search(term.term.text)) or asking.issuperset(term.term.text.split())


def _shows(form: _Form, line: Line, named: frozenset[str]) -> bool:
    """A year that the question names is no answer to when."""
    return any(match[0] not in named for match in form.shown.finditer(line.text))


# --- 'hoeveel deelnemers': a number before the word, or before one that means the same

_COUNTED = re.compile(
    r"\b(?:hoeveel|how many)\s+(?:van (?:de|het) |of the )?(?:\d+ )?([^\W\d_][\w’'-]+)(?:\s+([^\W\d_][\w’'-]+))?",
    re.IGNORECASE,
)
_MASS = re.compile(
    r"(?<!en)(?<!s)$|^(?:euros?|procent|keren|times|mensen|people|jaren|maanden|weken|dagen|uren|years|months|weeks|days|"
    r"hours)$",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    rf"(?<![\w/.,–-])(?!(?:19|20)\d{{2}}\b)(?:{_NUMBER}|tientallen|honderden|(?:tien|honderd)?duizenden|miljoenen)"
    r"(?=\s+((?:[\w’'/,-]+\s+){0,4}[\w’'-]+))",
    re.IGNORECASE,
)
UNHEARD_OF = 0.5  # what any number is worth for a word that no document holds
_ENDS_PHRASE = STOPWORDS - {"en", "of", "and", "or", "andere"}


def _uncounted(part: Part, lines: Sequence[Line]) -> Iterator[Doubt]:
    """A number stands before what is counted, or before a word that means the same, and with the rest of the part."""
    for match in _COUNTED.finditer(part.text):
        word = match[2] if match[1].endswith("e") and match[2] else match[1]  # 'hoeveel private opleiders'
        heads = (part.term_of(each) for each in fold(word).replace("-", " ").split())
        head = next(filter(None, heads), None)
        if head is None or _MASS.search(word):
            continue
        if head.known:
            near = together(part.others(head), (line for line in lines if _counts(line, head)))
        else:
            near = UNHEARD_OF * together(
                part.others(head), (line for line in lines if _NUMBER_BEFORE.search(line.text))
            )
        yield Doubt(Sign.COUNT, 1 - near, word)


def _counts(line: Line, head: WeighedTerm) -> bool:
    if not found(head, line.stems):
        return False
    phrases = (_noun_phrase(match[1]) for match in _NUMBER_BEFORE.finditer(line.text))
    return any(found(head, frozenset(stems(phrase))) for phrase in phrases)


def _noun_phrase(words: str) -> str:
    """The words up to the first that cannot be of the same noun phrase."""
    kept: list[str] = []
    for word in words.split():
        if fold(word) in _ENDS_PHRASE:
            break
        kept.append(word)
    return " ".join(kept)
