"""Settings come from four places, are checked by one table, and bad ones are told with what to do."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grade import GradingDefaults
from quizapp.core.question import DeckId
from quizapp.errors import SettingsError
from quizapp.settings import Settings, entries, find_paths, load, with_changes
from quizapp.settings.kinds import as_text, check, from_text, to_toml
from quizapp.settings.writing import set_value, unset_value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def refusal(file: Path, environment: dict[str, str] | None = None, changes: tuple[str, ...] = ()) -> str:
    with pytest.raises(SettingsError) as caught:
        load(file, environment or {}, changes)
    assert caught.value.exit_code == 2
    return f"{caught.value}\n{caught.value.fix}"


def test_defaults_hold_without_a_file(file: Path) -> None:
    assert load(file, {}).settings == Settings()


def test_command_line_over_environment_over_file_over_default(file: Path) -> None:
    file.write_text("retention = 0.8\nnew_per_day = 5\nreviews_per_day = 50\n")
    environment = {"QUIZAPP_NEW_PER_DAY": "6", "QUIZAPP_REVIEWS_PER_DAY": "60"}
    loaded = load(file, environment, ["reviews_per_day=70"])
    found = loaded.settings
    assert (found.retention, found.new_per_day, found.reviews_per_day, found.rollover_hour) == (0.8, 6, 70, 4)
    assert loaded.origin["retention"] == "settings.toml"
    assert loaded.origin["new_per_day"] == "QUIZAPP_NEW_PER_DAY"
    assert loaded.origin["reviews_per_day"] == "--set"
    assert loaded.origin["rollover_hour"] == "default"


def test_the_last_of_two_changes_counts(file: Path) -> None:
    assert load(file, {}, ["retention=0.8", "retention=0.85"]).settings.retention == 0.85


def test_out_of_range_says_file_line_name_value_and_range(file: Path) -> None:
    file.write_text("# mine\nretention = 1.5\n")
    text = refusal(file)
    assert f"{file}:2: `retention` is 1.5; it must be a number between 0.70 and 0.97." in text
    assert "quizapp settings set" in text


def test_every_problem_of_every_place_is_told_at_once(file: Path) -> None:
    file.write_text("retention = 1.5\nnew_per_day = 'many'\n")
    text = refusal(file, {"QUIZAPP_TYPOS": "9"}, ("rollover_hour=24",))
    for part in ("`retention`", "`new_per_day`", "QUIZAPP_TYPOS", "--set rollover_hour=24"):
        assert part in text


def test_unknown_key_gets_the_likeliest_name(file: Path) -> None:
    file.write_text("retenton = 0.9\n")
    assert "Did you mean `retention`?" in refusal(file)


def test_unknown_variable_gets_the_likeliest_name(file: Path) -> None:
    assert "Did you mean `retention`?" in refusal(file, {"QUIZAPP_RETENTON": "0.9"})


def test_other_variables_are_left_alone(file: Path) -> None:
    assert load(file, {"QUIZAPP_HOME": "/x", "PATH": "/bin", "QUIZAPPLE": "1"}).settings == Settings()


@pytest.mark.parametrize(
    "text", ["retention = true", "new_per_day = true", "new_per_day = 2.5", "retention = nan", "case = 1"]
)
def test_values_of_another_type_are_refused(file: Path, text: str) -> None:
    file.write_text(text)
    assert "it must be" in refusal(file)


@pytest.mark.parametrize("hour", [0, 23])
def test_bounds_are_allowed(file: Path, hour: int) -> None:
    file.write_text(f"rollover_hour = {hour}")
    assert load(file, {}).settings.rollover_hour == hour


def test_a_broken_file_is_told_with_its_line(file: Path) -> None:
    file.write_text("retention = \n")
    assert "line 1" in refusal(file)


def test_a_file_that_is_not_text_is_told(file: Path) -> None:
    file.write_bytes(b"theme = '\xff'")
    assert "not UTF-8" in refusal(file)


def test_a_folder_in_place_of_the_file_is_told(file: Path) -> None:
    file.mkdir()
    assert "cannot be read" in refusal(file)


def test_a_change_without_a_value_is_told(file: Path) -> None:
    assert "--set name=value" in refusal(file, changes=("retention",))


def test_names_may_be_written_with_dashes(file: Path) -> None:
    assert load(file, {}, ["new-per-day=7"]).settings.new_per_day == 7


def test_tables_are_joined_part_by_part(file: Path) -> None:
    file.write_text("[deck_retention]\nrome-w3 = 0.95\nkorea = 0.8\n")
    settings = load(file, {}, ["deck_retention.korea=0.85"]).settings
    assert settings.retention_of(DeckId("rome-w3")) == 0.95
    assert settings.retention_of(DeckId("korea")) == 0.85
    assert settings.retention_of(DeckId("other")) == 0.9


def test_a_key_may_have_a_comma(file: Path) -> None:
    assert load(file, {}, ["keys.undo=u,ctrl+z"]).settings.keys == (("undo", "u,ctrl+z"),)


def test_rest_days_are_read_by_name(file: Path) -> None:
    assert load(file, {"QUIZAPP_REST_DAYS": "sun, Saturday"}).settings.rest_days == (5, 6)


def test_none_and_auto_are_words(file: Path) -> None:
    settings = load(file, {}, ["typos=1", "session_cards=5", "session_minutes=none"]).settings
    assert (settings.typos, settings.session_cards, settings.session_minutes) == (1, 5, None)
    assert load(file, {}, ["typos=auto"]).settings.typos is None


def test_steps_are_minutes(file: Path) -> None:
    settings = load(file, {}, ["learning_steps=0.5,10", "relearning_steps="]).settings
    assert settings.learning_steps_seconds == (30, 600)
    assert settings.relearning_steps_seconds == ()


def test_grading_follows_the_settings() -> None:
    settings = with_changes(Settings(), {"typos": 2, "accents": True})
    assert settings.grading == GradingDefaults(typos=2, accents=True)


def test_changes_in_the_app_are_checked() -> None:
    with pytest.raises(SettingsError, match="retention"):
        with_changes(Settings(), {"retention": 3})


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_every_default_can_be_written_and_read(entry: object) -> None:
    from quizapp.settings import Entry

    assert isinstance(entry, Entry)
    assert check(entry.kind, to_toml(entry.kind, entry.default)) == entry.default
    assert check(entry.kind, from_text(entry.kind, as_text(entry.kind, entry.default))) == entry.default
    assert entry.help.endswith(".")
    assert entry.variable == f"QUIZAPP_{entry.name.upper()}"


def test_writing_keeps_comments_order_and_other_settings(file: Path) -> None:
    file.write_text("# how I learn\nretention = 0.8  # not too high\n\n[keys]\nundo = 'z'\n")
    set_value(file, "new_per_day", 5)
    set_value(file, "retention", 0.85)
    set_value(file, "keys", {"redo": "y"})
    text = file.read_text()
    assert text.startswith("# how I learn\nretention = 0.85  # not too high\n")
    settings = load(file, {}).settings
    assert (settings.retention, settings.new_per_day) == (0.85, 5)
    assert settings.keys == (("undo", "z"), ("redo", "y"))


def test_writing_a_bad_value_changes_nothing(file: Path) -> None:
    file.write_text("retention = 0.8\n")
    with pytest.raises(SettingsError, match="between"):
        set_value(file, "retention", 2)
    assert file.read_text() == "retention = 0.8\n"


def test_writing_into_a_broken_file_changes_nothing(file: Path) -> None:
    file.write_text("retention =\n")
    with pytest.raises(SettingsError, match="not valid TOML"):
        set_value(file, "retention", 0.8)
    assert file.read_text() == "retention =\n"


def test_writing_makes_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "settings.toml"
    set_value(file, "theme", "nord")
    assert load(file, {}).settings.theme == "nord"
    assert list(file.parent.iterdir()) == [file]


def test_writing_where_no_folder_can_be_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with pytest.raises(SettingsError, match="cannot be written"):
        set_value(tmp_path / "a" / "settings.toml", "theme", "nord")


def test_unsetting_brings_the_default_back(file: Path) -> None:
    set_value(file, "retention", 0.8)
    set_value(file, "keys", {"undo": "z"})
    assert unset_value(file, "retention")
    assert unset_value(file, "keys", "undo")
    assert not unset_value(file, "retention")
    assert load(file, {}).settings == Settings()


@given(name=st.text(min_size=1, max_size=20).filter(str.isprintable), value=st.floats(0.70, 0.97))
def test_any_name_in_a_table_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: float
) -> None:
    file = tmp_path_factory.mktemp("set") / "settings.toml"
    set_value(file, "deck_retention", {name: value})
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"deck_retention": {name: value}}
    assert load(file, {}).settings.retention_of(DeckId(name)) == value


def test_home_puts_everything_into_one_folder(tmp_path: Path) -> None:
    paths = find_paths({"QUIZAPP_HOME": str(tmp_path)})
    places = (paths.config_file, paths.store, paths.decks, paths.backups, paths.device_file, paths.logs)
    assert all(place.parent == tmp_path for place in places)
    assert not any(place.exists() for place in places)


def test_without_home_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    paths = find_paths({})
    assert paths.store.name == "quizapp.db"
    assert "quizapp" in paths.config_file.parts
    assert paths.data_dir.is_absolute()
