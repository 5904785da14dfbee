"""How speakers, statements and their sources are written in exports, answers and on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Origin
from assistant.domain.positions import Comparison, Contrast, Position, Theme
from assistant.domain.reports import DocumentSummary
from assistant.texts import Texts

Documents = Mapping[str, DocumentSummary]  # by id


def speaker(position: Position, documents: Documents, texts: Texts) -> str:
    """Who says it, and how that is known: 'UNL (Position paper)', 'volgens Congresbundel'."""
    words = texts.positions.speakers[position.speaker.basis.value]
    return words.format(name=position.speaker.name, document=_title(position.quotation.document, documents))


def speaker_known(position: Position, texts: Texts) -> str:
    """Who says it, and how that is known, where the document stands beside it: 'UNL (uitgever van het document)'."""
    return f"{position.speaker.name} ({texts.positions.bases[position.speaker.basis.value]})"


def statement(position: Position, texts: Texts) -> str:
    """What the words do, and the words: 'bepleit: “…”'."""
    kind = texts.positions.kinds[position.kind.value]
    return texts.positions.statement.format(kind=kind, text=words(position))


def words(position: Position) -> str:
    """A statement on one line, behind the words that it leans on."""
    return " ".join(f"{position.lead_in} {position.text}".split())


def source(quotation: Quotation, documents: Documents, texts: Texts) -> str:
    """Title, date and page; of a digest it says that it is one."""
    document = documents.get(quotation.document)
    named = ", ".join(filter(None, (_title(quotation.document, documents), document.date if document else "")))
    is_digest = document is not None and document.origin is Origin.DIGEST
    template = texts.register.source_digest if is_digest else texts.register.source
    return template.format(document=named, page=quotation.page)


def opposites(comparison: Comparison, theme: str, position: Position, texts: Texts) -> str:
    """With which statements of others this one agrees or differs: 'Verschil met MBO Raad (werkverslag, p. 1)'."""
    found = (
        (each.kind, each.other if each.one.id == position.id else each.one)
        for each in comparison.contrasts
        if each.theme == theme and position.id in (each.one.id, each.other.id)
    )
    return "; ".join(
        texts.positions.contrast_with.format(
            kind=texts.positions.contrasts[kind.value],
            name=other.speaker.name,
            document=other.quotation.document,
            page=other.quotation.page,
        )
        for kind, other in found
    )


def contrast(pair: Contrast, texts: Texts) -> tuple[str, str]:
    """What kind of pair it is with the one side, and the other side; each in its own words."""
    one, other = (f"{each.speaker.name} “{words(each)}”" for each in (pair.one, pair.other))
    kind = texts.positions.contrasts[pair.kind.value]
    return texts.positions.contrast.format(kind=kind, one=one), texts.positions.against.format(other=other)


def title(theme: Theme, texts: Texts) -> str:
    """In the language of the texts, where the theme has a title in it."""
    return theme.english if texts.language == "en" and theme.english else theme.title


def _title(document: str, documents: Documents) -> str:
    return documents[document].title if document in documents else document
