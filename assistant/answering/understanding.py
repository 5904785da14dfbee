"""What a question asks for, found by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.asking import Asks, asked_for, count_of, is_pale
from assistant.answering.glossary import Glossary
from assistant.answering.language import language_of
from assistant.answering.numerals import CARDINALS, ORDINALS
from assistant.answering.verbs import rejoined
from assistant.domain.answers import Turn
from assistant.domain.errors import QuestionError
from assistant.index.analyzer import STOPWORDS, fold, stem, tokens, words

LONGEST_QUESTION = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the question that an answer's evidence should hold.

    ``stems`` are the phrase's own; each of ``alternatives`` means the same and holds stems too. ``weak`` alternatives
    are everyday synonyms. ``name`` says that the word is written as a name or an acronym; ``pale`` that it says little,
    since it asks or stands in any text; ``listed`` that the glossary has it. ``written`` and ``weakly_written`` are the
    alternatives in words: an index makes its own stems, and the stem of a stem may be another one.
    """

    text: str
    stems: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...] = ()
    weak: tuple[tuple[str, ...], ...] = ()
    name: bool = False
    pale: bool = False
    listed: bool = False
    written: tuple[str, ...] = ()
    weakly_written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question as it is understood.

    ``text`` is the question with what it leaves to the conversation before it. ``asks`` is never empty. ``steps`` and
    ``years`` are the numbers that the question names, and ``count`` is how many things it asks for, 0 where it does not
    say. ``language`` is 'nl', 'en', or another code when it is neither.
    """

    question: str
    text: str
    language: str
    asks: tuple[Asks, ...]
    terms: tuple[Term, ...]
    steps: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    follow_up: bool = False
    count: int = 0

    @property
    def kind(self) -> str:
        return self.asks[0].value


def understand(question: str, history: Sequence[Turn], glossary: Glossary) -> Understanding:
    """Raises ``QuestionError`` for a text that is empty, holds no word, or is too long."""
    cleaned = _checked(question)
    language = language_of(cleaned)
    own_asks = asked_for(cleaned)
    follow_up = bool(history) and _depends(cleaned)
    if follow_up:
        earlier = _earlier(history)
        text = _merged(earlier, cleaned)
        asks = own_asks if own_asks != (Asks.OPEN,) else asked_for(earlier)
        language = language if len(tokens(cleaned)) > 3 else language_of(earlier)
    else:
        text, asks = cleaned, own_asks
    steps = _steps(cleaned) or _steps(text)
    return Understanding(
        question=question,
        text=text,
        language=language,
        asks=asks,
        terms=tuple(_terms(rejoined(text, glossary.has_word), glossary, asks)),
        steps=steps,
        years=tuple(dict.fromkeys(int(year) for year in re.findall(r"\b(?:19|20)\d{2}\b", text))),
        follow_up=follow_up,
        count=count_of(cleaned),
    )


def _checked(question: str) -> str:
    text = " ".join(question.split())
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            "De vraag heeft {length} tekens; stel haar in ten hoogste {most} tekens, "
            "of voeg het stuk als document toe.",
            length=len(text),
            most=LONGEST_QUESTION,
        )
    if not any(char.isalnum() for char in text):
        raise QuestionError("Stel een vraag in woorden, bijvoorbeeld: wie verkent de rol van microcredentials?")
    return text


# --- follow-ups

_OPENS_FOLLOW_UP = re.compile(
    r"^(en|maar|ook|and|but|also|what about|how about|hoe zit het|wat dan|waarom dan)\b", re.IGNORECASE
)
_REFERS_BACK = re.compile(
    r"\b(dat|die|dit|deze|daar\w*|hier\w*|hij|zij|ze|hun|het|ervan|ermee|erover|diens|zulke|"
    r"it|its|that|those|these|they|them|their|this)\b",
    re.IGNORECASE,
)
_DEFINES_ALONE = re.compile(
    r"^(?:en|maar|ook|and|but|also)\s+(?:wat is een|wat betekent|what is an?|what does)\b", re.IGNORECASE
)
FEW_TERMS = 2


def _depends(text: str) -> bool:
    """Whether a question leans on the one before it: it opens as a continuation, or says little of its own.

    'En wat is een microcredential?' opens as one, and asks what a word means wherever it stands.
    """
    content = words(text)
    if _OPENS_FOLLOW_UP.search(text):
        return not _DEFINES_ALONE.search(text) or bool(_REFERS_BACK.search(text))
    return len(content) <= FEW_TERMS and (len(tokens(text)) <= 3 or bool(_REFERS_BACK.search(text)))


def _earlier(history: Sequence[Turn]) -> str:
    """The last question that stands on its own, with the follow-ups after it."""
    texts: list[str] = []
    for turn in reversed(history):
        texts.insert(0, " ".join(turn.question.split()))
        if not _depends(texts[0]):
            break
    return " ".join(texts)


def _merged(earlier: str, question: str) -> str:
    """Both questions as one; a step or a year that the new question names replaces the old one's."""
    if _steps(question):
        earlier = STEP_NUMBER.sub(" ", earlier)
    if re.search(r"\b(?:19|20)\d{2}\b", question):
        earlier = re.sub(r"\b(?:19|20)\d{2}\b", " ", earlier)
    return f"{' '.join(earlier.split())} {question}"


# --- steps

_NUMERALS = CARDINALS | ORDINALS | {"nul": 0, "zero": 0}
_NUMBER_WORD = "|".join(sorted({*_NUMERALS, "één"}, key=len, reverse=True))
STEP_NUMBER = re.compile(
    rf"\b(?:stap(?:pen)?|steps?|lijn(?:en)?|actielijn(?:en)?|onderdeel|punt)(?:\s+(?:nummer|nr\.?|number))?\s+"
    rf"(\d{{1,2}}|{_NUMBER_WORD})\b(?P<more>(?:(?:,|\s+en|\s+and|,\s+en)\s+\d{{1,2}}\b(?!\s+[^\W\d_]+en\b))*)"
    rf"|\b(?:de|the)?\s*({_NUMBER_WORD}|\d{{1,2}}(?:e|de|ste|st|nd|rd|th))\s+(?:stap|step|lijn|actielijn)\b",
    re.IGNORECASE,
)


def _steps(text: str) -> tuple[int, ...]:
    found = (
        number
        for match in STEP_NUMBER.finditer(text)
        for number in (match[1] or match[3], *re.findall(r"\d+", match["more"] or ""))
    )
    return tuple(dict.fromkeys(map(_number, found)))


def _number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _NUMERALS[fold(text)]


# --- terms


def _terms(text: str, glossary: Glossary, asks: Sequence[Asks]) -> list[Term]:
    found_words = tokens(text)
    names = _names(text)
    phrases: dict[int, list[tuple[bool, int, tuple[str, ...]]]] = {}
    terms: list[Term] = []
    taken = [False] * len(found_words)
    for found in glossary.equivalents(text):
        phrases.setdefault(found.start, []).append((found.strong, found.end, found.phrases))
    for start, options in sorted(phrases.items()):
        for end in sorted({end for _, end, _ in options}, reverse=True):
            span = range(start, end)
            if any(taken[i] for i in span) or all(found_words[i] in STOPWORDS for i in span):
                continue
            strong = tuple(p for is_strong, e, ps in options if is_strong and e == end for p in ps)
            weak = tuple(p for is_strong, e, ps in options if not is_strong and e == end for p in ps)
            own = tuple(stem(found_words[i]) for i in span if found_words[i] not in STOPWORDS)
            phrase = " ".join(found_words[start:end])
            pale = all(is_pale(found_words[i], asks) or found_words[i] in STOPWORDS for i in span)
            named = any(found_words[i] in names for i in span)
            listed = any(is_strong and e == end for is_strong, e, _ in options)
            terms.append(Term(phrase, own, _stemmed(strong), _stemmed(weak), named, pale, listed, strong, weak))
            for i in span:
                taken[i] = True
    for i, token in enumerate(found_words):
        if not taken[i] and token not in STOPWORDS:
            terms.append(Term(token, (stem(token),), name=token in names, pale=is_pale(token, asks)))
    return list(dict.fromkeys(terms))


def _stemmed(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    stemmed = (tuple(map(stem, words(phrase))) for phrase in phrases)
    return tuple(dict.fromkeys(filter(None, stemmed)))


def _names(text: str) -> frozenset[str]:
    """Folded words that are written as names: with a capital, other than at the start of the question."""
    return frozenset(
        word for match in re.finditer(r"(?<!^)\b(?:[A-Z]\w*[A-Z]\w*|[A-Z]\w+)", text) for word in tokens(match[0])
    ) | frozenset(word for match in re.finditer(r"\b[A-Z]{2,}\w*\b", text) for word in tokens(match[0]))
