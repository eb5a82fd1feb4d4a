/* What can be done in a panel or a bar? Parts that Python wrote, set as the reader has them.

Panels and toolbars: search in the log, settings, keeping one's place. */
"use strict";

/** All that was read, with a field for words to look for. */
function withSearch(markup, entries, search, words, tell) {
  const shown = markup.log(entries), field = search.querySelector("input");
  shown.querySelector(".head").after(search);
  field.addEventListener("input", () => {
    const kept = holding(entries, field.value), isSought = Boolean(field.value.trim());
    for (const old of shown.querySelectorAll(".read")) old.remove();
    for (const one of markup.log(kept).querySelectorAll(".read")) shown.append(one);
    const count = kept.length ? fill(words.LOG_FOUND, { n: kept.length, all: entries.length })
      : fill(words.LOG_NONE, { said: field.value });
    tell(isSought ? count : "");
  });
  return shown;
}

/** The lines that hold some words, below the heads of their pages. */
function holding(entries, wanted) {
  const plain = (text) => text.toLowerCase().split(/\s+/).join(" ").trim();
  const sought = plain(wanted);
  if (!sought) return entries;
  return entries
    .map((entry) => ({ head: entry.head, lines: entry.lines.filter((line) => plain(line.text).includes(sought)) }))
    .filter((entry) => entry.lines.length);
}

/** The settings, each as it is now. */
function withSettings(shown, reader, isOn) {
  for (const input of shown.querySelectorAll("input")) {
    input.checked = input.name === "wording" ? reader.gentle === (input.value === "gentle") : isOn[input.name];
  }
  return shown;
}

/** A bar with some of the tools, in their order; without letters where none works. */
function withTools(shown, names, lettersWork) {
  const list = shown.querySelector("ul");
  const buttons = new Map([...list.querySelectorAll("button")].map((one) => [one.getAttribute("data-tool"), one]));
  list.replaceChildren(...names.map((one) => buttons.get(one).parentNode));
  for (const one of lettersWork ? [] : list.querySelectorAll("button:not([data-tool='close'])")) {
    one.querySelector("kbd").remove();
    one.textContent = one.textContent.slice(1);
  }
  return shown;
}
