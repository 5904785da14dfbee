"""Statements of position in words: what each does, how firmly, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Comparison, Contrast, Position, SpeakerBasis
from assistant.domain.reports import DocumentSummary
from assistant.domain.stakeholders import Stakeholder
from assistant.positions import wording
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, tag
from assistant.web.party_words import CallsParties
from assistant.web.signs import kind_sign, strength_sign
from assistant.web.source_page import digest_badge, titled


@dataclass(frozen=True, slots=True)
class Setting(CallsParties):
    """What every part of the tab needs besides the statements: parties and documents by id, the words."""

    parties: Mapping[str, Stakeholder]
    documents: Mapping[str, DocumentSummary]
    texts: Texts

    def title(self, document: str) -> str:
        known = self.documents.get(document)
        return titled(known, self.texts) if known else document


def kind_html(position: Position, texts: Texts) -> str:
    """The kind with its sign, and how firm it is."""
    strength = escaped(texts.positions_tab.strengths[str(position.strength)])
    firm = tag("span", strength_sign(position.strength) + tag("span", strength), "strength")
    kind = tag("b", escaped(texts.positions.kinds[position.kind.value]))
    return tag("p", kind_sign(position.kind) + kind + firm, "kind-line")


def quote_html(position: Position) -> str:
    """The literal words; those that a list item leans on before it, set apart."""
    lead_in = tag("span", escaped(position.lead_in), "lead-in") + " " if position.lead_in else ""
    return tag("blockquote", lead_in + escaped(position.text))


def speaker_html(position: Position, setting: Setting) -> str:
    """Who says it, and how that is known; the document where that is not."""
    speaker, texts = position.speaker, setting.texts
    if speaker.basis is SpeakerBasis.DOCUMENT:
        said = wording.speaker(position, setting.documents, texts)
    else:
        said = f"{speaker.name}, {texts.positions.bases[speaker.basis.value]}"
    return tag("p", escaped(said), "speaker")


def place_html(quotation: Quotation, setting: Setting) -> str:
    page = setting.texts.source.short_page.format(page=quotation.page)
    badge = digest_badge(setting.documents.get(quotation.document), setting.texts)
    return tag("p", escaped(f"{setting.title(quotation.document)}, {page}") + badge, "place")


def positions_counted(count: int, texts: Texts) -> str:
    return counted(count, texts.positions_tab.positions_one, texts.positions_tab.positions)


def speakers_in_short(position: Position, comparison: Comparison, setting: Setting) -> str:
    """Those of the compared parties that say it; else how the document calls the speaker."""
    compared = [each.id for each in comparison.stakeholders if each.id in position.speaker.stakeholders]
    return ", ".join(map(setting.short, compared)) or position.speaker.name


def sides_of(contrast: Contrast) -> tuple[Position, ...]:
    """The two statements, or the one that parties make together."""
    return (contrast.one,) if contrast.one.id == contrast.other.id else (contrast.one, contrast.other)


def differences_counted(count: int, texts: Texts) -> str:
    return counted(count, texts.positions_tab.differences_one, texts.positions_tab.differences)


def agreements_counted(count: int, texts: Texts) -> str:
    return counted(count, texts.positions_tab.agreements_one, texts.positions_tab.agreements)
