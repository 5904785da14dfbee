"""The texts of the tab of parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartiesTabTexts:
    """``kinds`` and ``orders`` are by value."""

    tab: str
    kinds: Mapping[str, str]
    orders: Mapping[str, str]
    filters: str
    words: str
    words_placeholder: str
    kind: str
    all_kinds: str
    group: str
    all_groups: str
    order: str
    clear: str
    found_one: str
    found: str
    nothing_found: str
    name: str
    also: str
    formerly: str
    groups: str
    actions: str
    positions: str
    documents: str
    nowhere: str
    more: str
    close: str
    gone: str
    names: str
    name_since: str
    name_until: str
    name_between: str
    aliases: str
    members: str
    tooi: str
    roles: str
    no_roles: str
    through: str
    touched: str
    in_documents: str
    in_no_document: str
    named_times_one: str
    named_times: str
    over_time: str
    chart: str
    chart_bar: str
    chart_undated_one: str
    chart_undated: str
    standpoints: str
    compare: str
    no_standpoints: str
    elsewhere_one: str
    elsewhere: str
    source: str
    show_page: str
    show_page_of: str
    source_gone: str
