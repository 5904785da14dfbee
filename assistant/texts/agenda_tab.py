"""The texts of the agenda tab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaTabTexts:
    """What the tab adds to ``AgendaTexts``; ``parts``, ``downloads`` and ``because`` are by value."""

    tab: str
    months: tuple[str, ...]
    day: str
    month: str
    until: str
    from_day: str
    to_day: str
    no_end: str
    no_date: str
    today: str
    filters: str
    all_agendas: str
    all_steps: str
    all_parties: str
    all_years: str
    all_standings: str
    known_parties: str
    unknown_parties: str
    by_term: str
    recorded: str
    on: str
    on_explained: str
    theme: str
    theme_placeholder: str
    clear: str
    view: str
    parts: Mapping[str, str]
    actions_one: str
    actions: str
    on_date: str
    export: str
    downloads: Mapping[str, str]
    not_in_calendar_one: str
    not_in_calendar: str
    no_agendas: str
    no_actions: str
    problems_one: str
    problems: str
    problem: str
    detached_one: str
    detached: str
    more: str
    corrected: str
    not_known: str
    stands_for: str
    without_step: str
    timeline: str
    timeline_outside: str
    timeline_empty: str
    undated: str
    undated_hint: str
    workload: str
    workload_by_agenda: str
    workload_explained: str
    workload_cell: str
    workload_total: str
    workload_empty: str
    workload_columns: str
    more_parties: str
    other_agendas: str
    old_version: str
    new_version: str
    choose_version: str
    one_agenda: str
    same_version: str
    unrelated: str
    no_changes: str
    unchanged_one: str
    unchanged: str
    not_there: str
    close: str
    facts: str
    stand_cell: str
    defined_by: str
    touched: str
    corrected_from: str
    source: str
    row_gone: str
    mentions: str
    no_mentions: str
    found_by: str
    show_page: str
    show_row: str
    history: str
    no_history: str
    history_status: str
    history_correction: str
    by_whom: str
    proof: str
    record: str
    record_explained: str
    status: str
    document: str
    words: str
    words_hint: str
    remark: str
    by: str
    save_status: str
    correct: str
    correct_explained: str
    column: str
    value: str
    why: str
    save_correction: str
    recorded_done: str
    corrected_done: str
    import_corrections: str
    import_explained: str
    template: str
    template_name: str
    pick_corrections: str
    corrections_large: str
    missing: str
    failed: str
    gone: str
    no_download: str
