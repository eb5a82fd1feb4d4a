/* How does a page come together from its parts? A view: parts that Python wrote, in them what hangs on the trail.

Assembly of a page's DOM from templates: options, outcome, situation, log, debrief.

A test holds each page against the one that Python writes for the same trail. */
"use strict";

function makeMarkup(engine) {
  const { words } = engine;

  /* ---- A page ---- */

  /** A page: of its scene, or of what a choice is answered by, what is told now; and what can be done. */
  function article(page, reader) {
    const shown = told(page, reader);
    shown.querySelector("form").replaceWith(moves(page));
    shown.append(...situation(page));
    return shown;
  }

  function told(page, reader) {
    const numbers = numbersOf(page), scene = copyOf(`page-${numbers[0]}-${numbers[1]}`, wordingOf(reader));
    if (page.shown === null) {
      pruned(scene, page, reader);
      if (page.close) closed(scene, page.close, reader);
      return scene;
    }
    const answer = copyOf(`outcome-${numbers.join("-")}`, wordingOf(reader));
    if (page.kind === "mark") return asking(scene, answer);
    scene.className = "page outcome";
    scene.querySelector("h1").setAttribute("aria-describedby", "chosen known");
    scene.querySelector(".told").replaceWith(answer);
    for (const one of scene.querySelectorAll(".ask")) one.remove();
    return scene;
  }

  /** The page that asks about a choice before what followed. */
  function asking(scene, answer) {
    const mark = copyOf("mark", {}), heading = scene.querySelector("h1");
    heading.setAttribute("aria-describedby", mark.querySelector("h1").getAttribute("aria-describedby"));
    mark.querySelector(".head").replaceWith(scene.querySelector(".head"));
    mark.querySelector(".told").replaceChildren(...answer.querySelectorAll(".chosen"));
    return mark;
  }

  /** Stories, scenes and choices have numbers in the names of their parts. */
  function numbersOf({ story, scene, shown }) {
    const { scenes } = engine.stories.get(story), placeIn = (map, key) => [...map.keys()].indexOf(key);
    const choice = shown === null ? [] : [placeIn(scenes.get(scene).choices, shown)];
    return [placeIn(engine.stories, story), placeIn(scenes, scene), ...choice];
  }

  /** A scene without the passages that are not told now. */
  function pruned(scene, page, reader) {
    const passages = engine.sceneOf(page).passages || [], care = scene.querySelector(".care");
    const elements = [...scene.querySelector(".told").children];
    for (const one of passages) {
      const own = elements.splice(0, sayer(reader)(one.size) || 1);
      if (!page.blocks.includes(one)) own.forEach((element) => element.remove());
    }
    if (care && !page.care) care.remove();
  }

  /** The lists of an ending: each has an item already, to be filled or taken away. */
  function closed(scene, { unknown, never_told: neverTold, walked, not_walked: notWalked, marked }, reader) {
    const [been, open, notBeen, said] = scene.querySelectorAll("section.close");
    if (!unknown) open.querySelector("li").remove();
    for (const story of neverTold) {
      const number = [...engine.stories.keys()].indexOf(story);
      if (hasPart(`untold-${number}`)) {
        open.querySelector("ul").append(...copyOf(`untold-${number}`, wordingOf(reader)).children);
      }
    }
    if (!open.querySelector("li")) open.remove();
    for (const [section, lines] of [[been, walked], [notBeen, notWalked], [said, marked]]) {
      const item = section.querySelector("li");
      item.replaceWith(...lines.map((line) => filled(item.cloneNode(), line)));
      if (!lines.length) section.remove();
    }
  }

  /** What the browser's tab, history and bookmarks call a page: what is new on it, and whose it is. */
  function title(page) {
    const chosen = page.chosen && fill(words.CHOSEN, { label: page.chosen });
    const said = page.close ? page.close.head : joined(page.ask, chosen);
    return joined(said || joined(page.place, page.date), page.title);
  }

  /** What can be done, numbered from 1; a page on which there is one way on has no number. */
  function moves(page) {
    const leave = page.kind === "ending" ? [option(TO_LIBRARY, words.TO_LIBRARY)] : [];
    const isLone = page.moves.length === 1 && page.moves[0].kind === "go on";
    return options([...page.moves, ...leave], { isLone, labelled: page.ask ? "ask" : "title" });
  }

  function option(id, label, more) {
    return { id, label, is_open: true, notice: "", looked_at: false, evidence: "", ...more };
  }

  /** A form of what can be chosen. */
  function options(found, { isLone, labelled, name }) {
    const form = copyOf("moves", {}), list = form.querySelector("ol");
    if (isLone) form.classList.add("lone");
    list.setAttribute("aria-labelledby", labelled);
    list.replaceChildren(...items(found, name || "move", isLone));
    return form;
  }

  function items(found, name, isLone) {
    let number = 0;
    return found.map((one) => {
      const shown = copyOf(one.is_open ? "moves" : "closed", {}).querySelector("li");
      const because = one.reason && one.reason !== words.CLOSED ? fill(words.CLOSED_BECAUSE, { reason: one.reason })
        : words.CLOSED;
      number += one.is_open ? 1 : 0;
      put(shown, ".number", isLone ? "" : one.is_open ? String(number) : words.CLOSED_MARK);
      put(shown, ".label", one.label);
      put(shown, ".aside", joined(one.looked_at ? words.LOOKED_AT : "", one.evidence));
      put(shown, ".below", one.is_open ? one.notice : because);
      for (const button of shown.querySelectorAll("button")) {
        button.name = name;
        button.value = clean(one.id);
      }
      return shown;
    });
  }

  /** A text in its element; an element without a text goes, and the space beside it. */
  function put(shown, selector, text) {
    const element = shown.querySelector(selector);
    if (text || selector === ".label") filled(element, text);
    else {
      (element.previousSibling || element.nextSibling).remove();
      element.remove();
    }
  }

  function filled(element, text) {
    element.textContent = clean(text);
    return element;
  }

  function situation(page) {
    if (!page.situation.length) return [];
    const shown = copyOf(`situation-${numbersOf(page)[0]}`, {}), list = shown.querySelector("dl");
    const lines = [...list.children];
    list.replaceChildren(...page.situation.map((place) => lines[place]));
    return [shown];
  }

  /* ---- What was read on a page ---- */

  /** Its lines, in its order: of each its kind, and its text. */
  function linesOf(page, reader) {
    const found = [];
    const add = (kind, text) => found.push({ kind, text });
    const shown = told(page, reader).querySelector(".told");
    for (const element of page.kind === "mark" ? [] : shown.children) {
      if (element.matches(".editorial")) {
        element.querySelectorAll("p:not(.mark)").forEach((one) => add("editorial", one.textContent));
      } else if (element.matches(".card")) cardLines(element, page.kind === "ending", add);
      else if (element.matches(".close")) listLines(element, add);
      else if (!element.matches(".care")) add(element.matches(".chosen") ? "chosen" : "text", element.textContent);
    }
    if (page.ask) add("ask", page.ask);
    for (const move of page.moves.filter((one) => one.kind === "choice")) {
      add("option", move.is_open ? move.label : `${move.label} (${words.CLOSED}: ${move.reason})`);
    }
    return found;
  }

  function cardLines(card, isEnding, add) {
    for (const one of card.children) {
      if (one.matches("details")) cardLines(one, isEnding, add);
      else if (one.matches("h2, h3, summary")) add("word", one.textContent);
      else if (!one.matches(".more")) {
        add(isEnding ? "text" : one.matches(".support") ? "support" : "outcome", one.textContent);
      }
    }
  }

  function listLines(section, add) {
    add("head", section.querySelector("h2").textContent);
    for (const item of section.querySelectorAll("li")) {
      for (const answer of item.querySelectorAll("details")) answer.remove();
      add("item", item.textContent);
    }
  }

  /* ---- What stands beside a page ---- */

  function panel(head, where, kind, ...inside) {
    return tag("article", { class: kind ? `panel ${kind}` : "panel" },
      tag("header", { class: "head" }, tag("h1", { id: "title", tabindex: "-1" }, head),
        tagIf(where, "p", { class: "where" })),
      inside);
  }

  function sources(claims, where) {
    const shown = new Set();
    return panel(words.SOURCES, where, "", claims.length
      ? tag("ol", { class: "claims", role: "list" }, claims.map((one) => claim(one, shown)))
      : tag("p", null, words.SOURCES_NONE));
  }

  /** On what the documents part. */
  function versions(differences, where) {
    const shown = new Set();
    return panel(sentence(words.VERSIONS), where, "", differences.length
      ? differences.map((one) => difference(one, shown))
      : tag("p", null, words.VERSIONS_NONE));
  }

  /** `shown` are the documents whose address was. */
  function claim(one, shown) {
    return tag("li", null,
      several("p", one.says, { class: "says" }),
      tag("p", { class: "standing" }, tag("strong", null, one.standing), one.reason ? `: ${one.reason}` : ""),
      one.remarks.map((remark) => tag("p", { class: "support" }, remark)),
      cites(one.cites, shown),
      one.differences.map((each) => difference(each, shown)));
  }

  function cites(found, shown) {
    return found.length ? tag("ul", { class: "cites" }, found.map((one) => cite(one, shown))) : null;
  }

  /** A text from elsewhere: where it may be in another language than the page, an element says in which. */
  function inLanguage(text, language, name) {
    if (language.split("-")[0].toLowerCase() === document.documentElement.lang) return text;
    return tag(name || "span", { lang: LANGUAGE.test(language) ? language : null, dir: "auto" }, text);
  }

  function dotted(parts) {
    return parts.filter(Boolean).map((part, at) => (at ? [" · ", part] : [part]));
  }

  /** What leads to a document's address, where that is one of the web. */
  function leadsTo(url, label) {
    return WEB_ADDRESS.test(url) ? tag("a", { href: url, rel: "noreferrer" }, label) : label;
  }

  function cite(one, shown) {
    const isMade = one.made_from && one.how !== words.HOW.original;
    const made = isMade ? fill(words.MADE_FROM, { how: one.how, origin: one.made_from }) : one.how;
    const isSaidTwice = one.speaker === words.SPEAKER_NARRATOR && one.voice === words.VOICE.narrated;
    const speaker = one.speaker && !isSaidTwice ? fill(words.FOR_SPEAKER, { name: one.speaker }) : "";
    const language = Object.hasOwnProperty.call(words.LANGUAGES, one.language) ? words.LANGUAGES[one.language]
      : one.language;
    const isOutletNew = one.outlet && one.outlet !== one.title;
    const lines = [
      [isOutletNew ? inLanguage(one.outlet, one.language) : "", made, language, one.is_held ? "" : words.NOT_HELD],
      [one.place, speaker, one.voice, one.quote ? inLanguage(`“${one.quote}”`, one.language) : ""],
      shown.has(one.document) ? [] : [one.url],
    ];
    shown.add(one.document);
    const told = lines.map(dotted).map((said) => (said.length ? tag("span", { class: "support" }, said) : null));
    return tag("li", null, tag("cite", null, leadsTo(one.url, inLanguage(one.title, one.language))), told);
  }

  function difference(one, shown) {
    const sides = one.readings.map((reading) =>
      tag("div", { class: "reading" }, several("p", reading.says), cites(reading.cites, shown)));
    return tag("div", { class: "difference" },
      tag("p", { class: "standing" }, tag("strong", null, one.head), one.why ? `: ${one.why}` : ""),
      tag("div", { class: "readings" }, sides));
  }

  /** All terms, and before them those that a page names, in the order in which it does. */
  function glossary(shown, page, reader) {
    const here = page ? termsOf(page, reader) : [];
    if (!here.length) return shown;
    const first = here.map((term) => {
      const entry = [...shown.querySelectorAll("dt")].find((one) => one.id === `term-${term}`).parentNode;
      const copy = entry.cloneNode(true);
      copy.querySelector("dt").removeAttribute("id");
      copy.querySelector("dt").removeAttribute("tabindex");
      return copy;
    });
    shown.querySelector("dl").before(tag("h2", null, words.GLOSSARY_HERE), tag("dl", null, first),
      tag("h2", null, words.GLOSSARY_ALL));
    return shown;
  }

  /** The terms in what a page tells and offers, as parts of an address. */
  function termsOf(page, reader) {
    const links = [...article(page, reader).querySelectorAll("a.term")].map((one) => one.getAttribute("href"));
    const offered = page.moves.filter((move) => move.kind === "choice")
      .flatMap((move) => sayer(reader)(engine.choiceOf(page, move.id).terms) || []);
    return distinct([...links.map((one) => one.slice(address("glossary").length + 1)), ...offered.map(named)]);
  }

  /* ---- What lies behind ---- */

  function debrief(found) {
    return panel(words.DEBRIEF, found.title, "debrief", tag("p", { class: "support" }, words.EXPORT_NOTE),
      found.sections.map((one) => tag("section", null, tag("h2", null, one.head), rows(one.rows))));
  }

  function rows(found) {
    return tag("ul", null, found.map((one) => tag("li", null,
      one.cited ? inLanguage(one.cited, one.language, "cite") : null,
      one.text.slice(one.cited.length),
      tagIf(one.evidence, "strong", { class: "evidence" }),
      one.link ? tag("span", { class: "support" }, leadsTo(one.link, one.link)) : null,
      one.below.length ? below(one) : null)));
  }

  function below(one) {
    return one.head ? tag("details", null, tag("summary", null, one.head), rows(one.below)) : rows(one.below);
  }

  const KINDS = {
    ask: "ask", option: "option", chosen: "chosen", word: "evidence", outcome: "outcome", support: "support",
    head: "ask", item: "option",
  };

  function log(entries) {
    let before = "";
    const read = entries.map((entry) => {
      const head = entry.head !== before ? tag("h2", null, entry.head) : null;
      before = entry.head;
      return tag("section", { class: "read" }, head, entry.lines.map(line));
    });
    return panel(words.LOG, "", "log", read);
  }

  function line(one) {
    if (one.kind === "editorial") {
      return tag("div", { class: "editorial" }, tag("p", { class: "mark" }, words.EDITORIAL), tag("p", null, one.text));
    }
    return tag("p", { class: KINDS[one.kind] }, one.text);
  }

  function forks(decisions) {
    if (!decisions.length) return panel(words.FORKS, "", "", tag("p", null, words.FORKS_NONE));
    const found = decisions.map((one) => option(String(one.number), one.question, {
      evidence: one.is_undone ? words.TAKEN_BACK : "",
      notice: fill(words.CHOSEN, { label: one.chosen }),
    }));
    return panel(words.FORKS, "", "", options(found, { labelled: "title", name: "fork" }));
  }

  return { article, linesOf, title, option, options, items, panel, sources, versions, glossary, debrief, log, forks };
}
