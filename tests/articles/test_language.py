"""Telling languages apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import GERMAN, MORE, PROSE

from quizapp.articles.reading.language import detect, language_name

TEXTS = {
    "en": PROSE,
    "de": GERMAN,
    "fr": "Les abeilles vivent dans une ruche qui compte en été plus de cinquante mille ouvrières. La "
    "reine pond "
    "tous les œufs, et les mâles ne quittent la ruche que pour se reproduire avec elle.",
    "es": "Las abejas viven en una colmena que en verano tiene más de cincuenta mil obreras. La reina "
    "pone todos "
    "los huevos y los machos no salen de la colmena sino para aparearse con ella.",
    "it": "Le api vivono in un alveare che in estate conta più di cinquantamila operaie. La regina "
    "depone tutte le "
    "uova e i maschi non lasciano la colonia se non per accoppiarsi con lei.",
    "nl": "De bijen leven in een volk dat in de zomer meer dan vijftigduizend werksters telt. De "
    "koningin legt alle "
    "eieren en de darren verlaten de kast niet, maar vliegen wel uit om te paren.",
    "ru": "Пчёлы живут семьями, в которых летом бывает до пятидесяти тысяч рабочих пчёл.",
    "el": "Οι μέλισσες ζουν σε κυψέλες που το καλοκαίρι έχουν πενήντα χιλιάδες εργάτριες.",
    "ja": "ミツバチは夏には五万匹の働きバチがいる巣で暮らしています。",
    "zh": "蜜蜂生活在蜂群中，夏天的蜂群可有五万只工蜂。",
    "ar": "يعيش النحل في خلايا يصل عدد العاملات فيها إلى خمسين ألفا في الصيف.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_each_language_is_told(code: str) -> None:
    assert detect(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "1 2 3", "kg xyz qwert " * 20])
def test_what_is_no_language_is_not_told(text: str) -> None:
    assert detect(text) == ""


def test_english_with_quotes_in_another_language_is_english() -> None:
    assert detect(f"{PROSE} {TEXTS['fr'][:90]} {MORE}") == "en"


def test_a_long_text_is_judged_by_all_of_it() -> None:
    assert detect(PROSE + " " + (GERMAN + " ") * 400) == "de"


@given(st.text(max_size=200))
def test_any_text_has_an_answer_that_can_be_named(text: str) -> None:
    code = detect(text)
    assert code == "" or language_name(code) != code
