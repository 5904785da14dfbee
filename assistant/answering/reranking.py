"""The best of what the index found, put in order by how much of the question each passage holds, and where.

The index counts words; this looks at the few passages that it put first: which terms of the question they hold, whether
they stand together in one sentence, and whether the passage is of the kind that is asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache, partial
from operator import attrgetter, mul

from assistant.answering.asking import Asks
from assistant.answering.digest_coverage import digest_coverage
from assistant.answering.matching import WeighedTerm, coverage, found, held_by, weight_of
from assistant.answering.understanding import Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Hit, Passage
from assistant.domain.text import sentence_spans
from assistant.index.analyzer import stems
from ingest.agenda_columns import Meaning, meaning_of

PASSAGES_KEPT = 2048  # some 25 kB of stems each
CONTEXTS_KEPT = 1024
# What the terms in a passage and its surroundings count instead where no digest says anything of its page, while one
# does of another page that was found: documents of a user's own must not stand behind those of the catalogue.
WITHOUT_DIGEST = 0.75
TEXTS_KEPT = 1 << 13  # sentences and passages


@dataclass(frozen=True, slots=True)
class RerankWeights:
    """How much each sign counts; chosen by the ablation in ``docs/retrieval.md``."""

    index: float = 2.0  # the index's own score, as a share of its best
    page: float = 0.9  # the index's scores of the page's best passages together, as a share of the best page's
    body: float = 0.6  # terms found in the passage
    context: float = 2.8  # terms found in the passage or what is known of its place
    sentence: float = 0.7  # terms found together in its best sentence
    digest: float = 4.0  # terms found together in the best sentence of what the digest says of the page
    kind: float = 1.6  # the passage is of the kind asked for
    definition: float = 6.0  # it says what the term is that a definition is asked of
    origin: float = 0.5  # the question names its document or who published it
    step: float = 12.0  # it belongs to the step that the question numbers


@dataclass(frozen=True, slots=True)
class _Analysed:
    body: frozenset[str]
    whole: frozenset[str]
    origin: frozenset[str]
    sentences: tuple[frozenset[str], ...]


@lru_cache(maxsize=PASSAGES_KEPT)
def analysed(passage: Passage) -> _Analysed:
    text = passage.text
    sentences = tuple(frozenset(stems(span.of(text))) for span in sentence_spans(text))
    body = frozenset().union(*sentences) if sentences else frozenset()
    if passage.kind is BlockKind.TABLE_ROW:
        sentences = (body,)
    origin = _stems_of_context(passage.context.partition("\n")[0])
    return _Analysed(body, body | _stems_of_context(passage.context), origin, sentences)


@lru_cache(maxsize=CONTEXTS_KEPT)
def _stems_of_context(context: str) -> frozenset[str]:
    """Passages of one document, and of one section, share theirs."""
    return frozenset(stems(context))


def rerank(
    hits: Sequence[Hit], question: Understanding, terms: Sequence[WeighedTerm], weights: RerankWeights | None = None
) -> tuple[Hit, ...]:
    """The same hits, best first, with new scores."""
    weights = weights or RerankWeights()
    scored = [
        Hit(hit.passage, _sum(weights, signs)) for hit, signs in zip(hits, signs_of(hits, question, terms), strict=True)
    ]
    return tuple(sorted(scored, key=lambda hit: (-hit.score, hit.passage.id)))


def signs_of(hits: Sequence[Hit], question: Understanding, terms: Sequence[WeighedTerm]) -> list[RerankWeights]:
    """What speaks for each hit, every sign from 0 to 1 in the field of its weight."""
    pages = _page_scores(hits)
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    best_page = max(pages.values(), default=0.0) or 1.0
    of = weight_of(terms)
    of_origin = cache(partial(_of_origin, terms))  # passages of one document share it
    # Passages of one page share what the digest says of it.
    of_digest = cache(partial(digest_coverage, terms=terms, shows_what_is_asked=partial(_shows_any, question.asks)))
    any_digest = any(hit.passage.digest for hit in hits)

    def signs(hit: Hit) -> RerankWeights:
        passage, held = hit.passage, analysed(hit.passage)
        there = held_by(held.whole, terms)
        context = coverage(there, held.whole, of)
        return RerankWeights(
            index=hit.score / best,
            page=pages[_place(hit)] / best_page,
            body=coverage(there, held.body, of),
            context=context,
            sentence=max((coverage(there, each, of) for each in held.sentences), default=0.0),
            digest=of_digest(passage.digest) if passage.digest else any_digest * WITHOUT_DIGEST * context,
            kind=is_of_kind(passage, question, terms),
            definition=defines(passage, terms) if Asks.DEFINITION in question.asks else 0.0,
            origin=of_origin(held.origin),
            step=is_of_step(passage, question.steps),
        )

    return [signs(hit) for hit in hits]


def _sum(weights: RerankWeights, signs: RerankWeights) -> float:
    total: float = sum(map(mul, _values(weights), _values(signs)))
    return total


def _place(hit: Hit) -> tuple[str, int]:
    return hit.passage.document, hit.passage.page


def _page_scores(hits: Sequence[Hit]) -> dict[tuple[str, int], float]:
    by_page: dict[tuple[str, int], list[float]] = defaultdict(list)
    for hit in hits:
        by_page[_place(hit)].append(hit.score)
    return {page: sum(sorted(scores, reverse=True)[:PAGE_PASSAGES]) for page, scores in by_page.items()}


SIGNS = tuple(each.name for each in fields(RerankWeights))
_values = attrgetter(*SIGNS)
PAGE_PASSAGES = 5  # of a page's passages count towards its score
OPENING_WORDS = 6  # at most, before the verb or colon of a sentence that says what they mean

_NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|honderd\w*|duizend\w*|"
    r"tientallen|helft|kwart|dubbel\w*|verdubbel\w*)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d[\d.,]*\s?(?:%|procent|mln|mld|miljoen|miljard|eur\b|euro)|€", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(omdat|doordat|waardoor|daardoor|daarom|zodat|om die reden|aangezien|vanwege|want|wegens|hierdoor|immers|"
    r"oorza\w+|reden\w*|oogmerk|namelijk)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"wordt? (?:hier(?:bij|mee|onder) )?(?:bedoeld|verstaan)|worden .{0,60}bedoeld|\b(?:is|zijn) (?:een|het|de)\b|"
    r"betekent|\bhoudt in\b|:\s|tonen aan|oftewel|dat wil zeggen",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+(?: (?:van|de|der|den|het|ter|ten))* [A-Z][a-zà-ÿ]+|\b[A-Z]{2,}\b")
_WISH = re.compile(
    r"\b(ple(?:it|iten)|bepleit\w*|wil(?:len)?|moet(?:en)?|dient|dienen|noodzakelijk|essentieel|advise\w+|wens\w*|zorgen|"
    r"vinden|vindt|streven|belang)\b",
    re.IGNORECASE,
)

_SIGNS: dict[Asks, re.Pattern[str]] = {
    Asks.NUMBER: _NUMBER,
    Asks.REASON: _CAUSE,
    Asks.NAME: _NAME,
    Asks.POSITION: _WISH,
    Asks.TERM: re.compile(
        r"\b(?:19|20)\d{2}\b|\bcontinu\b|\b\d+ (?:jaar|jaren|maanden|weken|week)\b|"
        r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
        re.IGNORECASE,
    ),
    Asks.OWNER: _NAME,
    Asks.LIST: re.compile(r"[^,;:](?:, [^,;]+)+,? (?:en|of|and|or) |:\s[^,;]+, "),
}


@lru_cache(maxsize=TEXTS_KEPT)
def shows(asks: Asks, text: str) -> bool:
    """Whether a text bears the outward sign of what is asked: a figure, a cause, a name."""
    sign = _SIGNS.get(asks)
    return bool(sign and sign.search(text))


def _shows_any(asks: Sequence[Asks], text: str) -> bool:
    """True too where what is asked has no outward sign."""
    signs = [each for each in asks if each in _SIGNS]
    return not signs or any(shows(each, text) for each in signs)


_COLUMNS = {Asks.OWNER: Meaning.OWNER, Asks.TERM: Meaning.TERM}  # in which a row answers


def is_of_kind(passage: Passage, question: Understanding, terms: Sequence[WeighedTerm]) -> float:
    """From 0 to 1: whether the passage is of a kind that answers such questions."""
    return max(_of_kind(passage, asks, terms) for asks in question.asks)


def _of_kind(passage: Passage, asks: Asks, terms: Sequence[WeighedTerm]) -> float:
    match asks:
        case Asks.OWNER | Asks.TERM if passage.kind is BlockKind.TABLE_ROW:
            return 1.0 if _COLUMNS[asks] in map(meaning_of, passage.columns) else 0.5
        case Asks.STEP if passage.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_SECTION):
            return 0.6
        case Asks.DEFINITION:
            return 0.3 if passage.kind is BlockKind.FOOTNOTE else 0.0
        case Asks.NUMBER if _AMOUNT.search(passage.text):
            return 1.0
        case Asks.LIST if passage.kind is BlockKind.LIST_ITEM:
            return 0.6
    return 0.4 if shows(asks, passage.text) else 0.0


def defines(passage: Passage, terms: Sequence[WeighedTerm]) -> float:
    """From 0 to 1: how surely a sentence of the passage that opens with a term of the question says what it is."""
    if passage.kind is BlockKind.TABLE_ROW:
        return 0.0
    return max((defining(span.of(passage.text), terms) for span in sentence_spans(passage.text)), default=0.0)


def defining(sentence: str, terms: Sequence[WeighedTerm]) -> float:
    match = _DEFINES.search(sentence)
    if not match or len(sentence[: match.start()].split()) > OPENING_WORDS:
        return 0.0
    opening = frozenset(stems(sentence[: match.start()]))
    content = [term for term in terms if not term.term.pale]
    return max((found(term, opening) for term in content), default=0.0) * (coverage(content, opening) >= 0.3)


def _of_origin(terms: Sequence[WeighedTerm], origin: frozenset[str]) -> float:
    """From 0 to 1: how surely the document's title, kind or publishers are named in the question."""
    return max((found(term, origin) for term in terms if not term.term.pale), default=0.0)


SECTION_NUMBER = re.compile(r"\s*(?:stap|lijn|actielijn|onderdeel)?\s*(\d{1,2})\b", re.IGNORECASE)


def is_of_step(passage: Passage, steps: Sequence[int]) -> float:
    """1 for a table row or section of a step that is asked for, less for text under a heading with its number."""
    if not steps:
        return 0.0
    title = passage.section or (passage.text if passage.kind is BlockKind.TABLE_SECTION else "")
    number = SECTION_NUMBER.match(title)
    if number and int(number[1]) in steps:
        return 1.0
    headings = (SECTION_NUMBER.match(heading) for heading in passage.headings)
    return 0.7 if any(match and int(match[1]) in steps for match in headings) else 0.0


def is_of_party(passage: Passage, question: Understanding) -> bool:
    """Whether the owners of a table row name a party that the question names."""
    owners = [i for i, column in enumerate(passage.columns) if meaning_of(column) is Meaning.OWNER]
    named = [term for term in question.terms if term.name or term.listed]
    if not owners or not named:
        return False
    held = frozenset(stems(" ".join(passage.cell(index) for index in owners)))
    return any(
        all(stem in held for stem in phrase) for term in named for phrase in (term.stems, *term.alternatives) if phrase
    )
