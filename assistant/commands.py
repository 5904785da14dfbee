"""What every command of the command line has and gives: a call, its application, an exit status.

Exit status: 0 done, 1 it failed, 2 it was asked wrongly.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from assistant.arguments import Parser
from assistant.domain.errors import WieWatWanneerError
from assistant.settings import Settings
from assistant.texts import Texts

if TYPE_CHECKING:
    from assistant.application import Application

DONE, FAILED, ASKED_WRONGLY = 0, 1, 2


class Bootstrap(Protocol):
    """Builds the application; ``rebuild`` makes the indexes anew where they cannot be used as they are."""

    def __call__(self, settings: Settings, *, rebuild: bool = False) -> Application: ...


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program: what was asked, and how to get at the application when the command needs it."""

    options: argparse.Namespace
    settings: Settings
    bootstrap: Bootstrap

    @property
    def texts(self) -> Texts:
        return self.settings.texts

    def application(self) -> Application:
        return self.bootstrap(self.settings)

    def filled_application(self) -> Application:
        """The application, if there is anything to search."""
        application = self.application()
        if not application.documents():
            raise WieWatWanneerError("Er zijn nog geen documenten ingelezen; doe dat eerst met 'wiewatwanneer ingest'.")
        return application


@dataclass(frozen=True, slots=True)
class Command:
    """The name of a command or of a part of one, its arguments and what it does; the catalogue has its help."""

    name: str
    add_arguments: Callable[[Parser], None]
    run: Callable[[Call], int]


def add_commands(parser: Parser, commands: Sequence[Command], purposes: Mapping[str, str], **settings: Any) -> None:
    """A parser for each below this one, which sets ``run`` and ``parser``; ``purposes`` are by name."""
    below = parser.add_subparsers(title=parser.texts.command.commands_title, **settings)
    for command in commands:
        purpose = purposes[command.name]
        child = below.add_parser(command.name, texts=parser.texts, help=purpose, description=purpose)
        command.add_arguments(child)
        everywhere_arguments(child)
        child.set_defaults(run=command.run, parser=child)


def everywhere_arguments(parser: Parser) -> None:
    """Options for before or after the command; an unset one leaves no trace, so neither place wins by default."""
    words = parser.texts.command
    for name, metavar, purpose in (
        ("--data", "DIR", words.data),
        ("--chroma", "URL", words.chroma),
        ("--embedder", "NAME", words.embedder),
    ):
        parser.switches.add_argument(name, metavar=metavar, default=argparse.SUPPRESS, help=purpose)


def json_argument(parser: Parser) -> None:
    parser.switches.add_argument("--json", action="store_true", help=parser.texts.command.json)


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def fail(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status
