"""What sentences state against the words that they cite."""

from __future__ import annotations

import pytest

from evals.metrics import support
from evals.metrics.case import Case
from evals.metrics.wording import amounts, dates, numbers
from tests.evals.samples import PERFECT, SILENCE, case, reply


def said(sentence: str, quote: str) -> Case:
    return case(reply([(sentence, (1,))], [("brief", 2, quote)]))


def test_numbers_must_stand_in_the_quotation_as_often_as_they_are_said() -> None:
    given = said("Van 5 naar 5 en 1.500.", "Van 5 naar 1500.")
    assert support.supported(given, numbers).value == pytest.approx(2 / 3)
    assert support.unsupported_numbers(given).value == 1.0


def test_another_sentence_s_quotation_supports_nothing() -> None:
    given = case(reply([("Het zijn er 5.", (1,)), ("Het zijn er 6.", (2,))], [("brief", 2, "6"), ("brief", 2, "5")]))
    assert support.supported(given, numbers).value == 0.0


def test_a_date_with_another_month_is_not_supported_though_its_numbers_are() -> None:
    given = said("Op 3 mei 2024.", "Op 3 oktober 2024.")
    assert support.supported(given, numbers).value == 1.0
    assert support.supported(given, dates).value == 0.0


def test_an_amount_with_another_scale_is_not_supported_though_its_number_is() -> None:
    given = said("Het kost 12 miljard euro.", "Het kost € 12 mln.")
    assert support.supported(given, numbers).value == 1.0
    assert support.supported(given, amounts).value == 0.0
    assert support.supported(said("Het kost 12 miljoen euro.", "Het kost € 12 mln."), amounts).value == 1.0


def test_names_must_stand_in_the_quotation_as_whole_words() -> None:
    given = said("Volgens OCW en Jansen.", "Volgens OCW2 en Janssen.")
    assert support.supported_names(given).value == 0.5
    assert "Jansen" in support.supported_names(given).explanation


def test_a_sentence_that_denies_what_it_quotes_is_caught() -> None:
    assert support.same_polarity(said("Het is verplicht.", "Het is niet verplicht.")).value == 0.0
    assert support.same_polarity(said("Het is niet verplicht.", "Het is niet verplicht.")).value == 1.0


def test_the_heads_of_a_row_are_no_part_of_what_is_said() -> None:
    assert support.supported_names(case(PERFECT)).value == 1.0


def test_a_sentence_without_a_citation_supports_nothing() -> None:
    assert support.supported(case(reply([("Het zijn er 5.", ())], [])), numbers).value == 0.0


def test_what_is_not_said_is_not_measured() -> None:
    assert support.supported(said("Geen getal.", "Geen getal."), numbers).value is None
    assert support.unsupported_numbers(case(SILENCE)).value is None
    assert support.same_polarity(case(SILENCE)).value is None
