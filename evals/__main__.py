"""The evaluation's command line: python -m evals run|diff|validate|explain|agree|counterfactual|bless|export.

Exit status: 0 passed, 1 a gate failed or a comparison shows a loss, 2 the data or the set-up is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.domain.errors import WieWatWanneerError
from assistant.domain.phrases import Phrase
from assistant.texts import LANGUAGES
from evals.errors import EvaluationError
from evals.kinds import Documents, Engine
from evals.sentences import sentences_in

SET_UP_WRONG = 2
OUTPUT = Path("build/evaluation")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return _status(options)
    except WieWatWanneerError as error:
        sentence = error.sentence
    except OSError as error:
        sentence = Phrase(
            "{place} cannot be used ({reason}): is there room, and may it be written to?",
            place=error.filename or Phrase("The disk"),
            reason=error.strerror or str(error),
        )
    except KeyboardInterrupt:
        sentence = Phrase("Interrupted: the same command goes on where this one stopped.")
    said = sentence.said(sentences_in(getattr(options, "language", None) or "en"))
    print(" ".join(said.split()), file=sys.stderr)
    return SET_UP_WRONG


def _status(options: argparse.Namespace) -> int:
    try:
        from evals import commands
    except ModuleNotFoundError as error:
        raise EvaluationError(
            "The evaluation needs {name}: install it with pip install '.[eval]'.", name=error.name
        ) from error
    status: int = getattr(commands, options.command)(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measures answers and their citations.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (purpose, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=purpose)
        add_arguments(command)
        command.set_defaults(command=name)
    return parser


def _run(run: argparse.ArgumentParser) -> None:
    _suite(run)
    _library(run)
    run.add_argument("--slice", action="append", default=[], metavar="NAME=VALUE", help="only these, as type=owner")
    run.add_argument("--split", default="", choices=("dev", "test"))
    run.add_argument("--repeat", type=_positive, default=1, metavar="N", help="ask each question N times")
    _output(run)
    run.add_argument("--gates", type=Path, metavar="FILE", help="other gates than those of the project")
    run.add_argument("--no-baseline", action="store_true", help="do not compare with the blessed run")
    run.add_argument("--language", choices=LANGUAGES, help="of the page (default: nl) and of refusals (default: en)")
    run.add_argument("--progress", default="bar", choices=("bar", "lines"), help="lines are for other programs")


def _diff(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("base", type=Path, metavar="BASE")
    diff.add_argument("new", type=Path, metavar="NEW")


def _validate(validate: argparse.ArgumentParser) -> None:
    _suite(validate)
    _library(validate)


def _explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("id", metavar="ID")
    _suite(explain)
    _library(explain)


def _counterfactual(counterfactual: argparse.ArgumentParser) -> None:
    _suite(counterfactual)
    counterfactual.add_argument("--cases", type=_positive, default=8, metavar="N", help="edits of each kind, at most")
    counterfactual.add_argument("--seconds", type=_positive, default=120, help="no new edit after this long")
    _output(counterfactual)


def _export(export: argparse.ArgumentParser) -> None:
    _finished_run(export)
    export.add_argument("--to", required=True, choices=("trec", "csv", "questions"))
    export.add_argument("--data", type=Path, metavar="DIR", help="questions: the library whose answers were judged")
    export.add_argument("--output", type=Path, metavar="DIR", help="where to (default: the run's folder)")
    _suite(export)


def _suite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--suite",
        "--questions",
        default="core",
        metavar="NAME|FILE",
        help="a suite by name, or your own file of questions (default: core)",
    )


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="DIR")


def _finished_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, nargs="?", default=OUTPUT, metavar="RUN")


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="a library that is there, in the place of the corpus")
    parser.add_argument("--documents", default=Documents.DIGESTS.value, choices=[each.value for each in Documents])
    parser.add_argument("--engine", default=Engine.EXTRACTIVE.value, choices=[each.value for each in Engine])


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value} is less than 1")
    return number


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "run": ("ask every question, measure, and hold the result against the gates", _run),
    "diff": ("compare two runs over the same documents", _diff),
    "validate": ("check a set of questions against the documents", _validate),
    "explain": ("ask one question; show gold and cited words side by side", _explain),
    "agree": ("how well the citation metrics agree with a person who read the citations", lambda parser: None),
    "counterfactual": ("edit the evidence; the answers must go with it", _counterfactual),
    "bless": ("make a run what later ones are compared with", _finished_run),
    "export": ("write a run for other programs, or what users judged as questions", _export),
}


if __name__ == "__main__":
    sys.exit(main())
