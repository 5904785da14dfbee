"""The Dutch texts of the page."""

from __future__ import annotations

from evals.report.words import MetricWords, Words

DUTCH = Words(
    language="nl",
    title="Evaluatie van antwoorden en vindplaatsen",
    passed="Voldoet aan alle eisen",
    failed="Voldoet niet aan alle eisen",
    subtitle="{questions} vragen uit de verzameling ‘{suite}’, waarvan {answerable} met een antwoord in de documenten. "
    "Antwoorden: {engine}. Documenten ({kind}): {corpus}.",
    engines={"extractive": "letterlijke zinnen uit de documenten", "model": "een taalmodel"},
    kinds={
        "digests": "eigen samenvattingen",
        "originals": "oorspronkelijke teksten",
        "mixed": "teksten en samenvattingen",
    },
    headlines={
        "answers.correct": "geheel goed beantwoord",
        "citations.page_f1": "vindplaatsen op de juiste bladzijde (F1)",
        "citations.resolvable": "vindplaatsen die kloppen met de bladzijde",
        "abstention.recall": "terecht gezwegen als er geen antwoord is",
    },
    interval="tussen {low} en {high}",
    few_clusters="De marges geven aan waar de waarde met 95 % zekerheid ligt bij andere vragen over zulke documenten. "
    "Er zijn maar weinig documenten; neem de marges daarom ruim.",
    gates="Eisen",
    gates_intro="Waaraan een versie moet voldoen. Eén eis die niet is gehaald, keurt de hele versie af.",
    gate_names={
        "failures": "Vragen waarop het programma vastliep",
        "unsteady": "Vragen met steeds een ander antwoord",
        "floor of": "Ondergrens:",
        "ceiling of": "Bovengrens:",
        "no loss of": "Niet slechter dan de vorige versie:",
    },
    gate="Eis",
    found="Gevonden",
    primary="Hoofdmaten",
    primary_intro="De stip is de gemeten waarde, de lijn de marge van 95 %. Een open rondje is de vorige goedgekeurde "
    "versie. Op deze maten worden versies vergeleken; ‘kleinste aantoonbare verschil’ zegt wat daarbij nog opvalt.",
    metrics="Alle maten",
    metrics_intro="Voor wie het precies wil weten. ★ is een hoofdmaat.",
    groups={
        "retrieval": "Zoeken: wordt de juiste bladzijde gevonden?",
        "citations": "Vindplaatsen: verwijst het antwoord naar de juiste bladzijde?",
        "quotations": "Citaten: staan de aangehaalde woorden op de bladzijde?",
        "support": "Onderbouwing: staat wat er gezegd wordt in de aangehaalde woorden?",
        "answers": "Antwoorden: klopt het en is het volledig?",
        "abstention": "Zwijgen: zegt het programma niets als er niets te zeggen is?",
    },
    metric="Maat",
    value="Waarde",
    likely="95 %-marge",
    detectable="Kleinste aantoonbare verschil",
    questions="Vragen",
    before="Vorige",
    slices="Per soort vraag",
    slices_intro="Waar het goed gaat en waar niet. Bij weinig vragen is de marge breed.",
    slice_names={
        "type": "Soort",
        "language": "Taal",
        "split": "Deel",
        "document": "Document",
        "slice": "Kenmerk",
        "unanswerable": "Geen antwoord omdat",
    },
    slice_values={
        "owner": "wie doet het",
        "term": "wanneer",
        "step": "stap van de agenda",
        "definition": "begrip",
        "number": "getal",
        "reason": "waarom",
        "list": "opsomming",
        "position": "standpunt",
        "comparison": "vergelijking",
        "name": "naam",
        "followup": "vervolgvraag",
        "multi": "meer documenten",
        "unanswerable": "geen antwoord",
        "nl": "Nederlands",
        "en": "Engels",
        "dev": "om op te verbeteren",
        "test": "om te toetsen",
        "outside": "ander onderwerp",
        "wrong_year": "verkeerd jaar",
        "wrong_party": "verkeerde partij",
        "false_premise": "onjuiste aanname",
        "no_such_step": "stap bestaat niet",
        "near_miss": "net niet in de documenten",
        "attribute": "gegeven ontbreekt",
        "misspelt": "met tikfouten",
        "telegram": "telegramstijl",
        "literal": "woorden van het document",
        "paraphrased": "in andere woorden",
        "multi-page": "meer bladzijden",
        "multi-document": "meer documenten",
        "footnote": "voetnoot",
        "table": "tabel",
        "english": "Engels",
        "everyday": "alledaagse woorden",
    },
    slice="Groep",
    risk="Risico tegen dekking",
    risk_intro="Als het programma alleen de vragen zou beantwoorden waarvan het het zekerst is, welk deel is dan "
    "niet geheel goed? Een lijn die naar links daalt, betekent dat het programma weet wanneer het onzeker is.",
    coverage_axis="deel van de vragen dat wordt beantwoord",
    risk_axis="deel niet geheel goed",
    all_answers="zoals nu: {risk} niet geheel goed bij {coverage} beantwoord",
    comparison="Vergeleken met de vorige goedgekeurde versie",
    comparison_intro="Over de {shared} vragen die beide versies kregen. ‘Kans op toeval’ onder 5 % geldt als een echt "
    "verschil; de waarde is gecorrigeerd voor het aantal maten (Holm).",
    after="Nu",
    gain="Verschil",
    chance="Kans op toeval",
    trials="Rust het antwoord op zijn bewijs?",
    trials_intro="In een kopie van de documenten is het bewijs veranderd en is de vraag opnieuw gesteld. Alleen vragen "
    "die eerst goed zijn beantwoord, doen mee.",
    edit="Wat er is veranderd, en wat het antwoord dan moet doen",
    tried="Proeven",
    edits={
        "owner": "Een andere trekker: het antwoord volgt",
        "number": "Een ander getal: het antwoord volgt",
        "term": "Een andere termijn: het antwoord volgt",
        "deletion": "Het bewijs is weg: het programma zwijgt",
        "older": "Een ouder stuk spreekt het tegen: het antwoord blijft",
        "distractor": "Een stuk met de woorden van de vraag erbij: het antwoord blijft",
        "changed": "Bewijs veranderd of weg: het antwoord is in elk geval een ander",
    },
    worst="De slechtste gevallen",
    worst_intro="De {shown} slechtste van {total} vragen die niet geheel goed zijn beantwoord.",
    no_worst="Alle vragen zijn goed beantwoord.",
    expected="Wat er had moeten staan",
    replied="Wat het programma antwoordde",
    needed="bewijs",
    or_="of",
    verdict="Oordeel",
    missing_facts="niet genoemd: {names}",
    missing_evidence="verwijst naar {cited} van {needed} nodige plaatsen",
    broken_citations="een vindplaats klopt niet met haar bladzijde",
    imprecise="antwoord terwijl er geen is",
    unanswerable="De documenten geven geen antwoord; zwijgen was goed geweest.",
    nothing_cited="Geen vindplaats.",
    earlier="Eerder gevraagd",
    error="Het programma liep vast",
    page="p.",
    right_page="juiste bladzijde",
    wrong_page="andere bladzijde",
    more_citations="en nog {count} vindplaatsen",
    footer="Berekend zonder taalmodel als beoordelaar: dezelfde vragen en dezelfde versie geven dezelfde getallen. "
    "Uitleg van elke maat staat in docs/evaluation.md.",
    by_name={
        "retrieval.page_recall@1": MetricWords(
            "Bladzijde meteen bovenaan", "Deel van de nodige bladzijden op plaats 1."
        ),
        "retrieval.page_recall@5": MetricWords(
            "Bladzijde bij de eerste vijf", "Deel van de nodige bladzijden bij de eerste vijf."
        ),
        "retrieval.page_recall@10": MetricWords(
            "Bladzijde bij de eerste tien", "Deel van de nodige bladzijden bij de eerste tien."
        ),
        "retrieval.page_ndcg@10": MetricWords(
            "Volgorde van bladzijden (nDCG)", "1 als de nodige bladzijden helemaal bovenaan staan."
        ),
        "retrieval.page_mrr": MetricWords(
            "Plaats van de eerste goede bladzijde", "1 gedeeld door de plaats van de eerste nodige bladzijde."
        ),
        "retrieval.document_recall@1": MetricWords(
            "Document meteen bovenaan", "Deel van de nodige documenten op plaats 1."
        ),
        "retrieval.document_ndcg@10": MetricWords(
            "Volgorde van documenten (nDCG)", "1 als de nodige documenten helemaal bovenaan staan."
        ),
        "retrieval.document_mrr": MetricWords(
            "Plaats van het eerste goede document", "1 gedeeld door de plaats van het eerste nodige document."
        ),
        "retrieval.all_evidence@5": MetricWords(
            "Al het bewijs bij de eerste vijf",
            "Deel van de vragen waarvan al het bewijs bij de eerste vijf bladzijden staat.",
        ),
        "retrieval.all_evidence@10": MetricWords(
            "Al het bewijs bij de eerste tien",
            "Deel van de vragen waarvan al het bewijs bij de eerste tien bladzijden staat.",
        ),
        "citations.resolvable": MetricWords(
            "Vindplaats klopt", "Deel van de vindplaatsen waarvan de bladzijde bestaat en de woorden er staan."
        ),
        "citations.coverage": MetricWords(
            "Zinnen met vindplaats", "Deel van de getoonde zinnen dat een vindplaats draagt."
        ),
        "citations.page_precision": MetricWords(
            "Precisie per bladzijde", "Deel van de vindplaatsen dat op een juiste bladzijde staat."
        ),
        "citations.page_recall": MetricWords(
            "Volledigheid per bladzijde", "Deel van het nodige bewijs waarnaar wordt verwezen."
        ),
        "citations.page_f1": MetricWords("Vindplaatsen per bladzijde (F1)", "Precisie en volledigheid in één getal."),
        "citations.near_page_f1": MetricWords(
            "F1 met één bladzijde speling", "Veel hoger dan de F1 per bladzijde? Dan worden bladzijden verkeerd geteld."
        ),
        "citations.words_f1": MetricWords(
            "F1 op de woorden zelf", "Alleen vindplaatsen die de kenmerkende woorden aanhalen, tellen."
        ),
        "citations.document_precision": MetricWords(
            "Precisie per document", "Deel van de vindplaatsen in een juist document."
        ),
        "citations.document_recall": MetricWords(
            "Volledigheid per document", "Deel van het nodige bewijs waarvan het document wordt genoemd."
        ),
        "citations.document_f1": MetricWords(
            "Vindplaatsen per document (F1)", "Precisie en volledigheid per document in één getal."
        ),
        "citations.surplus": MetricWords(
            "Bladzijden te veel", "Aantal bladzijden waarnaar meer wordt verwezen dan nodig."
        ),
        "citations.uncited_words": MetricWords(
            "Woorden zonder vindplaats", "Woorden die het programma zelf toevoegt, zoals tellingen."
        ),
        "citations.length": MetricWords("Lengte van het antwoord", "Aantal woorden; meer is niet beter of slechter."),
        "quotations.found": MetricWords("Citaat staat op de bladzijde", "Letters en cijfers komen overeen."),
        "quotations.normalised": MetricWords(
            "Citaat staat er vrijwel letterlijk", "Ook spaties en leestekens komen overeen, op hun schrijfwijze na."
        ),
        "quotations.exact": MetricWords("Citaat staat er letterlijk", "Teken voor teken gelijk."),
        "support.numbers": MetricWords(
            "Getallen onderbouwd", "Deel van de getallen dat in de aangehaalde woorden staat."
        ),
        "support.dates": MetricWords("Datums onderbouwd", "Deel van de datums dat in de aangehaalde woorden staat."),
        "support.amounts": MetricWords(
            "Bedragen onderbouwd", "Deel van de bedragen dat in de aangehaalde woorden staat."
        ),
        "support.names": MetricWords("Namen onderbouwd", "Deel van de namen dat in de aangehaalde woorden staat."),
        "support.polarity": MetricWords(
            "Ontkenning gelijk", "Deel van de zinnen dat even vaak ontkent als de aangehaalde woorden."
        ),
        "support.unsupported_numbers": MetricWords("Getallen zonder onderbouwing", "Aantal per antwoord; moet 0 zijn."),
        "answers.correct": MetricWords(
            "Geheel goed", "Alle feiten staan er en al het bewijs wordt aangewezen; of terecht gezwegen."
        ),
        "answers.net": MetricWords("Goed min fout", "1 voor goed, 0 voor onnodig zwijgen, -1 voor fout of onvolledig."),
        "answers.facts": MetricWords(
            "Verwachte feiten genoemd", "Deel van de verwachte feiten dat in het antwoord staat."
        ),
        "answers.proven_facts": MetricWords(
            "Feiten aangetoond", "Deel van de feiten dat is aangehaald van een juiste bladzijde."
        ),
        "answers.owners_f1": MetricWords("Juiste trekkers (F1)", "Noemt het antwoord alle partijen, en geen andere?"),
        "answers.exact_term": MetricWords(
            "Termijn letterlijk", "Deel van de antwoorden dat de termijn noemt zoals die er staat."
        ),
        "answers.term_overlap": MetricWords("Overlap van termijnen", "Deel van de jaren dat overeenkomt."),
        "abstention.recall": MetricWords(
            "Terecht gezwegen", "Deel van de vragen zonder antwoord waarop het programma zweeg."
        ),
        "abstention.precision": MetricWords(
            "Zwijgen was terecht", "Deel van de keren zwijgen waarbij er echt geen antwoord is."
        ),
        "abstention.over_refusal": MetricWords(
            "Onnodig gezwegen", "Deel van de vragen met een antwoord waarop het programma zweeg; lager is beter."
        ),
    },
)
