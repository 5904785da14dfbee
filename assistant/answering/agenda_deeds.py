"""What may be done to the subject of an action without being the action: paid, written, judged, used, ended.

'Wie betaalt de pilots?' names the pilots, and is not answered by who carries them out.
"""

from __future__ import annotations

from assistant.answering.matching import WeighedTerm
from assistant.index.analyzer import stem

_OTHER = """
    betaal betaalt betalen betaald financier financiert financieren gefinancierd bekostigt bekostigen subsidieert
    subsidieren koop koopt kopen kocht verkoopt verkopen verdient verdienen investeert investeren pays pay paid funds
    fund funded finances buys sells
    schreef schrijft schrijven geschreven bedacht bedenkt bedenken verzon auteur auteurs publiceert publiceren
    gepubliceerd verscheen verschijnt verschenen diende indienen ingediend dient wrote written author published
    evalueert evalueren geevalueerd evaluatie controleert controleren gecontroleerd beoordeelt beoordelen beoordeeld
    toetst toetsen getoetst gemeten meet evaluates evaluate evaluated evaluation audits audited checks reviewed
    kritiek bekritiseert tegenstander tegenstanders voorstander voorstanders steunt steunen verzet protesteert
    bezwaar reageren reageert gereageerd reactie criticism criticised opposed opposes supports against
    aanvragen aanvraagt aangevraagd vraagt gebruikt gebruiken profiteert profiteren krijgt krijgen ontvangt ontvangen
    recht volgt volgen inschrijven applies apply eligible uses receives
    projectleider projectleiders programmamanager manager
    voorzitter secretaris contactpersoon woordvoerder directeur chair chairs chairman chairperson secretary spokesperson
    vergadert vergaderen vergadering vergaderde bijeenkomst meets meeting
    stemt stemmen stemde gestemd goedgekeurd ondertekent ondertekend tekende besloot besluit besloten voted vote
    approved signed decided
    opgericht oprichter opgezet oprichtte ontstond ontstaan founded founder invented established
    afgeschaft afschaffen schaft stopt stopgezet gestopt sluit sluiten gesloten mislukt ingetrokken geschrapt brak
    doorbrak doorbraken doorbreken closes closed abolished cancelled stopped failed
    won wint winnaar verloor verliest gelukt geslaagd gebeurde
"""
_STEMS = frozenset(map(stem, _OTHER.split()))


def is_other_deed(term: WeighedTerm) -> bool:
    return any(word in _STEMS for word in term.term.stems)
