"""Wherever an evidence word stands on a page of the one-file edition, it says what it means on the spot."""

from collections.abc import Callable
from pathlib import Path

from tests.web.conftest import PANELS, Opened
from tests.web.test_one_file import begin, to_an_ending
from wayout.locale import strings
from wayout.model.library import Library

Open = Callable[..., Opened]
UNEXPLAINED = """
([words, takers]) => {
  const isWord = (text) => words.includes(text) || text.startsWith(takers);
  return [...document.querySelectorAll("main *")]
    .filter((one) => !one.matches("dt, summary") && !one.closest(".stamp, .moves, .keys"))
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE
      && isWord(node.data.split(" · ")[0].trim())))
    .map((one) => one.outerHTML);
}
"""
WORDS = [[*strings.TAKEN_MEANING, *strings.KNOWN.values()], strings.TAKEN_BY.format(names="")]


def test_no_evidence_word_stands_anywhere_without_its_meaning(opened: Open, edition: Path, library: Library) -> None:
    """But on an option, which is one button, and where the words are explained themselves."""
    page = opened(edition)
    begin(page, "ivo")
    to_an_ending(page, library, "ivo")
    for key in PANELS:
        page.press(key)
        assert page.page.evaluate(UNEXPLAINED, WORDS) == [], key
        page.press("Escape")


def test_in_who_did_what_each_word_opens_its_meaning_in_the_table_and_in_the_list(opened: Open, edition: Path) -> None:
    page = opened(edition)
    page.press("x")
    for where in (".wide td .stamp", ".taking > .evidence .stamp"):
        stamp = page.page.locator(where).first
        means = page.page.locator(f"#{stamp.get_attribute('popovertarget')}")
        assert not means.is_visible()
        stamp.click()
        assert means.is_visible()
        page.press("Escape")
        assert not means.is_visible()
        assert page.heading == ""
        assert page.page.locator("h1").inner_text() == strings.COMPARE, "Escape closes the meaning and no more"
