"""A folder of good and bad files."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from tests.acceptance.files import lock, write_bomb, write_docm, write_docx, write_pdf
from tests.acceptance.garden import GARDEN

REFUSED = {
    "leeg.pdf": "is leeg: voeg het bestand met inhoud toe",
    "afgekapt.pdf": "is beschadigd of onvolledig: haal het opnieuw op bij de bron",
    "rommel.pdf": "is beschadigd of onvolledig: haal het opnieuw op bij de bron",
    "dicht.pdf": "is met een wachtwoord beveiligd: sla het zonder wachtwoord op",
    "bom.pdf": "wordt bij het uitpakken te groot om veilig te lezen: sla het opnieuw op",
    "kapot.docx": "is beschadigd: open het in Word, sla het opnieuw op",
    "hol.docx": "is beschadigd: open het in Word, sla het opnieuw op",
    "macro.docm": "is een Word-bestand met macro's of een sjabloon: sla het in Word op als .docx",
    "werkblad.xlsx": "is van een soort die hier niet gelezen wordt: sla het op als PDF, DOCX, HTML",
    "foto.jpg": "is van een soort die hier niet gelezen wordt: sla het op als PDF, DOCX, HTML",
    "groot.pdf": "is groter dan 300 MB: splits het en voeg de delen toe",
    "weg.pdf": "bestaat niet: controleer de naam en de map",
    "pijp.pdf": "is geen bestand: kies een bestand of een map met bestanden",
}
READ = {
    "open": "De perenboom achter de schuur is van Bakker.",
    "pdf-als": "De kersenboom bij de poort is van De Vries.",
    "tekst-als": "De pruimenboom aan de sloot is van Jansen.",
    "html-als": "De vijgenboom in de kas is van Visser.",
    "echt": "De walnotenboom op het erf is van Smit.",
}


def make_mixed_folder(folder: Path) -> Path:
    (folder / "onder").mkdir(parents=True)
    whole = write_pdf(folder / "geheel.pdf", *[[GARDEN]] * 5).read_bytes()
    (folder / "geheel.pdf").unlink()
    (folder / "leeg.pdf").touch()
    (folder / "afgekapt.pdf").write_bytes(whole[: len(whole) // 2])
    (folder / "rommel.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    lock(write_pdf(folder / "dicht.pdf", [GARDEN]), "geheim")
    write_bomb(folder / "bom.pdf")
    word = write_docx(folder / "echt.docx", READ["echt"]).read_bytes()
    (folder / "kapot.docx").write_bytes(word[: len(word) // 2])
    with zipfile.ZipFile(folder / "hol.docx", "w") as hollow:
        hollow.writestr("word/document.xml", "")
    write_docm(folder / "macro.docm", GARDEN)
    with zipfile.ZipFile(folder / "werkblad.xlsx", "w") as sheet:
        sheet.writestr("xl/workbook.xml", "<workbook/>")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    with (folder / "groot.pdf").open("wb") as large:  # most of it is nowhere on the disk
        large.write(whole)
        large.truncate(400_000_000)
    (folder / "weg.pdf").symlink_to(folder / "nergens.pdf")
    os.mkfifo(folder / "pijp.pdf")
    lock(write_pdf(folder / "onder" / "open.pdf", [READ["open"]]), "")
    write_pdf(folder / "onder" / "pdf-als.docx", [READ["pdf-als"]])
    (folder / "onder" / "tekst-als.pdf").write_text(READ["tekst-als"])
    (folder / "onder" / "html-als.txt").write_text(
        f"<!doctype html><html><body><p>{READ['html-als']}</p></body></html>"
    )
    (folder / "onder" / "rondje").symlink_to(folder)
    (folder / ".verborgen.txt").write_text(GARDEN)
    (folder / "~$echt.docx").write_bytes(b"\x05Naam van wie het open heeft")
    return folder
