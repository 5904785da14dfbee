"""What a question about positions is about: its words without the sides and those that only ask."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.positions_sides import NamedSide
from assistant.answering.understanding import Term, Understanding
from assistant.index.analyzer import STOPWORDS, fold, tokens

_ASKING = frozenset(
    """
    vindt vinden vond wil willen wilde wenst wensen pleit pleiten bepleit bepleiten eist eisen vraagt vragen adviseert
    adviseren advies adviezen aanbeveling aanbevelingen steunt steunen verkent verkennen overweegt overwegen denkt
    denken staat staan kijkt kijken kijk standpunt standpunten mening meningen opvatting opvattingen visie positie
    posities oordeel oneens eens zegt zeggen zei schrijft schrijven stelt stellen volgens meldt vergelijk vergelijken
    vergelijking verschil verschillen verschilt overeenkomst overeenkomsten noemt noemen vermeldt vermelden spreekt
    spreken tegen partij partijen organisatie organisaties koepels verenigingen wie welke wat waar waarvoor waarin hoe
    gaat komt krijgt krijgen hun zin want wants demand demands think thinks recommend recommends call calls argue argues
    opinion opinions view views position positions stance support supports oppose opposes advise advises explore
    explores say says said write writes compare compared comparison differ differs difference agree disagree mention
    mentions who which what parties organisations inzake rond rondom betreft gebied onderwerp thema kwestie
    opstellers auteurs authors slag aan positionpaper paper brief letter plan plannen vertrekpunt voornemens
    against favour favor zichzelf itself
    zorgen twijfels bedenkingen kritiek concerns doubts tegenover elkaar naast zelf precies
    bezorgd bezwaar bezwaren kritiekpunten kanttekening kanttekeningen nadelen tegenargumenten argumenten tegenstanders
    klachten klagen objections criticism criticisms worries arguments drawbacks advised recommended recommendation
    recommendations geadviseerd aanbevolen aangeraden voorgesteld voorstel voorstellen toegezegd toezegging toezeggingen
    beloofd belofte beloften beloftes promised pleidooi pleidooien gepleit gewenst geëist wens wensen steun draagvlak
    voorstander voorstanders waarschuwt waarschuwen vreest vrezen belooft beloven promises maakt maken meent menen
    raadt raden verwacht verwachten hoopt hopen beoordeelt beoordelen waarover waartegen
    gesteld genoemd gegeven daartegen daarvoor ertegen ervoor
    stuk stukken document documenten documents bron bronnen
    """.split()  # noqa: SIM905  (they would be harder to read in quotes)
)

VERBS_MISSPELT = {
    "vind": "vindt",
    "wilt": "wil",
    "pleid": "pleit",
    "bepleid": "bepleit",
    "adviseerd": "adviseert",
    "steund": "steunt",
    "verkend": "verkent",
    "wijsd": "wijst",
    "vraagd": "vraagt",
    "denk": "denkt",
    "zegd": "zegt",
}


def subject_of(question: Understanding, text: str, named: Sequence[NamedSide]) -> tuple[Term, ...]:
    """The terms in these words, without the sides and what only asks."""
    said = {word for each in named for word in tokens(text[each.start : each.end])}
    held = set(tokens(text))
    return tuple(each for each in question.terms if held & set(each.text.split()) and _is_of_subject(each, said))


def _is_of_subject(term: Term, said: set[str]) -> bool:
    words = set(term.text.split()) - STOPWORDS
    return bool(words - said - _ASKING - VERBS_MISSPELT.keys()) and any(map(str.isalnum, term.text))


def in_words(terms: Sequence[Term], text: str) -> str:
    """The subject as the question writes it."""
    wanted = {word for term in terms for word in term.text.split()}
    return " ".join(word.strip(".,?!:;'\"“”") for word in text.split() if wanted & set(map(fold, tokens(word))))
