"""What the columns of an agenda's table mean, by the words that such tables use."""

from __future__ import annotations

import re

OWNER, TERM, WHAT, STANDING = "owner", "term", "what", "standing"

_MEANINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(rf"(?:{words})\b", re.IGNORECASE))
    for meaning, words in (
        (OWNER, r"(?:door )?wie|trekkers?|actiehouders?|verantwoordelijken?|eigena(?:ar|ren)|betrokken\w*|partij(en)?"),
        (TERM, r"wanneer|planning|termijn|deadline|gereed|periode|datum|jaar|tijdpad|looptijd"),
        (WHAT, r"wat|acties?|maatregel(?:en)?|activiteit(?:en)?|voornemens?|omschrijving"),
        (STANDING, r"status|stand(?: van zaken)?|voortgang"),
    )
)


def meaning_of(column: str) -> str | None:
    """``owner``, ``term``, ``what`` or ``standing``; nothing for a column of another meaning."""
    return next((meaning for meaning, pattern in _MEANINGS if pattern.match(column.strip())), None)
