/* What has this reader met, asked, printed, marked, hung and taken along, in all that she has read?

The notebook of wayout.views.notebook: aggregation of several trails, out of parts that Python wrote. Tests hold it against
the one in Python. */
"use strict";

function makeNotebook(engine, pages) {
  const { threads, sceneOf, nameOf, personOf } = engine, cells = new Map(engine.data.cells), CELLS_A_YEAR = 4;

  /** `taken` are the lines that were taken along in any of the trails, the one in hand last. */
  function notebook(trails, taken, reader) {
    const shown = copyOf("notebook"), every = reader.parts.length ? trails.map(engine.plays) : [];
    const lines = linesOf(every, reader.parts.length ? taken : []), hand = taken.length && taken[taken.length - 1].thread;
    const own = [...lines.values()].map((line) => [line.taken.thread === hand, lineEntry(line, reader)]);
    const replies = repliesOf(every), answers = (kind) => answered(replies, kind, reader);
    const lists = [
      own.filter(([isInHand]) => isInHand).map(([, entry]) => entry),
      own.filter(([isInHand]) => !isInHand).map(([, entry]) => entry),
      ...[true, false].map((isChosen) => replies.filter((one) => kindOf(one) === GAP && Boolean(one.option) === isChosen)
        .map((one) => printed(one, reader))),
      [...answers("mark"), ...marked(every, reader)], answers(ASK), answers(PLACE), answers(HEADLINE),
    ];
    shown.querySelectorAll("section").forEach((section, at) => {
      const list = section.querySelector("ul"), sample = list.firstChild;
      list.replaceChildren(...lists[at].map((entry) => rowOf(sample, entry)));
      if (!lists[at].length) section.remove();
    });
    const says = !reader.parts.length ? "notebook-off" : lists.some((one) => one.length) ? "" : "notebook-none";
    if (says) put(shown.querySelector(".support"), said(says));
    return shown;
  }

  /** What was done in a record, and below it what the record has of it. */
  function rowOf(sample, { story, text, below = [] }) {
    const row = sample.cloneNode(true), link = row.querySelector("a"), list = row.querySelector("ul");
    const item = list.firstChild;
    link.setAttribute("href", address("notice", story));
    put(link, said("notebook-of", { name: nameOf(story) }));
    row.replaceChildren(link, clean(` ${text}`));
    list.replaceChildren(...below.map((one) => put(item.cloneNode(), one)));
    if (below.length) row.append(list);
    return row;
  }

  /* ---- Lines taken along ---- */

  /** Every line, where it was taken last, the places where something stood beside it, and whether its end was told. */
  function linesOf(every, taken) {
    const found = new Map();
    for (const one of [...every.flatMap((plays) => plays[plays.length - 1].state.taken), ...taken]) {
      found.set(one.thread, { touches: new Map(), isStill: false, ...found.get(one.thread), taken: one });
    }
    for (const { state } of every.flat()) {
      const hand = state.taken[state.taken.length - 1], line = hand && found.get(hand.thread);
      if (!line) continue;
      if (engine.isTouched(state)) {
        const place = `${state.story}/${state.scene}`, from = threads.get(hand.thread).otherwise.get(place);
        line.touches.set(place, line.touches.get(place) || from.includes(`${hand.story}/${hand.scene}`));
      }
      line.isStill = line.isStill || engine.isAtStill(state);
    }
    return found;
  }

  const paragraphsIn = (shown, but = "") => [...shown.querySelectorAll(`p:not(.mark)${but}`)].map((one) => one.textContent);

  function lineEntry({ taken: { story, thread }, touches, isStill }, reader) {
    const number = [...threads.keys()].indexOf(thread), places = threads.get(thread).touches;
    const beside = (at) => paragraphsIn(itemOf(`touches-${number}`, at, wordingOf(reader)));
    const still = beside(places.size);
    const below = [...touches].map(([place, isOtherwise]) => {
      const [of, scene] = engine.targetOf(story, place), told = beside([...places.keys()].indexOf(place));
      const text = told.slice(0, sceneOf({ story: of, scene }).ending ? -still.length : undefined).join(" ");
      return said(isOtherwise ? "notebook-otherwise" : "notebook-touched", { name: nameOf(of), text });
    });
    if (isStill) below.push(said("notebook-still", { text: still.join(" ") }));
    const text = itemOf("asks", number, wordingOf(reader)).textContent;
    return { story, text, below: below.length ? below : [said("notebook-open")] };
  }

  /* ---- Prompts ---- */

  const promptOf = (reply) => sceneOf(reply).prompts.get(reply.prompt), kindOf = (reply) => promptOf(reply).kind;
  const partOfPrompt = ({ story, scene, prompt }, number, reader) =>
    pages.promptPart({ story, scene, asked: { prompt } }, number, reader);

  /** Of each prompt the latest answer; of questions each that was asked. */
  function repliesOf(every) {
    const found = new Map();
    for (const reply of every.flatMap((plays) => plays[plays.length - 1].state.replies)) {
      const { story, scene, prompt, option } = reply;
      found.set(JSON.stringify([story, scene, prompt, kindOf(reply) === ASK ? option : ""]), reply);
    }
    return [...found.values()];
  }

  function printed(reply, reader) {
    const line = [...pages.gapLine(reply, reply, reader)], marks = line.flatMap((one) => [...one.querySelectorAll("mark")]);
    for (const words of marks) words.replaceWith(`\ue000${words.textContent}\ue001`);
    const whole = line.map((one) => one.textContent).join(" ").replace(/\ue001\ue000/g, "");
    const text = whole.replace(/\ue000/g, "[").replace(/\ue001/g, "]");
    return { story: reply.story, text };
  }

  function answered(replies, kind, reader) {
    return replies.filter((one) => one.option && kindOf(one) === kind).map((reply) => {
      const at = [...promptOf(reply).replies.keys()].indexOf(reply.option), put = partOfPrompt(reply, 0, reader);
      const ask = textOf(put, ".ask"), label = put.querySelectorAll("form .label")[at].textContent;
      const shown = kind === HEADLINE ? [] : paragraphsIn(partOfPrompt(reply, 1 + at, reader), ":not(.chosen)");
      const text = kind === "mark" ? ask : kind === PLACE ? `${ask} ${label}` : label;
      return { story: reply.story, text, below: shown.length || kind !== "mark" ? shown : [label] };
    });
  }

  /** What was marked before an outcome was revealed; of each choice the latest. */
  function marked(every, reader) {
    const found = new Map(), trails = every.map((plays) => plays[plays.length - 1].trail);
    for (const trail of trails) {
      const lines = pages.marksOf(trail, reader);
      engine.marked(trail).forEach(({ story, scene, move }, at) => {
        found.set(JSON.stringify([story, scene, move]), { story, text: said("marked", lines[at]) });
      });
    }
    return [...found.values()];
  }

  /** The line of time with the moments that were hung there, of all that can be. */
  function timeline(trails, reader) {
    const every = reader.parts.length ? trails.map(engine.plays) : [];
    const hung = repliesOf(every).filter((one) => kindOf(one) === PLACE && one.option);
    const keys = hung.map(({ story, scene, prompt, option }) => clean([story, scene, prompt, option].join(" ")));
    const shown = copyOf("timeline", { "data-hung": keys, ...wordingOf(reader) });
    for (const one of shown.querySelectorAll("section")) if (!one.querySelector(".entry")) one.remove();
    return shown;
  }

  /** The strip of time of the records that she brought to an end: the more of their people a cell has, the denser. */
  function strip(ended) {
    const people = new Map(), dense = said("density");
    for (const story of ended) {
      for (const cell of cells.get(story) || []) people.set(cell, (people.get(cell) || new Set()).add(personOf(story)));
    }
    if (!people.size) return "";
    const of = [...people.keys()].map((cell) => Math.floor(cell / CELLS_A_YEAR)), years = [];
    const glyph = (cell) => dense[Math.min((people.get(cell) || new Set()).size, dense.length - 1)];
    for (let year = Math.min(...of); year <= Math.max(...of); year += 1) {
      const quarters = Array.from({ length: CELLS_A_YEAR }, (none, at) => glyph(year * CELLS_A_YEAR + at));
      years.push(said("strip-year", { year, cells: quarters.join("") }));
    }
    return said("strip", { strip: years.join(" ") });
  }

  return { notebook, timeline, strip };
}
