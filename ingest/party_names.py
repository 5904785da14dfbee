"""Names of parties as they stand in texts: in other cases, with other hyphens, with a genitive, within a word group."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.stakeholders import Mention, Stakeholder

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:https?://|www\.|@)\S*")
_SPACING = re.compile(r"[\s\-‐-―\u00ad]+")  # what stands between the words of a name, at will
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_SHORT = 3  # letters: abbreviations of so many stand for a party in capitals only
_TINY = 2  # letters: abbreviations of so many after a figure are a unit ('60 EC')
_OFFICE = r"(?:ministeries?|ministers?|min\.|staatssecretaris|departement)\s+(?:(?:van|voor)\s+)?"
_LEADS = re.compile(rf"^(?:(?:het|de|een|the)\s+)?(?:{_OFFICE}|ministry\s+of\s+(?:the\s+)?)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:het|de|een|the)\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[^()]+)\)$")
_COMPOUND = re.compile(r"[-‐‑]\w")
_GENITIVE = re.compile(r"['’]s?$")


def folded(text: str) -> str:
    """In lower case and without accents; as long as the text, letter for letter."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(mark) for mark in text)


def key_of(name: str) -> str:
    """The same for a name in other cases, with other accents, hyphens or spaces."""
    return " ".join(f"{gap}{word}" for gap, word in _parts(name))


def variants(name: str) -> Iterator[str]:
    """A name as somebody writes it, and what is left of it without article, office, genitive and brackets."""
    name = " ".join(name.split()).strip(" .,;:")
    bracketed = _BRACKETED.match(name)
    for text in (name, bracketed["name"] if bracketed else "", _GENITIVE.sub("", name)):
        yield from (text, _ARTICLE.sub("", text), _LEADS.sub("", text))


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a party's name: its words, folded, with what stands before each; ``exact`` keeps its case."""

    party: str
    parts: tuple[tuple[str, str], ...]
    exact: str = ""
    context: tuple[frozenset[str], ...] = ()  # the words of each; those of one must all be in the text


class NameFinder:
    """Finds the names of parties in texts; the longest name at a place wins."""

    def __init__(self, parties: Sequence[Stakeholder]) -> None:
        self._forms: Mapping[str, list[_Form]] = _by_first_word(form for party in parties for form in _forms(party))
        self._traps = sorted({trap for party in parties for trap in party.traps}, key=len, reverse=True)
        traps = "|".join(re.escape(trap) for trap in self._traps) or r"(?!)"
        self._trap = re.compile(rf"(?<!\w)(?:{traps})(?!\w)")

    def mentions(self, text: str, any_case: bool = False) -> Iterator[Mention]:
        """``any_case`` also takes abbreviations in small letters, as people type them in a question."""
        plain = folded(text)
        words = [(match.start(), match.end()) for match in _WORD.finditer(plain)]
        present = frozenset(plain[start:end] for start, end in words)
        closed = [match.span() for pattern in (_ADDRESS, self._trap) for match in pattern.finditer(text)]
        place = 0
        while place < len(words):
            start, end = words[place]
            for form in self._forms.get(plain[start:end]) or self._of_genitive(text[start:end]):
                last = _last_word(form, plain, words, place)
                if last is None or not (
                    _is_meant(form, text, words, place, present) or (any_case and _is_whole(form, text, end))
                ):
                    continue
                end = words[last][1]
                if not any(start < closing and opening < end for opening, closing in closed):
                    yield Mention(form.party, start, end)
                    place = last
                    break
            place += 1

    def _of_genitive(self, word: str) -> Sequence[_Form]:
        """'SERs' is the genitive of 'SER'."""
        if len(word) > _TINY and word.endswith("s") and word[:-1].isupper():
            return [form for form in self._forms.get(folded(word[:-1]), ()) if len(form.parts) == 1]
        return ()


def _forms(party: Stakeholder) -> Iterator[_Form]:
    context = tuple(frozenset(_WORD.findall(folded(words))) for words in party.context)
    for name in (*(each.text for each in party.names), *party.aliases):
        yield _form(party.id, name, context)
        if name.startswith("Ministerie van "):
            yield _form(party.id, name.replace("Ministerie", "Minister", 1), context)


def _form(party: str, name: str, context: tuple[frozenset[str], ...]) -> _Form:
    parts = tuple(_parts(name))
    short = len(name) <= _SHORT and sum(mark.isupper() for mark in name) > 1
    return _Form(party, parts, name if short else "", context if short else ())


def _by_first_word(forms: Iterator[_Form]) -> dict[str, list[_Form]]:
    found: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        found[form.parts[0][1]].append(form)
    return {word: sorted(same, key=lambda form: -len(form.parts)) for word, same in found.items()}


def _last_word(form: _Form, plain: str, words: Sequence[tuple[int, int]], place: int) -> int | None:
    """The place of the name's last word, when the words from a place on are its words."""
    last = place + len(form.parts) - 1
    if last >= len(words):
        return None
    for offset, (gap, word) in enumerate(form.parts[1:], start=1):
        before, (start, end) = words[place + offset - 1], words[place + offset]
        if plain[start:end] != word or _gap(plain[before[1] : start]) != gap:
            return None
    return last


def _is_meant(form: _Form, text: str, words: Sequence[tuple[int, int]], place: int, present: frozenset[str]) -> bool:
    """Whether an abbreviation stands there in its capitals, as a word, in a text that speaks of such things."""
    if not form.exact:
        return True
    start, end = words[place][0], words[place + len(form.parts) - 1][1]
    if text[start:end] not in (form.exact, f"{form.exact}s"):
        return False
    before = text[words[place - 1][0] : start].strip() if place else ""
    if len(form.exact) <= _TINY and before.isdigit():
        return False
    return not form.context or any(needed <= present for needed in form.context)


def _is_whole(form: _Form, text: str, end: int) -> bool:
    """Whether an abbreviation in small letters is a word: in 'mkb-route' it is a part of one."""
    return not form.exact or not _COMPOUND.match(text, end)


def _parts(name: str) -> Iterator[tuple[str, str]]:
    """Words, folded, each with the signs before it that are part of the name: the '&' of 'O&O-fondsen'."""
    plain = folded(name)
    end = 0
    for match in _WORD.finditer(plain):
        yield (_gap(plain[end : match.start()]) if end else ""), match[0]
        end = match.end()


def _gap(between: str) -> str:
    return _SPACING.sub("", between).translate(_APOSTROPHES)


def _plain(mark: str) -> str:
    lower = mark.lower()
    if lower.isascii():
        return lower
    bare = "".join(each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each))
    return bare if len(bare) == 1 else mark
