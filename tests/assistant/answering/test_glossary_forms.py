"""Words of the glossary are found in their other forms."""

from __future__ import annotations

from assistant.answering.glossary import Equivalent, Glossary

GLOSSARY = Glossary(
    strong={("pilot",): ("proefproject",), ("stap",): ("STAP-budget",), ("diploma",): (), ("rol",): ("taak",)},
    weak={("bedrijfstak",): ("sector", "branche")},
)


def test_a_plural_is_found_as_its_singular_which_then_stands_first() -> None:
    assert GLOSSARY.equivalents("bedrijfstakken") == [
        Equivalent(0, 1, ("bedrijfstak", "sector", "branche"), strong=False)
    ]


def test_a_word_of_the_glossary_itself_has_its_own_phrases_alone() -> None:
    assert GLOSSARY.equivalents("Pilot") == [Equivalent(0, 1, ("proefproject",))]


def test_a_term_without_other_forms_is_known_and_has_no_phrases() -> None:
    assert GLOSSARY.equivalents("diploma") == [Equivalent(0, 1, ())]


def test_words_of_fewer_than_five_letters_are_found_as_they_are_written_only() -> None:
    assert GLOSSARY.equivalents("stapt") == [Equivalent(0, 1, ("stap", "STAP-budget"))]
    assert GLOSSARY.equivalents("rolt") == []
