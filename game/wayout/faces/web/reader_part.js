/* What can a reader do of her own: which prompt is put, which line can she take along, which of her article cut?

The reader's part as wayout.play.reader_part has it: prompts and replies, the line in hand, and the account's lines by
their ids, its length, what is cut. */
"use strict";

const MAX_LINES = 12, LINES_OF_BOTH = 2, BOTH = "both";

function makeReaderPart({ stories, threads, sceneOf, holds, isHeldBack }) {
  const FIRST_RECORD_TO_CUT = 3, ENDED = "ended", HERS = "hers", MET = "met/", CARRIED = "carried/";

  /* ---- Prompts ---- */

  /** What the reader answered to a prompt of this scene, or of another one. */
  function replyTo({ replies, story, scene }, prompt, at) {
    const where = at || { story, scene };
    return replies.find((one) => one.story === where.story && one.scene === where.scene && one.prompt === prompt);
  }

  /** The prompt that a page puts: the first of its scene that was not met yet, if a passage that it belongs to is told. */
  function pendingPrompt(state) {
    if (!state.parts.length || state.shown !== null) return null;
    const { prompts, passages } = sceneOf(state), found = [...prompts].find(([name, prompt]) => {
      if (!state.parts.includes(prompt.kind) || replyTo(state, name)) return false;
      const named = passages.filter((one) => one.prompt === name);
      return !named.length || named.some((one) => holds(one.when, state));
    });
    return found ? found[0] : null;
  }

  const replyMove = (prompt, option) => `${REPLY}${prompt} ${option}`;

  /** What can be done on a page that puts a prompt, shows what the record has on it, or edits; nothing on others. */
  function ownMoves(state) {
    if (state.edits) return [...cutMoves(state), GO_ON];
    const name = state.revealed === null ? pendingPrompt(state) : state.revealed;
    if (name === null) return [];
    const { replies, kind } = sceneOf(state).prompts.get(name), options = [...replies.keys()];
    if (state.revealed === null) return [...options.map((option) => replyMove(name, option)), GO_ON];
    const made = replyTo(state, name).option, others = [GAP, PLACE].includes(kind) ? options : [];
    return [GO_ON, ...others.filter((one) => one !== made).map((option) => replyMove(name, option))];
  }

  /* ---- Lines to take along ---- */

  const inHand = (state) => (state.taken.length ? state.taken[state.taken.length - 1] : null);

  /** The lines that can be taken along from here, but for the one in hand. */
  function takes(state) {
    const here = `${state.story}/${state.scene}`, hand = inHand(state);
    const found = [...threads].filter(([name, { opens }]) => opens.includes(here) && !(hand && hand.thread === name));
    return state.parts.includes(THREAD) ? found.map(([name]) => TAKE + name) : [];
  }

  /** Whether a page has something beside the line in hand, which was taken in the record of another. */
  function isTouched(state) {
    const { story, scene, shown, revealed } = state, hand = inHand(state), thread = hand && threads.get(hand.thread);
    return Boolean(thread) && state.parts.includes(THREAD) && hand.story !== story && shown === null && revealed === null
      && pendingPrompt(state) === null && thread.touches.has(`${story}/${scene}`);
  }

  /** Whether it is an ending that says what is still not told of the line in hand, which was taken from somebody else. */
  function isAtStill(state) {
    const { story, shown, revealed } = state, hand = inHand(state);
    return Boolean(hand) && threads.has(hand.thread) && state.parts.includes(THREAD) && hand.story !== story
      && shown === null && revealed === null && pendingPrompt(state) === null && Boolean(sceneOf(state).ending);
  }

  /** The line in hand that belongs to a page: it was taken there, or something stands there beside it. */
  function carriedTo(state) {
    const { story, scene } = state, hand = inHand(state);
    return hand && ((hand.story === story && hand.scene === scene) || isTouched(state)) ? hand.thread : null;
  }

  /* ---- The account ---- */

  /** What a reader begins with who has brought some stories to an end. */
  function linesOf(ended, parts) {
    const known = parts.includes(LENGTH) ? ended.filter((name) => stories.has(name) && stories.get(name).account) : [];
    return new Map(known.map((name) => [name, [ENDED]]));
  }

  /** The state with the lines that its page adds to the article. */
  function noted(state) {
    const { story, scene, seen, shown } = state, { account, scenes } = stories.get(story);
    if (!state.parts.includes(LENGTH) || !account) return state;
    const keys = [...scenes.keys()], isHere = (at) => !at || keys[at - 1] === scene || seen.has(keys[at - 1]);
    const choice = shown !== null && !isHeldBack(state) && sceneOf(state).choices.get(shown), thread = carriedTo(state);
    const latest = [
      ...(choice && choice.met ? [[MET, `${MET}${scene}/${shown}`]] : []),
      ...(threads.has(thread) ? [[CARRIED, CARRIED + thread]] : []),
    ];
    const kept = (state.lines.get(story) || []).filter((line) => !latest.some(([kind]) => line.startsWith(kind)));
    const told = account.lines.flatMap(([, , at], number) => (isHere(at) ? [String(number + 1)] : []));
    const isEnd = Boolean(sceneOf(state).ending);
    const ended = distinct([story, ...state.lines.keys()].filter((one) => (state.lines.get(one) || []).includes(ENDED)
      || one === story));
    const marks = isEnd ? [ENDED, ...(ended.length >= FIRST_RECORD_TO_CUT ? [HERS] : [])] : [];
    const own = distinct([...kept, ...told, ...latest.map(([, line]) => line), ...marks]).sort();
    return { ...state, lines: new Map([...state.lines, [story, own]]) };
  }

  /** Whether the article of a record is hers to cut. */
  const isHers = ({ story, lines }) => (lines.get(story) || []).includes(HERS);

  const cutKey = ({ story }, line) => `${story} ${line}`;

  /** What was answered in this record to prompts of a kind. */
  function answered({ story, replies }, kind) {
    return replies.filter((reply) => reply.story === story && reply.option
      && sceneOf(reply).prompts.get(reply.prompt).kind === kind);
  }

  const idOf = ({ scene, prompt }) => `${scene}/${prompt}`;

  /** The ids of the lines that the article on the record has, in their order, cut or not. */
  function articleLines(state) {
    const { account } = stories.get(state.story), own = state.lines.get(state.story) || [];
    const told = account.lines.map((_, at) => String(at + 1)).filter((line) => own.includes(line));
    const ends = own.includes(String(account.lines.length)) ? told.splice(-1) : [];
    const brought = [MET, CARRIED].flatMap((kind) => own.filter((line) => line.startsWith(kind)));
    return [...told, ...answered(state, ASK).map(idOf), ...brought, ...ends];
  }

  /** The lines that are never cut: those that the story keeps, its last, and those the headline is taken from. */
  function fixed(state) {
    const { account: { lines, heads = [] } } = stories.get(state.story), chosen = answered(state, HEADLINE).pop();
    const head = chosen && sceneOf(chosen).prompts.get(chosen.prompt).replies.get(chosen.option).text;
    const headed = new Map(heads).get(head) || [];
    return lines.map((_, at) => at).filter((at) => lines[at][1] || at === lines.length - 1 || headed.includes(at))
      .map((at) => String(at + 1));
  }

  function cutMoves(state) {
    const kept = fixed(state), lines = articleLines(state).filter((line) => !kept.includes(line));
    return lines.map((line) => (state.cut.has(cutKey(state, line)) ? PUT_BACK : CUT) + line);
  }

  /** How many lines the article takes without what is cut. */
  function articleLength(state) {
    const { account } = stories.get(state.story), kept = fixed(state);
    const left = articleLines(state).filter((line) => kept.includes(line) || !state.cut.has(cutKey(state, line)));
    const printed = answered(state, GAP).filter(({ option }) => option === BOTH).map(idOf);
    const gaps = account.lines.flatMap(([, , , scene, prompt], at) =>
      (prompt && printed.includes(idOf({ scene, prompt })) ? [String(at + 1)] : []));
    return left.length + gaps.filter((line) => left.includes(line)).length * (LINES_OF_BOTH - 1);
  }

  /** The text of a line among those of its account, or of lines to take along, by its id. */
  function textOfLine(state, line) {
    const { story } = state, { account } = stories.get(story);
    if (line.startsWith(CARRIED)) return { at: [...threads.keys()].indexOf(line.slice(CARRIED.length)), list: "carried" };
    const isMet = line.startsWith(MET), [scene, name] = (isMet ? line.slice(MET.length) : line).split("/");
    if (isMet) return { at: sceneOf({ story, scene }).choices.get(name).met };
    const promptOf = (reply) => sceneOf(reply).prompts.get(reply.prompt);
    if (name) {
      const reply = replyTo(state, name, { story, scene });
      return { at: promptOf(reply).replies.get(reply.option).text };
    }
    const [first = 0, , , at, prompt] = account.lines[Number(line) - 1], reply = replyTo(state, prompt, { story, scene: at });
    return { at: reply && reply.option ? first + 1 + [...promptOf(reply).replies.keys()].indexOf(reply.option) : first };
  }

  return {
    replyTo, pendingPrompt, ownMoves, inHand, takes, isTouched, isAtStill, linesOf, noted, isHers, articleLength, textOfLine,
    cutKey, idOf, MET, CARRIED,
  };
}
