"""What can go wrong with what is read, in English: files, addresses, and the lists of the corpus."""

from __future__ import annotations

from collections.abc import Mapping

_FILES = {
    "{name} bestaat niet: controleer de naam en de map.": "{name} does not exist: check the name and the folder.",
    "{name} is geen bestand: kies een bestand of een map met bestanden.": (
        "{name} is no file: choose a file or a folder with files."
    ),
    "{name} kan niet worden geopend: sluit het in andere programma's en controleer of u het mag lezen.": (
        "{name} cannot be opened: close it in other programs and check whether you may read it."
    ),
    "{name} kan niet worden geopend: controleer of het bestand er nog is.": (
        "{name} cannot be opened: check whether the file is still there."
    ),
    "{name} kan niet worden gelezen: controleer of het bestand er nog is.": (
        "{name} cannot be read: check whether the file is still there."
    ),
    "{name} is leeg: voeg het bestand met inhoud toe.": "{name} is empty: add the file with content.",
    "{name} is leeg: haal het opnieuw op bij de bron en voeg het weer toe.": (
        "{name} is empty: get it from its source again and add it once more."
    ),
    "{name} is groter dan {size} MB: splits het en voeg de delen toe.": (
        "{name} is larger than {size} MB: split it and add the parts."
    ),
    "{name} is van een soort die hier niet gelezen wordt: "
    "sla het op als PDF, DOCX, HTML, Markdown of tekst en voeg het nog eens toe.": (
        "{name} is of a kind that is not read here: save it as PDF, DOCX, HTML, Markdown or text and add it again."
    ),
    "{name} is beschadigd: open het in Word, sla het opnieuw op en voeg het nog eens toe.": (
        "{name} is damaged: open it in Word, save it anew and add it again."
    ),
    "{name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het nog eens toe.": (
        "{name} is protected with a password: save it without one and add it again."
    ),
    "{name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het opnieuw toe.": (
        "{name} is protected with a password: save it without one and add it again."
    ),
    "{name} is van een oude versie van Word: sla het in Word op als .docx en voeg het nog eens toe.": (
        "{name} is of an old version of Word: save it as .docx in Word and add it again."
    ),
    "{name} is een Word-bestand met macro's of een sjabloon: sla het in Word op als .docx en voeg het nog eens toe.": (
        "{name} is a Word file with macros or a template: save it as .docx in Word and add it again."
    ),
    "{name} wordt na uitpakken te groot om veilig te lezen: "
    "verwijder afbeeldingen of splits het in Word, en voeg het nog eens toe.": (
        "{name} becomes too large to read safely when it is unpacked: "
        "remove pictures or split it in Word, and add it again."
    ),
    "{name} wordt bij het uitpakken te groot om veilig te lezen: sla het opnieuw op als gewone PDF.": (
        "{name} becomes too large to read safely when it is unpacked: save it anew as an ordinary PDF."
    ),
    "{name} heeft {count} pagina's: splits het in delen van ten hoogste {most} pagina's.": (
        "{name} has {count} pages: split it into parts of at most {most} pages."
    ),
    "{name} heeft geen pagina's: controleer of dit het juiste bestand is.": (
        "{name} has no pages: check whether this is the right file."
    ),
    "{name} is beschadigd of onvolledig: haal het opnieuw op bij de bron en voeg het weer toe.": (
        "{name} is damaged or incomplete: get it from its source again and add it once more."
    ),
    "{name} bevat geen tekst: voeg een versie toe waarin de tekst te selecteren is.": (
        "{name} holds no text: add a version in which text can be selected."
    ),
    "{name} bevat geen tekst: voeg het bestand met inhoud toe.": "{name} holds no text: add the file with content.",
    "{name} bevat geen leesbare tekst: bewaar de pagina in de browser als PDF en voeg die toe.": (
        "{name} holds no readable text: save the page as PDF in the browser and add that."
    ),
    "{name} heeft de markering van pagina {after} na die van pagina {before}: "
    "zet de pagina's op volgorde en voeg het nog eens toe.": (
        "{name} has the mark of page {after} after that of page {before}: put the pages in order and add it again."
    ),
    "In de map {folder} staan geen bestanden: controleer of dit de juiste map is.": (
        "The folder {folder} holds no files: check whether it is the right one."
    ),
    "De map {folder} kan niet worden geopend: controleer of u haar mag lezen.": (
        "The folder {folder} cannot be opened: check whether you may read it."
    ),
    "Van {source} is geen adres bekend: haal het document op bij de uitgever en geef het bestand.": (
        "No address of {source} is known: get the document from its publisher and give the file."
    ),
    "Dit is {document}, dat al uit {first} is gelezen: lees {name} apart in als het dat vervangt.": (
        "This is {document}, which was read from {first} already: ingest {name} by itself if it replaces that."
    ),
    "Er is al een ander document {document}, dat blijft: verwijder het als dit ervoor in de plaats komt.": (
        "There is another document {document} already, which stays: remove it if this one takes its place."
    ),
    "{name} heeft dezelfde inhoud als {present}.": "{name} has the same content as {present}.",
}

_ADDRESSES = {
    "{address} is geen geldig adres: neem het over uit de adresbalk van de browser.": (
        "{address} is no valid address: copy it from the address bar of the browser."
    ),
    "{address} is geen webadres: geef een adres dat met https:// begint.": (
        "{address} is no web address: give one that begins with https://."
    ),
    "De schijf is vol: maak ruimte vrij en haal het document nog eens op.": (
        "The disk is full: make room and fetch the document again."
    ),
    "{address} kan niet worden bewaard: maak de gegevensmap schrijfbaar.": (
        "{address} cannot be kept: make the data folder writable."
    ),
    "{address} verwijst eindeloos door: zoek het document op en geef zijn eigen adres.": (
        "{address} redirects without end: look the document up and give its own address."
    ),
    "{address} verwijst door naar iets dat geen webadres is: zoek het eigen adres van het document.": (
        "{address} redirects to something that is no web address: look for the document's own address."
    ),
    "{address} antwoordt niet op tijd: probeer het later nog eens.": "{address} does not answer in time: try later.",
    "{host} heeft geen betrouwbaar certificaat: haal het document zelf op en voeg het toe.": (
        "{host} has no certificate that can be trusted: get the document yourself and add it."
    ),
    "{host} is niet bereikbaar: controleer het adres en de verbinding met internet.": (
        "{host} cannot be reached: check the address and the connection to the internet."
    ),
    "{address} brak de overdracht af: probeer het nog eens.": "{address} broke off the transfer: try again.",
    "{address} bestaat niet (meer): zoek het nieuwe adres op bij de uitgever.": (
        "{address} does not exist (any more): look up the new address at the publisher."
    ),
    "{address} geeft geen toegang: haal het document met de browser op en voeg het bestand toe.": (
        "{address} gives no access: get the document with the browser and add the file."
    ),
    "{host} heeft een storing of is te druk (antwoord {status}): probeer het later nog eens.": (
        "{host} is out of order or too busy (answer {status}): try later."
    ),
    "{address} gaf antwoord {status} in plaats van het document: controleer het adres.": (
        "{address} gave answer {status} instead of the document: check the address."
    ),
    "{address} is groter dan {size} MB: haal het met de browser op en voeg het in delen toe.": (
        "{address} is larger than {size} MB: get it with the browser and add it in parts."
    ),
    "{address} is te traag: haal het met de browser op en voeg het bestand toe.": (
        "{address} is too slow: get it with the browser and add the file."
    ),
    "{address} gaf geen leesbaar document: {reason}": "{address} gave no readable document: {reason}",
    "{address} gaf een webpagina in plaats van het document: "
    "open het adres in de browser, sla het document op en voeg het toe.": (
        "{address} gave a web page instead of the document: "
        "open the address in the browser, save the document and add it."
    ),
}

_LISTS = {
    "{file} kan niet worden gelezen: controleer of het in {folder} staat.": (
        "{file} cannot be read: check whether it is in {folder}."
    ),
    "{file} is geen UTF-8: sla het als UTF-8 op.": "{file} is not UTF-8: save it as UTF-8.",
    "{file} is geen geldige YAML: er staan tekens in die daar niet horen.": (
        "{file} is not valid YAML: it holds characters that do not belong there."
    ),
    "{file}, regel {line}: dit is geen geldige YAML; controleer de inspringing.": (
        "{file}, line {line}: this is not valid YAML; check the indentation."
    ),
    "{file}, regel {line}: {mistake}.": "{file}, line {line}: {mistake}.",
    "hier horen velden te staan: {known}": "fields belong here: {known}",
    "'{name}' is geen veld; bekend zijn {known}": "'{name}' is no field; known are {known}",
    "'{name}' staat er twee keer": "'{name}' is there twice",
    "'{name}' met een lijst van {of} ontbreekt": "'{name}' with a list of {of} is missing",
    "bronnen": "sources",
    "partijen": "parties",
    "thema's": "themes",
    "'{name}' {rule}": "'{name}' {rule}",
    "'{name}' is een lijst": "'{name}' is a list",
    "'{name}' is een lijst van teksten": "'{name}' is a list of texts",
    "bestaat uit kleine letters, cijfers en koppeltekens": "consists of lower case letters, figures and hyphens",
    "is een tekst": "is a text",
    "is een tekst met letters of cijfers": "is a text with letters or figures",
    "is een jaar, maand of dag zoals 2023, 2023-11 of 2023-11-30": (
        "is a year, month or day such as 2023, 2023-11 or 2023-11-30"
    ),
    "is een taalcode van twee letters zoals nl": "is the code of a language in two letters such as nl",
    "is dossier en nummer zoals 30012-157": "is a file and number such as 30012-157",
    "is een adres dat met http begint": "is an address that begins with http",
    "is een aantal bladzijden": "is a number of pages",
    "is een van {known}": "is one of {known}",
    "is een code zoals mnre1109": "is a code such as mnre1109",
    "is een jaar van vier cijfers zoals 2021": "is a year of four figures such as 2021",
    "is een lijst van nummers; {step!r} is er geen": "is a list of numbers; {step!r} is none",
    "een bron heeft altijd een '{name}'": "a source always has a '{name}'",
    "een zinsdeel in 'recognised_by' telt ten hoogste {most} woorden": (
        "a phrase in 'recognised_by' has at most {most} words"
    ),
    "'{name}' is ook van een andere bron": "'{name}' is of another source too",
    "'{name}' is ook een naam van '{owner}'": "'{name}' is a name of '{owner}' too",
    "'{group}' is geen partij in deze lijst": "'{group}' is no party in this list",
    "'{group}' is geen groep": "'{group}' is no group",
    "de groep '{group}' hoort via haar groepen bij zichzelf": "the group '{group}' is in itself through its groups",
    "een partij heeft altijd een '{name}'": "a party always has a '{name}'",
    "'names' is een lijst met ten minste één naam": "'names' is a list with at least one name",
    "een naam met jaren heeft een 'name'": "a name with years has a 'name'",
    "deze naam zou in {until} eindigen, voor het begin in {since}": (
        "this name would end in {until}, before it begins in {since}"
    ),
    "in '{name}' staan teksten met letters of cijfers": "'{name}' holds texts with letters or figures",
    "een thema heeft altijd een '{name}'": "a theme always has a '{name}'",
    "'vocabulary' is een lijst met ten minste één woord": "'vocabulary' is a list with at least one word",
    "een woord heeft ten minste {fewest} letters": "a word has at least {fewest} letters",
}

PAGES: Mapping[str, str] = {
    "pagina {number} is beschadigd en kon niet worden gelezen": "page {number} is damaged and could not be read",
    "pagina {number} heeft {count} tekens en is te groot om te lezen": (
        "page {number} has {count} characters and is too large to read"
    ),
    "pagina {number} is een scan zonder tekst; gebruik OCR": "page {number} is a scan without text; use OCR",
    "pagina {number} heeft tekst in een lettertype zonder leesbare codering; gebruik OCR": (
        "page {number} has text in a font without a readable encoding; use OCR"
    ),
}
READING: Mapping[str, str] = {**_FILES, **_ADDRESSES, **_LISTS}
