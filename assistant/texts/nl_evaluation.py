"""Judging answers, in Dutch."""

from __future__ import annotations

from assistant.texts.evaluation import EvaluationTexts, FeedbackTexts

FEEDBACK = FeedbackTexts(
    ask="Was dit een goed antwoord?",
    verdicts={"good": "Goed", "bad": "Niet goed"},
    kept={"good": "Bewaard als goed antwoord.", "bad": "Bewaard als antwoord dat niet goed is."},
    remark="Opmerking",
    remark_hint="Wat klopt er, of wat ontbreekt er? Niet verplicht.",
    privacy="Bewaard worden de vraag, het antwoord met zijn bronnen en uw opmerking; niet wie u bent.",
    send="Verstuur",
    thanks="Bedankt, uw opmerking is bewaard.",
    close="Sluit de opmerking",
    failed="Het oordeel kon niet worden bewaard; probeer het later opnieuw.",
    withdraw="Neem terug",
    withdrawn="Teruggenomen: uw oordeel en uw opmerking zijn niet meer bewaard.",
    withdraw_failed="Het oordeel kon niet worden teruggenomen; probeer het later opnieuw.",
)

EVALUATION = EvaluationTexts(
    tab="Evaluatie",
    title="Hoe goed zijn de antwoorden?",
    intro="Stelt een verzameling vragen over de documenten zoals zij nu in de bibliotheek staan, en meet antwoorden en "
    "vindplaatsen. Intussen kan iedereen gewoon vragen blijven stellen.",
    questions="Vragen",
    project_questions="De vragen van het project",
    start="Meet nu",
    stop="Stop",
    starting="De meting begint …",
    busy="{done} van {total} vragen",
    progress="Voortgang van de meting",
    outcomes={
        "passed": "Gemeten: voldoet aan alle eisen.",
        "below": "Gemeten: voldoet niet aan alle eisen. Het verslag zegt welke.",
        "wrong": "Er kon niet worden gemeten: {said}",
        "stopped": "Gestopt. Dezelfde meting gaat later verder waar zij was.",
    },
    own_questions="Eigen vragen: zet een bestand zoals {example} in {folder}. Het staat hier dan in de lijst.",
    feedback_none="Gebruikers hebben nog geen antwoorden beoordeeld.",
    feedback_one="Gebruikers hebben 1 antwoord beoordeeld.",
    feedback="Gebruikers hebben {count} antwoorden beoordeeld.",
    feedback_export="Dit maakt er vragen van om aan te vullen: {command}",
    report="Verslag",
    made_at="Gemeten op {moment}",
    no_report="Met deze vragen is hier nog niet gemeten.",
    save_report="Bewaar als bestand",
    open_report="Open apart",
    gone="Dit verslag is er niet; meet opnieuw op het tabblad Evaluatie.",
)
