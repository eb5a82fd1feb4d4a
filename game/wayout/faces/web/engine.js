/* What may a reader do now, what comes of it, and what may she be shown?

The state machine: conditions, moves and steps as the modules wayout.play and wayout.views have them, on the data that
data.py writes; tests play both and find the same pages. Values are never changed: undo is keeping the old value. Whatever has
ids is a Map or a Set, so that no id of a story means anything to JavaScript. */
"use strict";

const GO_ON = "go on", STAY = "stay here", RETURN = "turn back", ENTER = "enter ", MARK = "mark ", BACK = "back";

/** A sentence with its {names} filled in, in one pass: what is filled in is not looked at again. */
function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** What a document is called in a line: who published it; where nobody is said to have, its title. */
function documentName(cite) {
  return cite.outlet || cite.title;
}

/** Each once, in order. */
function distinct(values) {
  return [...new Set(values)];
}

/** What is there to say, with a dot between. */
function joined(...parts) {
  return parts.filter(Boolean).join(" · ");
}

/** A reader's way of saying: of a text in two wordings hers. */
function sayer(reader) {
  return (text) => (Array.isArray(text) ? text[reader.gentle ? 1 : 0] : text || "");
}

/** The library in the hands of an engine; `data` is what data.py writes, `words` the catalogue of strings. */
function makeEngine(data, words) {
  const stories = new Map(data.stories.map(([name, story]) => [name, {
    ...story,
    variables: new Map(story.variables),
    entries: new Map(story.entries),
    answers: new Map(story.answers),
    scenes: new Map(story.scenes.map(([key, scene]) => [key, { ...scene, choices: new Map(scene.choices || []) }])),
  }]));
  const claims = new Map(data.claims.map((claim, number) => {
    const [standing, reason] = data.standings[claim.stands];
    return [data.ids[number], { ...claim, standing, reason }];
  }));
  const idsOf = (numbers) => (numbers || []).map((number) => data.ids[number]);

  const sceneOf = (at) => stories.get(at.story).scenes.get(at.scene);
  const choiceOf = (at, key) => sceneOf(at).choices.get(key);
  const shownIn = (state) => (state.shown === null ? null : choiceOf(state, state.shown));
  const targetOf = (story, target) => {
    const at = target.indexOf("/");
    return at < 0 ? [story, target] : [target.slice(0, at), target.slice(at + 1)];
  };

  /* ---- Conditions ---- */

  function holds(condition, state) {
    if (!condition) return true;
    const [kind, ...parts] = condition;
    if (kind === "all") return parts.every((part) => holds(part, state));
    if (kind === "any") return parts.some((part) => holds(part, state));
    if (kind === "not") return !holds(parts[0], state);
    if (kind === "seen") return parts[0].every((one) => state.seen.has(one));
    if (kind === "chose") return parts[0].every((one) => state.chose.has(one));
    return state.situation.has(parts[0]) && parts[1].includes(state.situation.get(parts[0]));
  }

  /* ---- Steps ---- */

  /** A scene with what its record's own path holds there; off that path, with the opening. */
  function enter(name, scene) {
    const story = stories.get(name);
    const entry = story.entries.get(scene) || { situation: story.opening, seen: [], chose: [] };
    return {
      story: name, scene, situation: new Map(entry.situation), seen: new Set(entry.seen), chose: new Set(entry.chose),
      looked: new Set(), shown: null, left: [], asks: false, marked: "",
    };
  }

  function begin(name, scene, asks) {
    const first = scene || stories.get(name).start;
    return {
      trail: { story: name, scene: first, asks: Boolean(asks), steps: [] },
      state: { ...enter(name, first), asks: Boolean(asks) },
    };
  }

  /** Whether a choice has an outcome of its own, of which the reader can mark beforehand what anyone could know. */
  const isMarked = (choice) => Boolean(choice.own);

  /** Every move that the page offers, in its order. */
  function moves(state) {
    const back = state.left.length ? [RETURN] : [];
    const shown = shownIn(state);
    if (shown) {
      if (state.asks && isMarked(shown) && !state.marked) return data.marks.map((mark) => MARK + mark);
      const records = shown.targets.filter((target) => target.includes("/"));
      return records.length ? [...records.map((target) => ENTER + target), STAY, ...back] : [GO_ON, ...back];
    }
    const scene = sceneOf(state);
    const on = scene.next !== undefined ? [GO_ON] : [];
    if (scene.choices.size) {
      const open = [...scene.choices].filter(([, choice]) => holds(choice.when, state)).map(([key]) => key);
      return [...open, ...on, ...back];
    }
    if (scene.ending) return [...stories.get(state.story).met.map((one) => ENTER + one.target), ...back];
    return [...on, ...back];
  }

  function isOpen(state, move) {
    return moves(state).includes(move);
  }

  function choose(play, move) {
    const { state, trail } = play;
    const steps = [...trail.steps, { story: state.story, scene: state.scene, move }];
    return { trail: { ...trail, steps }, state: stepFrom(state, move) };
  }

  /** The state after a move. Throws RangeError for one that the page does not offer. */
  function stepFrom(state, move) {
    if (!isOpen(state, move)) throw new RangeError(`'${move}' is not open at ${state.story}/${state.scene}`);
    if (move === RETURN) return returned(state);
    if (move.startsWith(ENTER)) return crossed(state, move.slice(ENTER.length));
    if (move.startsWith(MARK)) return { ...state, marked: move.slice(MARK.length) };
    if (move === STAY) return looked(state);
    if (move === GO_ON) return goneOn(state);
    return { ...state, shown: move };
  }

  function goneOn(state) {
    const shown = shownIn(state);
    if (!shown) return atNext(state);
    if (shown.targets.length === 1 && shown.targets[0] === BACK) return looked(state);
    return {
      ...state,
      scene: shown.targets[0],
      situation: new Map([...state.situation, ...(shown.effects || [])]),
      seen: new Set([...state.seen, state.scene]),
      chose: new Set([...state.chose, `${state.scene}/${state.shown}`]),
      looked: new Set(),
      shown: null,
      marked: "",
    };
  }

  function atNext(state) {
    const scene = sceneOf(state).next || state.scene;
    return { ...state, scene, seen: new Set([...state.seen, state.scene]), looked: new Set(), shown: null, marked: "" };
  }

  /** Back at the fork, with the option marked as read. */
  function looked(state) {
    const read = state.shown ? new Set([...state.looked, `${state.scene}/${state.shown}`]) : state.looked;
    return { ...state, shown: null, marked: "", looked: read };
  }

  /** Into another record, with the fork remembered; one that is remembered already is not kept twice. */
  function crossed(state, target) {
    const at = looked(state);
    const fork = {
      story: at.story, scene: at.scene, situation: at.situation, seen: at.seen, chose: at.chose, looked: at.looked,
    };
    const known = state.left.findIndex((one) => one.story === fork.story && one.scene === fork.scene);
    const kept = known < 0 ? state.left : state.left.slice(0, known);
    return { ...enter(...targetOf(state.story, target)), left: [...kept, fork], asks: state.asks };
  }

  function returned(state) {
    const fork = state.left[state.left.length - 1];
    return { ...fork, shown: null, left: state.left.slice(0, -1), asks: state.asks, marked: "" };
  }

  /** The play at its beginning and after each step of a trail. Throws RangeError where a step is not open. */
  function plays(trail) {
    const found = [begin(trail.story, trail.scene, trail.asks)];
    for (const step of trail.steps) found.push(choose(found[found.length - 1], step.move));
    return found;
  }

  function replay(trail) {
    const all = plays(trail);
    return all[all.length - 1];
  }

  /* ---- Pages ---- */

  /** What a page is, and what it can be left by; its texts are Python's, which markup.js takes. */
  function page(state, reader, trail) {
    const say = sayer(reader);
    const story = stories.get(state.story), scene = sceneOf(state), choice = shownIn(state);
    const ending = choice ? null : scene.ending || null;
    const heldBack = Boolean(choice) && state.asks && isMarked(choice) && !state.marked;
    const told = choice ? [] : (scene.passages || []).filter((one) => holds(one.when, state));
    return {
      kind: heldBack ? "mark" : choice ? "outcome" : ending ? "ending" : "scene",
      story: state.story,
      scene: state.scene,
      shown: state.shown,
      title: story.title,
      place: scene.place || "",
      date: scene.date || "",
      blocks: told,
      chosen: choice ? say(choice.label) : "",
      ask: heldBack ? words.MARK_ASK : choice ? "" : say(scene.ask),
      reveal: choice && !heldBack ? choice : null,
      close: ending ? close(story, scene, ending, say, trail) : null,
      moves: offered(state, scene, say, reader),
      situation: situation(story, state),
      care: data.care && (choice ? !heldBack && Boolean(choice.hard) : told.some((one) => one.hard)),
    };
  }

  /** The evidence words of a choice: 'taken · recorded'. */
  function evidenceOf(choice) {
    return [choice.taken, ...distinct((choice.outcomes || []).map(([word]) => word))].join(" · ");
  }

  function close(story, scene, ending, say, trail) {
    const isCrossroads = Boolean(trail) && !story.person;
    return {
      ...ending,
      questions: (scene.discuss || []).map((one) => ({ ask: say(one.ask), expect: one.expect, claims: one.claims })),
      never_told: isCrossroads ? walked(trail) : [],
      walked: isCrossroads ? walked(trail).map(nameOf) : [],
      not_walked: isCrossroads ? notWalked(trail).map(nameOf) : [],
      marked: trail ? marked(trail, say).map((one) => fill(words.MARKED_LINE, one)) : [],
    };
  }

  const nameOf = (name) => stories.get(name).name;
  const personOf = (name) => stories.get(name).person;

  /** The records in which a trail has been, in the order in which it came to them. */
  function walked(trail) {
    return distinct(trail.steps.map((step) => step.story).filter((name) => personOf(name)));
  }

  /** The records of people in none of whose stories it has been. */
  function notWalked(trail) {
    const people = walked(trail).map(personOf);
    return data.records.filter((name) => !people.includes(personOf(name)));
  }

  /** Every mark of a trail beside the evidence words of the outcome. */
  function marked(trail, say) {
    const found = [];
    trail.steps.forEach((step, at) => {
      if (at === 0 || !step.move.startsWith(MARK)) return;
      const before = trail.steps[at - 1];
      const choice = choiceOf(before, before.move);
      const evidence = distinct((choice.outcomes || []).map(([word]) => word)).join(" · ");
      found.push({ label: say(choice.label), marked: words.MARKS[step.move.slice(MARK.length)], evidence });
    });
    return found;
  }

  /** What is told of the situation, by its places among all values of all variables that have a label. */
  function situation(story, state) {
    const all = [...story.variables].flatMap(([key, values]) => values.map((value) => JSON.stringify([key, value])));
    return [...state.situation].map((one) => all.indexOf(JSON.stringify(one))).filter((place) => place >= 0);
  }

  function offered(state, scene, say, reader) {
    const open = moves(state);
    const found = [];
    if (state.shown === null) {
      for (const [key, choice] of scene.choices) {
        found.push(choiceMove(state, key, choice, open.includes(key), say, reader));
      }
    }
    for (const move of open) {
      const [label, kind, notice] = otherMove(state, scene, move, say);
      if (kind) found.push(aMove(move, label, kind, { notice: notice || "" }));
    }
    return found;
  }

  function aMove(id, label, kind, more) {
    const rest = { is_open: true, reason: "", reason_claims: [], notice: "", looked_at: false, evidence: "" };
    return { id, label, kind, ...rest, ...more };
  }

  function choiceMove(state, key, choice, isOpenNow, say, reader) {
    const why = isOpenNow ? undefined : choice.otherwise;
    return aMove(key, say(choice.label), "choice", {
      is_open: isOpenNow,
      reason: isOpenNow ? "" : why ? say(why.text) : words.CLOSED,
      reason_claims: why ? idsOf(why.claims) : [],
      looked_at: state.looked.has(`${state.scene}/${key}`),
      evidence: reader.words_beforehand ? evidenceOf(choice) : "",
    });
  }

  /** Label, kind and notice of a move that is no choice of the story. */
  function otherMove(state, scene, move, say) {
    if (move === GO_ON) {
      const shown = shownIn(state);
      if (!shown) return [scene.choices.size ? words.NEXT_QUESTION : words.GO_ON, "go on"];
      return [shown.targets.length === 1 && shown.targets[0] === BACK ? words.BACK_TO_QUESTION : words.GO_ON, "go on"];
    }
    if (move === STAY) return [fill(words.STAY, { name: nameOf(state.story) }), "stay"];
    if (move === RETURN) {
      const fork = state.left[state.left.length - 1];
      const ask = say(sceneOf(fork).ask), name = nameOf(fork.story);
      const label = fill(sceneOf(fork).ask ? words.RETURN : words.RETURN_END, { name, ask });
      const names = state.left.slice(0, -1).reverse().map((one) => nameOf(one.story)).join(", ");
      return [names ? fill(words.RETURN_THEN, { label, names }) : label, "return"];
    }
    if (move.startsWith(MARK)) return [words.MARKS[move.slice(MARK.length)], "mark"];
    if (move.startsWith(ENTER)) {
      const target = move.slice(ENTER.length);
      const [record] = targetOf(state.story, target);
      const met = scene.ending && stories.get(state.story).met.find((one) => one.target === target);
      const label = met ? say(met.label) : fill(words.ENTER, { name: nameOf(record) });
      return [label, "enter", stories.get(record).notice];
    }
    return [];
  }

  const outcomeClaims = (choice) => (choice ? (choice.outcomes || []).flatMap(([, found]) => idsOf(found)) : []);

  /** Every claim that a page rests on, in the order of its parts, once each. */
  function claimsOf({ blocks, reveal, close, moves: ways }) {
    const found = blocks.flatMap((block) => idsOf(block.claims));
    if (reveal) found.push(...outcomeClaims(reveal), ...idsOf(reveal.claims));
    if (close) found.push(...idsOf(close.claims), ...close.questions.flatMap((question) => idsOf(question.claims)));
    return distinct([...found, ...ways.flatMap((move) => move.reason_claims)]);
  }

  /** The claims that its passages, outcomes and ending tell. */
  function toldIn({ blocks, reveal, close }) {
    const passages = blocks.filter((block) => !block.editorial).flatMap((block) => idsOf(block.claims));
    return distinct([...passages, ...outcomeClaims(reveal), ...(close ? idsOf(close.claims) : [])]);
  }

  /* ---- Evidence ---- */

  const citesIn = (cites, spared) => cites.map(([number, said, place, quote]) => {
    const [document, more] = data.documents[number], [speaker, voice] = data.said[said];
    return {
      document, place, speaker, voice, quote: spared ? "" : quote || "",
      title: "", outlet: "", how: "", language: "", made_from: "", url: "", is_held: false, ...more,
    };
  });

  function claimView(id, reader) {
    const claim = claims.get(id), say = sayer(reader);
    return {
      id,
      about: claim.about || "",
      says: say(claim.says),
      standing: claim.standing,
      reason: claim.reason,
      remarks: (claim.remarks || []).map(say),
      cites: citesIn(claim.cites || [], reader.gentle && Boolean(claim.spared)),
      differences: (claim.differences || []).map((one) => differenceView(one, reader)),
    };
  }

  function differenceView(one, reader) {
    const say = sayer(reader);
    return {
      head: fill(words.DIFFERS[one.weight], { on: say(one.on) }),
      weight: one.weight,
      why: one.why,
      readings: one.readings.map((each) => ({ says: say(each.says), cites: citesIn(each.cites, reader.gentle) })),
    };
  }

  function sources(ids, reader) {
    const found = ids.filter((id) => claims.has(id)).map((id) => claimView(id, reader));
    if (distinct(found.map((one) => one.about).filter(Boolean)).length < 2) return found;
    return found.map((one) =>
      one.about ? { ...one, says: fill(words.OF_PERSON, { name: one.about, head: one.says }) } : one);
  }

  /** Where the documents say what some claims tell otherwise, those points of substance first. */
  function versions(ids, reader) {
    const told = distinct(ids).filter((id) => claims.has(id));
    const found = told.flatMap((id) => claims.get(id).differences || []);
    const rank = (one) => (one.weight === "substance" ? 0 : 1);
    return [...found].sort((one, other) => rank(one) - rank(other)).map((one) => differenceView(one, reader));
  }

  return {
    data, words, stories, claims, begin, moves, isOpen, choose, plays, replay, page, claimsOf, toldIn, sources,
    versions, differenceView, evidenceOf, marked, walked, sceneOf, choiceOf, nameOf, personOf,
  };
}
