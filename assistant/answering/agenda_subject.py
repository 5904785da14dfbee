"""What the actions that a question asks for are about: its words without those that only ask."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.answering.matching import MISSPELT, WeighedTerm, found
from assistant.answering.understanding import Term, Understanding
from assistant.index.analyzer import STOPWORDS, fold, stem, tokens

ACTION = r"acties?|actiepunt(?:en)?|maatregel(?:en)?|activiteit(?:en)?|voornemens?|actions?|measures?|activit(?:y|ies)"
ACTIONS = re.compile(rf"\b(?:{ACTION})\b", re.IGNORECASE)

_TITLE = re.compile(r"\b\w*(?:agenda|plan|akkoord|programma|pact|aanpak|nota|visie)\w*\b", re.IGNORECASE)
_ASKING = frozenset(
    """
    actie acties actiepunt actiepunten maatregel maatregelen activiteit activiteiten voornemen voornemens agenda agendas
    action actions measure measures activity activities stap stappen lijn lijnen step steps line lines onderdeel
    wie wat waar wanneer welke hoeveel who what where when which how
    verantwoordelijk verantwoordelijke responsible trekt trekken trekker trekkers betrokken involved involve involves
    partij partijen party parties organisatie organisaties organisations
    doet doen does doing mee meedoen meewerken werkt werken works work working zit zitten staat staan
    aan zet bezig gaat gaan gaande komt komen moet moeten wordt worden heeft hebben raakt raken valt vallen hoort horen
    gebeurt gebeuren gebeurd happen happens happening gaan over gaat gericht rond rondom omtrent betreffende
    looptijd termijn planning gepland periode jaar jaren jaartal tijdpad deadline datum duur duren duurt lang lopen
    loopt timeline period year years date schedule scheduled long
    noem noemt geef toon lijst overzicht alle alles allemaal list show give all name
    hoeveel aantal number totaal elke elk ieder iedere each every
    kijkt kijken buigt buigen neemt nemen voert voeren gekeken ligt liggen charge covers cover cope deal deals
    samen gezamenlijk together beide both zowel telt tellen count nog al weer verder precies eigenlijk volgens
    vanaf sinds uiterlijk klaar gereed af afgerond begint beginnen eindigt eindigen ready done finished completed
    brengt brengen pakt pakken zorgt zorgen regelt regelen leidt leiden regie handles handle leads manages carries
    vindt vinden plaats aandeel besteedt besteden jaarlijks clubs club tafel organisatie instantie instanties
    ministerie ministeries ministers minister kabinet bewindslieden overheid regering ministry government
    being been up down out off leden deelnemers uitvoerders members participants
    gewoon maar houdt inhoudt inhouden inhoud behelst omvat bevat entail entails mean means
    rol role taak taken task tasks
    inmiddels ondertussen intussen thans iets still yet already total there until till owner owners eigenaar eigenaren
    actiehouder actiehouders uitvoerder instelling instellingen einddatum begindatum startdatum stand status voortgang
    staat take takes titel luidt luiden titled title gemeen gemeenschappelijk carry carries carried perform
    deadlines termijnen einddata data
    performs execute executes oppakken aanpakken meepraten meewerken deelnemen opnemen optrekken
    owns own were was part hoe heet heten
    """.split()  # noqa: SIM905  (they would be harder to read in quotes)
)
_ASKING_STEMS = frozenset(map(stem, _ASKING))
_CONTENTFUL = frozenset({"taak", "taken", "task", "tasks", "rol", "role", "werken", "jaarlijks"})


def misspells_asking(term: WeighedTerm) -> bool:
    """Whether a word that no row holds is one that only asks, misspelt ('verantwoordlijk')."""
    return not term.known and not term.term.name and found(term, _ASKING_STEMS) == MISSPELT


def is_task(term: Term) -> bool:
    """Whether a word is one for what somebody is to do."""
    return term.text in _CONTENTFUL


def titles_in(text: str, titles: Collection[tuple[str, ...]]) -> tuple[frozenset[str], str]:
    """Words by which the question names an agenda, and the question without them and a year right behind them.

    ``titles`` are those of all agendas, word by word. A word such as 'waterplan' names one, and so do all others.
    """
    said = frozenset(tokens(text))
    best: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    for title in titles:
        words = frozenset(word for word in title if word not in STOPWORDS and not word.isdecimal())
        others = {word for word in words if not _TITLE.fullmatch(word)}
        named = words & said
        if (named - others or (len(others) > 1 and others <= said)) and len(named) > len(best):
            best, years = named, frozenset(filter(str.isdecimal, title))
    return best, _without(text, best, years)


def _without(text: str, title: frozenset[str], years: frozenset[str]) -> str:
    pieces: list[str] = []
    at, behind_title = 0, False
    for match in _WORD.finditer(text):
        word = fold(match[0])
        behind_title = word in title or (behind_title and word in years)
        if behind_title:
            pieces.append(text[at : match.start()])
            at = match.end()
    return " ".join([*pieces, text[at:]])


_WORD = re.compile(r"[^\W_]+")


def subject_of(question: Understanding, rest: str, left_out: Collection[str]) -> tuple[Term, ...]:
    """The question's terms that are left in ``rest`` and say what the actions are about; ``left_out`` are words."""
    lists = bool(ACTIONS.search(question.text) or question.steps)
    rest = _MORE.sub(" ", rest)
    topic = _TOPIC.search(rest)
    telling = _CONTENTFUL if not lists else _CONTENTFUL & set(tokens(topic[1])) if topic else frozenset()
    dropped = _ASKING - telling
    left = frozenset(tokens(rest)) - STOPWORDS
    said = frozenset(tokens(question.text))
    particles = _PARTICLES & set(tokens(rest))
    return tuple(
        _joined(term, particles)
        for term in question.terms
        if _is_left(term, left - dropped, said)
        and any(map(str.isalpha, term.text))
        and not any(word in left_out for word in term.text.split())
    )


def _is_left(term: Term, left: Collection[str], said: Collection[str]) -> bool:
    """Whether one of its words is left, or half of a verb that the question takes apart ('legt … aan')."""
    words = term.text.split()
    apart = not any(word in said for word in words)
    return any(word in left for word in words) or (apart and any(_is_half(term.text, word) for word in left))


_HALF = 3  # letters that the forms of a verb begin with


def _is_half(joined: str, word: str) -> bool:
    """'Legt' is half of 'aanleggen'."""
    return len(word) >= _HALF and word[:_HALF] in joined[1:]


_MORE = re.compile(rf"\b(?:meer|minder|more|fewer)\s+(?=(?:{ACTION})\b)", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:over|about)\s+(.+)$", re.IGNORECASE)
_PARTICLES = frozenset(("aan", "af", "bij", "door", "in", "mee", "na", "op", "over", "toe", "uit", "voort", "weg"))


def _joined(term: Term, particles: Collection[str]) -> Term:
    """A verb that the question takes apart ('koppelt … af') may be the joined one too, a participle its infinitive."""
    if len(term.stems) != 1 or term.listed:
        return term
    forms = (term.text, f"{term.text}en", f"{term.text.removesuffix('t')}en")
    joined = ((stem(f"{particle}{form}"),) for particle in sorted(particles) for form in forms)
    participle = _PARTICIPLE.fullmatch(term.text)
    infinitive = ((stem(f"{participle[1]}en"),),) if participle else ()
    return replace(term, weak=(*term.weak, *joined, *infinitive))


_PARTICIPLE = re.compile(r"ge(\w{3,})[dt]")
