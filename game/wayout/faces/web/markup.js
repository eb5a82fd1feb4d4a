/* How does a page stand in HTML?

The elements of html.py and its sisters, which a test holds against these. A text is put in as text, never as HTML. */
"use strict";

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
const SPACES = /[\t\u2028\u2029]/g;
/** What Python calls white space. */
const SPACE = "[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const BLANK = new RegExp(`^${SPACE}*$`, "u");
const TO_LIBRARY = "to the library";
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const WEB_ADDRESS = /^https?:\/\/[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(\/[A-Za-z0-9._~/?=&%#+:,;@!-]*)?$/;

/** The text with every control character made visible. */
function clean(text) {
  return text.replace(SPACES, " ").replace(HIDDEN, "\ufffd");
}

/** A text in paragraphs: an empty line parts them; any other line end is a space. */
function paragraphs(text) {
  const blocks = text.replace(/\r\n/g, "\n").replace(/\u2028/g, "\n").replace(/\u2029/g, "\n\n").split(/\n(?:[ \t]*\n)+/);
  const found = blocks.filter((block) => !BLANK.test(block)).map((block) =>
    block.replace(/^\n+|\n+$/g, "").split("\n").map((line) => line.replace(/^ +| +$/g, "")).join(" "));
  return found.length ? found : [""];
}

/** An element with attributes and what is in it: texts, elements, lists of these; nothing for null. */
function tag(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) element.setAttribute(key, clean(String(value)));
  }
  for (const one of inside.flat(3)) {
    if (one instanceof Node) element.append(one);
    else if (one) element.append(document.createTextNode(clean(String(one))));
  }
  return element;
}

function tagIf(text, name, attributes) {
  return text ? tag(name, attributes, text) : null;
}

/** With a capital letter, as a heading or a link has it. */
function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function several(name, text, attributes) {
  return paragraphs(text).map((one) => tag(name, attributes, one));
}

/** An id of a story as a part of an address or of an element's id. */
function named(name) {
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, "?"));
}

function address(what, name) {
  return name ? `#${what}/${named(name)}` : `#${what}`;
}

function makeMarkup(engine) {
  const { words, data } = engine;

  /* ---- A page ---- */

  /** A page; where there is help on evidence words, each leads to its meaning there. */
  function article(page, hasHelp) {
    const where = joined(page.place, page.date);
    const heading = tag("h1", { id: "title", tabindex: "-1", "aria-describedby": newOn(page, where) }, page.title);
    return tag("article", { class: `page ${page.kind}` },
      tag("header", { class: "head" }, heading, tagIf(where, "p", { class: "where", id: "where" })),
      tag("div", { class: "told", id: "told" }, told(page, hasHelp)),
      page.ask ? tag("h2", { class: "ask", id: "ask" }, withTerms(page.ask)) : null,
      moves(page),
      situation(page));
  }

  /** The parts of a page that are read out with its heading: what the reader does not know yet. */
  function newOn(page, where) {
    const parts = { scene: where ? "where" : null, mark: "chosen ask", outcome: "chosen known", ending: "known" };
    return parts[page.kind];
  }

  /** What the browser's tab, history and bookmarks call a page: what is new on it, and whose it is. */
  function title(page) {
    const chosen = page.chosen && fill(words.CHOSEN, { label: page.chosen });
    const said = page.close ? page.close.head : joined(page.ask, chosen);
    return joined(said || joined(page.place, page.date), page.title);
  }

  function told(page, hasHelp) {
    const care = page.care ? tag("p", { class: "care" }, tag("a", { href: address("help") }, words.CARE_HERE)) : null;
    return [
      page.blocks.map(block),
      page.kind === "scene" ? care : null,
      tagIf(page.chosen && fill(words.CHOSEN, { label: page.chosen }), "p", { class: "chosen", id: "chosen" }),
      page.reveal ? card(page, hasHelp ? withMeanings : (evidence) => evidence) : null,
      page.kind === "outcome" ? care : null,
      page.close ? close(page.close) : null,
    ];
  }

  function block(one) {
    const inside = paragraphs(one.text).map((text) => tag("p", null, withTerms(text)));
    return one.editorial ? tag("div", { class: "editorial" }, tag("p", { class: "mark" }, words.EDITORIAL), inside)
      : inside;
  }

  /** Evidence words, each of which leads to its meaning. */
  function withMeanings(evidence) {
    return dotted(evidence.split(" · ").map((said) => {
      const known = Object.keys(words.TAKEN_MEANING).filter((one) => said.startsWith(one)).pop() || said;
      return tag("a", { href: address("keys", known) }, said);
    }));
  }

  function card(page, meant) {
    const { reveal } = page, differs = engine.versions(engine.toldIn(page), {}).length > 0;
    const isSeveral = reveal.outcomes.length > 1;
    return tag("section", { class: "card" },
      tag("h2", { class: "evidence", id: "known" }, meant(evidenceIn(reveal))),
      reveal.outcomes.map((outcome) => [
        isSeveral ? tag("h3", { class: "word" }, meant(outcome.word)) : null,
        paragraphs(outcome.text).map((text) => tag("p", null, withTerms(text))),
        tagIf(engine.support(outcome.claims), "p", { class: "support" }),
      ]),
      tag("p", { class: "more" }, tag("a", { href: address("sources") }, words.SOURCES)),
      differs ? tag("p", { class: "more" }, tag("a", { href: address("versions") }, sentence(words.VERSIONS))) : null);
  }

  function close(one) {
    const items = (texts) => texts.map((text) => tag("li", null, text));
    const lists = [
      [words.WALKED_HEAD, items(one.walked)],
      [words.UNKNOWN_HEAD, one.unknown.map((text) => tag("li", null, withTerms(text)))],
      [words.NOT_WALKED_HEAD, items(one.not_walked)],
      [words.MARKED_HEAD, items(one.marked)],
      [words.DISCUSS_HEAD, one.questions.map(question)],
    ];
    const ending = tag("section", { class: "card" },
      tag("h2", { class: "evidence", id: "known" }, one.head),
      tagIf(one.as_of, "p", { class: "support" }),
      one.text ? paragraphs(one.text).map((text) => tag("p", null, withTerms(text))) : null,
      tag("p", { class: "more" }, tag("a", { href: address("debrief") }, words.DEBRIEF)));
    return [ending, lists.filter(([, inside]) => inside.length).map(([head, inside]) =>
      tag("section", { class: "close" }, tag("h2", null, head), tag("ul", null, inside)))];
  }

  function question({ ask, expect }) {
    const draws = expect.length ? fill(words.EXPECT, { what: expect.join("; ") }) : "";
    return tag("li", null, withTerms(ask), draws ? tag("details", null, tag("summary", null, words.EXPECT_HEAD),
      tag("p", { class: "support" }, draws)) : null);
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
    return tag("form", { class: isLone ? "moves lone" : "moves", method: "post" },
      tag("ol", { role: "list", "aria-labelledby": labelled }, items(found, name || "move", isLone)));
  }

  function items(found, name, isLone) {
    let number = 0;
    return found.map((one) => {
      number += one.is_open ? 1 : 0;
      return item(one, isLone ? "" : one.is_open ? String(number) : words.CLOSED_MARK, name);
    });
  }

  function item(one, number, name) {
    const because = one.reason && one.reason !== words.CLOSED ? fill(words.CLOSED_BECAUSE, { reason: one.reason })
      : words.CLOSED;
    const aside = joined(one.looked_at ? words.LOOKED_AT : "", one.evidence);
    const below = one.is_open ? one.notice : because;
    const inside = [
      number ? [tag("span", { class: "number" }, number), " "] : null,
      tag("span", { class: "label" }, one.label),
      aside ? [" ", tag("span", { class: "aside" }, aside)] : null,
      below ? [" ", tag("span", { class: "below" }, below)] : null,
    ];
    return one.is_open ? tag("li", null, tag("button", { name, value: one.id }, inside))
      : tag("li", { class: "closed" }, inside);
  }

  function situation(page) {
    if (!page.situation.length) return null;
    const lines = page.situation.map(([label, value]) =>
      tag("div", null, tag("dt", null, label), tag("dd", null, value)));
    return tag("section", { class: "situation", "aria-label": words.SITUATION }, tag("dl", null, lines));
  }

  /* ---- The glossary's terms ---- */

  const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const written = data.terms.map(([first, rest]) => {
    const letters = [...first].length > 1 ? `[${first}]` : literal(first);
    return `(${letters}${rest.map(literal).join(`${SPACE}+`)})`;
  });
  const forms = written.length ? new RegExp(`(^|[^\\p{L}\\p{N}_])(?:${written.join("|")})(?![\\p{L}\\p{N}_])`, "gu")
    : null;

  /** A text in which the terms of the glossary lead there. */
  function withTerms(text) {
    const shown = clean(text), inside = [];
    let at = 0;
    for (const [term, start, end] of namings(shown)) {
      inside.push(shown.slice(at, start), tag("a", { class: "term", href: address("glossary", term) },
        shown.slice(start, end)));
      at = end;
    }
    return [...inside, shown.slice(at)];
  }

  /** The terms that a text names: whole words, of forms that overlap the longest. */
  function namings(text) {
    const found = [];
    if (!forms) return found;
    forms.lastIndex = 0;
    for (let match = forms.exec(text); match; match = forms.exec(text)) {
      const end = match.index + match[0].length;
      const which = match.slice(2).findIndex((one) => one !== undefined);
      found.push([data.terms[which][2], match.index + match[1].length, end]);
      forms.lastIndex = end - 1;
    }
    return found;
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
  function glossary(shown, page) {
    const here = distinct(page ? textsOf(page).flatMap((text) => namings(clean(text)).map(([term]) => term)) : []);
    if (!here.length) return shown;
    const first = here.map((term) => {
      const entry = [...shown.querySelectorAll("dt")].find((one) => one.id === `term-${named(term)}`).parentNode;
      const copy = entry.cloneNode(true);
      copy.querySelector("dt").removeAttribute("id");
      copy.querySelector("dt").removeAttribute("tabindex");
      return copy;
    });
    shown.querySelector("dl").before(tag("h2", null, words.GLOSSARY_HERE), tag("dl", null, first),
      tag("h2", null, words.GLOSSARY_ALL));
    return shown;
  }

  /** What a page tells in a writer's words, in its order. */
  function textsOf(page) {
    const { blocks, reveal, close, ask, moves } = page;
    return [
      ...blocks.map((one) => one.text),
      ...(reveal ? reveal.outcomes.map((one) => one.text) : []),
      ...(close ? [close.text, ...close.unknown, ...close.questions.map((one) => one.ask)] : []),
      ask,
      ...moves.filter((move) => move.kind === "choice").map((move) => move.label),
    ];
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

  return { article, title, option, options, items, panel, sources, versions, glossary, debrief, log, forks };
}
