"""How owners, terms, standings and sources are written in every export and on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.domain.agenda import RegisteredAction, Role, Step
from assistant.texts import Texts


def who(action: RegisteredAction, texts: Texts) -> str:
    """The owners in the document's order, behind their roles where it gives them: 'trekker: OCW; betrokken: SBB'."""
    groups = [
        (role, ", ".join(each.owner.name for each in group))
        for role, group in groupby(action.owners, key=lambda each: each.owner.role)
    ]
    return "; ".join(
        names if role is Role.OWNER else texts.register.role.format(role=texts.agenda.roles[role.value], names=names)
        for role, names in groups
    )


def step_title(step: Step, texts: Texts) -> str:
    """'Stap 4: Bevorderen …', or as much of it as the agenda gives."""
    number = texts.agenda.numbered_step.format(number=step.number) if step.number is not None else ""
    return ": ".join(part for part in (number, step.title) if part)


def source(action: RegisteredAction, texts: Texts) -> str:
    words = texts.register.source_digest if action.agenda.digest else texts.register.source
    return words.format(document=action.agenda.title, page=pages(action))


def pages(action: RegisteredAction) -> str:
    """The page that cites the row, and the other ones that it goes on to."""
    numbers = [action.read.quotation.page, *(part.page for part in action.read.parts)]
    return "-".join(str(each) for each in dict.fromkeys((min(numbers), max(numbers))))


def status(action: RegisteredAction, texts: Texts) -> str:
    """What was recorded last, with its proof; empty where nothing was."""
    if action.status is None:
        return ""
    proof = action.status.proof
    words = texts.agenda.statuses[action.status.status.value]
    return texts.register.recorded.format(status=words, document=proof.document, page=proof.page)


def corrections(action: RegisteredAction, texts: Texts) -> str:
    """Which columns were corrected, each with what the document has: 'Wanneer: 2023/2025'."""
    read = {
        "what": action.read.what,
        "owners": ", ".join(each.name for each in action.read.owners),
        "when": action.read.when.text,
        "step": step_title(action.read_step or action.step, texts),
    }
    columns = dict.fromkeys(each.column for each in action.corrections)
    return "; ".join(f"{texts.agenda.columns[column]}: {read[column]}" for column in columns)


StepActions = tuple[Step, Sequence[RegisteredAction]]


def by_agenda_and_step(actions: Iterable[RegisteredAction]) -> list[tuple[RegisteredAction, list[StepActions]]]:
    """The actions of each agenda, one of them first to tell which it is, step by step."""
    found: list[tuple[RegisteredAction, list[StepActions]]] = []
    for _, of_agenda in groupby(actions, key=lambda each: each.agenda.document):
        group = list(of_agenda)
        steps = [list(of_step) for _, of_step in groupby(group, key=lambda each: (each.step.number, each.step.title))]
        found.append((group[0], [(each[0].step, each) for each in steps]))
    return found
