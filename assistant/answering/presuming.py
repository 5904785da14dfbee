"""What a question takes for granted, and the documents must hold: its subject, the noun and the names in it, what it
says happened, and that a party spoke of it.

An answer about something else would be proven word by word, and still mislead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.binding import Line, together
from assistant.answering.doubts import Doubt, Part, Sign
from assistant.answering.expecting import is_form
from assistant.answering.matching import WeighedTerm, coverage, found
from assistant.answering.reranking import analysed
from assistant.answering.understanding import Understanding
from assistant.domain.passages import Hit
from assistant.index.analyzer import STOPWORDS, fold, stems, tokens

# Nouns that ask for a kind of answer and need not stand in it.
_GENERAL = frozenset(
    """
    aanbeveling aanbevelingen aandachtspunt aandachtspunten aanpak aantal activiteit activiteiten afkorting alinea
    aspect aspecten auteur auteurs beeld beeldspraak bevinding bevindingen bewindslieden bewindspersonen
    bewindspersoon bezwaar bezwaren bijdrage citaat conclusie conclusies deskundige deskundigen doel doelen eis
    eisen element elementen expert experts factor factoren functie gebied gebieden gevolg gevolgen hoofdstuk idee
    ideeen informatie initiatief initiatieven instantie instanties invalshoek invalshoeken inzicht inzichten
    kamerlid kans kansen kanttekening kanttekeningen kenmerk kenmerken knelpunt knelpunten kritiekpunt kritiekpunten
    kritiek kwestie lessen manier manieren mening metafoor methode methoden middel middelen moment nadeel nadelen nadruk
    obstakel obstakels onderdeel onderdelen onderwerp onderwerpen onderzoeker onderzoekers oordeel opmerking
    opvatting paragraaf personen persoon plek positie probleem problemen punt punten reden redenen resultaat
    resultaten rol schrijver schrijvers soort soorten spreker sprekers standpunt stelling suggestie suggesties taak
    taken term termen thema titel toelichting uitdrukking uitgangspunt uitgangspunten uitkomst uitkomsten uitspraak
    vereisten vergelijking verschil verschillen verwijt voorbeeld voorbeelden voordeel voordelen voorwaarde
    voorwaarden vorm vormen vraag vragen wens wensen werkwijze wijze woord woorden zin zorg
    advantage author authors body change condition disadvantage drawback example feature goal idea ideas initiative
    job kind lesson lessons metaphor method methods part people person point problem problems quote reason
    researcher researchers result role sentence sort speaker speakers stance task thing title view way word writer
    writers type
    """.split()  # noqa: SIM905  (two hundred quoted words would be harder to read)
)
_WORD = r"[^\W\d_][\w’'-]{3,}"
_SUBJECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:wat|wie|what|who) (?:is|zijn|was|waren|are|were) (?:de|het|een|the|an?) (?:[\w-]+e )?({_WORD})",
        rf"\b(?:hoe hoog|hoe groot) (?:is|zijn|was|waren) (?:de|het) ({_WORD})",
        rf"\b(?:welke?|which) ({_WORD}) (?:krijgt|krijgen|heeft|hebben|is|zijn|was|waren|geldt|gelden|has|have)\b",
        rf"\b(?:welke?|which) ({_WORD}(?<!e)) (?!van\b|voor\b|in\b|of\b|for\b)[a-zà-ÿ]+",
        rf"\b(?:over|about|on) (?:de |het |een |the )?({_WORD})\??$",
        rf"\b(?:rol speelt|rol spelen|rol van) (?:de|het|een) ({_WORD})",
        rf"\b(?:role (?:of|does|do)) (?:the )?({_WORD})",
        rf"\bhave (?:an? |the )?({_WORD})\??$",
    )
)


def unknown_subject(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> str:
    """The noun that the question is about, when no document holds it or a word for it; else empty."""
    for word in (*_subjects(question.question), *_named_parts(question.question)):
        term = next((each for each in terms if fold(word) in each.term.text.split()), None)
        if term and not term.term.pale and not term.known and not _held(term, hits):
            return word
    return ""


def _subjects(text: str) -> Iterator[str]:
    for pattern in _SUBJECTS:
        yield from (match[1] for match in pattern.finditer(text) if fold(match[1]) not in _GENERAL)


# 'de werkgroep duurzaamheid': the word after such a noun is the name of the part.
_PART = re.compile(
    r"\b(?:de|het|een|the) (?:werkgroep|commissie|wetsvoorstel|wet|motie|regeling|programma|project|pilot|platform|"
    rf"thema|spoor|akkoord|convenant|taskforce|stuurgroep|working group|committee|programme) ({_WORD}(?: {_WORD})?)",
    re.IGNORECASE,
)


def _named_parts(text: str) -> Iterator[str]:
    for match in _PART.finditer(text):
        yield from (word for word in match[1].split() if fold(word) not in STOPWORDS | _GENERAL)


def _held(term: WeighedTerm, hits: Sequence[Hit]) -> bool:
    return any(found(term, analysed(hit.passage).whole) for hit in hits)


# --- nouns and names that stand elsewhere, and never with the rest of the question

_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:en |and )?(?:wie|who) (?:is|zijn|was|waren|wordt|are|were) (?:de |het |een |the |an? )?(?:[\w-]+e )?"
        rf"({_WORD})",
        r"^(?:en |and )?(?:wat|what|hoe hoog|hoe groot) (?:is|zijn|was|waren|are|were) (?:de|het|the) (?:[\w-]+e )?"
        rf"({_WORD})",
        r"\b(?:welke?|which|what) (?:[\w-]+e )?(gemeenten?|stad|steden|land(?:en)?|countr(?:y|ies)|cit(?:y|ies)|town|"
        r"hotel|gebouw|zaal|building|adres|plaats|dorp|cijfer|grade|straf|sanctie|software|belasting|tax)\b",
        r"\b(?:rol speelt|rol spelen|rol hebben|rol heeft|rol van|role (?:of|does|do)) (?:de |het |een |the )?"
        rf"({_WORD})",
    )
)
# People and institutions that no policy text would call otherwise.
_ACTORS = frozenset(
    """
    ambtenaar ambtenaren apotheker apothekers artsen bank banken basisscholen basisschool bibliotheek bibliotheken
    boeren brandweer burgemeester burgemeesters defensie expats freelancers gedetineerden gemeente gemeenten
    gepensioneerden gevangenen huisarts huisartsen journalisten kerk kerken kinderen kinderopvang kleuters koning
    makelaars mannelijke mannen migranten militairen musea museum notaris notarissen ouder ouderen ouders
    pensioenfonds pensioenfondsen peuters politie predikanten rechter rechters sportclubs sportverenigingen
    statushouders uitzendbureau uitzendbureaus verzekeraar verzekeraars vluchtelingen vrouwelijke vrouwen
    waterschappen wethouder wethouders winkeliers woningcorporaties zelfstandige zelfstandigen ziekenhuis
    ziekenhuizen zzp
    banks children churches doctors farmers hospital hospitals journalists libraries library mayor mayors men
    migrants museums parents pensioners police prisoners refugees women
    """.split()  # noqa: SIM905  (a hundred quoted words would be harder to read)
)
SURELY = 0.6  # how surely a noun must stand in a sentence: as itself, by another name, or as part of a compound


def apart(part: Part, lines: Sequence[Line]) -> Iterator[Doubt]:
    """How far the rest of the question does not stand with the noun that is asked for, with actors and with names."""
    asked = {match[1]: Sign.NOUN for pattern in _ASKED for match in pattern.finditer(part.text)}
    actors = {word: Sign.ACTOR for word in re.findall(r"[^\W\d_]+", part.text) if fold(word) in _ACTORS}
    for word, sign in (actors | asked).items():
        term = part.term_of(fold(word))
        if term and fold(word) not in _GENERAL and not is_form(word):
            yield Doubt(
                sign, 1 - _with(term, part, (line for line in lines if found(term, line.stems) >= SURELY)), word
            )
    for term in part.terms:
        if term.term.name and term.known and part.others(term):
            strength = min(1.0, term.weight) * (1 - _with(term, part, (line for line in lines if line.holds(term))))
            yield Doubt(Sign.NAME, strength, term.term.text)


def _with(term: WeighedTerm, part: Part, lines: Iterable[Line]) -> float:
    return together([each for each in part.others(term) if each.term.text not in _GENERAL], lines)


# --- what a question says happened


@dataclass(frozen=True, slots=True)
class _Claim:
    """A question with words like ``asked`` takes for granted what words like ``shown`` say."""

    asked: re.Pattern[str]
    shown: re.Pattern[str]


def _claim(asked: str, shown: str = "") -> _Claim:
    return _Claim(re.compile(rf"\b(?:{asked})", re.IGNORECASE), re.compile(rf"\b(?:{shown or asked})", re.IGNORECASE))


_REFUSED = r"afgewezen|afgekeurd|weiger\w*|geweigerd|verworpen|reject\w*|refus\w*"
_CLAIMS = (
    _claim(
        r"(?:stop(?:t|pen|te|ten|s|ped)?|gestopt|stopgezet|schaf(?:t|fen)|afgeschaft|afschaffen|afschaffing|beëindig\w*|"
        r"schrap(?:t|pen|te)?|geschrapt|verb(?:iedt|ieden|ood|oden)|ingetrokken|intrekken|opgeheven|opheffen|ontbonden|"
        r"ontslagen|ontslag|afgetreden|aftreden|opgestapt|mislukt?e?n?|gefaald|afgewezen|afgeblazen|verworpen|"
        r"abolish\w*|cancel\w*|scrap(?:s|ped)?|bann?(?:s|ed)?|resign\w*|dismissed|withdrawn|withdraw|fail(?:s|ed)?|"
        r"reject\w*)\b"
    ),
    _claim(
        rf"(?:is|zijn|was|waren|are|were) (?:\S+ ){{1,4}}(?:tegen|against)\b|oppos(?:es?|ed)\b(?! to)|{_REFUSED}",
        rf"{_REFUSED}|bezwa\w+|afwijz\w*|verwerp\w*|tegenstander\w*|oppos\w*|(?:is|zijn|was|waren) .{{0,40}}\btegen\b",
    ),
    _claim(
        r"(?:omlaag|verla(?:agt|gen|agd|ging)|bezuinigt|bezuinigd|inkrimp\w*|decreas\w*|lowered)\b",
        r"(?:omlaag|verla(?:agt|gen|agd|ging)|bezuinig\w*|inkrimp\w*|dal(?:en|ing)|daal\w*|gedaald|minder|lager|"
        r"decreas\w*|lower\w*)\b",
    ),
    _claim(
        r"(?:gestemd|stemde|stemden|stemmen kreeg|ingestemd|voted)\b",
        r"(?:gestemd|stemde|stemden|ingestemd|stemming|aangenomen|voted|adopted)\b",
    ),
    _claim(
        r"(?:kritiek|bekritiseer\w*|critici[sz]\w*|fraude|misbruik|schandaal|failliet|rechtszaak|klachten?|sancties?|"
        r"boetes?|straf(?:fen)?|fraud|lawsuit|penalt\w+)\b"
    ),
    _claim(r"(?:stapte\w* .*\buit|teruggetrokken|trok\w* .*\bterug|uitgestapt|afgehaakt)\b"),
    _claim(r"(?:bekroond|onderscheiding|gewonnen|won|award\w*)\b"),
    _claim(r"(?:opgericht|founded)\b", r"(?:opgericht|oprichting|opgezet|gestart|start|founded)\b"),
    _claim(
        r"(?:wat|welke|what|which) (?:\w+ ){0,2}(?:uitkomsten?|resultaten|outcomes?|results)\b.*"
        r"\b(?:proeven|pilots?|experiment\w*|onderzoek\w*|study|studies)\b",
        r"(?:blijk\w*|bleek|bleken|uitkomst\w*|resultaat|resultaten|conclusies?|toon\w*|wijst uit|aantoonbaar|"
        r"aangetoond|leid(?:t|en|de|den)|effect\w*|laat zien|laten zien|found|show\w*)\b",
    ),
)


def unclaimed(part: Part, lines: Sequence[Line]) -> Iterator[Doubt]:
    """How far nothing on the subject says what the question takes for granted."""
    for claim in _CLAIMS:
        if said := claim.asked.search(part.text):
            own = frozenset(tokens(said[0])[-1:])
            about = [each for each in part.terms if own.isdisjoint(each.term.text.split())]
            near = together(about, (line for line in lines if claim.shown.search(line.text)))
            yield Doubt(Sign.CLAIM, 1 - near, said[0])


def unsaid(text: str, shown: Collection[str]) -> str:
    """What a question takes for granted and none of the texts says; else empty."""
    for claim in _CLAIMS:
        said = claim.asked.search(text)
        if said and not any(map(claim.shown.search, shown)):
            return said[0]
    return ""


SPOKEN_OF = 0.3  # share of the rest of the question that a passage with the party must hold


def silent_party(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> str:
    """The party whose view is asked for, when no passage with its name, or by it, speaks of the subject; else empty."""
    asked = _STANCE.search(question.question)
    holder = next((each for each in terms if each.term.name and asked and _is_in(each, asked[0])), None)
    others = [each for each in terms if each is not holder and not each.term.pale]
    if not holder or not others:
        return ""
    for hit in hits:
        held = analysed(hit.passage)
        named_by = found(holder, held.body) or found(holder, held.origin)
        if named_by and coverage(others, held.body | held.origin) >= SPOKEN_OF:
            return ""
    return holder.term.text


# 'wat vindt SBB van', 'waar pleit VNO-NCW voor', 'what does UNL demand', 'het oordeel van de Raad van State over'
_PARTY = r"(?:de |het |the )?[A-Z][\w-]*(?:\s(?:van\s|voor\s|of\s)?[A-Z][\w-]*)*"
_STANCE = re.compile(
    r"\b(?:(?:vindt|vinden|wil|willen|pleit|pleiten|bepleit|bepleiten|eist|eisen|adviseert|adviseren|wenst|does|do)|"
    rf"(?:oordeel|standpunt|mening|visie|advies|reactie|kritiek|opinion|view|advice) (?:van|of))\s+{_PARTY}"
)


def _is_in(term: WeighedTerm, words: str) -> bool:
    return not frozenset(term.term.stems).isdisjoint(stems(words))
