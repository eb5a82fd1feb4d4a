/* What may a reader do now, what comes of it, and what may she be shown?

The state machine: conditions, moves and steps as the modules wayout.play and wayout.views have them, on the data of
data.py; tests play both and find the same pages. Values are never changed: undo is keeping the old value. Whatever has
ids is a Map or a Set, so that no id of a story means anything to JavaScript. */
"use strict";

const GO_ON = "go on", STAY = "stay here", RETURN = "turn back", ENTER = "enter ", MARK = "mark ", BACK = "back";
const REPLY = "reply ", TAKE = "take ", EDIT = "edit lines", CUT = "cut ", PUT_BACK = "put back ", LENGTH = "length";
const GAP = "gap", PLACE = "place", THREAD = "thread", HEADLINE = "headline", ASK = "ask";

const TO_LIBRARY = "to the library", DECISION = "decision ";

/** The library in the hands of an engine; `data` is what data.py writes. */
function makeEngine(data) {
  const stories = new Map(data.stories.map(([name, story]) => [name, withMaps(story)]));
  const threads = new Map(data.threads.map(([name, { touches, ...thread }]) => [name, {
    ...thread, touches: new Map(touches), otherwise: new Map(touches.map(([place, , otherwise = []]) => [place, otherwise])),
  }]));

  function withMaps(story) {
    const scenes = new Map(story.scenes.map(([key, scene]) =>
      [key, { ...scene, passages: scene.passages || [], choices: new Map(scene.choices || []), prompts: promptsOf(scene) }]));
    return { ...story, scenes, variables: new Map(story.variables), ...pathOf(story, scenes) };
  }

  function promptsOf({ prompts = [] }) {
    return new Map(prompts.map(([name, { replies, ...prompt }]) =>
      [name, { ...prompt, replies: new Map(replies.map(([option, ...reply]) => [option, replyOf(reply)])) }]));
  }

  /** An answer: its text in the account, and the blocks that it shows, if the record has anything on it. */
  function replyOf([text, claims, editorial]) {
    return { text, blocks: claims && [{ claims }, ...(editorial ? [{ claims: editorial, editorial: true }] : [])] };
  }

  /** What holds on entering each scene of the recorded path, and what a person chose there. */
  function pathOf(story, scenes) {
    const entries = new Map(), answers = new Map(), seen = new Set(), chose = new Set();
    let situation = new Map(story.opening);
    for (const [scene, answer] of story.path) {
      entries.set(scene, { situation, seen: new Set(seen), chose: new Set(chose) });
      seen.add(scene);
      if (answer === null) continue;
      chose.add(`${scene}/${answer}`);
      situation = new Map([...situation, ...(scenes.get(scene).choices.get(answer).effects || [])]);
      if (story.person) answers.set(scene, answer);
    }
    return { entries, answers };
  }

  /** All that can be the reader's own, in its order. */
  const parts = data.parts.map(([part]) => part);

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
    const entry = story.entries.get(scene) || { situation: new Map(story.opening), seen: new Set(), chose: new Set() };
    return { story: name, scene, ...entry, looked: new Set(), shown: null, left: [], question: null, marked: "", revealed: null, edits: false };
  }

  /** `asks` marks before each reveal; `parts` are what the reader is given to do of her own, `taken` the lines that she
      brings along, `ended` the stories that she has brought to an end. */
  function begin(name, scene, asks, parts = [], taken = [], ended = []) {
    const first = scene || stories.get(name).start, how = { asks: Boolean(asks), parts, taken };
    const mine = { replies: [], lines: own.linesOf(ended, parts), cut: new Set() };
    return {
      trail: { story: name, scene: first, ...how, ended, paper: "", steps: [] },
      state: own.noted({ ...enter(name, first), ...how, ...mine }),
    };
  }

  /** What stays as it is wherever a reader goes. */
  const staying = ({ asks, parts, replies, taken, lines, cut }) => ({ asks, parts, replies, taken, lines, cut });

  /** Whether a choice has an outcome of its own, of which the reader can mark beforehand what anyone could know. */
  const isMarked = (choice) => Boolean(choice.own);

  const isHeldBack = (state) => state.shown !== null && state.asks && isMarked(shownIn(state)) && !state.marked;

  /* ---- The reader's own part ---- */

  const own = makeReaderPart({ stories, threads, sceneOf, holds, isHeldBack });
  const { replyTo, pendingPrompt, ownMoves, inHand, takes, isTouched, isAtStill } = own;

  function replied(state, [prompt, option]) {
    const { story, scene } = state, made = replyTo(state, prompt);
    const reply = { story, scene, prompt, option, is_changed: Boolean(made) };
    const isAnswered = Boolean(sceneOf(state).prompts.get(prompt).replies.get(option).blocks);
    const replies = [...state.replies.filter((one) => one !== made), reply];
    return { ...state, replies, revealed: isAnswered ? prompt : null };
  }

  function passed(state) {
    if (state.edits || state.revealed !== null) return { ...state, revealed: null, edits: false };
    const { story, scene } = state, prompt = pendingPrompt(state);
    return { ...state, replies: [...state.replies, { story, scene, prompt, option: "", is_changed: false }] };
  }

  /* ---- Moves ---- */

  /** Every move that the page offers, in its order; of the questions that lie behind it leads back to the nearest. */
  function moves(state) {
    const back = state.left.length || state.question ? [RETURN] : [];
    const shown = shownIn(state);
    if (shown) {
      if (isHeldBack(state)) return data.marks.map((mark) => MARK + mark);
      const records = shown.targets.filter((target) => target.includes("/"));
      if (records.length) return [...records.map((target) => ENTER + target), STAY];
      const doors = (shown.doors || []).map((target) => ENTER + target);
      return isBack(shown) ? [GO_ON] : [GO_ON, ...doors, ...back];
    }
    const scene = sceneOf(state), mine = ownMoves(state);
    if (mine.length) return [...mine, ...back];
    back.unshift(...(scene.ending && own.isHers(state) && state.parts.includes(LENGTH) ? [EDIT] : []), ...takes(state));
    const on = scene.next !== undefined ? [GO_ON] : [];
    if (scene.choices.size) {
      return [...openIn(state), ...on, ...back];
    }
    if (scene.ending) return [...scene.ending.leads.map((target) => ENTER + target), ...back];
    return [...on, ...back];
  }

  /** The options that are part of a fork, be they open or not. */
  function offered(state) {
    return new Map([...sceneOf(state).choices].filter(([, choice]) => holds(choice.only, state)));
  }

  /** Those of them that are open. */
  function openIn(state) {
    return [...offered(state)].filter(([, choice]) => holds(choice.when, state)).map(([key]) => key);
  }

  const isOpen = (state, move) => moves(state).includes(move);

  function choose(play, move) {
    const { state, trail } = play;
    const { story, scene } = state, steps = [...trail.steps, { story, scene, move }];
    return { trail: { ...trail, steps }, state: stepFrom(state, move) };
  }

  /** The state after a move. Throws RangeError for one that the page does not offer. */
  function stepFrom(state, move) {
    if (!isOpen(state, move)) throw new RangeError(`'${move}' is not open at ${state.story}/${state.scene}`);
    return own.noted(moved(state, move));
  }

  function moved(state, move) {
    if (move === RETURN) return returned(state);
    if (move.startsWith(ENTER)) return crossed(state, move.slice(ENTER.length));
    if (move.startsWith(MARK)) return { ...state, marked: move.slice(MARK.length) };
    if (move.startsWith(REPLY)) return replied(state, move.slice(REPLY.length).split(" "));
    if (move.startsWith(TAKE)) return taken(state, move.slice(TAKE.length));
    if (move === EDIT) return { ...state, edits: true };
    if (move.startsWith(CUT)) return { ...state, cut: new Set([...state.cut, own.cutKey(state, move.slice(CUT.length))]) };
    if (move.startsWith(PUT_BACK)) {
      const back = own.cutKey(state, move.slice(PUT_BACK.length));
      return { ...state, cut: new Set([...state.cut].filter((one) => one !== back)) };
    }
    if (move === STAY) return looked(state);
    if (move === GO_ON) return ownMoves(state).length ? passed(state) : goneOn(state);
    return { ...state, shown: move };
  }

  function taken(state, thread) {
    return { ...state, taken: [...state.taken, { thread, story: state.story, scene: state.scene }] };
  }

  /** Whether a choice shows its outcome and leads back to the question. */
  const isBack = ({ targets }) => targets.length === 1 && targets[0] === BACK;

  function goneOn(state) {
    const shown = shownIn(state);
    if (!shown) return atNext(state);
    if (isBack(shown)) return looked(state);
    return {
      ...state,
      scene: shown.targets[0],
      situation: new Map([...state.situation, ...(shown.effects || [])]),
      seen: new Set([...state.seen, state.scene]),
      chose: new Set([...state.chose, `${state.scene}/${state.shown}`]),
      question: shown.silent ? forkOf(state) : null,
      looked: new Set(), shown: null, marked: "",
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

  /** The fork that a reader leaves, as it is then. */
  const forkOf = (state) => ({ ...looked(state), left: [], question: null, revealed: null });

  /** Into another record, with the question remembered; one that is remembered already is not kept twice. */
  function crossed(state, target) {
    const fork = state.question || forkOf(state);
    const known = state.left.findIndex((one) => one.story === fork.story && one.scene === fork.scene);
    const kept = known < 0 ? state.left : state.left.slice(0, known);
    return { ...atDoor(shownIn(state), ...targetOf(state.story, target)), left: [...kept, fork], ...staying(state) };
  }

  /** In another record; in a road in the situation that a choice brings along. */
  function atDoor(choice, name, scene) {
    const { person, opening } = stories.get(name), entered = enter(name, scene);
    if (!choice || !choice.brings || person) return entered;
    return { ...entered, situation: new Map([...opening, ...choice.brings]), seen: new Set(), chose: new Set() };
  }

  function returned(state) {
    const { question } = state, fork = question || state.left[state.left.length - 1];
    return { ...fork, left: question ? state.left : state.left.slice(0, -1), ...staying(state) };
  }

  /** The play at its beginning and after each step of a trail. Throws RangeError where a step is not open. */
  function plays(trail) {
    const found = [begin(trail.story, trail.scene, trail.asks, trail.parts, trail.taken, trail.ended)];
    for (const step of trail.steps) found.push(choose(found[found.length - 1], step.move));
    return found;
  }

  const replay = (trail) => plays(trail).pop();

  /* ---- Pages ---- */

  /** What a page is, what it rests on, and what it can be left by; what it tells and how it looks is Python's.

      `read` are the records that its reader has read to an end on any trail, `touched` what stood on earlier ones beside
      a line in her hand, each a thread and a place. */
  function page({ state, trail }, { read = [], touched = [] } = {}) {
    const { story, scene, shown, left, question } = state, here = sceneOf(state), choice = shownIn(state);
    const isMark = isHeldBack(state), isEnd = Boolean(here.ending);
    const asked = choice ? null : askedOn(state);
    const ending = (!choice && !asked && here.ending && endingNow(here.ending, state, trail)) || null;
    const passages = choice ? [] : here.passages.filter((one) => holds(one.when, state));
    return {
      headline: headlineIn(trail), marked: state.marked, stretch: !isMark && trails.endsStretch(state, trail, read),
      kind: isMark ? "mark" : choice ? "outcome" : asked ? asked.kind : ending ? "ending" : "scene",
      story, scene, shown, looked: trails.readBefore(state, trail), left, question, trail, ending, asked,
      blocks: choice ? [] : told(state, passages, touched),
      reveal: isMark ? null : choice,
      moves: moves(state),
      length: isEnd && own.isHers(state) ? own.articleLength(state) : null,
      lines: state.edits ? moves(state).map(lineOf(state)).filter(Boolean) : [],
      offered: choice || asked ? new Map() : offered(state),
      opened: choice && choice.lines ? distinct(trails.opened({ trail, story, left })) : [],
      situation: situation(stories.get(story), state),
      care: data.care && !state.edits
        && (choice ? !isMark && Boolean(choice.hard) : passages.some((one) => one.hard)),
    };
  }

  /** Where a headline was chosen by the last step of a trail, and which. */
  function headlineIn({ steps }) {
    const { story, scene, move } = steps[steps.length - 1] || { move: "" };
    if (!move.startsWith(REPLY)) return null;
    const [prompt, option] = move.slice(REPLY.length).split(" ");
    return sceneOf({ story, scene }).prompts.get(prompt).kind === HEADLINE ? { story, scene, asked: { prompt }, option } : null;
  }

  /** Of a move that cuts a line, or puts it back, the text of that. */
  const lineOf = (state) => (move) => {
    const kind = [CUT, PUT_BACK].find((one) => move.startsWith(one));
    return kind && { move, kind, ...own.textOfLine(state, move.slice(kind.length)) };
  };

  /** An ending with what of it is told in a situation. */
  function endingNow(ending, state, trail) {
    const passages = ending.passages.filter((one) => holds(one.when, state));
    const steps = personOf(state.story) ? [] : trails.roadSteps(trail), shut = trails.shutOn(steps);
    return {
      ...ending, every: ending.passages, passages, claims: distinct(passages.flatMap((one) => one.claims || [])),
      road: steps.length ? { shut, back: trails.waysBack(steps, shut), made: steps.length, ...trails.whoseSteps(steps) } : null,
      reasons: shut.flatMap(({ choice }) => choice.reason || []),
    };
  }

  /** The prompt that is put, or the one of which is shown what the record has, with the answer. */
  function askedOn(state) {
    const { revealed } = state, prompt = revealed === null ? pendingPrompt(state) : revealed;
    if (state.edits) return { kind: "prompt", prompt: null, option: null };
    if (prompt === null) return null;
    return { kind: revealed === null ? "prompt" : "reveal", prompt, option: revealed && replyTo(state, revealed).option };
  }

  /** The passages up to a prompt that is put, and from the last one on; or what an answer shows. */
  function told(state, passages, touched) {
    const { prompts, choices } = sceneOf(state), { revealed } = state, pending = pendingPrompt(state);
    if (state.edits) return [];
    if (revealed !== null) return prompts.get(revealed).replies.get(replyTo(state, revealed).option).blocks;
    const found = paged(passages, new Set([...prompts].filter(([, { kind }]) => state.parts.includes(kind))
      .map(([name]) => name)));
    let [, shown] = found.find(([name]) => name === pending);
    if (!shown.length && choices.size && pending === null) {
      [, shown] = [...found].reverse().find(([, one]) => one.length) || [null, []];
    }
    const blocks = shown.map((one) => printed(state, one));
    return pending === null ? [...blocks, ...touching(state, touched)] : blocks;
  }

  /** Passages in pages, each with the prompt that is put on it; the last one has none. */
  function paged(passages, asked) {
    const found = [];
    let one = [];
    for (const passage of passages) {
      one.push(passage);
      if (!asked.delete(passage.prompt)) continue;
      found.push([passage.prompt, one]);
      one = [];
    }
    for (const name of asked) {
      found.push([name, one]);
      one = [];
    }
    return [...found, [null, one]];
  }

  /** A passage; in place of one with a gap its line, with what was printed there: null while nothing was. */
  function printed(state, passage) {
    const prompt = sceneOf(state).prompts.get(passage.prompt);
    if (!prompt || prompt.kind !== GAP || !state.parts.includes(GAP)) return passage;
    const reply = replyTo(state, passage.prompt), claims = [...(passage.claims || []), ...(prompt.claims || [])];
    return { of: passage, prompt: passage.prompt, option: reply ? reply.option : null, claims };
  }

  /** What stands here beside a line that was taken in another record; at an ending, what is still not told of it. */
  function touching(state, touched) {
    const hand = inHand(state), thread = hand && threads.get(hand.thread), here = `${state.story}/${state.scene}`;
    const found = isTouched(state) ? [thread.touches.get(here)] : [];
    const isKnown = found.length > 0 && touched.some(([name, place]) => name === hand.thread && place === here);
    if (isAtStill(state)) found.push(thread.still);
    return found.map((claims) => ({ thread: hand.thread, claims, isKnown }));
  }

  const nameOf = (name) => stories.get(name).name, personOf = (name) => stories.get(name).person;

  /** What is told of the situation, by its places among all values of all variables that have a label. */
  function situation(story, state) {
    const all = [...story.variables].flatMap(([key, values]) => values.map((value) => JSON.stringify([key, value])));
    const opening = new Map(story.person ? [] : story.opening), isNew = ([key, value]) => opening.get(key) !== value;
    return [...state.situation].filter(isNew).map((one) => all.indexOf(JSON.stringify(one))).filter((place) => place >= 0);
  }

  const engine = {
    data, stories, threads, parts, isTouched, isAtStill, begin, moves, isOpen, choose, plays, replay, replyTo, own, page,
    sceneOf, choiceOf, targetOf, nameOf, personOf, offered, openIn, holds,
  };
  const trails = makeTrails(engine);
  return { ...engine, ...trails };
}
