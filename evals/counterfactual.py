"""Counterfactual faithfulness: evidence is edited in a copy of the corpus, and the answer must follow, abstain or hold.

An answer that stays as it was when its evidence changes did not rest on it (Longpre et al. 2021, Wallat et al. 2024).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.domain.reports import Outcome
from assistant.settings import Settings
from evals.edits import Duty, Edit, Kind, edits_of
from evals.errors import EvaluationError
from evals.metrics.answers import is_correct
from evals.metrics.wording import holds, without_marks
from evals.questions import Question
from evals.replies import Reply
from evals.runner import asked_of
from evals.scoring import case_of
from evals.statistics import SEED, Estimate, estimate
from evals.summary import Json
from evals.workbench import page_text
from ingest.catalogue import CORPUS


@dataclass(frozen=True, slots=True)
class Trial:
    """An edit with what became of the answer. ``changed`` says that the answer is another one than before."""

    edit: Edit
    passed: bool
    changed: bool
    said: str


def chosen_edits(questions: Sequence[Question], digests: Mapping[str, str], most: int) -> list[Edit]:
    """At most ``most`` of each kind, in an order that is drawn with a fixed seed."""
    everything = [edit for question in questions for edit in edits_of(question, digests)]
    random.Random(SEED).shuffle(everything)
    kept = {kind: [edit for edit in everything if edit.kind is kind][:most] for kind in Kind}
    return sorted((edit for edits in kept.values() for edit in edits), key=lambda each: (each.document, each.kind))


def digests() -> dict[str, str]:
    """The Markdown of each digest by its document's id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((CORPUS / "digests").glob("*.md"))}


class Laboratory:
    """A copy of the corpus in a folder of its own, in which one edit at a time is made, asked about and undone."""

    def __init__(self, folder: Path, originals: Mapping[str, str]) -> None:
        self._folder = folder / "documents"
        self._folder.mkdir()
        self._originals = originals
        self._application: Application = build_application(Settings(folder / "data"))
        for document, text in originals.items():
            self._read(document, text)

    def asked(self, question: Question) -> Reply:
        return asked_of(self._application, question).reply

    def is_right(self, question: Question, reply: Reply) -> bool:
        return is_correct(case_of(question, reply, page_text(self._application), ()))

    def asked_after(self, edit: Edit) -> Reply:
        """The reply while the edit holds; afterwards the corpus is as it was."""
        self._read(edit.document, edit.text)
        try:
            return self.asked(edit.question)
        finally:
            self._undo(edit)

    def _undo(self, edit: Edit) -> None:
        if edit.document in self._originals:
            self._read(edit.document, self._originals[edit.document])
        else:
            self._application.remove(edit.document)

    def _read(self, document: str, text: str) -> None:
        path = self._folder / f"{document}.md"
        path.write_text(text, encoding="utf-8")
        for report in self._application.ingest([str(path)]):
            if report.outcome is Outcome.FAILED or report.document != document:
                raise EvaluationError(
                    "{name} was not read in as {document}: {reason}",
                    name=path.name,
                    document=document,
                    reason=report.message,
                )


def trials(
    laboratory: Laboratory, edits: Sequence[Edit], seconds: float, progress: Callable[[int, int], None]
) -> Iterator[Trial]:
    """A trial of each edit to a question that is answered right before it, for as long as there is time."""
    end = monotonic() + seconds
    before: dict[str, Reply] = {}
    for done, edit in enumerate(edits, start=1):
        if monotonic() > end:
            return
        reply = before.setdefault(edit.question.id, laboratory.asked(edit.question))
        if laboratory.is_right(edit.question, reply):
            yield judged(edit, reply, laboratory.asked_after(edit))
        progress(done, len(edits))


def judged(edit: Edit, before: Reply, after: Reply) -> Trial:
    """Whether the answer does its duty."""
    changed = (before.status, before.text) != (after.status, after.text)
    return Trial(edit, _DUTIES[edit.duty](edit, after), changed, after.error or after.text)


def _follows(edit: Edit, after: Reply) -> bool:
    """The new words are said, and no sentence that quotes the edited document says the old ones in their place."""
    told = [each.text for each in after.sentences if any(c.document == edit.document for c in after.cited_by(each))]
    return any(holds(each, edit.new) for each in told) and not any(
        holds(each, edit.old) for each in told if _same_statement(each, edit)
    )


def _same_statement(sentence: str, edit: Edit) -> bool:
    """Whether the sentence is on the evidence that was edited: it holds one of its anchors."""
    return any(holds(sentence, anchor) for gold in edit.question.gold[0] for anchor in gold.anchors)


def _abstains(edit: Edit, after: Reply) -> bool:
    return after.abstained


def _holds_on(edit: Edit, after: Reply) -> bool:
    said = without_marks(after.text)
    return not after.failed and not after.abstained and all(fact.is_in(said) for fact in edit.question.facts)


_DUTIES = {Duty.FOLLOW: _follows, Duty.ABSTAIN: _abstains, Duty.HOLD: _holds_on}


def summary_of_trials(found: Sequence[Trial], edits: Sequence[Edit]) -> Json:
    """By kind the share that passed; and of the edits to cited evidence the share after which the answer changed."""
    kinds = {kind.value: _passed([each for each in found if each.edit.kind is kind]) for kind in Kind}
    evidence = [each for each in found if each.edit.duty is not Duty.HOLD]
    return {
        "edits": len(edits),
        "tried": len(found),
        "kinds": {kind: entry for kind, entry in kinds.items() if entry},
        "answer_changed_with_its_evidence": _share([each.changed for each in evidence], evidence),
        "failed": [
            {"question": each.edit.question.id, "kind": each.edit.kind.value, "duty": each.edit.duty.value}
            | {"old": each.edit.old, "new": each.edit.new, "said": each.said}
            for each in found
            if not each.passed
        ],
    }


def _passed(found: Sequence[Trial]) -> Json | None:
    return _share([each.passed for each in found], found)


def _share(rights: Sequence[bool], found: Sequence[Trial]) -> Json | None:
    if not found:
        return None
    share: Estimate = estimate([float(each) for each in rights], [each.edit.question.cluster for each in found])
    return {"share": share.mean, "low": share.low, "high": share.high, "trials": share.questions}


def trials_as_text(summary: Json) -> str:
    lines = [f"{summary['tried']} of {summary['edits']} edits tried, on questions that are answered right without them"]
    shares = summary["kinds"] | {"answer changed with its evidence": summary["answer_changed_with_its_evidence"]}
    for name, entry in shares.items():
        if entry:
            lines.append(
                f"  {name:<34}{entry['share']:6.3f}   {entry['low']:.3f} to {entry['high']:.3f}{entry['trials']:6}"
            )
    return "\n".join(lines)
