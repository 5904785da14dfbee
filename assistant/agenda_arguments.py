"""Reading dates, standings and statuses as people write them on the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from functools import partial

from assistant.arguments import chosen
from assistant.domain.agenda import Standing, Status
from assistant.texts import LANGUAGES, Texts, texts_in

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DUTCH = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")


def day(value: str, texts: Texts) -> date:
    """'2025-12-31' or '31-12-2025'."""
    match = _ISO.fullmatch(value.strip()) or _DUTCH.fullmatch(value.strip())
    try:
        if match:
            return date(*(int(match[part]) for part in ("year", "month", "day")))
    except ValueError:  # 31-02-2026
        pass
    raise argparse.ArgumentTypeError(texts.register.bad_date.format(value=value))


def year(value: str, texts: Texts) -> int:
    if not re.fullmatch(r"[0-9]{4}", value) or value == "0000":
        raise argparse.ArgumentTypeError(texts.register.bad_year.format(value=value))
    return int(value)


def standing(texts: Texts) -> Callable[[str], Standing]:
    return partial(chosen, Standing, {each: texts_in(each).agenda.standings for each in LANGUAGES}, texts)


def status(texts: Texts) -> Callable[[str], Status]:
    return partial(chosen, Status, {each: texts_in(each).agenda.statuses for each in LANGUAGES}, texts)
