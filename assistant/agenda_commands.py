"""The commands of the register: agendas, their versions, corrections and statuses."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import agenda_arguments
from assistant.arguments import Parser, as_utf8
from assistant.clock import today, utc_now
from assistant.commands import DONE, Call, Command, add_commands, as_json, json_argument
from assistant.domain.agenda import ActionFilter, RegisteredAction
from assistant.domain.errors import WieWatWanneerError
from assistant.output import check_output, write

if TYPE_CHECKING:
    from assistant.application import Application

TABLE = "table"
FORMATS = (TABLE, "json", "csv", "ics", "docx")
WITHOUT_REASONS = ("csv", "ics", "docx")  # why an action of other owners is among those of a party


def agenda(call: Call) -> int:
    """The actions that are asked for, in one of the formats; what is left out is told on standard error."""
    from assistant.agenda.exports.formats import Export, Format, exported

    options = call.options
    check_output(call)
    application = call.filled_application()
    wanted = _wanted(call, application)
    actions = application.actions(wanted)
    on = wanted.on or today()
    reasons = _reasons(call, wanted, actions)
    if options.format == TABLE:
        export = Export(_table(call, application, wanted, actions, on, reasons))
    else:
        export = exported(Format(options.format), actions, on, call.texts)
    write(call, export.content)
    apart = reasons if options.format in WITHOUT_REASONS else ()
    for note in (*([] if actions else [_nothing(call, application)]), *apart, *export.notes):
        print(note, file=sys.stderr)
    return DONE


def _wanted(call: Call, application: Application) -> ActionFilter:
    options = call.options
    if options.document is not None:
        _check_agenda(options.document, application)
    wanted = ActionFilter(
        document=options.document or "",
        step=options.step,
        year=options.year,
        on=options.on,
        standings=(options.standing,) if options.standing else (),
        theme=options.theme or "",
    )
    return wanted if options.owner is None else _of_owner(call, wanted, application)


def _reasons(call: Call, wanted: ActionFilter, actions: Sequence[RegisteredAction]) -> Sequence[str]:
    """Why actions of other owners are among those of the party that is asked for."""
    from assistant.agenda.concerning import concerns
    from assistant.agenda_presentation import concerns_as_text

    if call.options.owner is None:
        return ()
    return concerns_as_text(call.options.owner, concerns(actions, wanted), call.texts)


def _check_agenda(document: str, application: Application) -> None:
    """The comparison of an agenda with itself finds out whether it is one. Raises ``NoAgenda``."""
    application.agenda_diff(document, document)


def _of_owner(call: Call, wanted: ActionFilter, application: Application) -> ActionFilter:
    from assistant.agenda.asking import with_owner

    name, parties, actions = call.options.owner, application.stakeholders(), application.actions()
    found = with_owner(wanted, name, parties, actions)
    if found is None:
        raise unknown_party(name, application, actions)
    return found


def unknown_party(name: str, application: Application, actions: Sequence[RegisteredAction] = ()) -> WieWatWanneerError:
    from assistant.agenda.asking import close_names
    from assistant.domain.errors import UnknownStakeholder

    if close := close_names(name, application.stakeholders(), actions):
        return UnknownStakeholder(
            "Er is geen partij of actiehouder '{name}'; bedoelt u {close}?", name=name, close=", ".join(close)
        )
    return UnknownStakeholder(
        "Er is geen partij of actiehouder '{name}'; 'wiewatwanneer stakeholders' toont wie er zijn.", name=name
    )


def _nothing(call: Call, application: Application) -> str:
    """Why there are no actions: no agenda at all, and a step that is not there, are told apart."""
    words, step = call.texts.register, call.options.step
    if not application.agendas():
        return words.no_agendas
    agendas = [each for each in application.agendas() if call.options.document in (None, each.info.document)]
    known = sorted({each.number for found in agendas for each in found.agenda.steps if each.number is not None})
    if step is None or step in known or not known:
        return words.no_actions
    return words.unknown_step.format(step=step, known=", ".join(map(str, known)))


def _table(
    call: Call,
    application: Application,
    wanted: ActionFilter,
    actions: Sequence[RegisteredAction],
    on: date,
    reasons: Sequence[str],
) -> bytes:
    from assistant.agenda_presentation import actions_as_text, detached_as_text, unread_as_text

    shown = actions_as_text(actions, on, call.texts)
    notes = detached_as_text(application.detached(), call.texts)
    if wanted == ActionFilter(document=wanted.document, on=wanted.on):
        agendas = [each for each in application.agendas() if wanted.document in ("", each.info.document)]
        notes += unread_as_text(agendas, call.texts)
    return "\n".join([shown, *reasons, *notes, ""]).encode()


def diff(call: Call) -> int:
    from assistant.agenda_presentation import diff_as_json, diff_as_text

    found = call.filled_application().agenda_diff(call.options.old, call.options.new)
    print(as_json(diff_as_json(found)) if call.options.json else diff_as_text(found, call.texts))
    return DONE


def correct(call: Call) -> int:
    from assistant.agenda.correction_file import keep, read_corrections
    from assistant.agenda_presentation import kept_corrections

    rows = read_corrections(Path(call.options.file), utc_now(), call.texts.register)
    keep(rows, call.application().correct)
    print(kept_corrections(len(rows), call.texts))
    return DONE


def status(call: Call) -> int:
    options = call.options
    kept = call.application().record_status(
        options.action, options.status, options.document, options.words, options.by, options.remark
    )
    words = call.texts
    print(
        words.register.status_kept.format(
            action=kept.action,
            status=words.agenda.statuses[kept.status.value],
            document=kept.proof.document,
            page=kept.proof.page,
        )
    )
    return DONE


def _agenda_arguments(parser: Parser) -> None:
    texts = parser.texts
    words = texts.register.switches
    filters: tuple[tuple[str, str, Any, str], ...] = (
        ("--document", "ID", as_utf8, "document"),
        ("--step", "N", int, "step"),
        ("--owner", "NAME", as_utf8, "owner"),
        ("--year", "YEAR", partial(agenda_arguments.year, texts=texts), "year"),
        ("--on", "DATE", partial(agenda_arguments.day, texts=texts), "on"),
        ("--standing", "S", agenda_arguments.standing(texts), "standing"),
        ("--theme", "WORDS", as_utf8, "theme"),
    )
    for name, metavar, read, purpose in filters:
        parser.switches.add_argument(name, metavar=metavar, type=read, help=words[purpose])
    parser.switches.add_argument("--format", choices=FORMATS, default=TABLE, metavar="FORMAT", help=words["format"])
    parser.switches.add_argument("--output", metavar="FILE", help=words["output"])
    add_commands(parser, _TASKS, texts.register.tasks, dest="task", metavar="TASK")


def _diff_arguments(parser: Parser) -> None:
    words = parser.texts.register.switches
    for name in ("old", "new"):
        parser.inputs.add_argument(name, metavar=name.upper(), type=as_utf8, help=words[name])
    json_argument(parser)


def _correct_arguments(parser: Parser) -> None:
    parser.inputs.add_argument("file", metavar="FILE", help=parser.texts.register.switches["file"])


def _status_arguments(parser: Parser) -> None:
    words = parser.texts.register.switches
    parser.inputs.add_argument("action", metavar="ID", type=as_utf8, help=words["action"])
    parser.inputs.add_argument(
        "status", metavar="STATUS", type=agenda_arguments.status(parser.texts), help=words["status"]
    )
    for name, metavar, purpose in (("--document", "D", "proof"), ("--words", "W", "words"), ("--by", "NAME", "by")):
        parser.switches.add_argument(name, metavar=metavar, type=as_utf8, required=True, help=words[purpose])
    parser.switches.add_argument("--remark", metavar="TEXT", type=as_utf8, default="", help=words["remark"])


_TASKS = (
    Command("diff", _diff_arguments, diff),
    Command("correct", _correct_arguments, correct),
    Command("status", _status_arguments, status),
)
COMMANDS = (Command("agenda", _agenda_arguments, agenda),)
