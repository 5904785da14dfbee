"""How well positions are read, against sentences labelled by hand: which are positions, of whom and on what."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.domain.documents import Document, Page, Span
from assistant.domain.positions import Position
from assistant.domain.text import masked, sentence_spans

TUNING, OTHER = "tuning", "other"  # the half that the rules were written with, and the one that they never saw


@dataclass(frozen=True, slots=True)
class Label:
    """``words`` are the first of a sentence, at most six. ``kinds`` are those that are right, none where the sentence
    is no position. A theme is right that is among ``themes``; none there means that the sentence is on no theme.
    ``speakers`` are sets of parties of which one is right; ``name`` is part of the speaker's name where it is no party.
    ``unsure`` says that the document does not tell who speaks.
    """

    document: str
    page: int
    words: str
    half: str
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    name: str = ""
    unsure: bool = False

    @property
    def where(self) -> str:
        return f"{self.document} p. {self.page}: {self.words}"


@dataclass(slots=True)
class Scores:
    """Of one half. Mistakes are told by where they are; ``stray`` counts the themes found that are not labelled."""

    labels: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    other_kind: list[str] = field(default_factory=list)
    on_theme: int = 0
    other_theme: list[str] = field(default_factory=list)
    themes_found: int = 0
    stray: int = 0
    other_speaker: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + len(self.missed), 1)

    @property
    def kinds(self) -> float:
        return 1 - len(self.other_kind) / max(self.right, 1)

    @property
    def themes(self) -> float:
        return 1 - len(self.other_theme) / max(self.on_theme, 1)

    @property
    def themes_labelled(self) -> float:
        return 1 - self.stray / max(self.themes_found, 1)

    @property
    def speakers(self) -> float:
        return 1 - len(self.other_speaker) / max(self.right, 1)


def read_labels(path: Path) -> tuple[Label, ...]:
    return tuple(map(_label, path.read_text(encoding="utf-8").splitlines()))


def _label(line: str) -> Label:
    values = json.loads(line)
    for name in ("kinds", "themes"):
        values[name] = tuple(values.get(name, ()))
    values["speakers"] = tuple(map(tuple, values.get("speakers", ())))
    return Label(**values)


def scored(
    labels: Iterable[Label], documents: Mapping[str, Document], read: Callable[[Document], Sequence[Position]]
) -> dict[str, Scores]:
    """By half. Raises ``ValueError`` for words that open no sentence of their page."""
    by_document: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_document[label.document].append(label)
    scores: dict[str, Scores] = {TUNING: Scores(), OTHER: Scores()}
    for document, labelled in by_document.items():
        found = read(documents[document])
        pages = {page.number: page for page in documents[document].pages}
        for label in labelled:
            span = _sentence(label, pages[label.page])
            here = [each for each in found if _is_in(each, label.page, span)]
            _count(scores[label.half], label, here[0] if here else None)
    return scores


def _is_in(position: Position, page: int, span: Span) -> bool:
    return position.quotation.page == page and span.start <= position.start < span.end


def _sentence(label: Label, page: Page) -> Span:
    shown = masked(page)
    first = re.compile(r"\s+".join(map(re.escape, label.words.split())))
    for block in page.blocks:
        for span in sentence_spans(shown[block.start : block.end]):
            if first.match(shown, block.start + span.start):
                return Span(block.start + span.start, block.start + span.end)
    raise ValueError(f"no sentence begins so: {label.where}")


def _count(scores: Scores, label: Label, found: Position | None) -> None:
    scores.labels += 1
    if not label.kinds or found is None:
        scores.missed += [label.where] if label.kinds else []
        scores.wrong += [f"{label.where} ({found.kind})"] if found else []
        return
    scores.right += 1
    if found.kind not in label.kinds:
        scores.other_kind.append(f"{label.where} ({found.kind}, not {'/'.join(label.kinds)})")
    if label.themes:
        scores.on_theme += 1
        scores.themes_found += len(found.themes)
        scores.stray += len(set(found.themes) - set(label.themes))
        if not set(found.themes) & set(label.themes):
            scores.other_theme.append(f"{label.where} ({', '.join(found.themes)})")
    if not _is_speaker(label, found):
        speaker = found.speaker
        scores.other_speaker.append(f"{label.where} ({speaker.name}: {', '.join(speaker.stakeholders)})")


def _is_speaker(label: Label, found: Position) -> bool:
    if label.unsure:
        return not found.speaker.stakeholders and found.speaker.basis == "document"
    named = label.name.casefold() in found.speaker.name.casefold()
    parties = tuple(sorted(found.speaker.stakeholders))
    return any(parties == tuple(sorted(each)) and (named or bool(each)) for each in label.speakers)


def mistakes(scores: Scores) -> Iterator[str]:
    for name in ("missed", "wrong", "other_kind", "other_theme", "other_speaker"):
        yield from (f"{name:14}{each}" for each in getattr(scores, name))
