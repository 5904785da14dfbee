"""The texts of the tab of positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PositionsTabTexts:
    """What the tab adds to ``PositionTexts``; ``short_kinds``, ``strengths`` and ``downloads`` are by value."""

    tab: str
    short_kinds: Mapping[str, str]
    strengths: Mapping[str, str]
    downloads: Mapping[str, str]
    filters: str
    parties: str
    themes: str
    chosen: str
    find_party: str
    with_positions: str
    only_named: str
    other_parties: str
    kind: str
    all_kinds: str
    since: str
    until: str
    always: str
    clear: str
    drop: str
    export: str
    matrix: str
    cell: str
    cell_position: str
    cell_others: str
    cell_contrast_one: str
    cell_contrast: str
    legend: str
    strength: str
    choose_more: str
    choose_theme: str
    no_positions: str
    undated: str
    positions_one: str
    positions: str
    documents_one: str
    documents: str
    mentions_one: str
    mentions: str
    on_theme: str
    side_by_side: str
    close: str
    named_only: str
    left_out_one: str
    left_out_many: str
    silent: str
    silence_is_not_neutral: str
    named_elsewhere: str
    named_nowhere: str
    show_source: str
    show_both: str
    differences_and_agreements: str
    no_contrasts: str
    differences_one: str
    differences: str
    agreements_one: str
    agreements: str
    more: str
    gone: str
    source: str
    source_gone: str
    no_download: str
