/* What does a trail hold, and what do claims rest on?

Functions on the data and on trails, beside the state machine: records walked in and not, marks, standing of claims,
differences of documents, the claims of a page. */
"use strict";

const RECORDS_BEFORE_ROAD = 2;

function makeTrails(engine) {
  const { data, personOf } = engine;

  /** The records in which a trail has been, in the order in which it came to them. */
  function walked(trail) {
    return distinct(trail.steps.map((step) => step.story).filter((name) => personOf(name)));
  }

  /** The records of people in none of whose stories it has been. */
  function notWalked(trail) {
    const people = walked(trail).map(personOf);
    return data.records.filter((name) => !people.includes(personOf(name)));
  }

  /** Every mark of a trail, by its number, with the choice that it was made of. */
  function marked(trail) {
    return trail.steps.map((step, at) => ({ before: trail.steps[at - 1], move: step.move }))
      .filter(({ before, move }) => before && move.startsWith(MARK))
      .map(({ before, move }) => ({ ...before, mark: data.marks.indexOf(move.slice(MARK.length)) }));
  }

  /** The options of a scene that were read: at this visit, or anywhere on the trail. */
  function readBefore({ story, scene, looked: read }, { steps }) {
    const { choices } = engine.stories.get(story).scenes.get(scene);
    const made = steps.filter((one) => one.story === story && one.scene === scene && choices.has(one.move));
    return new Set([...read, ...made.map((one) => `${scene}/${one.move}`)]);
  }

  /** A claim: whom it is about, how weakly it is supported, what it cites, and on what the documents part. */
  function claimOf(number) {
    const [person = 0, rank = 0, cites = [], differences = [], isSpared = 0] = data.claims[number];
    return { person, rank, cites, differences, isSpared: isSpared > 0 };
  }

  /** On what the documents part, by claim and which of its points it is; those of substance first. */
  function versions(claims) {
    const found = claims.flatMap((claim) =>
      claimOf(claim).differences.map(([isOfSubstance], at) => ({ claim, at, isOfSubstance })));
    return [...found.filter((one) => one.isOfSubstance), ...found.filter((one) => !one.isOfSubstance)];
  }

  const outcomeClaims = (choice) => (choice ? (choice.outcomes || []).flat() : []);

  /** Every claim that a page rests on, in the order of its parts, once each. */
  function claimsOf(page) {
    const { blocks, reveal, ending, moves: ways } = page, { discuss } = engine.sceneOf(page);
    const found = blocks.flatMap((block) => block.claims || []);
    if (reveal) found.push(...outcomeClaims(reveal), ...(reveal.claims || []));
    if (ending) found.push(...ending.claims, ...ending.reasons, ...(discuss || []));
    const shut = [...page.offered].filter(([key]) => !ways.includes(key));
    return distinct([...found, ...shut.flatMap(([, choice]) => choice.reason || [])]);
  }

  /** The claims that its passages, outcomes and ending tell. */
  function toldIn({ blocks, reveal, ending }) {
    const passages = blocks.filter((block) => !block.editorial).flatMap((block) => block.claims || []);
    return distinct([...passages, ...outcomeClaims(reveal), ...(ending ? ending.claims : [])]);
  }

  /* ---- Roads ---- */

  /** The records in which a trail has been, up to a page. */
  function opened({ trail, story, left }) {
    return [trail.story, story, ...trail.steps.map((step) => step.story), ...left.map((fork) => fork.story)].filter(personOf);
  }

  /** Whether a road's first stretch ends with the choice that is shown, for a reader of fewer than two records. */
  function endsStretch({ story, scene, shown, seen, left }, trail, read) {
    const { scenes, start, person } = engine.stories.get(story), behind = new Set([...seen, scene]);
    const targets = shown === null || person ? [] : scenes.get(scene).choices.get(shown).targets;
    const isStretch = (one) => Boolean(scenes.has(one) && scenes.get(one).stretch);
    if (!targets.length || !behind.has(start) || [...behind].some(isStretch)) return false;
    const before = read.filter((one) => data.records.includes(one));
    const people = new Set([...opened({ trail, story, left }), ...before].map(personOf));
    return isStretch(targets[0]) && people.size < RECORDS_BEFORE_ROAD && data.records.length >= RECORDS_BEFORE_ROAD;
  }

  /** The steps of the road on which a trail ends, from where it came into it; what was only looked at is none. */
  function roadSteps(trail) {
    const runs = new Map();
    let before = null, decision = 0;
    engine.plays(trail).forEach(({ state }, at) => {
      const step = at ? trail.steps[at - 1] : null, move = step && step.move;
      if (step && engine.sceneOf(step).choices.has(move)) decision += 1;
      if (step && move.startsWith(ENTER)) runs.set(state.left.length, []);
      else if (move === GO_ON && before.shown !== null) {
        const { targets } = engine.choiceOf(before, before.shown), depth = before.left.length;
        if (targets.length !== 1 || targets[0] !== BACK) {
          runs.set(depth, [...(runs.get(depth) || []), { state: before, choice: before.shown, decision }]);
        }
      }
      before = state;
    });
    return (runs.get(before.left.length) || []).filter((one) => one.state.story === before.story);
  }

  /** The doors that were shut on a road, each once: where it is, its option, the number of the decision that it goes
      back to, and whether the answer there shut it. */
  function shutOn(steps) {
    const found = new Map();
    for (const [number, { state, decision: here }] of steps.entries()) {
      const open = engine.openIn(state);
      for (const [key, choice] of engine.offered(state)) {
        const place = choice.door || JSON.stringify([state.scene, key]);
        if (open.includes(key) || found.has(place)) continue;
        const answer = answerThatShut(choice.when, steps.slice(0, number + 1));
        found.set(place, { at: state, key, choice, decision: answer ? answer.decision : here, isAnswered: Boolean(answer) });
      }
    }
    return [...found.values()];
  }

  /** The step whose answer shut a door that was met at the last one; of a door that never stood open, the last that
      changed anything that it asks for. */
  function answerThatShut(condition, steps) {
    const before = steps.slice(0, -1).reverse(), then = steps.slice(1).reverse(), asked = termsOf(condition);
    const has = ({ state }) => JSON.stringify(asked.map(([kind, ...parts]) =>
      (kind === "seen" || kind === "chose" ? parts[0].map((one) => state[kind].has(one)) : state.situation.get(parts[0]) || "")));
    return before.find(({ state }) => engine.holds(condition, state))
      || before.find((one, at) => has(one) !== has(then[at]));
  }

  const termsOf = ([kind, ...parts]) =>
    (["all", "any", "not"].includes(kind) ? parts.flatMap(termsOf) : [[kind, ...parts]]);

  /** The ways back from the end of a road: to each decision with the doors that go back to it, and to the first one. */
  function waysBack(steps, shut) {
    const found = new Map();
    for (const door of shut) found.set(door.decision, [...(found.get(door.decision) || []), door]);
    const [first] = steps;
    const ordered = [...found].sort(([one], [other]) => one - other);
    return first && !found.has(first.decision) ? [...ordered, [first.decision, []]] : ordered;
  }

  /** Whose steps they were: how many nobody's, and of each person the name and how many, the most first. */
  function whoseSteps(steps) {
    const found = new Map();
    let none = 0;
    for (const { state, choice } of steps) {
      const { takers = [] } = engine.choiceOf(state, choice);
      if (!takers.length) none += 1;
      for (const [person, name] of takers) found.set(person, { name, count: (found.get(person) || { count: 0 }).count + 1 });
    }
    const people = [...found.values()].sort((one, other) =>
      other.count - one.count || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    return { none, people };
  }

  return {
    readBefore, claimOf, versions, claimsOf, toldIn, marked, walked, notWalked, opened, endsStretch, roadSteps, shutOn,
    waysBack, whoseSteps,
  };
}
