"""The texts of the register of agendas on the command line and in what it hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisterTexts:
    """``csv_columns`` and ``correction_columns`` are in order.

    ``switches`` and ``tasks`` are the help of options and parts of a command.
    """

    csv_columns: tuple[str, ...]
    concern_itself: str
    concern_definition: str
    concern_list: str
    headline: str
    on_date: str
    page_number: str
    source: str
    source_digest: str
    role: str
    recorded: str
    no_actions: str
    no_agendas: str
    left_out_one: str
    left_out: str
    empty_calendar: str
    count_one: str
    count: str
    corrected: str
    detached_one: str
    detached: str
    older_one: str
    older: str
    report_one_action: str
    report_actions: str
    report_one_unread: str
    report_unread: str
    loose_one: str
    loose: str
    unread_row: str
    agenda_unread: str
    positions_unread: str
    switches: Mapping[str, str]
    tasks: Mapping[str, str]
    bad_date: str
    bad_year: str
    unknown_step: str
    written: str
    diff_unrelated: str
    diff_none: str
    diff_unchanged: str
    diff_headline: str
    correction_columns: tuple[str, ...]
    corrections_kept_one: str
    corrections_kept: str
    status_kept: str
    no_stakeholders: str
    party_columns: tuple[str, ...]
