/* What stands beside a page, and behind a reader: sources, versions, decisions, all that was read, the debrief?

Panels and toolbars: rows that Python wrote, by their numbers, and panels with an example of each row, in which the texts
of pages are filled in; search in the log, settings. Log and debrief are those of wayout.views; tests hold them against
each other. */
"use strict";

function makePanels(engine, pages, past) {
  const account = makeAccount(engine, pages), own = makeNotebook(engine, pages);
  const pictures = makePictures(engine, pages, past);

  /** A panel; `isFull` is whether there is something to list. */
  function panelOf(name, where, isFull) {
    const shown = copyOf(name, { "data-if": [isFull ? "some" : "none"] }), place = shown.querySelector(".head .where");
    if (where) put(place, where);
    else if (place) place.remove();
    return shown;
  }

  /* ---- Evidence ---- */

  function sources(claims, where, reader) {
    const shown = panelOf("sources", where, claims.length), list = shown.querySelector("ol");
    if (list) list.replaceChildren(...claimItems(claims, reader));
    shown.append(...pictures.lineage(claims));
    return withAddressesOnce(shown);
  }

  /** On what the documents part. */
  function versions(claims, where, reader) {
    const found = engine.versions(claims), shown = panelOf("versions", where, found.length);
    shown.append(...found.map(({ claim, at }) => claimItem(claim, "one", reader).querySelectorAll(".difference")[at]));
    return withAddressesOnce(shown);
  }

  /** Claims; where they are of several people, each begins with its person's name. */
  function claimItems(claims, reader, written = claimItem) {
    const people = distinct(claims.map((one) => engine.claimOf(one).person).filter(Boolean));
    return claims.map((one) => written(one, people.length < 2 ? "one" : "several", reader));
  }

  /** A claim without what it cites. */
  function bareClaim(number, about, reader) {
    return itemOf("claims", number, { "data-about": [about], ...wordingOf(reader) });
  }

  function claimItem(number, about, reader) {
    const item = bareClaim(number, about, reader), points = [...item.querySelectorAll(".difference")];
    const { cites, differences, isSpared } = engine.claimOf(number);
    points.forEach((point, at) => point.querySelectorAll(".reading").forEach((reading, side) =>
      reading.append(...citeLists(differences[at][1][side], reader.gentle))));
    item.append(...citeLists(cites, reader.gentle && isSpared), ...points);
    return item;
  }

  /** A list of places, if there is any. */
  function citeLists(cites, isSpared) {
    if (!cites.length) return [];
    const list = partOf("cites").content.firstChild.cloneNode(false);
    list.append(...cites.map(([way = 0, place = "", quote = ""]) => {
      const item = itemOf("cites", way, { "data-quoted": [quote && !isSpared ? "yes" : "no"] });
      item.querySelectorAll(".support:not([data-once])").forEach((one) => filled(one, { place, quote }));
      return item;
    }));
    return [list];
  }

  /** The address of a document stands where it is cited first. */
  function withAddressesOnce(shown) {
    const known = new Set();
    for (const one of shown.querySelectorAll("[data-once]")) {
      const which = one.getAttribute("data-once");
      if (known.has(which)) one.remove();
      one.removeAttribute("data-once");
      known.add(which);
    }
    return shown;
  }

  /* ---- Terms ---- */

  /** All terms, and before them those that a page names, in the order in which it does. */
  function glossary(shown, page, reader) {
    const here = page ? termsOf(page, reader) : [];
    if (!here.length) return shown;
    const heads = copyOf("terms"), [, list] = heads.children;
    list.append(...here.map((term) => {
      const entry = [...shown.querySelectorAll("dt")].find((one) => one.id === `term-${term}`).parentNode;
      const copy = entry.cloneNode(true);
      copy.querySelector("dt").removeAttribute("id");
      copy.querySelector("dt").removeAttribute("tabindex");
      return copy;
    }));
    shown.querySelector("dl").before(...heads.children);
    return shown;
  }

  /** The terms in what a page tells and offers, as parts of an address. */
  function termsOf(page, reader) {
    const links = [...pages.article(page, reader).querySelectorAll("a.term")].map((one) => one.getAttribute("href"));
    const offered = page.shown === null && !page.asked ? [...page.offered.values()]
      .flatMap((choice) => wordingIn(choice.terms || [[], []], reader)) : [];
    return distinct([...links.map((one) => one.slice(address("glossary").length + 1)), ...offered.map(named)]);
  }

  /* ---- Decisions ---- */

  /** Every decision; choosing one leads to before it. */
  function forks(history, reader) {
    const found = past.decisions(history), shown = panelOf("forks", "", found.length);
    if (!found.length) return shown;
    const withName = distinct(found.map(({ story }) => story)).length > 1;
    const list = shown.querySelector("ol"), sample = list.firstChild;
    list.replaceChildren(...found.map((step, at) => {
      const item = sample.cloneNode(true), name = engine.nameOf(step.story), ask = pages.askOf(step, reader);
      const aside = item.querySelector(".aside");
      item.querySelector("button").value = String(at + 1);
      put(item.querySelector(".label"), ask && withName ? said("person", { name, head: ask }) : ask || name);
      put(item.querySelector(".below"), said("chosen", { label: pages.labelOf(step, step.move, reader) }));
      if (!step.isUndone) {
        aside.previousSibling.remove();
        aside.remove();
      }
      return item;
    }));
    pages.numbered(shown.querySelector("form"), false);
    return shown;
  }

  /* ---- Log ---- */

  const pagesOf = (trail) => engine.plays(trail).map((play) => engine.page(play));

  /** All that was read, in order. A fork to which the reader came back at once is not told twice. */
  function entriesOf(trail, reader) {
    const found = [];
    let fork = null;
    pagesOf(trail).forEach((page, index) => {
      const isAgain = page.kind === "scene" && fork && fork.story === page.story && fork.scene === page.scene;
      const { head, lines } = pages.entryOf(page, reader, isAgain);
      lines.push(...went(page, trail.steps[index], reader));
      if (page.kind === "scene" || page.kind === "ending") fork = page;
      if (lines.length) found.push({ head, lines });
    });
    return found;
  }

  /** Where the reader went from a page, if its move is told nowhere else. */
  function went(page, step, reader) {
    if (!step || step.move === GO_ON || engine.sceneOf(page).choices.has(step.move)) return [];
    const buttons = [...pages.article(page, reader).querySelectorAll("button")];
    const button = buttons.find((one) => one.value === clean(step.move));
    return [{ kind: "chosen", text: said("chosen", { label: textOf(button, ".label") }) }];
  }

  /** Page after page; who, where and when stand where they change. */
  function log(entries) {
    const shown = copyOf("log"), sample = shown.querySelector(".read"), [heading, ...lines] = sample.children;
    const kinds = new Map(lines.map((one) => [one.lastChild.textContent, one]));
    let before = "";
    sample.replaceWith(...entries.map((entry) => {
      const read = sample.cloneNode(false);
      if (entry.head && entry.head !== before) read.append(put(heading.cloneNode(), entry.head));
      before = entry.head;
      for (const { kind, text } of entry.lines) {
        const line = kinds.get(kind).cloneNode(true);
        const stamps = kind === "support" ? stampsOf(text) : [];
        if (stamps.length) line.replaceChildren(...stamps);
        else put(line.querySelector("p:last-child") || line, text);
        read.append(line);
      }
      return read;
    }));
    return shown;
  }

  /** All that was read, with a field for words to look for. */
  function searchLog(trail, reader, tell) {
    const entries = entriesOf(trail, reader), shown = log(entries), search = copyOf("search");
    const field = search.querySelector("input");
    shown.querySelector(".head").after(search);
    field.addEventListener("input", () => {
      const kept = holding(entries, field.value), isSought = Boolean(field.value.trim());
      for (const old of shown.querySelectorAll(".read")) old.remove();
      shown.append(...log(kept).querySelectorAll(".read"));
      const count = kept.length ? said("found", { n: kept.length, all: entries.length })
        : said("none", { said: field.value });
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

  /* ---- Debrief ---- */

  /** The claims of all the pages of a trail. */
  const claimsOn = (trail) => distinct(pagesOf(trail).flatMap(engine.claimsOf));

  /** A trail beside the record; of what is not revealed yet, it reveals nothing. */
  function debrief(trail, reader) {
    const shown = panelOf("debrief", engine.nameOf(trail.story), true), read = pagesOf(trail), claims = claimsOn(trail);
    const isHeldBack = read[read.length - 1].kind === "mark";
    const made = (isHeldBack ? trail.steps.slice(0, -1) : trail.steps).filter(past.isChoice);
    const ends = read.filter((page) => page.ending).map((page) => pages.sceneOf(page, reader));
    const items = claimItems(claims, reader, bareClaim);
    const lists = [...shown.querySelectorAll("section")].map((one) => one.querySelector("ul"));
    const samples = lists.map((list) => [...list.children]);
    const rows = [
      (kinds) => forkRows(kinds, trail, made, reader),
      ([kind]) => pages.marksOf(trail, reader).map((values) => row(kind, values)),
      ([kind]) => weakest(kind, claims, items),
      () => elsewhere(made, reader),
      ([kind]) => distinct(ends.map(endingOf)).map((line) => put(kind.cloneNode(), line)),
      ([kind]) => questions(kind, ends),
      ([kind]) => claims.map((claim, at) => claimRow(kind, claim, items[at])),
      () => documents(claims, reader),
    ].map((written, at) => written(samples[at]));
    lists.forEach((list, at) => {
      list.replaceChildren(...rows[at]);
      if (!rows[at].length) list.closest("section").remove();
    });
    shown.querySelector("section").before(...account.sections(engine.plays(trail), reader));
    return shown;
  }

  function row(kind, values) {
    return filled(kind.cloneNode(true), values);
  }

  /** What was chosen beside what the record has; in one line where that is the same. */
  function forkRows([none, oneUnmet, unmet, ...kinds], trail, made, reader) {
    const asked = new Map();
    for (const { story, scene, move } of made) {
      const key = JSON.stringify([story, scene]);
      asked.set(key, asked.get(key) || { story, scene, chosen: new Set() });
      asked.get(key).chosen.add(move);
    }
    const rows = [...asked.values()].map((fork) => forkRow(kinds, fork, reader)), count = unmetForks(trail, made);
    if (!rows.length) rows.push(none);
    if (count) rows.push(count === 1 ? oneUnmet : row(unmet, { n: count }));
    return rows;
  }

  function forkRow([chose, did, same], { story, scene, chosen }, reader) {
    const at = { story, scene }, name = engine.nameOf(story), head = pages.askOf(at, reader);
    const answer = engine.stories.get(story).answers.get(scene);
    const answered = (kind, key) => {
      const evidence = pages.evidenceOf(at, key, reader);
      const one = row(kind, { name, label: pages.labelOf(at, key, reader), evidence });
      if (evidence) one.querySelector(".evidence").replaceWith(...stampsOf(evidence));
      else one.querySelector(".evidence").remove();
      return one;
    };
    const [yours, off] = chose.querySelectorAll("li");
    const shown = row(chose, { name, head }), list = shown.querySelector("ul");
    if (!head) put(shown.firstChild, name);
    if (chosen.size === 1 && chosen.has(answer)) {
      list.replaceChildren(answered(same.querySelector("li"), answer));
      return shown;
    }
    list.replaceChildren(...[...chosen].map((key) => answered(yours, key)));
    if (answer !== undefined) list.append(answered(did.querySelector("li"), answer));
    else if (engine.personOf(story)) list.append(row(off, { name }));
    return shown;
  }

  /** How many forks of the recorded paths the reader was not asked at, in the records walked in. */
  function unmetForks(trail, made) {
    const been = distinct([trail.story, ...engine.walked(trail)]);
    const wasAsked = (story, scene) => made.some((step) => step.story === story && step.scene === scene);
    return been.flatMap((story) =>
      [...engine.stories.get(story).answers.keys()].filter((scene) => !wasAsked(story, scene))).length;
  }

  function weakest(kind, claims, items) {
    if (!claims.length) return [];
    const ranks = claims.map((one) => engine.claimOf(one).rank), worst = Math.min(...ranks);
    const weak = items.filter((item, at) => ranks[at] === worst);
    const support = textOf(weak[0], ".standing"), says = lineOf(weak[0]);
    return [row(kind, { support, n: weak.length, all: claims.length, says })];
  }

  /** What a claim says, in one line. */
  function lineOf(item) {
    return [...item.querySelectorAll(".says")].map((one) => one.textContent).join(" ");
  }

  /** What other people than that of a fork have of an act that the reader chose there; each thing once. */
  function elsewhere(made, reader) {
    const found = new Set();
    for (const step of made) {
      const { act = 0 } = engine.choiceOf(step, step.move), person = engine.personOf(step.story);
      engine.data.others.forEach(([of, story], at) => {
        if (of === act && engine.personOf(story) !== person) found.add(at);
      });
    }
    return [...found].map((at) => itemOf("others", at, wordingOf(reader)));
  }

  function endingOf(scene) {
    const head = joined(textOf(scene, "#known"), textOf(scene, "#known + .support"));
    return said("person", { name: textOf(scene, "h1"), head });
  }

  /** What to discuss, with what a good answer draws on. */
  function questions(kind, ends) {
    const found = new Map();
    for (const item of ends.flatMap((scene) => [...scene.querySelectorAll(".close:nth-of-type(8) li")])) {
      const draws = textOf(item, ".support"), shown = kind.cloneNode(true), answer = shown.querySelector("details");
      for (const one of item.querySelectorAll("details")) one.remove();
      put(shown.firstChild, item.textContent);
      if (draws) put(answer.querySelector("li"), draws);
      else answer.remove();
      found.set(item.textContent, shown);
    }
    return [...found.values()];
  }

  function claimRow(kind, claim, item) {
    const shown = row(kind, { says: lineOf(item), standing: textOf(item, ".standing strong") });
    const list = shown.querySelector("ul"), places = new Map();
    for (const [way = 0, place = ""] of engine.claimOf(claim).cites) {
      const cited = filled(itemOf("places", way), { place });
      places.set(cited.textContent, places.get(cited.textContent) || cited);
    }
    list.replaceChildren(...places.values());
    if (!places.size) list.remove();
    return shown;
  }

  /** Every document cited; in the gentle wording of what is announced only who published it. */
  function documents(claims, reader) {
    const spared = new Map();
    for (const { cites, isSpared } of claims.map(engine.claimOf)) {
      for (const [way = 0] of cites) {
        const number = engine.data.cites[way];
        spared.set(number, spared.get(number) || (reader.gentle && isSpared));
      }
    }
    return [...spared].map(([number, isSpared]) =>
      itemOf("documents", number, { "data-spared": [isSpared ? "yes" : "no"] }));
  }

  /* ---- Settings and tools ---- */

  /** The settings, each as it is now. */
  function settings(holding, reader, isOn) {
    const shown = copyOf("settings", { "data-if": holding });
    for (const input of shown.querySelectorAll("input")) {
      input.checked = input.name === "wording" ? reader.gentle === (input.value === "gentle") : isOn[input.name];
    }
    return shown;
  }

  /** Some of the tools: those in sight, in their order, and the others in the menu; without letters where none works. */
  function toolBar(inSight, others, lettersWork) {
    const shown = copyOf("bar"), list = shown.querySelector("ul"), menu = shown.querySelector(".menu");
    const items = new Map([...menu.querySelectorAll("button")].map((one) => [one.getAttribute("data-tool"), one.parentNode]));
    for (const [name, item] of items) if (!others.includes(name)) item.remove();
    for (const one of menu.querySelectorAll("section")) if (!one.querySelector("button")) one.remove();
    list.prepend(...inSight.map((one) => items.get(one)));
    if (!others.length) {
      menu.remove();
      list.lastChild.remove();
    }
    for (const one of lettersWork ? [] : shown.querySelectorAll("[data-tool]:not([data-tool='close'])")) {
      one.querySelector("kbd").remove();
      one.textContent = one.textContent.slice(1);
    }
    return shown;
  }

  return { sources, versions, glossary, forks, entriesOf, log, searchLog, debrief, ...own, ...pictures, claimsOn, settings, toolBar };
}
