/* How is a reader's place kept in her browser, if she agrees?

What is read back may be anything: of another edition, cut short, or made by hand. What cannot be played is dropped.
Some browsers keep nothing for a page from a file, or in a frame; then it is never asked. */
"use strict";

function makeProgress(engine, behind) {
  const KEY = "wayout", VERSION = 1;

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
        reader: {
          gentle: found.gentle === true,
          words_beforehand: found.words_beforehand === true,
          asks: found.asks === true,
        },
        letters_work: found.letters_work !== false,
        was_told_of_war: found.was_told_of_war === true,
        history: historyOf(found),
      };
    } catch (error) {
      return null;
    }
  }

  /** The history that was kept, or as much of it as this file still offers. */
  function historyOf({ story, scene, trail_asks, moves, made }) {
    if (!engine.stories.has(story) || !engine.stories.get(story).scenes.has(scene)) return null;
    let history = { play: engine.begin(story, scene, trail_asks === true), undone: [] };
    let count = 0;
    for (const move of Array.isArray(moves) ? moves : []) {
      if (!engine.isOpen(history.play.state, move)) break;
      history = behind.choose(history, move);
      count += 1;
    }
    for (; count > made; count -= 1) history = behind.undo(history);
    return history;
  }

  /** Whether it was kept. */
  function write({ reader, history, letters_work, was_told_of_war }) {
    const trail = history ? history.play.trail : {};
    const moves = history ? behind.lineOf(history).map((step) => step.move) : [];
    const made = history ? trail.steps.length : 0;
    try {
      store.setItem(KEY, JSON.stringify({
        version: VERSION, ...reader, letters_work, was_told_of_war,
        story: trail.story, scene: trail.scene, trail_asks: trail.asks, moves, made,
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

  return { works: store !== null, read, write, forget };
}
