/* How is a reader's place kept in her browser, if she agrees?

Browser storage (localStorage): its key, version, consent, several tabs.

What is read back may be anything: of another edition, cut short, or made by hand. What cannot be played is dropped.
Some browsers keep nothing for a page from a file, or in a frame; then it is never asked. Each file has a place of
its own, and of several tabs one keeps: the one in which the reader moved last. */
"use strict";

function makeProgress(engine, past) {
  const KEY = `wayout ${window.location.pathname}`, VERSION = 1;

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
      const found = JSON.parse(store.getItem(KEY));
      if (found.version !== VERSION) return null;
      return {
        reader: readerOf(found),
        letters_work: found.letters_work !== false,
        was_told_of_war: found.was_told_of_war === true,
        history: historyOf(found),
      };
    } catch (error) {
      return null;
    }
  }

  function readerOf({ gentle, words_beforehand, asks }) {
    return { gentle: gentle === true, words_beforehand: words_beforehand === true, asks: asks === true };
  }

  /** The history that was kept, or as much of it as this file still offers. */
  function historyOf({ story, scene, trail_asks, moves, made }) {
    if (!engine.stories.has(story) || !engine.stories.get(story).scenes.has(scene)) return null;
    let history = { play: engine.begin(story, scene, trail_asks === true), undone: [] };
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
    return { story: trail.story, scene: trail.scene, trail_asks: trail.asks, moves, made: trail.steps.length };
  }

  /** Whether it was kept. */
  function write({ reader, history, letters_work, was_told_of_war }) {
    try {
      store.setItem(KEY, JSON.stringify({
        version: VERSION, ...reader, letters_work, was_told_of_war, ...valuesOf(history),
      }));
      return true;
    } catch (error) {
      return false;
    }
  }

  function forget() {
    try {
      store.removeItem(KEY);
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

  return { works: store !== null, read, write, forget, onOtherTab, readerOf, historyOf, valuesOf };
}
