/* How is a reader's place kept in her browser, if she agrees?

Browser storage (localStorage): its key, version, consent, several tabs.

What is read back may be anything: of an older file, cut short, or made by hand. What cannot be played is dropped. The
key names the edition, so that another one at the same address takes nothing of it for its own; what was kept under the
key without it is of the edition that is shipped, as all were.
Some browsers keep nothing for a page from a file, or in a frame; then it is never asked. Each file has a place of
its own, and of several tabs one keeps: the one in which the reader moved last. */
"use strict";

function makeProgress(engine, past) {
  const KEY = `wayout ${engine.data.edition} ${window.location.pathname}`, VERSION = 1, MAX_TRAILS = 30;
  const OLD_KEY = engine.data.is_shipped ? `wayout ${window.location.pathname}` : null;

  function storage() {
    try {
      const found = window.localStorage;
      found.getItem(KEY);
      return found;
    } catch (error) {
      return null;
    }
  }

  const store = storage();

  function read() {
    try {
      const found = JSON.parse(store.getItem(KEY) || (OLD_KEY && store.getItem(OLD_KEY)));
      if (found.version !== VERSION) return null;
      return {
        reader: readerOf(found),
        letters_work: found.letters_work !== false,
        has_seen_foreword: found.has_seen_foreword === true,
        notebook: notebookOf(found.notebook),
        earlier: earlierOf(found.earlier),
        history: historyOf(found),
      };
    } catch (error) {
      return null;
    }
  }

  /** What was kept before there was anything of the reader's own is read with all of it. */
  function readerOf({ gentle, words_beforehand, asks, parts }) {
    const own = Array.isArray(parts) ? partsOf(parts) : engine.parts;
    return { gentle: gentle === true, words_beforehand: words_beforehand === true, asks: asks === true, parts: own };
  }

  const partsOf = (parts) => engine.parts.filter((one) => Array.isArray(parts) && parts.includes(one));

  /** The lines that were taken along, as far as they and their places are in this file. */
  function takenOf(lines) {
    return (Array.isArray(lines) ? lines : []).map((one) => one || {})
      .filter(({ thread, story, scene }) => engine.threads.has(thread) && isPlace(story, scene))
      .map(({ thread, story, scene }) => ({ thread, story, scene }));
  }

  /** The trails that were read before, as far as they are in this file, as plain values. */
  function earlierOf(trails) {
    const found = (Array.isArray(trails) ? trails : []).filter(Boolean).map(historyOf).filter(Boolean);
    return found.slice(-MAX_TRAILS).map(valuesOf);
  }

  /** The trails that were read before, with one that another takes the place of. */
  function withEarlier(earlier, history) {
    if (!history || !history.play.trail.steps.length) return earlier;
    const now = valuesOf(history), isOther = (one) => JSON.stringify(one) !== JSON.stringify(now);
    return [...earlier.filter(isOther), now].slice(-MAX_TRAILS);
  }

  /** All that was read, the trail that goes on now last. */
  const trailsOf = (earlier, history) =>
    [...earlier.map(historyOf), history].filter(Boolean).map(({ play }) => play.trail);

  /** What she brings along: the lines that she took, and the stories that she brought to an end. */
  function notebookOf(found) {
    const { taken, ended } = Array.isArray(found) ? { taken: found } : found || {};
    return { taken: takenOf(taken), ended: endedOf(ended) };
  }

  let told = { of: null };

  /** What was read on earlier trails: the records to an end, and what stood beside a line in hand. */
  function before(earlier, { ended }) {
    if (told.of !== earlier) {
      const every = trailsOf(earlier, null).flatMap(engine.plays).filter(({ state }) => engine.isTouched(state));
      told = { of: earlier, touched: every.map(({ state }) => [engine.own.inHand(state).thread, `${state.story}/${state.scene}`]) };
    }
    return { read: ended, touched: told.touched };
  }

  const endedOf = (names) => distinct(Array.isArray(names) ? names : []).filter((one) => engine.stories.has(one));

  /** The notebook with what a page adds to it. */
  function noted({ taken, ended }, state) {
    const isEnd = state.shown === null && Boolean(engine.sceneOf(state).ending);
    return { taken: state.taken.length ? state.taken : taken, ended: isEnd ? distinct([...ended, state.story]) : ended };
  }

  const isPlace = (story, scene) => engine.stories.has(story) && engine.stories.get(story).scenes.has(scene);

  /** The history that was kept, or as much of it as this file still offers. */
  function historyOf({ story, scene, trail_asks, trail_parts, taken, ended, moves, made }) {
    if (!isPlace(story, scene)) return null;
    const play = engine.begin(story, scene, trail_asks === true, partsOf(trail_parts), takenOf(taken), endedOf(ended));
    let history = { play, undone: [] };
    let count = 0;
    for (const move of Array.isArray(moves) ? moves : []) {
      if (!engine.isOpen(history.play.state, move)) break;
      history = past.choose(history, move);
      count += 1;
    }
    for (; count > made; count -= 1) history = past.undo(history);
    return history;
  }

  /** A history as plain values, of which historyOf makes it again. */
  function valuesOf(history) {
    if (!history) return { moves: [], made: 0 };
    const { trail } = history.play;
    const moves = past.lineOf(history).map((step) => step.move);
    const { story, scene, asks, parts, taken, ended, steps } = trail;
    return { story, scene, trail_asks: asks, trail_parts: parts, taken, ended, moves, made: steps.length };
  }

  /** Whether it was kept. */
  function write({ reader, history, letters_work, has_seen_foreword, notebook, earlier }) {
    try {
      store.setItem(KEY, JSON.stringify({
        version: VERSION, ...reader, letters_work, has_seen_foreword, notebook, earlier, ...valuesOf(history),
      }));
      forgetOld();
      return true;
    } catch (error) {
      return false;
    }
  }

  function forgetOld() {
    if (OLD_KEY) store.removeItem(OLD_KEY);
  }

  function forget() {
    try {
      store.removeItem(KEY);
      forgetOld();
    } catch (error) {
      /* There was nothing. */
    }
  }

  /** Told when another tab keeps its place here, or forgets it: `true` for a place. */
  function onOtherTab(told) {
    window.addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) told(event.key === KEY && event.newValue !== null);
    });
  }

  return {
    works: store !== null, read, write, forget, onOtherTab, readerOf, notebookOf, noted, earlierOf, withEarlier, trailsOf, before, historyOf,
    valuesOf,
  };
}
