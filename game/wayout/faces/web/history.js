/* What lies behind a reader: decisions, all that was read, her trail beside the record?

Undo and redo, the log and the debrief as wayout.play.history and wayout.views have them; tests hold them against each
other. A history is {play, undone}: a play, and the steps that were taken back from its end. */
"use strict";

function makeBehind(engine, markup) {
  const { words, stories } = engine;

  /* ---- History ---- */

  function lineOf(history) {
    return [...history.play.trail.steps, ...history.undone];
  }

  function at(history, count) {
    const line = lineOf(history);
    const trail = { ...history.play.trail, steps: line.slice(0, count) };
    return { play: engine.replay(trail), undone: line.slice(count) };
  }

  function choose(history, move) {
    return { play: engine.choose(history.play, move), undone: [] };
  }

  function undo(history) {
    const made = history.play.trail.steps.length;
    return made ? at(history, made - 1) : history;
  }

  function redo(history) {
    if (!history.undone.length) return history;
    return { play: engine.choose(history.play, history.undone[0].move), undone: history.undone.slice(1) };
  }

  /** At a place that the browser's history leads to: what lay behind it can be done again. */
  function along(history, found) {
    const { trail } = history.play, other = found.play.trail, line = lineOf(history);
    const isOnLine = trail.story === other.story && trail.scene === other.scene && trail.asks === other.asks
      && other.steps.every((step, place) => line[place] && line[place].move === step.move);
    return isOnLine && other.steps.length + found.undone.length <= line.length ? at(history, other.steps.length) : found;
  }

  const isChoice = (step) => engine.sceneOf(step).choices.has(step.move);

  /** Every decision, in order; those that were taken back last, and marked as such. */
  function forks(history, reader) {
    const say = sayer(reader), made = history.play.trail.steps.length;
    const found = lineOf(history).map((step, place) => ({ step, place })).filter(({ step }) => isChoice(step));
    const withName = new Set(found.map(({ step }) => step.story)).size !== 1;
    return found.map(({ step, place }, index) => {
      const name = engine.nameOf(step.story), ask = say(engine.sceneOf(step).ask);
      return {
        number: index + 1,
        at: place,
        story: step.story,
        scene: step.scene,
        move: step.move,
        question: ask && withName ? fill(words.OF_PERSON, { name, head: ask }) : ask || name,
        chosen: say(engine.choiceOf(step, step.move).label),
        is_undone: place >= made,
      };
    });
  }

  /** At the fork of a decision, before it was made. */
  function jump(history, number, reader) {
    const decision = forks(history, reader)[number - 1];
    return decision ? at(history, decision.at) : history;
  }

  /* ---- Log ---- */

  function pagesOf(trail, reader) {
    return engine.plays(trail).map((play) => engine.page(play.state, reader, play.trail));
  }

  const whereOf = (page) => joined(page.place, page.date);

  /** All that was read, in order. A fork to which the reader came back at once is not told twice. */
  function backlog(trail, reader) {
    const found = [];
    let fork = null;
    pagesOf(trail, reader).forEach((page, index) => {
      const isAgain = page.kind === "scene" && fork && fork.story === page.story && fork.scene === page.scene;
      const told = isAgain ? { ...page, blocks: [], moves: [] } : page;
      const move = index < trail.steps.length ? trail.steps[index].move : "";
      const lines = [...markup.linesOf(told, reader), ...went(page, move)];
      if (page.kind === "scene" || page.kind === "ending") fork = page;
      if (lines.length) found.push({ head: joined(page.title, whereOf(page)), lines });
    });
    return found;
  }

  /** Where the reader went from a page, if its move is told nowhere else. */
  function went(page, move) {
    return page.moves
      .filter((one) => one.id === move && ["enter", "stay", "return", "mark"].includes(one.kind))
      .map((one) => ({ kind: "chosen", text: fill(words.CHOSEN, { label: one.label }) }));
  }

  /* ---- Debrief ---- */

  /** The sections of the debrief of a trail; of what is not revealed yet, it reveals nothing. */
  function debrief(trail, reader) {
    const pages = pagesOf(trail, reader);
    const heldBack = pages[pages.length - 1].kind === "mark";
    const made = (heldBack ? trail.steps.slice(0, -1) : trail.steps).filter(isChoice);
    const claims = distinct(pages.flatMap(engine.claimsOf));
    const sources = engine.sources(claims, reader);
    const ends = pages.filter((page) => page.close);
    const marks = engine.marked(trail, sayer(reader));
    const questions = new Map();
    for (const one of ends.flatMap((page) => page.close.questions)) questions.set(one.ask, one);
    const sections = [
      [words.FORKS_HEAD, forksBeside(trail, made, reader)],
      [words.MARKED_HEAD, marks.map((one) => row(fill(words.MARKED_LINE, one)))],
      [words.WEAKEST_HEAD, weakest(sources)],
      [words.ELSEWHERE_HEAD, elsewhere(made, reader)],
      [words.ENDINGS_HEAD, distinct(ends.map(ended)).map((one) => row(one))],
      [words.DISCUSS_HEAD, [...questions.values()].map(question)],
      [words.PATH_SOURCES_HEAD, sources.map(claimRow)],
      [words.DOCUMENTS_HEAD, documentsOf(sources, reader)],
    ];
    return {
      title: engine.nameOf(trail.story),
      claims,
      sections: sections.filter(([, rows]) => rows.length).map(([head, rows]) => ({ head, rows })),
    };
  }

  function row(text, evidence, below, more) {
    return { text, evidence: evidence || "", below: below || [], link: "", cited: "", language: "", head: "", ...more };
  }

  function forksBeside(trail, made, reader) {
    const say = sayer(reader), asked = [];
    for (const step of made) {
      let fork = asked.find((one) => one.story === step.story && one.scene === step.scene);
      if (!fork) asked.push((fork = { story: step.story, scene: step.scene, chosen: [] }));
      if (!fork.chosen.includes(step.move)) fork.chosen.push(step.move);
    }
    const rows = asked.map((fork) => {
      const name = engine.nameOf(fork.story), ask = say(engine.sceneOf(fork).ask);
      const answer = engine.personOf(fork.story) ? stories.get(fork.story).answers.get(fork.scene) : undefined;
      const asHeDid = answer !== undefined && fork.chosen.length === 1 && fork.chosen[0] === answer;
      const below = fork.chosen.map((key) => {
        const choice = engine.choiceOf(fork, key);
        const line = asHeDid ? words.CHOSE_AS_HE_DID : words.YOU_CHOSE;
        return row(fill(line, { label: say(choice.label) }), engine.evidenceOf(choice));
      });
      if (engine.personOf(fork.story) && !asHeDid) below.push(hisAnswer(fork, answer, name, say));
      return row(ask ? fill(words.OF_PERSON, { name, head: ask }) : name, "", below);
    });
    const unmet = unmetForks(trail, made);
    if (!rows.length) rows.push(row(words.FORKS_NONE));
    if (unmet) rows.push(row(unmet === 1 ? words.UNMET_ONE : fill(words.UNMET, { n: unmet })));
    return rows;
  }

  function hisAnswer(fork, answer, name, say) {
    if (answer === undefined) return row(fill(words.OFF_HIS_PATH, { name }));
    const choice = engine.choiceOf(fork, answer);
    return row(fill(words.HE_DID, { name, label: say(choice.label) }), engine.evidenceOf(choice));
  }

  /** How many forks of the recorded paths the reader was not asked at, in the records walked in. */
  function unmetForks(trail, made) {
    const been = distinct([trail.story, ...engine.walked(trail)]);
    const wasAsked = (story, scene) => made.some((step) => step.story === story && step.scene === scene);
    return been.flatMap((story) => [...stories.get(story).answers.keys()].filter((scene) => !wasAsked(story, scene)))
      .length;
  }

  /** What other records than that of a fork have of an act that the reader chose there; each answer once. */
  function elsewhere(made, reader) {
    const say = sayer(reader), acts = new Map(engine.data.acts), told = new Set(), rows = [];
    for (const step of made) {
      const act = engine.choiceOf(step, step.move).act;
      const person = engine.personOf(step.story);
      for (const name of engine.data.records.filter((one) => engine.personOf(one) !== person)) {
        for (const [scene, answer] of stories.get(name).answers) {
          const choice = engine.choiceOf({ story: name, scene }, answer), key = `${name}/${scene}`;
          if (choice.act !== act || told.has(key)) continue;
          told.add(key);
          const label = acts.has(act) ? say(acts.get(act)) : act;
          const did = row(say(choice.label), engine.evidenceOf(choice));
          rows.push(row(fill(words.OF_PERSON, { name: label, head: engine.nameOf(name) }), "", [did]));
        }
      }
    }
    return rows;
  }

  function weakest(sources) {
    if (!sources.length) return [];
    const rank = (one) => engine.data.weakest_first.indexOf(one.standing);
    const worst = Math.min(...sources.map(rank));
    const weak = sources.filter((one) => rank(one) === worst);
    const count = fill(words.WEAKEST_COUNT, { n: weak.length, all: sources.length });
    const first = fill(words.WEAKEST_FIRST, { says: weak[0].says });
    const { standing, reason } = weak[0];
    return [row(reason ? `${standing}: ${reason}` : standing, "", [row(count), row(first)])];
  }

  function ended(page) {
    return fill(words.OF_PERSON, { name: page.title, head: joined(page.close.head, page.close.as_of) });
  }

  function question(one) {
    if (!one.expect.length) return row(one.ask);
    const draws = fill(words.EXPECT, { what: one.expect.join("; ") });
    return row(one.ask, "", [row(draws)], { head: words.EXPECT_HEAD });
  }

  function claimRow(claim) {
    const places = new Map();
    for (const cite of claim.cites) {
      const cited = documentName(cite), text = joined(cited, cite.how, cite.place);
      if (!places.has(text)) places.set(text, row(text, "", [], { cited, language: cite.language }));
    }
    return row(claim.says, claim.standing, [...places.values()]);
  }

  /** Every document cited; in the gentle wording of what is announced only who published it. */
  function documentsOf(sources, reader) {
    const cited = new Map();
    for (const one of sources) {
      const isSpared = reader.gentle && Boolean(engine.claims.get(one.id).spared);
      for (const cite of one.cites) {
        const before = cited.get(cite.document) || { cite, isSpared };
        cited.set(cite.document, { cite: before.cite, isSpared: before.isSpared || isSpared });
      }
    }
    return [...cited.values()].map(({ cite, isSpared }) => {
      const isMade = cite.made_from && cite.how !== words.HOW.original;
      const made = isMade ? fill(words.MADE_FROM, { how: cite.how, origin: cite.made_from }) : cite.how;
      const isNamed = !isSpared || !cite.outlet;
      const named = distinct([isNamed ? cite.title : "", cite.outlet, made].filter(Boolean));
      const more = { link: isNamed ? cite.url : "", cited: named[0] || "", language: cite.language };
      return row(named.join(" · "), "", [], more);
    });
  }

  return { choose, undo, redo, along, forks, jump, backlog, debrief, lineOf };
}
