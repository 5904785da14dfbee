"""What the suite says when there is nothing to measure, for those who read it on the page."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.texts import texts_in

DUTCH = {
    "Every question failed, the first with {error}.": "Elke vraag liep vast, de eerste op {error}.",
    "Interrupted: the same command goes on where this one stopped.": (
        "Onderbroken: dezelfde opdracht gaat verder waar deze stopte."
    ),
    "No language model is set up in this version: run with --engine extractive.": (
        "In deze versie is geen taalmodel ingesteld: meet met --engine extractive."
    ),
    "No question is in {wanted}: known are {known}.": "Geen vraag valt onder {wanted}: bekend zijn {known}.",
    "The disk": "De schijf",
    "The evaluation needs {name}: install it with pip install '.[eval]'.": (
        "De evaluatie heeft {name} nodig: installeer het met pip install '.[eval]'."
    ),
    "The library in {data} is empty: read documents in with `wiewatwanneer ingest`.": (
        "De bibliotheek in {data} is leeg: lees documenten in met `wiewatwanneer ingest`."
    ),
    "The original documents are not at ../shared/documents: run with --documents digests.": (
        "De oorspronkelijke documenten staan niet in ../shared/documents: meet met --documents digests."
    ),
    "The questions do not fit the documents.": "De vragen passen niet bij de documenten.",
    "And {more} more: python -m evals validate names them.": "En nog {more}: python -m evals validate noemt ze.",
    "{id}: {document} p. {page} is not among the documents.": "{id}: {document} p. {page} is er niet.",
    "{id}: {document} p. {page} holds none of {anchors}.": "{id}: op {document} p. {page} staat niets van {anchors}.",
    "There is no suite or file {name!r}: give core, or the path of your own questions.": (
        "Er is geen verzameling of bestand {name!r}: geef core, of het pad van eigen vragen."
    ),
    "These questions are being measured already, into {folder}: wait until that is done.": (
        "Deze vragen worden al gemeten, naar {folder}: wacht tot dat klaar is."
    ),
    "{data} is no data folder: give the one that `wiewatwanneer --data` was given.": (
        "{data} is geen map met gegevens: geef de map die `wiewatwanneer --data` kreeg."
    ),
    "{name} could not be read: {reason}": "{name} kon niet worden gelezen: {reason}",
    "{path} cannot be made a folder ({reason}): give another --output.": (
        "{path} kan geen map worden ({reason}): geef een andere --output."
    ),
    "{place} cannot be used ({reason}): is there room, and may it be written to?": (
        "{place} kan niet worden gebruikt ({reason}): is er ruimte, en mag er worden geschreven?"
    ),
    # of a file of questions
    "{path}, line {number}": "{path}, regel {number}",
    "the question": "de vraag",
    "{path} cannot be read ({reason}): give a file of questions.": (
        "{path} kan niet worden gelezen ({reason}): geef een bestand met vragen."
    ),
    "{path} holds no questions: write one JSON object a line, as {schema} says.": (
        "In {path} staan geen vragen: schrijf op elke regel een JSON-object, zoals {schema} zegt."
    ),
    "{path} is not in UTF-8: save it again in that encoding.": (
        "{path} staat niet in UTF-8: sla het opnieuw op in die codering."
    ),
    "{path} has two questions {id!r}: give each its own id.": (
        "In {path} heten twee vragen {id!r}: geef elke vraag een eigen id."
    ),
    "{where} is not JSON ({reason}): write one object a line.": (
        "{where} is geen JSON ({reason}): schrijf op elke regel een object."
    ),
    "{where} is a candidate: fill in its type, the gold with pages and anchors, and the facts (or the type "
    "unanswerable and why it is), and take out {field!r}.": (
        "{where} is nog niet aangevuld: vul type, gold (met bladzijden en anchors) en facts in (of het type "
        "unanswerable, en waarom), en haal {field!r} weg."
    ),
    "{where} is not a question, at {place}: {fault}.": "{where} is geen vraag, bij {place}: {fault}.",
    "{where} has a pattern that is none, {pattern!r}: {reason}.": (
        "{where} heeft een patroon dat er geen is, {pattern!r}: {reason}."
    ),
    "it lacks {missing}": "{missing} ontbreekt",
    "it has {unknown}, which no question has": "{unknown} hoort er niet",
    "{value!r} is none of {known}": "{value!r} is niet een van {known}",
    # of a file of gates
    "{path} cannot be read as gates: {reason}.": "{path} kan niet als eisen worden gelezen: {reason}.",
    "{path} has no number for {name}: {value!r}.": "{path} heeft geen getal voor {name}: {value!r}.",
    "{path} holds no gates: it may have {known}.": "In {path} staan geen eisen: er mag staan {known}.",
    "{path} holds no gates: metrics stand there as `name: value`.": (
        "In {path} staan geen eisen: maten staan er als `naam: waarde`."
    ),
    "{path} names {name}, which is not measured; known are {known}.": (
        "{path} noemt {name}, dat niet wordt gemeten; bekend zijn {known}."
    ),
}


def sentences_in(language: str) -> Mapping[str, str]:
    """For ``said``: Dutch by the suite's English templates, English by the product's Dutch ones."""
    return DUTCH if language == "nl" else texts_in(language).errors
