"""Who says a sentence: the document's own speakers, the part of it that it stands in, or whom it reports or quotes.

Where the document does not say whose view a sentence is, it is that of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.domain.documents import Document
from assistant.domain.positions import Speaker, SpeakerBasis
from assistant.domain.stakeholders import Mention
from assistant.domain.text import masked
from ingest.bylines import head_of, publishers_of
from ingest.stakeholders import StakeholderRegister
from ingest.statements import Statement

_LETTERS = ("kamerbrief", "brief")
_PAPERS = ("position-paper", "standpunt", "brochure", "visie")
_SIGNED = re.compile(  # with the initials of who signs: 'De minister van …' may also be whom a letter is sent to
    r"^\s*(?P<who>De (?:minister|staatssecretaris)\w* (?:van|voor) [^.\n]{3,100}?),?\s+"
    r"(?:(?:drs|dr|mr|prof|ir)\.\s*)*(?-i:(?:[A-Z]\.)+)",
    re.IGNORECASE | re.MULTILINE,
)
_SECTION = re.compile(
    r"(?<!\w)(?:(?P<group>(?:deel)?werkgroep|commissie|panel|tafel)\s+(?P<of>[^.:–—]{3,60})"
    r"|keynote(?: van| door)?:?\s+(?-i:(?P<who>[A-Z][\w'’-]+(?:\s(?:van|de|der|den|ten|ter))*\s[A-Z][\w'’-]+)))",
    re.IGNORECASE,
)
_SELF = re.compile(  # who speaks, as the subject that opens a sentence
    r"\W*(?:wij|we|ons|onze|onzes|ik|mijn|our|us"
    r"|de (?:\w+ )?(?:ministers|bewindslieden)(?! van)"
    r"|de (?:drie |beide |twee |vier )?(?:publieke )?(?:onderwijs)?sectoren"
    r"|de publieke onderwijssectoren|de ondertekenaars|de opstellers|de auteurs)(?!\w)",
    re.IGNORECASE,
)
# A party before or after one of these is whose view the sentence gives; that of 'moeten' is whom it is asked of.
_SAYS = re.compile(
    r"(?<!\w)(?:(?:be)?pleit(?:en)?|wil(?:len)?|vind(?:t|en)|steun(?:t|en)|vre(?:es|est|zen)|verken(?:t|nen)|overweegt|overwegen"
    r"|onderzoek(?:t|en)|advise(?:ert|ren)|dring(?:t|en)|roep(?:t|en)|wens(?:t|en)|onderschrij(?:ft|ven)|zeg(?:t|gen)"
    r"|zie(?:t|n)|be?twijfel(?:t|en)|twijfel(?:t|en)|verzet(?:ten)?|verwelkom(?:t|en)|noem(?:t|en)|stel(?:t|len)|pleitten"
    r"|waarschuw(?:t|en)|verwacht(?:en)?|benadruk(?:t|ken)|geven aan|geeft aan|zet(?:ten)?|streef\w*|streven"
    r"|hecht(?:en)?|schr(?:eef|even|ijft|ijven)|stelde[n]?|acht(?:te|ten|en)?|meen(?:t|de)|menen|concludeer(?:t|de)"
    r"|constateer(?:t|de)|pleitte|adviseerde[n]?|waarschuwde[n]?|vroeg|vroegen|eist|eisen|verwerp(?:t|en)|hoopt|hopen|beoogt|beogen|ervaart|ervaren|gaan|gaat|zullen|zal|bevel(?:en|t)"
    r"|(?P<perfect>heeft|hebben)|(?P<be>is|zijn)"
    r"|supports?|wants?|argues?|calls?|opposes?|advises?|rejects?|fears?|proposes?|welcomes?)(?!\w)",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"(?<!\w)(?:aangegeven|laten weten|geadviseerd|gevraagd|gepleit|bepleit|zorgen|behoefte|gesteld|twijfels?|bezwa\w+"
    r"|kritiek|moeite|aangedrongen|benadrukt|ambities|waardering|opgeroepen|verklaard|gewaarschuwd|voorgesteld)(?!\w)",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"(?<!\w)(?:tegen|voor|blij|voorstander\w*|tegenstander\w*|van mening|kritisch|positief|bereid|bezorgd|van plan"
    r"|enthousiast|voornemens|against|for|in favou?r|concerned)(?!\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?<!\w)(?:volgens|aldus|in de ogen van|according to|signaal (?:vanuit|van)|in (?:het|een) advies van)\s+",
    re.IGNORECASE,
)
_TALKS = re.compile(r"(?<!\w)(?:uit|in) (?:onze |de )?gesprekken met\s+", re.IGNORECASE)
_TURN = re.compile(r"[,;–—]\s*(?:maar|doch|terwijl|echter|but|while|whereas)(?!\w)", re.IGNORECASE)
_WE = re.compile(r"(?<!\w)(?:wij|we|ons|us)(?!\w)", re.IGNORECASE)
_REFERRED = re.compile(r",?\s+(?:19|20)\d{2}[a-z]?\)")  # behind a party in brackets: '(SER, 2019)'
_OBLIQUE = re.compile(
    r"(?<!\w)(?:met|van|voor|door|aan|bij|in|tussen|naar|over|richting|binnen|onder|via|uit|op|tot|om|vanuit|zonder|tegen"
    r"|of|with|from|for|by|to|between|within)\s+(?:(?:de|het|een|alle|andere|onze|the|all)\s+)*$",
    re.IGNORECASE,
)
_OF_A_PARTY = re.compile(
    r"(?<!\w)(?:minister\w*|bewindslieden|staatssecretaris\w*|bestuur|besturen|voorzitters?|leden|vertegenwoordigers"
    r"|members|board) van\s+(?:(?:de|het)\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,|en|&|,\s*en|and|alsook|of|/)\s*(?:\w+(?:,|\s+en|\s+and)\s+)?(?:(?:de|het|the)\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:zelf|ook|beide|allebei|alle|gezamenlijk|samen|daarom|echter|dan|nu|wel|de|het|an?|the"
    r"|jointly|also)\s+){0,3}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“„‘«\"]([^“”„«»\"]{12,}?)[”»\"’](?!\w)")
_SPEECH = re.compile(
    r"(?<!\w)(?:zei|zegt|schreef|schrijft|verwoordde|verwoordt|stelde|stelt|aldus|volgens|noemde|vertelde|vertelt"
    r"|benadrukte|riep|said|says|wrote|writes)(?!\w)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?<!\w)(?:volgens|aldus|according to)\s+[‘'“\"](?P<according>[^‘’'“”\"]{5,80})[’'”\"]"
    r"|^\W*[‘'“\"](?P<subject>[^‘’'“”\"]{5,80})[’'”\"]\s+(?:noemt|ziet|pleit|wil|vindt|stelt|vraagt|adviseert|bepleit)",
    re.IGNORECASE,
)
_CITED_AFTER = re.compile(r"\((?P<source>[A-Z][^()]{3,80}?),\s*p\.?\s*\d+\)")
_ROLE = re.compile(r"(?<!\w)(?:een|de|het|onze|deze)\s+(?:[\w-]+\s+){0,2}?(?P<who>[\w-]+)\s*$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][\w'’-]+\s){1,3}$")
_SUBJECT_GROUP = re.compile(
    r"^\s*(?P<who>(?:deze|die|de|een)\s+(?:[\w-]*werkgroep|commissie|liaisons|taskforce|klankbordgroep))\b",
    re.IGNORECASE,
)
_NAME_WORDS = 60  # characters before a verb of saying in which its speaker is looked for


@dataclass(frozen=True)
class Speakers:
    """Of one document."""

    document: Document
    register: StakeholderRegister

    def of(self, statement: Statement, cue: int) -> Speaker:
        """``cue`` is where the words begin that take the position, -1 where only the lead-in or the form does."""
        text = statement.text
        own = self.own(statement)
        if source := _cited(statement):
            return Speaker(self._named(source), source, SpeakerBasis.QUOTED)
        if quoted := self._quoted(text, cue) or self._titled(text):
            return quoted
        if _turns_to_own(text, cue):
            return own
        return self._reported(statement, own) or own

    def own(self, statement: Statement) -> Speaker:
        """Who speaks in this part of the document where the sentence itself names nobody."""
        for title in reversed(statement.headings):
            if found := _SECTION.search(title):
                name = found["who"] or f"{found['group']} {found['of']}"
                name = re.split(r"\s+(?:Advies|Wat werkt)\b", " ".join(name.split()))[0].strip()
                party = self.register.find(name)  # a group may be named after parties, and is none of them
                return Speaker((party.id,) if party else (), name[:1].upper() + name[1:], SpeakerBasis.SECTION)
        return self._documents_own

    @cached_property
    def _documents_own(self) -> Speaker:
        source = self.document.source
        named = tuple(dict.fromkeys(each for name in source.publishers for each in self._named(name)))
        if source.kind in _LETTERS or (not source.publishers and self._signatories):
            found = tuple(dict.fromkeys((*named, *(each for name in self._signatories for each in self._named(name)))))
            if found:
                names = source.publishers or self._signatories
                return Speaker(found, "; ".join(names), SpeakerBasis.SIGNATORY)
        if named and source.kind in _PAPERS:
            return Speaker(named, "; ".join(source.publishers), SpeakerBasis.PUBLISHER)
        if not source.publishers and (by := publishers_of(self.document, self.register)):
            head = head_of(self.document)
            name = "; ".join(head[each.start : each.end] for each in by)
            return Speaker(tuple(dict.fromkeys(each.stakeholder for each in by)), name, SpeakerBasis.PUBLISHER)
        return Speaker(named, source.title, SpeakerBasis.DOCUMENT)

    @cached_property
    def _signatories(self) -> tuple[str, ...]:
        last = [masked(page) for page in self.document.pages[-2:]]
        names = (" ".join(found["who"].split()) for text in last for found in _SIGNED.finditer(text))
        return tuple(dict.fromkeys(names))

    def _named(self, text: str) -> tuple[str, ...]:
        if found := self.register.find(text):
            return (found.id,)
        return tuple(dict.fromkeys(each.stakeholder for each in self.register.mentions(text)))

    # --- quoted

    def _quoted(self, text: str, cue: int) -> Speaker | None:
        """Whose words stand between the quotation marks, where the position is taken in them."""
        for found in _QUOTED.finditer(text):
            frame = text[: found.start()]
            said = _SPEECH.search(frame) or _SPEECH.search(text[found.end() :])
            if said and (cue < 0 or found.start() <= cue < found.end() or frame.rstrip().endswith(":")):
                return self._source(frame if _SPEECH.search(frame) else text[found.end() :])
        return None

    def _titled(self, text: str) -> Speaker | None:
        """The publication by whose title the sentence says whose view it gives."""
        found = _TITLED.search(text)
        if found is None:
            return None
        title = " ".join((found["according"] or found["subject"]).split())
        return Speaker(self._named(title), title, SpeakerBasis.QUOTED)

    def _source(self, frame: str) -> Speaker:
        named = self._named(frame)
        if named:
            party = self.register.get(named[0])
            return Speaker(named, party.name if party else named[0], SpeakerBasis.QUOTED)
        speech = _SPEECH.search(frame)
        before = frame[: speech.start()] if speech else frame
        after = frame[speech.end() :] if speech else ""
        for place in (before[-_NAME_WORDS:], after[:_NAME_WORDS].rstrip(" :,.")):
            if name := _NAMED.search(f"{place.strip()} "):
                return Speaker((), name[0].strip(), SpeakerBasis.QUOTED)
            if role := _ROLE.search(place):
                return Speaker((), role["who"], SpeakerBasis.QUOTED)
        return Speaker((), self.document.source.title, SpeakerBasis.DOCUMENT)

    # --- reported

    def _reported(self, statement: Statement, own: Speaker) -> Speaker | None:
        text = statement.text
        if _SELF.match(text):
            return None
        if named := reported_in(text, self.register):
            return self._as_reported(named, text, own)
        group = _SUBJECT_GROUP.match(text)
        if group and own.basis in (SpeakerBasis.SIGNATORY, SpeakerBasis.PUBLISHER, SpeakerBasis.DOCUMENT):
            return Speaker((), " ".join(group["who"].split()), SpeakerBasis.REPORTED)
        return None

    def _as_reported(self, named: Sequence[Mention], text: str, own: Speaker) -> Speaker:
        ids = tuple(dict.fromkeys(each.stakeholder for each in named))
        if own.basis in (SpeakerBasis.PUBLISHER, SpeakerBasis.SIGNATORY) and self._are_own(ids, own):
            return Speaker(tuple(dict.fromkeys((*own.stakeholders, *ids))), own.name, own.basis)
        first, last = named[0].start, named[-1].end
        return Speaker(ids, " ".join(text[first:last].split()), SpeakerBasis.REPORTED)

    def _are_own(self, ids: Iterable[str], own: Speaker) -> bool:
        """Whether these are the document's own speakers, or the group that these speak for by their very name."""
        return all(each in own.stakeholders or self._speaks_for(own.stakeholders, each) for each in ids)

    def _speaks_for(self, owners: Iterable[str], group: str) -> bool:
        party = self.register.get(group)
        if party is None or party.kind != "group":
            return False
        names = [
            name.text.casefold().split()
            for owner in owners
            if (known := self.register.get(owner))
            for name in known.names
        ]
        return any(party.name.casefold() in words for words in names)


def reported_in(text: str, register: StakeholderRegister) -> Sequence[Mention]:
    """Where a sentence names the parties of which it says what they say, think or do."""
    mentions = register.mentions(text)
    if named := _after(_ACCORDING, mentions, text):
        return named
    for verb in _SAYS.finditer(text):
        if not _tells(verb, text):
            continue
        if named := _chain_before(mentions, text, verb.start()) or _subject_after(mentions, text, verb.end()):
            return named
    return _after(_TALKS, mentions, text) or [each for each in mentions if _REFERRED.match(text, each.end)]


def _after(words: re.Pattern[str], mentions: Sequence[Mention], text: str) -> Sequence[Mention]:
    """The parties named right after such words."""
    chains = (
        _chain([each for each in mentions if each.start >= found.end() - 1], text, found.end())
        for found in words.finditer(text)
    )
    return next(filter(None, chains), ())


def _cited(statement: Statement) -> str:
    """The source that a paragraph names after the words that it took from it."""
    place = statement.paragraph.find(statement.text)
    for found in _CITED_AFTER.finditer(statement.paragraph):
        if place >= 0 and place + len(statement.text) <= found.start():
            return " ".join(found["source"].split())
    return ""


def _turns_to_own(text: str, cue: int) -> bool:
    """Whether the position is taken where the document itself speaks: 'UNL wil dit, maar wij zijn tegen'."""
    turns = [found.end() for found in _TURN.finditer(text) if found.end() <= cue]
    return bool(turns) and bool(_WE.search(text, turns[-1]))


def _tells(verb: re.Match[str], text: str) -> bool:
    if verb["perfect"]:
        return bool(_PERFECT.search(text[verb.end() :]) or _PERFECT.search(text[: verb.start()]))
    if verb["be"]:
        return bool(_BEING.match(text[verb.end() :].lstrip()))
    return True


def _chain_before(mentions: Sequence[Mention], text: str, verb: int) -> Sequence[Mention]:
    """The parties named right before a verb, as its subject."""
    chain: list[Mention] = []
    end = verb
    for mention in reversed([each for each in mentions if each.end <= verb]):
        joint = text[mention.end : end]
        fits = _BETWEEN.fullmatch(joint) if chain else _FILLING.fullmatch(joint)
        if not fits:
            break
        chain.insert(0, mention)
        end = mention.start
    before = text[: chain[0].start] if chain else ""
    return chain if not _OBLIQUE.search(before) or _OF_A_PARTY.search(before) else ()


def _subject_after(mentions: Sequence[Mention], text: str, verb: int) -> Sequence[Mention]:
    """The parties named right after a verb, where something else opens the sentence."""
    return _chain([each for each in mentions if each.start >= verb], text, verb)


def _chain(mentions: Sequence[Mention], text: str, start: int) -> Sequence[Mention]:
    chain: list[Mention] = []
    for mention in mentions:
        joint = text[start : mention.start]
        if not (_BETWEEN if chain else _FILLING_AFTER).fullmatch(joint):
            break
        chain.append(mention)
        start = mention.end
    return chain


_FILLING_AFTER = re.compile(
    r"\s*(?:(?:\(?vertegenwoordigers van\)?|publieke en|de|het|ook|daarom|dan|alle|onze|the|zien)\s+){0,3}",
    re.IGNORECASE,
)
