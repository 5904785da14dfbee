"""The program's own sentences around positions: who speaks, who is silent, and that silence is not neutrality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answering.positions_finding import Heard, Voice
from assistant.answering.positions_sides import Issued, Side
from assistant.answering.statements import Statement
from assistant.domain.positions import Contrast, Position, PositionKind, SpeakerBasis
from assistant.texts import LANGUAGES, texts_in


class PositionWording:
    def __init__(
        self, language: str, documents: Sequence[Issued], sides: Sequence[Side] = (), publishers: bool = False
    ) -> None:
        """``sides`` are those that the question names: they are called as it calls them. ``publishers`` says that they
        are named with a document whose words are given as nobody's."""
        self._language = language
        self._sides = sides
        self._publishers = publishers
        texts = texts_in(language if language in LANGUAGES else "nl")
        self._texts = texts.positions.answers
        self._words = texts.positions
        self._kinds = texts.document.kinds
        self._documents = {each.id: each for each in documents}

    @property
    def silence(self) -> str:
        return self._texts["silence"]

    def of(self, sides: Sequence[Side]) -> PositionWording:
        return PositionWording(self._language, tuple(self._documents.values()), sides)

    def with_publishers(self) -> PositionWording:
        return PositionWording(self._language, tuple(self._documents.values()), self._sides, publishers=True)

    @property
    def otherwise(self) -> str:
        return self._texts["otherwise"]

    def heading(self, voice: Voice) -> str:
        """'UNL (position paper, p. 4):', and for what only a document says 'Volgens …'."""
        if voice.position is None:
            first = voice.statements[0]
            return self._by_document(first.document, first.page)
        speaker, place = voice.position.speaker, voice.position.quotation
        basis = SpeakerBasis.PUBLISHER if self._is_own(voice.position) else speaker.basis
        heading = self._by_document(place.document, place.page)
        if basis is not SpeakerBasis.DOCUMENT:
            heading = self._texts[basis.value].format(
                name=_opened(self._name(voice.position)),
                kind=self._kind(place.document),
                document=self._title(place.document),
                page=place.page,
            )
        if voice.position.kind is PositionKind.EXPLORATION:
            return self._texts["explores"].format(heading=heading)
        return heading

    def silent(self, side: Side, subject: str) -> str:
        key = "silent_on" if subject else "silent"
        return self._texts[key].format(name=side.written, subject=subject)

    def mentioned(self, side: Side, nearby: bool) -> str:
        return self._texts["mentioned" if nearby else "mentioned_elsewhere"].format(name=side.written)

    def places(self, heard: Heard) -> str:
        """Where a silent side is named, for an answer that shows no sentence; empty where it is named nowhere."""
        if not heard.mentions:
            return ""
        key = "named_in" if heard.nearby else "named_elsewhere"
        return self._texts[key].format(name=heard.side.written, places=self._listed(heard.mentions))

    def doubted(self, doubts: Sequence[Voice]) -> str:
        """Where what nobody rejects is doubted; empty where it is not."""
        return (
            self._texts["doubted"].format(places=self._listed(each.statements[-1] for each in doubts)) if doubts else ""
        )

    def nobody(self, kinds: Sequence[PositionKind], subject: str) -> str:
        named = ", ".join(f"‘{self._words.kinds[each.value]}’" for each in kinds)
        return self._texts["nobody"].format(subject=subject, kinds=named)

    def _listed(self, statements: Iterable[Statement]) -> str:
        places = dict.fromkeys(
            self._texts["place"].format(document=self._title(each.document), page=each.page) for each in statements
        )
        return "; ".join(places)

    def _by_document(self, document: str, page: int) -> str:
        known = self._documents.get(document)
        publishers = "; ".join(known.publishers) if known and self._publishers else ""
        key = "document_of" if publishers else "document"
        return self._texts[key].format(document=self._title(document), publishers=publishers, page=page)

    def _name(self, position: Position) -> str:
        """As the question calls it, where it speaks for itself alone; else as the document does."""
        own = (SpeakerBasis.PUBLISHER, SpeakerBasis.SIGNATORY)
        if position.speaker.basis in own or self._is_own(position):
            return next((side.written for side in self._sides if self._is_of(position, side)), position.speaker.name)
        return position.speaker.name

    def _is_own(self, position: Position) -> bool:
        """Whether a document speaks of its own issuer: 'UNL pleit' in a paper of UNL."""
        reported = position.speaker.basis is SpeakerBasis.REPORTED
        document = position.quotation.document
        return reported and any(document in side.documents and self._is_of(position, side) for side in self._sides)

    def _is_of(self, position: Position, side: Side) -> bool:
        """Whether nobody but the side says it; who alone issued a document speaks in it for its group as well."""
        said_by, document = set(position.speaker.stakeholders), self._documents.get(position.quotation.document)
        alone = document is not None and len(document.publishers) == 1 and document.id in side.documents
        return not side.is_document and bool(said_by & set(side.parties)) and (alone or said_by <= set(side.parties))

    def alone(self, side: Side) -> str:
        return self._texts["alone"].format(name=side.written)

    def together(self, sides: Sequence[Side]) -> str:
        """Before what several sides say in one statement."""
        *others, last = [each.written for each in sides]
        return self._texts["together"].format(names=", ".join(others), last=last)

    def on_theme(self, subject: str) -> str:
        return self._texts["on_theme"].format(subject=subject)

    def contrasts(self, found: Sequence[Contrast]) -> str:
        """Which statements differ or agree by their words; that none does so, where none does."""
        if not found:
            return self._texts["no_contrast"]
        return " ".join(
            self._texts[each.kind.value].format(one=self._placed(each.one), other=self._placed(each.other))
            for each in found
        )

    def _placed(self, position: Position) -> str:
        return self._texts["placed"].format(name=self._name(position), page=position.quotation.page)

    def _kind(self, document: str) -> str:
        known = self._documents.get(document)
        return self._kinds.get(known.kind, self._title(document)) if known else document

    def _title(self, document: str) -> str:
        known = self._documents.get(document)
        return known.title if known else document


def _opened(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
