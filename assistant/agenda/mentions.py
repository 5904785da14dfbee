"""What later documents say of an action, found by the names in it and its rare words."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from assistant.agenda.proving import BETWEEN_PIECES
from assistant.agenda.register import AgendaRegister
from assistant.agenda.signs import NamedParties, Signs, signs_of
from assistant.answering.glossary import Glossary
from assistant.answering.matching import Frequencies
from assistant.answering.page_view import PageView
from assistant.answering.quoting import contiguous
from assistant.answering.statements import CELL_SEPARATOR
from assistant.domain.agenda import ActionMention, Quotation, RegisteredAction
from assistant.domain.documents import BlockKind, Page, Span
from assistant.domain.passages import Hit, Passage
from assistant.index.analyzer import stem, words
from assistant.index.interface import Query
from assistant.library.library import Library

CANDIDATES = 200  # passages of a search that are read sentence by sentence
# A word tells one action from another when this share of the library's passages hold it, or this many where that is
# more. Names are told from 'LLO', which every document here is about.
RARE, RARE_AT_LEAST = 0.01, 12
RARE_NAME, RARE_NAME_AT_LEAST = 0.01, 25
COMMON_TASK = 0.1  # of the actions of an agenda speak of 'verkenning', which then tells none from another

Search = Callable[[Query, int], list[Hit]]
View = Callable[[str, int], PageView]
NamedIn = Callable[[str], NamedParties]


@dataclass
class _Memory:
    """What was found at one state of the register."""

    state: tuple[int, int]
    dates: dict[str, str]
    found: dict[str, tuple[ActionMention, ...]] = field(default_factory=dict)


@dataclass(eq=False)
class LaterMentions:
    """Safe to use from several threads; what was found is kept while neither documents nor corrections change.

    The glossary is made at the first question: it takes long.
    """

    library: Library
    register: AgendaRegister
    search: Search
    view: View
    frequencies: Frequencies
    make_glossary: Callable[[], Glossary]
    named_in: NamedIn
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _memory: _Memory = field(default_factory=lambda: _Memory((-1, -1), {}), init=False)

    def of(self, id: str) -> tuple[ActionMention, ...]:  # noqa: A002  (its own name)
        """Newest first. Raises ``UnknownAction``."""
        action = self.register.action(id)
        memory = self._current()
        if id not in memory.found:
            memory.found[id] = tuple(self._mentions(action, memory.dates))
        return memory.found[id]

    @cached_property
    def _glossary(self) -> Glossary:
        return self.make_glossary()

    def _current(self) -> _Memory:
        state = self.register.state()
        with self._lock:
            if self._memory.state != state:
                self._memory = _Memory(state, {id_: source.date for id_, source in self.library.sources().items()})
            return self._memory

    def _mentions(self, action: RegisteredAction, dates: dict[str, str]) -> list[ActionMention]:
        signs = self._signs(action)
        if not signs.query:
            return []
        hits = self.search(Query(signs.query), CANDIDATES)
        later = (hit.passage for hit in hits if _may_speak_of(action, hit.passage.document, dates))
        found = {place: mention for passage in later for place, mention in self._in(passage, action, signs, dates)}
        in_order = [found[place] for place in sorted(found)]
        return sorted(in_order, key=lambda mention: mention.date, reverse=True)

    def _in(
        self, passage: Passage, action: RegisteredAction, signs: Signs, dates: dict[str, str]
    ) -> Iterator[tuple[tuple[str, int, int], ActionMention]]:
        """With the place of each, by which one that two passages hold is found once."""
        view = self.view(passage.document, passage.page)
        for start, text, quoted in _units(passage, view):
            if terms := signs.found_in(text):
                quotation = Quotation(passage.document, passage.page, quoted)
                mention = ActionMention(action.action.id, quotation, dates[passage.document], terms)
                yield (passage.document, passage.page, start), mention

    def _signs(self, action: RegisteredAction) -> Signs:
        agenda = self.register.agenda(action.agenda.document)
        tasks = Counter(each for other in agenda.actions for each in {stem(word) for word in words(other.read.what)})
        common = {each for each, count in tasks.items() if count > max(2, COMMON_TASK * len(agenda.actions))}
        what = action.action.what
        weigh = partial(self._weight, common)
        return signs_of(what, self._glossary, self.named_in(what), self._is_rare_name, weigh)

    def _is_rare_name(self, stem: str) -> bool:
        most = max(RARE_NAME_AT_LEAST, RARE_NAME * self.frequencies.size())
        return self.frequencies.frequency(stem) <= most

    def _weight(self, common: set[str], stem: str) -> float:
        count, size = self.frequencies.frequency(stem), self.frequencies.size()
        if stem in common or count > max(RARE_AT_LEAST, RARE * size):
            return 0.0
        return math.log(1 + size / (count + 1))


def _units(passage: Passage, view: PageView) -> Iterator[tuple[int, str, str]]:
    """The sentences of a passage, or the row that it is: where each starts, its words, and these as they are quoted."""
    if passage.kind is BlockKind.TABLE_ROW:
        cells = [cell for cell in map(passage.cell, range(len(passage.cells))) if cell.strip()]
        yield passage.start, " ".join(cells), CELL_SEPARATOR.join(cells)
        return
    for sentence in view.sentences:
        (span,) = sentence.spans
        if passage.start <= span.start < passage.end:
            yield span.start, sentence.text, _quoted(view.page, span)


def _quoted(page: Page, span: Span) -> str:
    return BETWEEN_PIECES.join(piece.of(page.text) for piece in contiguous(page, span))


def _may_speak_of(action: RegisteredAction, document: str, dates: dict[str, str]) -> bool:
    """Whether a document is later than the agenda; where nobody knows when the agenda was made, whether it is another.

    Later means that it is so at the precision that both dates have: nothing of 2023 is later than an agenda of 2023.
    """
    ours, theirs = action.agenda.date, dates.get(document)
    if theirs is None or document == action.agenda.document:
        return False
    known = min(len(ours), len(theirs))
    return not ours or theirs[:known] > ours[:known]
