"""Splits what a cell says of who acts: names in order, literal, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.agenda import Owner, Role
from ingest.joining import known
from ingest.stakeholders import StakeholderRegister

_WITH = (
    r"i\.?s\.?m\.?(?=\s)|in\s(?:nauwe\s)?(?:samenwerking|samenspraak|overleg|afstemming)\smet|(?:te)?samen\smet"
    r"|gezamenlijk\smet|met\s(?:medewerking|betrokkenheid|steun|ondersteuning|inbreng)\svan|m\.?m\.?v\.?(?=\s)"
    r"|ondersteund\sdoor|in\s(?:co-?operation|collaboration)\swith|together\swith|supported\sby"
)
_AND = r"en/of|en|and|&|\+|alsmede|alsook|evenals|plus"
_ROLES = {
    Role.LEAD: "trekker|trekkers|actiehouder|actiehouders|actienemer|eerstverantwoordelijke?|verantwoordelijke?"
    "|penvoerder|coördinator|coördinatie|coordinatie|regie|regisseur|voorzitter|kartrekker|lead|leads|owner|responsible",
    Role.INVOLVED: "betrokken|betrokkenen|betrokken partijen|partners|partner|samenwerkingspartners|meewerkend"
    "|ondersteuning|ondersteunend|overig|overige|overigen|involved|support|with",
    Role.WORKING_GROUP: "werkgroep|werkgroepen|projectgroep|kerngroep|stuurgroep|taskforce|working group",
}
_CUT = re.compile(
    rf"(?<!\w)(?P<involved>{_WITH})(?!\w)"
    r"|(?<!\w)(?P<leads>o\.?l\.?v\.?(?=\s)|onder\s(?:leiding|regie|coördinatie)\svan)(?!\w)"
    rf"|\s(?:(?P<ampersand>&)|(?P<joining>{_AND}))(?=\s)"
    rf"|(?P<line>[\n;•▪●◦‣■|]|\s+(?=(?:{'|'.join(_ROLES.values())})\s?:))"
    r"|\s(?P<dash>[-–—])\s"
    r"|(?P<comma>,(?!\d)|/)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    "|".join(rf"(?P<{role.name}>(?:{words})(?:\s[^:,;\n()]{{1,60}})?)" for role, words in _ROLES.items())
    + r"|(?P<other>wie|door|[^:,;\n()/]{1,40})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    "|".join(rf"(?P<{role.name}>\(\s*(?:{words})\s*\))" for role, words in _ROLES.items()), re.IGNORECASE
)
_LEADING = re.compile(
    "|".join(rf"(?P<{role.name}>(?:{words}))" for role, words in _ROLES.items()) + r"|(?P<with>met)", re.IGNORECASE
)
_GATHERED = re.compile(rf"(?:{_ROLES[Role.WORKING_GROUP]})\b[^():]*\(([^()]*)\)", re.IGNORECASE)
# A capital before a capital belongs to a name: 'De Woonplaats', but 'De gemeenten', 'Het Rijk' and 'De VNG'.
_ARTICLES = ("de", "het", "the")
_ARTICLE = (
    r"(?:(?-i:de|het|the)|(?:de|het|the)(?=\s(?:(?-i:[a-zà-ÿ]|[A-Z]{2})|(?:rijk|staat|ministers?|ministerie|kamer|raad"
    r"|provincies?|gemeenten?|waterschap(?:pen)?|commissie|stichting|vereniging|unie|stuurgroep|werkgroep)\b)))"
)
_BEFORE = re.compile(
    rf"^(?:[\s\-–—*.,:]+|\(?\d{{1,2}}[.)]\s|[a-z]\)\s|(?:{_AND}|o\.a\.|onder andere|onder meer|waaronder|incl\."
    rf"|inclusief|met name|zoals|door|{_ARTICLE})\s+)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[\s,:;\-–—*†‡]+|\s(?:e\.?a\.?|et al\.?|etc\.?|enz\.?|en anderen|c\.?s\.?))$", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:n\.?t\.?b|n\.?v\.?t|p\.?m|t\.?b\.?d|n\.?n\.?b|nog te bepalen|nader te bepalen|onbekend|anderen|overigen|etc"
    r"|e\.a)\.?",
    re.IGNORECASE,
)
_LINKING = re.compile(r"(?:^|\s)(?:van|voor|der|den|tot|op|in|aan|of|for|de|het|the)$", re.IGNORECASE)
_LINKED = re.compile(r"(?:van|voor|der|den|of|for|en|and|&)\s", re.IGNORECASE)
_UNNAMED = re.compile(  # what is nobody without a name behind it
    r"(?:^|[\n,;/])\s*(?:stichting|vereniging|co[öo]peratie|ministerie|samenwerkingsverband|koninklijke|nationale?)$",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\s(?:van|voor|tot|of|for|on)\s", re.IGNORECASE)
_PLACED = re.compile(r"(?:^|[\n,;/])\s*(?:gemeente|provincie|waterschap)$")  # in small letters, before its own name
_PLACE = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)*")
_REGION = re.compile(  # are called after more than one place: 'waterschap Vallei en Veluwe'
    r"(?:waterschap|hoogheemraadschap|(?:veiligheids|arbeidsmarkt)?regio|omgevingsdienst|samenwerkingsverband|stichting)\s",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Ministerie|Minister|Ministry|Commissie|Directie|Afdeling|Dienst|Raad|Adviesraad|Vereniging|Stichting"
    r"|Federatie)"
)
_CAPITALISED = r"[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]+"
_LISTING = re.compile(rf"\b{_BODY}\b[^,;\n()]*(?:,\s{_CAPITALISED})+\s(?:en|and|&)\s{_CAPITALISED}")


def owners_of(cell: str, role: Role, stakeholders: StakeholderRegister) -> tuple[Owner, ...]:
    """The names in a cell, each once. ``role`` is what the column says of them; words in the cell say more.

    A name stands literally in the cell. One that holds 'en' or a comma stays whole where it is a known party, or where
    a part of it would be no name.
    """
    found: dict[str, Owner] = {}
    for owner in _Splitter(cell, role, stakeholders).owners():
        found.setdefault(owner.name, owner)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Cut:
    """What stands between two names, from ``start`` to ``end``."""

    start: int
    end: int
    kind: str


class _Splitter:
    def __init__(self, cell: str, role: Role, stakeholders: StakeholderRegister) -> None:
        self._cell = cell
        self._role = role
        self._stakeholders = stakeholders
        self._whole = [(mention.start, mention.end) for mention in stakeholders.mentions(cell)]
        self._whole += [match.span() for match in _LISTING.finditer(cell) if not self._names_parties(match[0])]

    def owners(self) -> Iterator[Owner]:
        role, lasting = self._role, True
        cuts = self._cuts()
        start = 0
        for cut in [*cuts, _Cut(len(self._cell), len(self._cell), "end")]:
            text = self._cell[start : cut.start]
            label = self._label(text)
            if label:
                role, length = label
                text = text[length:]
                lasting = role is not Role.LEAD or not _names(text)
            yield from self._named(text, role)
            if _names(text):
                role, lasting = (role, lasting) if lasting or cut.kind != "line" else (self._role, True)
            if cut.kind == "involved":
                role, lasting = Role.INVOLVED, True
            elif cut.kind == "leads":
                role, lasting = Role.LEAD, False
            start = cut.end

    def _named(self, text: str, role: Role) -> Iterator[Owner]:
        """The one name of a stretch between two cuts, and those that brackets in it add: 'SBB (i.s.m. UWV)'."""
        remark = _REMARK.search(text)
        if remark:
            role = Role[str(remark.lastgroup)]
            text = text[: remark.start()] if remark.end() == len(text.rstrip()) else text[remark.end() :]
        added = re.search(rf"\(\s*(?:{_WITH})\s+([^()]*)\)", text, re.IGNORECASE)
        if added:
            text = text[: added.start()]
        name = self._without_article(_trimmed(text))
        gathered = _GATHERED.fullmatch(name)
        if gathered and self._stakeholders.mentions(gathered[1]):
            yield from _Splitter(gathered[1], Role.WORKING_GROUP, self._stakeholders).owners()
        elif _names(name):
            yield self._led(name) or Owner(name, role)
        if added:
            yield from _Splitter(added[1], Role.INVOLVED, self._stakeholders).owners()

    def _without_article(self, name: str) -> str:
        """'De Onderwijsraad' is a known party with an article, 'De Woonplaats' may be called so."""
        article, _, rest = name.partition(" ")
        return rest if article.casefold() in _ARTICLES and self._is_name(rest) else name

    def _led(self, name: str) -> Owner | None:
        """'Trekker OCW' is a known name with what it does before it."""
        first, _, rest = name.partition(" ")
        match = _LEADING.fullmatch(first)
        if match is None or not self._is_name(rest):
            return None
        return Owner(rest, Role.INVOLVED if match["with"] else Role[str(match.lastgroup)])

    def _label(self, text: str) -> tuple[Role, int] | None:
        """The role that a label before a colon gives, and where the label ends."""
        before, colon, _ = text.partition(":")
        if not colon or "(" in before:
            return None
        match = _LABEL.fullmatch(_trimmed(before))
        if match is None:
            return None
        role = self._role if match.lastgroup == "other" else Role[str(match.lastgroup)]
        return role, len(before) + 1

    def _cuts(self) -> Sequence[_Cut]:
        """Where the cell is cut, in order: not within brackets nor a name, and not where a part would be no name."""
        possible = [
            _Cut(match.start(), match.end(), str(match.lastgroup))
            for match in _CUT.finditer(self._cell)
            if not self._within(match.start(), match.end()) and not self._is_wrapped(match)
        ]
        cuts: list[_Cut] = []
        for place, cut in enumerate(possible):
            left = self._cell[cuts[-1].end if cuts else 0 : cut.start]
            right = self._cell[cut.end : possible[place + 1].start if place + 1 < len(possible) else len(self._cell)]
            if self._holds(cut.kind, left.strip(), right.strip()):
                cuts.append(cut)
        return cuts

    def _holds(self, kind: str, left: str, right: str) -> bool:
        if kind == "dash":
            return self._is_name(_trimmed(left)) and self._is_name(_trimmed(right))
        if kind == "ampersand":
            return self._are_two(left, right) and not self._is_within_name(left, right)
        return kind != "joining" or self._are_two(left, right)

    def _is_within_name(self, left: str, right: str) -> bool:
        """Whether '&' joins words of one name: 'Rijn & IJssel', but not 'OCW & SZW' or 'gemeenten & provincies'."""
        return not (self._is_name(_trimmed(left)) or self._is_name(_trimmed(right))) and right[:1].isupper()

    def _within(self, start: int, end: int) -> bool:
        before = self._cell[:start]
        in_brackets = before.count("(") > before.count(")") and ")" in self._cell[end:]
        return in_brackets or any(opening < start and end < closing for opening, closing in self._whole)

    def _is_wrapped(self, match: re.Match[str]) -> bool:
        """Whether a line end stands within a name: 'Raad voor', 'Cultuur'."""
        if match[0] != "\n":
            return False
        left, right = self._cell[: match.start()].rstrip(), self._cell[match.end() :].lstrip()
        if _LINKING.search(left) or _LINKED.match(right) or _UNNAMED.search(left):
            return True
        place = right.partition("\n")[0].strip(" ,;*")
        return bool(_PLACED.search(left) and _PLACE.fullmatch(place)) and not self._is_name(place) and not known(place)

    def _are_two(self, left: str, right: str) -> bool:
        """Whether what stands before and after 'en' are two names."""
        if left.endswith("-") or right.startswith("-"):
            return False
        left, right = _trimmed(left.rpartition(":")[2]), _trimmed(right)
        if not _names(left) or not _names(right):
            return True
        if len(right) == 1 or _share_a_noun(left, right):  # 'B en W'
            return False
        if self._is_name(left) or self._is_name(right):
            return True
        if len(right.split()) > 1:
            return True
        if _COMPLEMENT.search(left) or _REGION.match(left):
            return False
        words = [word for word in left.split() if word.casefold() not in _ARTICLES]
        return len(words) == 1 or not right[0].isupper() or not known(right.lower())  # 'Kunst en Cultuur'

    def _is_name(self, text: str) -> bool:
        bare = text.partition("(")[0].strip()
        return bare.isupper() or self._stakeholders.find(text) is not None or self._stakeholders.find(bare) is not None

    def _names_parties(self, text: str) -> bool:
        """Whether a part of a listing is a party by itself, so that the listing is no name."""
        return any(self._is_name(part.strip()) for part in re.split(r",\s|\s(?:en|and|&)\s", text))


def _share_a_noun(left: str, right: str) -> bool:
    """'publieke' and 'private opleiders': an adjective whose noun comes later is no name."""
    first, *rest = right.split()
    return bool(rest) and " " not in left and _is_adjective(left) and _is_adjective(first)


def _is_adjective(word: str) -> bool:
    return word.endswith("e") and not word.endswith(("ie", "eente"))


def _trimmed(text: str) -> str:
    """Without what stands before and after a name: bullets, articles, 'o.a.', 'e.a.', marks such as '*'."""
    text = text.strip()
    while (match := _BEFORE.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    while match := _AFTER.search(text):
        text = text[: match.start()]
    return text


def _names(text: str) -> bool:
    text = text.strip()
    return any(mark.isalpha() for mark in text) and not _NOBODY.fullmatch(text)
