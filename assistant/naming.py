"""Which id a document gets that the catalogue does not know.

It is the slug of the file's name, and two files may share one: 'noord/verslag.pdf' and 'zuid/verslag.pdf', or
'Verslag.pdf' and 'verslag.docx'. So the library remembers the place of every document. A file replaces what was read
from its own place, or from a place where nothing is left: then it was moved, or it is a newer upload. Any other file is
another document, with the next free number: 'verslag-2'.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import count


def id_for(
    slug: str, place: str, places: Mapping[str, str], reserved: Collection[str], is_left: Callable[[str], bool]
) -> str:
    """The id of the document at ``place``.

    ``places`` has the place of each document that is known, by id. Ids in ``reserved`` are never given. ``is_left``
    tells of a place that nothing is there any more.
    """
    own = [known for known, its in places.items() if its == place and known not in reserved]
    if own:
        return own[0]
    numbered = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(
        wanted for wanted in numbered if wanted not in reserved and (wanted not in places or is_left(places[wanted]))
    )
