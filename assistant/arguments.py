"""Reading a command's arguments, in the language of the person."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from assistant.domain.errors import UsageError
from assistant.texts import Texts

Choice = TypeVar("Choice", bound=StrEnum)

MOST = 1_000  # passages of one search


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the person's language and raises instead of exiting."""

    def __init__(self, *, texts: Texts, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_formatter(texts))
        self.texts = texts
        self.inputs = self.add_argument_group(texts.command.arguments_title)
        self.switches = self.add_argument_group(texts.command.options_title)
        self.switches.add_argument("-h", "--help", action="help", help=texts.command.help)

    def error(self, message: str) -> NoReturn:
        for pattern, replacement in self.texts.command.parser_messages:
            message = re.sub(pattern, replacement, message)
        raise UsageError("{message}; zie '{program} --help'.", message=message, program=self.prog)


def _formatter(texts: Texts) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, texts.command.usage if prefix is None else prefix)

    return Formatter


def as_utf8(argument: str) -> str:
    """The argument as its bytes read in UTF-8; under another locale Python keeps them as lone surrogates."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def count(value: str, texts: Texts) -> int:
    """A number of passages; no person reads more than ``MOST``, and no index is asked for as many."""
    if not value.isdecimal() or not 1 <= int(value) <= MOST:
        raise argparse.ArgumentTypeError(texts.command.not_a_count.format(value=value, most=MOST))
    return int(value)


def chosen(kind: type[Choice], words: Mapping[str, Mapping[str, str]], texts: Texts, value: str) -> Choice:
    """By its own name or by its words in any language: 'deels voldaan', 'deels-voldaan', 'partly_done'."""
    for each in kind:
        if _plain(value) in {_plain(each.value), *(_plain(of_language[each.value]) for of_language in words.values())}:
            return each
    known = ", ".join(words[texts.language][each.value].replace(" ", "-") for each in kind)
    raise argparse.ArgumentTypeError(f"invalid choice: '{value}' (choose from {known})")


def _plain(value: str) -> str:
    return re.sub(r"[\s_-]+", " ", value).strip().casefold()
