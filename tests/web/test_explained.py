"""Wherever a word stands on a page of the one-file edition, it is seen; an evidence word says there what it means."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.invented.asked import asked
from tests.web.conftest import PANELS, Opened
from tests.web.test_one_file import begin, to_an_ending
from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import subset_of
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


LIGHTS: list[dict[str, Any]] = [
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "light", "forced_colors": "active"},
    {"color_scheme": "dark", "forced_colors": "active"},
]  # fmt: skip
UNSEEN = """
() => {
  const light = (text) => {
    const [red, green, blue, alpha = 1] = text.match(/[\\d.]+/g).map(Number);
    const parts = [red, green, blue].map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return [0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2], alpha];
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const [found, alpha] = light(getComputedStyle(at).backgroundColor);
      if (alpha > 0) return found;
    }
    return light(getComputedStyle(document.documentElement).backgroundColor)[0];
  };
  const inked = (one) => one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize)
    && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.querySelectorAll("body *:not(script):not(svg *)")].filter(inked).filter((one) => {
    const [ink] = light(getComputedStyle(one).color), paper = ground(one);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < (one.matches("main p, main li") ? 4.5 : 3);
  }).map((one) => one.outerHTML.slice(0, 200));
}
"""


@pytest.mark.parametrize("lights", LIGHTS, ids=["light", "dark", "forced-light", "forced-dark"])
def test_every_text_is_seen_in_every_light_also_what_the_reader_printed(
    opened: Open, library: Library, tmp_path: Path, lights: dict[str, Any]
) -> None:
    """A browser’s own colours of an element, as of what is marked, can be those of its ground where they are forced."""
    file = tmp_path / "asked.html"
    file.write_text(one_file(subset_of(asked(library), ("vesna", "wim"))), encoding="utf-8")
    page = opened(file, **lights)
    page.page.emulate_media(forced_colors=lights.get("forced_colors", "none"))
    begin(page, "vesna")
    assert page.page.locator("mark").count() == 1
    for key in ("", "2", "2", "Enter", *PANELS):
        page.press(*([key] if key else []))
        assert page.page.evaluate(UNSEEN) == [], key
        if key in PANELS:
            page.press("Escape")


DESCRIBES = """
() => (document.activeElement.getAttribute("aria-describedby") || "").split(" ").filter(Boolean)
  .map((id) => document.getElementById(id).innerText).join(" – ")
"""
SMALL = """
() => [...document.querySelectorAll("main button, main a[href], main summary")]
  .filter((one) => one.getClientRects().length && !one.closest("p:not([class]), li:not(.cites li), .entry, dd"))
  .map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect().height])
  .filter(([, height]) => height < 24).map(([html]) => html)
"""


def test_of_no_page_more_than_what_is_new_is_read_out_with_its_heading(
    opened: Open, library: Library, tmp_path: Path
) -> None:
    """Of what the papers have on a gap, too: not all that is told, which is read after it."""
    file = tmp_path / "asked.html"
    file.write_text(one_file(subset_of(asked(library), ("vesna", "wim"))), encoding="utf-8")
    page = opened(file)
    begin(page, "vesna")
    for key in ("", "2", "2", "Enter", "Enter", "1", "Enter", "1", "Enter", "3"):
        page.press(*([key] if key else []))
        said = page.page.evaluate(DESCRIBES)
        assert len(said) < 200, said
        assert said


def test_nothing_that_stands_by_itself_is_too_small_to_be_hit(opened: Open, edition: Path) -> None:
    """24 pixels at least (WCAG 2.2, 2.5.8); a link within a sentence may be as high as its line."""
    page = opened(edition)
    for place in (
        "",
        "#at/vesna..000",
        "#at/vesna..001",
        "#at/vesna..000&sources",
        "#at/vesna..000&debrief",
        "#compare",
    ):
        page.page.goto("about:blank")
        page.page.goto(edition.as_uri() + place)
        assert page.page.evaluate(SMALL) == [], place
