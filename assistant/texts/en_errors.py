"""What can go wrong, in English: each Dutch sentence as it stands where it is raised, and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.texts.en_errors_reading import READING

_COMMANDS = {
    "{message}; zie '{program} --help'.": "{message}; see '{program} --help'.",
    "Er zijn nog geen documenten ingelezen; doe dat eerst met 'wiewatwanneer ingest'.": (
        "No documents have been read yet; do that first with 'wiewatwanneer ingest'."
    ),
    "Een Word-bestand past niet op het scherm; geef --output FILE of stuur de uitvoer naar een bestand.": (
        "A Word file does not fit the screen; give --output FILE or send the output to a file."
    ),
    "{path} kan niet worden geschreven ({reason}); kies een ander bestand met --output.": (
        "{path} cannot be written ({reason}); choose another file with --output."
    ),
    "Het bestand {path} kan niet worden gelezen ({reason}); controleer het pad.": (
        "The file {path} cannot be read ({reason}); check the path."
    ),
    "De vraag heeft {length} tekens; stel haar in ten hoogste {most} tekens, of voeg het stuk als document toe.": (
        "The question has {length} characters; ask it in at most {most}, or add the text as a document."
    ),
    "Stel een vraag in woorden, bijvoorbeeld: wie verkent de rol van microcredentials?": (
        "Ask a question in words, for example: who explores the role of microcredentials?"
    ),
}

_SETTINGS = {
    "De taal '{value}' is onbekend; kies voor WIEWATWANNEER_LANGUAGE uit: {known}.": (
        "The language '{value}' is unknown; choose one for WIEWATWANNEER_LANGUAGE: {known}."
    ),
    "De poort moet een getal van 0 tot en met 65535 zijn, niet '{value}'.": (
        "The port must be a number from 0 to 65535, not '{value}'."
    ),
    "'{value}' is geen adres van een Chroma-server; geef een adres dat met http:// of https:// begint.": (
        "'{value}' is not the address of a Chroma server; give one that begins with http:// or https://."
    ),
    "'{value}' zegt niet of WIEWATWANNEER_EVALUATION aan is; geef 1 (aan) of 0 (uit).": (
        "'{value}' does not say whether WIEWATWANNEER_EVALUATION is on; give 1 (on) or 0 (off)."
    ),
    "De instelling embedder is leeg; geef none, hashed of een aanbieder zoals ollama:bge-m3.": (
        "The setting embedder is empty; give none, hashed or a provider such as ollama:bge-m3."
    ),
    "Poort {port} op {host} is al in gebruik; kies een andere met 'wiewatwanneer serve --port {next}'.": (
        "Port {port} on {host} is in use; choose another with 'wiewatwanneer serve --port {next}'."
    ),
    "Op {host}, poort {port}, kan niet worden geluisterd ({reason}); kies een ander adres of poort.": (
        "Cannot listen on {host}, port {port} ({reason}); choose another address or port."
    ),
    "De begrippenlijst {path} heeft niet de vorm die corpus/README.md noemt.": (
        "The glossary {path} is not of the form that corpus/README.md gives."
    ),
    "{path} kan niet worden gelezen: {reason}": "{path} cannot be read: {reason}",
    "{address!r} is geen adres van een Chroma-server: schrijf het als http://host:poort.": (
        "{address!r} is not the address of a Chroma server: write it as http://host:port."
    ),
    "De embedder {name} geeft geen vectoren ({reason}): start hem, of kies {known}.": (
        "The embedder {name} gives no vectors ({reason}): start it, or choose {known}."
    ),
    "De embedder {name} mist een pakket ({reason}): installeer het, of kies {known}.": (
        "The embedder {name} lacks a package ({reason}): install it, or choose {known}."
    ),
    "De embedder {name} kan niet worden gebruikt ({reason}): kies {known}.": (
        "The embedder {name} cannot be used ({reason}): choose {known}."
    ),
    "Onbekende embedder {name!r}: kies {known}.": "Unknown embedder {name!r}: choose {known}.",
    "{name!r} is geen embedder: kies {hashed}:<{fewest} tot {most} dimensies>.": (
        "{name!r} is no embedder: choose {hashed}:<{fewest} to {most} dimensions>."
    ),
    "{none} (alleen woorden), {hashed} of {hashed}:<dimensies> (zonder model), of aanbieder:model van langchain, "
    "zoals ollama:bge-m3, openai:text-embedding-3-large of huggingface:intfloat/multilingual-e5-small": (
        "{none} (words alone), {hashed} or {hashed}:<dimensions> (without a model), or provider:model of langchain, "
        "such as ollama:bge-m3, openai:text-embedding-3-large or huggingface:intfloat/multilingual-e5-small"
    ),
}

_STORAGE = {
    "De schijf van {place} is vol: maak ruimte vrij en probeer het opnieuw.": (
        "The disk of {place} is full: make room and try again."
    ),
    "In {place} kan niet worden geschreven: geef schrijfrechten of kies een andere map (--data).": (
        "{place} cannot be written to: give permission to write or choose another folder (--data)."
    ),
    "Er ging iets mis met {place} ({reason}): controleer de map met gegevens.": (
        "Something went wrong with {place} ({reason}): check the data folder."
    ),
    "In {place} zijn bestanden beschadigd: herstel dat met 'wiewatwanneer status'.": (
        "Files of {place} are damaged: mend that with 'wiewatwanneer status'."
    ),
    "de bibliotheek": "the library",
    "de vectorindex": "the vector index",
    "de zoekindex": "the search index",
    "De bibliotheek kan niet op {address!r} worden bewaard ({reason}): geef een adres zoals "
    "postgresql+psycopg://gebruiker@host/database, en installeer het stuurprogramma.": (
        "The library cannot be kept at {address!r} ({reason}): give an address such as "
        "postgresql+psycopg://user@host/database, and install the driver."
    ),
    "De gegevens in {where} zijn van een nieuwere versie van wiewatwanneer: werk het programma bij, "
    "of kies een andere map (--data).": (
        "The data in {where} are of a newer version of wiewatwanneer: update the program, or choose another folder "
        "(--data)."
    ),
    "De vectoren zijn gemaakt door {made_by} en niet door {embedder}: "
    "maak ze opnieuw met 'wiewatwanneer ingest --rebuild', of stel de oude embedder weer in.": (
        "The vectors were made by {made_by} and not by {embedder}: "
        "make them anew with 'wiewatwanneer ingest --rebuild', or set the old embedder again."
    ),
    "De Chroma-server {address} antwoordt niet: start hem, of laat --chroma weg.": (
        "The Chroma server {address} does not answer: start it, or leave out --chroma."
    ),
    "{folder} is geen map en kan er geen worden: kies een andere map (--data).": (
        "{folder} is no folder and cannot become one: choose another folder (--data)."
    ),
    "Een ander proces schrijft al langer dan {seconds:.0f} seconden in {folder}: "
    "wacht tot het klaar is en probeer het opnieuw.": (
        "Another process has been writing in {folder} for more than {seconds:.0f} seconds: "
        "wait until it is done and try again."
    ),
    "{document} is niet in de bibliotheek: 'wiewatwanneer documents' toont wat er wel is.": (
        "{document} is not in the library: 'wiewatwanneer documents' shows what is."
    ),
    "{document}, pagina {page} is niet in de bibliotheek: 'wiewatwanneer documents' toont wat er wel is.": (
        "{document}, page {page} is not in the library: 'wiewatwanneer documents' shows what is."
    ),
}

_REGISTER = {
    "Er is geen actie {action!r}: 'wiewatwanneer agenda' toont welke er zijn.": (
        "There is no action {action!r}: 'wiewatwanneer agenda' shows which there are."
    ),
    "In {document} is geen agenda gevonden: kies uit {known}.": (
        "No agenda was found in {document}: choose from {known}."
    ),
    "In {document} is geen agenda gevonden: er is nog geen document met een agenda ingelezen.": (
        "No agenda was found in {document}: no document with an agenda has been read yet."
    ),
    "Er is geen partij of actiehouder '{name}'; 'wiewatwanneer stakeholders' toont wie er zijn.": (
        "There is no party or owner '{name}'; 'wiewatwanneer stakeholders' shows who there are."
    ),
    "Er is geen partij of actiehouder '{name}'; bedoelt u {close}?": (
        "There is no party or owner '{name}'; do you mean {close}?"
    ),
    "{name!r} is geen bekende partij: bedoelt u {close}?": "{name!r} is no known party: do you mean {close}?",
    "{name!r} is geen bekende partij: 'wiewatwanneer stakeholders' toont welke er zijn.": (
        "{name!r} is no known party: 'wiewatwanneer stakeholders' shows which there are."
    ),
    "{name!r} is geen bekend thema: bedoelt u {close}?": "{name!r} is no known theme: do you mean {close}?",
    "{name} staat er twee keer: een partij wordt met een andere vergeleken.": (
        "{name} is there twice: a party is compared with another one."
    ),
    "Noem ten minste twee partijen om te vergelijken.": "Name at least two parties to compare.",
    "Bij een status hoort wie haar vastlegt: vul een naam in.": ("A status comes with who records it: fill in a name."),
    "Een status heeft woorden nodig die haar bewijzen: neem ze over uit het document.": (
        "A status needs words that prove it: copy them from the document."
    ),
    "Deze woorden staan op geen bladzijde van {document}: neem ze letterlijk over.": (
        "These words are on no page of {document}: copy them literally."
    ),
    "Op pagina {page} van {document} staan deze woorden in een zin met '{word}': neem de hele zin over.": (
        "On page {page} of {document} these words are in a sentence with '{word}': copy the whole sentence."
    ),
    "‘{words}’ staat op pagina {pages} van {document}: neem de zin over die de status bewijst.": (
        "‘{words}’ is on pages {pages} of {document}: copy the sentence that proves the status."
    ),
    "Dit is de rij van de actie zelf, die niet zegt wat ervan kwam: neem andere woorden over.": (
        "This is the row of the action itself, which does not say what came of it: copy other words."
    ),
    "{path} kan niet worden geopend: controleer de naam en of u het mag lezen.": (
        "{path} cannot be opened: check its name, and that you may read it."
    ),
    "{path} kan niet als CSV worden gelezen: sla het in Excel op als ‘CSV UTF-8’.": (
        "{path} cannot be read as CSV: save it in Excel as ‘CSV UTF-8’."
    ),
    "In {path} ontbreken de kolommen {missing}; de eerste regel noemt {known}.": (
        "{path} lacks the columns {missing}; its first line names {known}."
    ),
    "{rows}.": "{rows}.",
    "{rows}": "{rows}",
    "rij {row}: {fields} velden onder {columns} kolommen": "row {row}: {fields} fields under {columns} columns",
    "rij {row}: {problem}": "row {row}: {problem}",
    "In {path} staan geen correcties; zet er een per rij onder de kolomnamen.": (
        "{path} holds no corrections; put one in each row under the names of the columns."
    ),
    "Bij de correctie van {action} staat niet wie haar doet of waarom: vul beide in.": (
        "The correction of {action} does not say who makes it or why: fill in both."
    ),
    "{column!r} is geen kolom van een actie: kies uit wat, wie, wanneer en stap.": (
        "{column!r} is no column of an action: choose from what, who, when and step."
    ),
    "De correctie van {action} heeft geen waarde: vul in wat er moet staan.": (
        "The correction of {action} has no value: fill in what it should say."
    ),
    "{value!r} is geen termijn die bestaat: noem een datum, jaar of periode zoals 2025/2026.": (
        "{value!r} is no term that exists: give a date, a year or a period such as 2025/2026."
    ),
    "In {value!r} staat geen naam van een partij: noem er een of meer, met komma's ertussen.": (
        "{value!r} holds no name of a party: give one or more, with commas between them."
    ),
    "Stap {value!r} staat niet in {document}: kies uit {known}.": (
        "Step {value!r} is not in {document}: choose from {known}."
    ),
    "Stap {value!r} staat niet in {document}: deze agenda is niet in stappen verdeeld.": (
        "Step {value!r} is not in {document}: this agenda is not divided into steps."
    ),
}

ERRORS: Mapping[str, str] = {**_COMMANDS, **_SETTINGS, **_STORAGE, **_REGISTER, **READING}
