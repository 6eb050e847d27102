"""No text can command the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.literal import OBEYED, literal


def test_escape_sequences_are_shown() -> None:
    assert literal("\x1b[2Jgone\x07") == "␛[2Jgone␇"


def test_the_window_title_cannot_be_set() -> None:
    assert "\x1b" not in literal("\x1b]0;evil\x1b\\")
    assert literal("\x9b31m") == "<U+009B>31m"


def test_direction_overrides_are_shown() -> None:
    assert literal("a\u202eb") == "a<U+202E>b"


def test_returns_cannot_overwrite_a_line() -> None:
    assert literal("right\rwrong") == "right␍wrong"
    assert literal("one\r\ntwo") == "one\ntwo"


def test_tabs_become_spaces_and_deletes_are_shown() -> None:
    assert literal("a\tb\x7f") == "a    b␡"


def test_text_of_many_scripts_stays() -> None:
    text = "Capital of [France]? Rhône, שלום, 東京, 👩‍🚀, 🏴󠁧󠁢󠁥󠁮󠁧󠁿, x [/] y"
    assert literal(text) == text


def test_half_a_character_can_be_printed() -> None:
    assert literal("\ud800").encode("utf-8") == b"<U+D800>"


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_is_obeyed_remains(text: str) -> None:
    shown = literal(text)
    assert not OBEYED.search(shown)
    assert literal(shown) == shown
