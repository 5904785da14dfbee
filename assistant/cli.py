"""The command line: one command per function, nothing heavy imported before a command needs it.

Exit status: 0 done, 1 it failed, 2 it was asked wrongly.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TextIO

from assistant import agenda_commands, party_commands
from assistant.arguments import Parser, as_utf8, count
from assistant.commands import (
    ASKED_WRONGLY,
    DONE,
    FAILED,
    Bootstrap,
    Call,
    Command,
    add_commands,
    as_json,
    everywhere_arguments,
    fail,
    json_argument,
)
from assistant.domain.errors import UsageError, WieWatWanneerError
from assistant.settings import Settings, language_from, settings_from
from assistant.texts import Texts, texts_in
from assistant.unforeseen import unforeseen

if TYPE_CHECKING:
    from assistant.application import Application, Progress

PROGRAM = "wiewatwanneer"
LONGEST_NAME = 40  # characters of a file's name beside the bar, which needs the rest of the line


def ingest(call: Call) -> int:
    from assistant.domain.reports import Outcome
    from assistant.presentation import failure_as_text, report_as_json, report_as_text, report_in

    application = call.bootstrap(call.settings, rebuild=call.options.rebuild)
    failed = False
    with _progress() as (progress, write):
        for found in application.ingest(call.options.targets, progress):
            report = report_in(found, call.texts)
            line = as_json(report_as_json(report)) if call.options.json else report_as_text(report, call.texts)
            write(line, sys.stdout)
            if report.outcome is Outcome.FAILED:
                write(failure_as_text(report.message, report.path, call.texts.document), sys.stderr)
                failed = True
    return FAILED if failed else DONE


def _ingest_arguments(parser: Parser) -> None:
    words = parser.texts.command
    parser.inputs.add_argument("targets", nargs="*", metavar="PATH|URL", help=words.targets)
    parser.switches.add_argument("--rebuild", action="store_true", help=words.rebuild)
    json_argument(parser)


@contextmanager
def _progress() -> Iterator[tuple[Progress, Callable[[str, TextIO], None]]]:
    """A bar on standard error where someone watches it, and a way to print lines that leaves the bar whole."""
    from tqdm import tqdm

    with tqdm(file=sys.stderr, disable=None, unit="doc", leave=False) as bar:

        def show(done: int, total: int, name: str) -> None:
            bar.total = total
            bar.set_description_str(PurePath(name).name[:LONGEST_NAME], refresh=False)
            bar.update(done - bar.n)
            bar.refresh()

        yield show, tqdm.write


def documents(call: Call) -> int:
    from assistant.presentation import document_as_json, documents_as_text

    known = call.application().documents()
    if call.options.json:
        print(as_json([document_as_json(each) for each in known]))
    else:
        print(documents_as_text(known, call.texts))
    return DONE


def remove(call: Call) -> int:
    from assistant.presentation import report_as_text

    print(report_as_text(call.application().remove(call.options.document), call.texts))
    return DONE


def _remove_arguments(parser: Parser) -> None:
    parser.inputs.add_argument("document", metavar="ID", help=parser.texts.command.document)


def status(call: Call) -> int:
    from assistant.presentation import status_as_json, status_as_text

    state = call.application().status()
    print(as_json(status_as_json(state)) if call.options.json else status_as_text(state, call.texts))
    return DONE


def search(call: Call) -> int:
    from assistant.presentation import hits_as_json, hits_as_text

    application = call.filled_application()
    k = call.options.k
    if call.options.batch is not None:
        return _batch(call, lambda question: hits_as_json(question.text, application.search(question.text, k)))
    hits = application.search(call.options.question, k)
    print(as_json(hits_as_json(call.options.question, hits)) if call.options.json else hits_as_text(hits, call.texts))
    return DONE


def _search_arguments(parser: Parser) -> None:
    words = parser.texts.command
    _question_arguments(parser)
    parser.switches.add_argument(
        "-k", type=partial(count, texts=parser.texts), default=10, metavar="N", help=words.hits
    )


def ask(call: Call) -> int:
    from assistant.domain.answers import Turn
    from assistant.presentation import answer_as_json, answer_as_text

    application = call.filled_application()
    if call.options.batch is not None:
        return _batch(
            call,
            lambda question: answer_as_json(application.ask(question.text, [Turn(each) for each in question.history])),
        )
    answer = application.ask(call.options.question)
    print(as_json(answer_as_json(answer)) if call.options.json else answer_as_text(answer))
    return DONE


def _batch(call: Call, answer: Callable[[Any], dict[str, Any]]) -> int:
    from assistant.batch import opened, outcomes

    answered, failed = 0, 0
    with opened(call.options.batch) as lines:
        for outcome in outcomes(lines, answer, call.texts):
            print(as_json(outcome.fields), flush=True)
            answered, failed = answered + (not outcome.failed), failed + outcome.failed
    if not failed:
        return DONE
    return fail(call.texts.command.batch_failed.format(failed=failed, lines=answered + failed), FAILED)


def _question_arguments(parser: Parser) -> None:
    words = parser.texts.command
    parser.inputs.add_argument("question", nargs="?", type=as_utf8, metavar="QUESTION", help=words.question)
    parser.switches.add_argument("--batch", metavar="FILE", help=words.batch)
    json_argument(parser)


def serve(call: Call) -> int:
    from assistant.web.server import serve as serve_page

    serve_page(call.settings, call.application)
    return DONE


def _serve_arguments(parser: Parser) -> None:
    words = parser.texts.command
    parser.switches.add_argument("--host", help=words.host)
    parser.switches.add_argument("--port", type=int, metavar="N", help=words.port)
    parser.switches.add_argument("--evaluation", action="store_true", help=words.evaluation)


COMMANDS = (
    Command("ingest", _ingest_arguments, ingest),
    Command("documents", json_argument, documents),
    Command("remove", _remove_arguments, remove),
    Command("status", json_argument, status),
    Command("search", _search_arguments, search),
    Command("ask", _question_arguments, ask),
    *agenda_commands.COMMANDS,
    *party_commands.COMMANDS,
    Command("serve", _serve_arguments, serve),
)


def build_parser(texts: Texts) -> Parser:
    parser = Parser(texts=texts, prog=PROGRAM, description=texts.command.description)
    everywhere_arguments(parser)
    add_commands(parser, COMMANDS, texts.command.commands, dest="command", required=True, metavar="COMMAND")
    return parser


def parse(arguments: Sequence[str], texts: Texts) -> argparse.Namespace:
    """Raises ``UsageError`` for a call that is not of the right form."""
    options = build_parser(texts).parse_args(arguments)
    if "batch" in options and (options.batch is None) == (options.question is None):
        options.parser.error(texts.command.question_or_batch)
    return options


def main(
    arguments: Sequence[str] | None = None,
    *,
    bootstrap: Bootstrap | None = None,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Runs one command and returns its exit status; every error becomes one sentence on standard error."""
    _write_utf8()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments, bootstrap or _real_bootstrap, environment)
    except WieWatWanneerError as error:
        said = error.said(_texts(environment).errors)
        return fail(said, ASKED_WRONGLY if isinstance(error, UsageError) else FAILED)
    except KeyboardInterrupt:
        return fail(_texts(environment).command.interrupted, FAILED)
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return fail(unforeseen(error, _texts(environment).command), FAILED)


def _run(arguments: Sequence[str], bootstrap: Bootstrap, environment: Mapping[str, str]) -> int:
    try:
        options = parse(arguments, texts_in(language_from(environment)))
    except SystemExit as help_was_shown:
        return int(help_was_shown.code or DONE)
    run: Callable[[Call], int] = options.run
    status = run(Call(options, settings_from(vars(options), environment), bootstrap))
    sys.stdout.flush()
    return status


def _real_bootstrap(settings: Settings, *, rebuild: bool = False) -> Application:
    from assistant.bootstrap import build_application

    return build_application(settings, rebuild=rebuild)


def _texts(environment: Mapping[str, str]) -> Texts:
    try:
        return texts_in(language_from(environment))
    except WieWatWanneerError:
        return texts_in("nl")


def _write_utf8() -> None:
    """Scripts expect UTF-8 JSON whatever the locale says; what no encoding can hold is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
