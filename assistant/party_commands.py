"""The commands of parties: who they are, and where they stand, side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.agenda_commands import TABLE, unknown_party
from assistant.arguments import Parser, as_utf8, chosen
from assistant.clock import today
from assistant.commands import DONE, Call, Command, as_json, json_argument
from assistant.domain.agenda import ActionFilter
from assistant.domain.positions import Comparison, PositionKind
from assistant.output import check_output, write
from assistant.texts import LANGUAGES, texts_in

if TYPE_CHECKING:
    from assistant.application import Application
    from assistant.domain.reports import DocumentSummary
    from assistant.domain.stakeholders import Stakeholder

JSON = "json"
FORMATS = (TABLE, JSON, "csv", "docx")


def compare(call: Call) -> int:
    """Parties side by side on themes; raises ``UnknownStakeholder``, ``UnknownTheme`` or ``NoComparison``."""
    check_output(call)
    application = call.filled_application()
    comparison = application.compare(call.options.names, call.options.theme)
    documents = application.documents()
    if call.options.kind:
        comparison = _of_kind(comparison, call.options.kind, documents)
    write(call, _written(call, comparison, documents))
    if not any(cell.positions for cell in comparison.cells):
        print(call.texts.positions.nothing, file=sys.stderr)
    return DONE


def _of_kind(comparison: Comparison, kind: PositionKind, documents: Sequence[DocumentSummary]) -> Comparison:
    from assistant.positions.narrowing import Narrowing, narrowed

    return narrowed(comparison, Narrowing(kind=kind), {each.id: each.date for each in documents})


def _written(call: Call, comparison: Comparison, documents: Sequence[DocumentSummary]) -> bytes:
    if call.options.json or call.options.format == JSON:
        from assistant.positions.exports.json_tree import tree

        return f"{json.dumps(tree(comparison, documents, call.texts), ensure_ascii=False)}\n".encode()
    if call.options.format == "csv":
        from assistant.positions.exports.csv_table import comparison_as_csv

        return comparison_as_csv(comparison, documents, call.texts)
    if call.options.format == "docx":
        from assistant.positions.exports.docx_table import comparison_as_docx

        return comparison_as_docx(comparison, documents, today(), call.texts)
    from assistant.position_presentation import comparison_as_text

    return f"{comparison_as_text(comparison, documents, call.texts)}\n".encode()


def stakeholders(call: Call) -> int:
    """All parties, or the one that is named, with what it says; raises ``UnknownStakeholder``."""
    from assistant.agenda_presentation import parties_as_text
    from assistant.position_presentation import party_as_text

    application, name = call.application(), call.options.name
    parties = application.stakeholders() if name is None else (_party(name, application),)
    shown = _described(parties, application)
    if name is None:
        print(as_json(shown) if call.options.json else parties_as_text(shown, call.texts))
        return DONE
    said = application.positions(parties[0].id)
    if call.options.json:
        print(as_json([{**shown[0], "positions": len(said)}]))
    else:
        print(parties_as_text(shown, call.texts))
        print(party_as_text(shown[0]["documents"], said, application.documents(), call.texts))
    return DONE


def _party(name: str, application: Application) -> Stakeholder:
    from ingest.stakeholders import StakeholderRegister

    party = StakeholderRegister(application.stakeholders()).find(name)
    if party is None:
        raise unknown_party(name, application)
    return party


def _described(parties: Sequence[Stakeholder], application: Application) -> list[dict[str, Any]]:
    """Each in the fields of the contract."""
    mentioned = application.mentioning([each.id for each in parties])
    return [
        {
            "id": each.id,
            "name": each.name,
            "aliases": [*(name.text for name in each.names[1:]), *each.aliases],
            "kind": each.kind,
            "actions": _ids(application, each.id),
            "documents": list(mentioned[each.id]),
        }
        for each in parties
    ]


def _ids(application: Application, party: str) -> list[str]:
    return [each.action.id for each in application.actions(ActionFilter(stakeholder=party, touched=False))]


def _compare_arguments(parser: Parser) -> None:
    words = parser.texts.positions.switches
    parser.inputs.add_argument("names", nargs="+", metavar="NAME", type=as_utf8, help=words["names"])
    parser.switches.add_argument(
        "--theme", metavar="THEME", type=as_utf8, action="append", default=[], help=words["theme"]
    )
    kinds = {each: texts_in(each).positions.kinds for each in LANGUAGES}
    read = partial(chosen, PositionKind, kinds, parser.texts)
    parser.switches.add_argument("--kind", metavar="KIND", type=read, help=words["kind"])
    parser.switches.add_argument("--format", choices=FORMATS, default=TABLE, metavar="FORMAT", help=words["format"])
    parser.switches.add_argument("--json", action="store_true", help=words["json"])
    parser.switches.add_argument("--output", metavar="FILE", help=parser.texts.register.switches["output"])


def _stakeholders_arguments(parser: Parser) -> None:
    words = parser.texts.register.switches
    parser.inputs.add_argument("name", nargs="?", metavar="NAME", type=as_utf8, help=words["name"])
    json_argument(parser)


COMMANDS = (
    Command("stakeholders", _stakeholders_arguments, stakeholders),
    Command("compare", _compare_arguments, compare),
)
