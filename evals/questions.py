"""Questions with what a right answer rests on, read from JSON Lines and checked against their published schema."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from assistant.domain.phrases import Phrase
from evals.errors import EvaluationError

DATASETS = Path(__file__).parent / "datasets"
SCHEMA = DATASETS / "questions.schema.json"
LONGEST_FAULT = 200  # characters of what the schema says of one line
CANDIDATE = "feedback"  # the field of a question that users asked and nobody has completed

Place = tuple[str, int]  # a document's id and the number of a page of its file, from 1


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A page on which evidence stands. Any one of the ``anchors`` marks it there: its first words differ between a
    document and our summary of it."""

    document: str
    page: int
    anchors: tuple[str, ...]

    @property
    def place(self) -> Place:
        return (self.document, self.page)


Requirement = tuple[GoldPlace, ...]  # one piece of evidence, at any of these places


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a right answer says; it does when any of the patterns is found, whatever the case."""

    name: str
    patterns: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        return any(re.search(each, text, re.IGNORECASE) for each in self.patterns)


@dataclass(frozen=True, slots=True)
class OwnerName:
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Question:
    """``gold`` are the requirements that together are the complete evidence; none for a question without an answer.

    ``history`` are the questions asked before it in the conversation, oldest first. ``unanswerable`` says why there
    is no answer. ``digest`` identifies the content: questions of one id and digest ask the same.
    """

    id: str
    text: str
    language: str
    type: str
    family: str
    split: str
    slices: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    gold: tuple[Requirement, ...] = ()
    facts: tuple[Fact, ...] = ()
    owners: tuple[OwnerName, ...] = ()
    term: str = ""
    unanswerable: str = ""
    digest: str = field(default="", compare=False)

    @property
    def is_answerable(self) -> bool:
        return bool(self.gold)

    @property
    def places(self) -> frozenset[Place]:
        return frozenset(gold.place for requirement in self.gold for gold in requirement)

    @property
    def cluster(self) -> str:
        """What its outcome is likely to hang together with: the document of its first evidence, else its family."""
        return self.gold[0][0].document if self.gold else f"family {self.family}"

    @property
    def traits(self) -> tuple[tuple[str, str], ...]:
        """The slices that it falls in, as names and values."""
        named = [("type", self.type), ("language", self.language), ("split", self.split)]
        documents = sorted({document for document, _ in self.places})
        kinds = [("unanswerable", self.unanswerable)] if self.unanswerable else []
        return (*named, *kinds, *(("document", each) for each in documents), *(("slice", each) for each in self.slices))


def load(path: Path) -> tuple[Question, ...]:
    """Raises ``EvaluationError`` for a file that is no set of questions."""
    questions = tuple(_question(entry, line) for line, entry in _entries(path))
    if not questions:
        raise EvaluationError(
            "{path} holds no questions: write one JSON object a line, as {schema} says.", path=path, schema=SCHEMA.name
        )
    _require_unique_ids(questions, path)
    return questions


def suite_path(name: str) -> Path:
    """A suite of the project by its name, or a file of questions by its path."""
    own = DATASETS / f"{name}.jsonl"
    if own.is_file():
        return own
    path = Path(name)
    if not path.is_file():
        raise EvaluationError(
            "There is no suite or file {name!r}: give core, or the path of your own questions.", name=name
        )
    return path


def chosen(questions: Sequence[Question], slices: Sequence[str], split: str = "") -> tuple[Question, ...]:
    """Those in all of these slices, each written ``name=value``. Raises ``EvaluationError`` when there are none."""
    wanted = {tuple(each.split("=", 1)) for each in slices} | ({("split", split)} if split else set())
    found = tuple(each for each in questions if wanted <= set(each.traits))
    if not found:
        known = sorted({"=".join(trait) for each in questions for trait in each.traits})
        raise EvaluationError(
            "No question is in {wanted}: known are {known}.",
            wanted=" + ".join(sorted(map("=".join, wanted))),
            known=", ".join(known),
        )
    return found


def _entries(path: Path) -> Iterator[tuple[Phrase, dict[str, Any]]]:
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if line.strip():
            where = Phrase("{path}, line {number}", path=path, number=number)
            yield where, _entry(line, where)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark of its encoding
    except OSError as error:
        raise EvaluationError(
            "{path} cannot be read ({reason}): give a file of questions.", path=path, reason=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("{path} is not in UTF-8: save it again in that encoding.", path=path) from error


def _entry(line: str, where: Phrase) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise EvaluationError(
            "{where} is not JSON ({reason}): write one object a line.", where=where, reason=error.msg
        ) from error
    if isinstance(entry, dict) and CANDIDATE in entry:
        raise EvaluationError(
            "{where} is a candidate: fill in its type, the gold with pages and anchors, and the facts (or the type "
            "unanswerable and why it is), and take out {field!r}.",
            where=where,
            field=CANDIDATE,
        )
    fault = next(iter(_validator().iter_errors(entry)), None)
    if fault:
        place = "/".join(map(str, fault.absolute_path)) or Phrase("the question")
        raise EvaluationError(
            "{where} is not a question, at {place}: {fault}.", where=where, place=place, fault=_said(fault)
        )
    checked: dict[str, Any] = entry
    return checked


@cache
def _validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _said(fault: jsonschema.ValidationError) -> str:
    """What the schema says of one line: of what people get wrong most, in words of our own."""
    if fault.validator == "required":
        missing = [each for each in fault.validator_value if each not in fault.instance]
        return Phrase("it lacks {missing}", missing=", ".join(missing))
    if fault.validator == "enum":
        known = ", ".join(map(str, filter(None, fault.validator_value)))
        return Phrase("{value!r} is none of {known}", value=fault.instance, known=known)
    if fault.validator == "additionalProperties":
        unknown = [each for each in fault.instance if each not in fault.schema["properties"]]
        return Phrase("it has {unknown}, which no question has", unknown=", ".join(unknown))
    return str(fault.message)[:LONGEST_FAULT]


def _question(entry: dict[str, Any], where: Phrase) -> Question:
    facts = tuple(Fact(each["name"], tuple(each["patterns"])) for each in entry["facts"])
    for pattern in (pattern for fact in facts for pattern in fact.patterns):
        _require_pattern(pattern, where)
    return Question(
        id=entry["id"],
        text=entry["question"],
        language=entry["language"],
        type=entry["type"],
        family=entry["family"],
        split=entry["split"],
        slices=tuple(entry.get("slices", ())),
        history=tuple(entry.get("history", ())),
        gold=tuple(tuple(_gold_place(place) for place in requirement) for requirement in entry["gold"]),
        facts=facts,
        owners=tuple(OwnerName(each["name"], tuple(each.get("aliases", ()))) for each in entry.get("owners", ())),
        term=entry.get("term", ""),
        unanswerable=entry.get("unanswerable", ""),
        digest=hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()[:16],
    )


def _gold_place(entry: dict[str, Any]) -> GoldPlace:
    return GoldPlace(entry["document"], entry["page"], tuple(entry["anchors"]))


def _require_pattern(pattern: str, where: Phrase) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise EvaluationError(
            "{where} has a pattern that is none, {pattern!r}: {reason}.",
            where=where,
            pattern=pattern,
            reason=str(error),
        ) from error


def _require_unique_ids(questions: Sequence[Question], path: Path) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise EvaluationError("{path} has two questions {id!r}: give each its own id.", path=path, id=question.id)
        seen.add(question.id)
