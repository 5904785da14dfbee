"""What documents hold of positions and parties, kept in memory for all who ask."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.positions import Views
from assistant.library.library import Library


class KnownViews:
    """Safe to use from several threads; each version of a document is read once, for all who share this object.

    Sees what other processes change at the next question.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: tuple[int, Mapping[str, Views]] = (-1, {})

    def by_document(self) -> Mapping[str, Views]:
        """By id, of the documents in which positions were looked for; the same object while no document changes.

        Two threads may read at once, and find the same.
        """
        changes, (counted, known) = self._library.changes(), self._known
        if changes == counted:
            return known
        versions = self._library.view_versions()
        kept = {id_: each for id_, each in known.items() if versions.get(id_) == each.version}
        fresh = self._library.views([document for document in versions if document not in kept])
        known = kept | {each.document: each for each in fresh}
        self._known = changes, known
        return known
