"""What is set is kept from run to run, and told and changed line by line."""

import os
import subprocess
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.plain.test_plain_trail import tell
from tests.terminal.driving import worded
from wayout.faces.plain.commands import SettingCommands
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.settings import (
    ALLOWED_VALUES,
    SETTING_NAMES,
    Settings,
    decode_setting,
    encode_setting,
    next_value,
    reader_from_settings,
    settings_for_reader,
)
from wayout.play.state import Reader
from wayout.store.shelf import SETTINGS_KEY, SettingsStore, Shelf, open_shelf

KEYS = st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4)
ANY = st.builds(
    Settings,
    theme=st.text(max_size=12),
    **{name: st.sampled_from(values) for name, values in ALLOWED_VALUES.items()},
    keys=KEYS,
)
JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=6),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(SETTING_NAMES), inner),
                    max_leaves=8)  # fmt: skip


@given(ANY)
def test_settings_are_read_as_they_were_kept(settings: Settings) -> None:
    assert decode_setting(encode_setting(settings)) == (settings, ())


@given(st.text(max_size=40) | JSON.map(lambda value: msgspec.json.encode(value).decode()))
def test_whatever_was_kept_is_read_without_a_fault_and_what_is_bad_is_named(text: str) -> None:
    settings, bad = decode_setting(text)
    assert all(getattr(settings, name) == getattr(Settings(), name) for name in bad)
    assert decode_setting(encode_setting(settings)) == (settings, ())
    assert set(bad) <= set(shelf_strings.LABEL)


def test_one_bad_value_takes_no_other_with_it_and_an_unknown_name_is_passed_over() -> None:
    text = '{"theme":"nord","width":5,"content":"gentle","keys":{"help":1},"of a later version":[]}'
    assert decode_setting(text) == (Settings(theme="nord", content="gentle"), ("width", "keys"))


@given(ANY, st.sampled_from(sorted(ALLOWED_VALUES)))
def test_turning_goes_through_every_value_and_comes_round(settings: Settings, name: str) -> None:
    seen = [getattr(settings, name)]
    for _ in ALLOWED_VALUES[name]:
        settings = msgspec.structs.replace(settings, **{name: next_value(settings, name, 1)})
        seen.append(getattr(settings, name))
    assert set(seen) == set(ALLOWED_VALUES[name])
    assert seen[0] == seen[-1]


@given(ANY)
def test_who_reads_and_what_is_set_say_the_same(settings: Settings) -> None:
    assert settings_for_reader(settings, reader_from_settings(settings)) == settings


def test_the_reader_s_part_is_on_or_off_and_what_the_command_line_left_out_stays_out() -> None:
    assert reader_from_settings(Settings()).parts == PARTS
    assert reader_from_settings(Settings(part=False)).parts == ()
    assert reader_from_settings(Settings(), ("mark",)).parts == ("mark",)
    assert settings_for_reader(Settings(part=False), Reader(parts=("mark",))).part
    setting = SettingCommands(SettingsStore(open_shelf(keeps=False)), Reader(parts=("mark",)), lambda *_: None)
    setting.obey("content gentle")
    assert setting.reader == Reader(gentle=True, parts=("mark",))
    setting.obey("part off")
    assert setting.reader.parts == ()


def test_what_is_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "shelf"
    first = Shelf(file)
    SettingsStore(first).change("keys", {"trail.undo": "i"})
    SettingsStore(first).change("theme", "nord")
    first.close()
    second = Shelf(file)
    kept = SettingsStore(second)
    second.close()
    assert (kept.settings, kept.problem) == (Settings(theme="nord", keys={"trail.undo": "i"}), "")


def test_what_cannot_be_read_is_told_and_is_as_it_comes() -> None:
    shelf = open_shelf(keeps=False)
    shelf.put_setting(SETTINGS_KEY, '{"width": "wide", "motion": "gentle"}')
    kept = SettingsStore(shelf)
    assert kept.settings == Settings(motion="gentle")
    assert shelf_strings.LABEL["width"] in kept.problem
    assert shelf_strings.LABEL["motion"] not in kept.problem


def test_plain_lists_every_setting_with_its_value_and_how_to_change_it(invented: Library) -> None:
    told = " ".join(tell(invented, "settings")[0].split())
    for line in (
        "1 Wording: full (to change it: settings content gentle)",
        "2 Evidence words: afterwards (to change it: settings evidence beforehand)",
        "3 Ask first: no (to change it: settings ask yes)",
        "4 Your own part: off (to change it: settings part on)",
        "5 Line length: 72 (to change it: settings width 66 or 76)",
    ):
        assert line in told


def test_plain_changes_one_by_word_number_or_their_beginnings_and_tells_the_page_anew(invented: Library) -> None:
    told = tell(worded(invented), "settings content gentle", "se 1 f", "SETTINGS Evidence before", "settings ask yes")
    assert "Wording: gentle." in told[0]
    assert "What is soft to read." in told[0]
    assert "Wording: full." in told[1]
    assert "What is hard to read." in told[1]
    assert "(taken" in told[2], "the evidence words stand beside the choices"
    assert told[3].startswith("Ask first: yes.")


def test_plain_says_what_it_does_not_know(invented: Library) -> None:
    for line in ("settings volume loud", "settings content loud", "settings content", "settings 9 yes"):
        assert shelf_strings.PLAIN_NONE.split("{said}")[0] in tell(invented, line)[0]


def test_plain_keeps_what_is_set(invented: Library) -> None:
    shelf = open_shelf(keeps=False)
    tell(invented, "settings width 66", "settings content gentle", shelf=shelf)
    assert SettingsStore(shelf).settings == Settings(width=66, content="gentle")
    assert "Line length: 66" in tell(invented, "settings", shelf=shelf)[0]


def test_no_line_is_longer_than_is_set(invented: Library) -> None:
    told = tell(invented, "settings width 66", "help", "settings")
    assert 60 < max(len(line) for one in told[1:] for line in one.split("\n")) <= 66


def run(wayout: list[str], *args: str, lines: str) -> str:
    return subprocess.run([*wayout, *args], input=lines, capture_output=True, text=True, timeout=60, check=True,
                          env=dict(os.environ), encoding="utf-8").stdout  # fmt: skip


def test_a_setting_holds_at_the_next_start_and_the_command_line_wins_for_its_run(wayout: list[str]) -> None:
    run(wayout, lines="settings content gentle\nsettings ask yes\nquit\n")
    again = run(wayout, lines="settings\nquit\n")
    assert "Wording: gentle" in again
    assert "Ask first: yes" in again
    other = run(wayout, "play", "--content", "full", "--no-ask-first", "--words-first", lines="settings\nquit\n")
    assert "Wording: full" in other
    assert "Ask first: no" in other
    assert "Evidence words: beforehand" in other
    assert run(wayout, lines="settings\nquit\n") == again
