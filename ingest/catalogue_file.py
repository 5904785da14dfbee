"""Reads ``catalogue.yaml`` and says of each mistake in it on which line it stands."""

from __future__ import annotations

from pathlib import Path

import yaml

from assistant.domain.documents import Source
from assistant.domain.phrases import Phrase
from ingest.checked_yaml import NodeChecker, compose
from ingest.recognition import Original

_LONGEST_PHRASE = 8  # words; longer ones would be quotations
_TEXTS = {
    "id": (r"[a-z0-9]+(?:-[a-z0-9]+)*", Phrase("bestaat uit kleine letters, cijfers en koppeltekens")),
    "title": (r".+", Phrase("is een tekst")),
    "kind": (r".+", Phrase("is een tekst")),
    "date": (r"\d{4}(?:-\d{2}(?:-\d{2})?)?", Phrase("is een jaar, maand of dag zoals 2023, 2023-11 of 2023-11-30")),
    "date_note": (r".+", Phrase("is een tekst")),
    "language": (r"[a-z]{2}", Phrase("is een taalcode van twee letters zoals nl")),
    "kamerstuk": (r"\d{5}(?:-[IVXLC]+)?-\d+", Phrase("is dossier en nummer zoals 30012-157")),
    "address": (r"https?://\S+", Phrase("is een adres dat met http begint")),
    "rights": (r".+", Phrase("is een tekst")),
    "pages": (r"[1-9]\d*", Phrase("is een aantal bladzijden")),
}
_LISTS = ("aliases", "publishers", "recognised_by")
_REQUIRED = ("id", "title")


def read_originals(path: Path) -> tuple[Original, ...]:
    return _Reader(path.name).originals(compose(path))


class _Reader:
    def __init__(self, name: str) -> None:
        self._check = NodeChecker(name)

    def originals(self, root: yaml.Node | None) -> tuple[Original, ...]:
        nodes = self._check.items(root, "sources", of=Phrase("bronnen"))
        originals = tuple(self._original(node) for node in nodes)
        self._refuse_doubles(originals, nodes)
        return originals

    def _original(self, node: yaml.Node) -> Original:
        fields = self._check.fields(node, (*_TEXTS, *_LISTS))
        for name in _REQUIRED:
            if name not in fields:
                raise self._check.mistake(node, Phrase("een bron heeft altijd een '{name}'", name=name))
        texts = {name: self._check.text(name, fields[name], *_TEXTS[name]) for name in fields if name in _TEXTS}
        lists = {name: self._list(name, fields[name]) for name in fields if name in _LISTS}
        phrases, pages = lists.pop("recognised_by", ()), texts.pop("pages", "0")
        texts.pop("date_note", None)  # a word to whoever maintains the catalogue
        source = Source(**texts, **lists)  # type: ignore[arg-type]  # the names of both were checked above
        return Original(source, int(pages), phrases)

    def _list(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        texts = self._check.texts(name, node)
        for item, text in zip(node.value, texts, strict=True):
            if name == "recognised_by" and len(text.split()) > _LONGEST_PHRASE:
                rule = Phrase("een zinsdeel in 'recognised_by' telt ten hoogste {most} woorden", most=_LONGEST_PHRASE)
                raise self._check.mistake(item, rule)
        return texts

    def _refuse_doubles(self, originals: tuple[Original, ...], nodes: list[yaml.Node]) -> None:
        seen: set[str] = set()
        for original, node in zip(originals, nodes, strict=True):
            for name in {original.source.id, original.source.kamerstuk} - {""}:
                if name in seen:
                    raise self._check.mistake(node, Phrase("'{name}' is ook van een andere bron", name=name))
                seen.add(name)
