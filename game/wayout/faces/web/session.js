/* How do the browser's own Back and Forward go through the pages? Each page is an entry of the session history.

The History API: pushState, Back and Forward, and how long it waits for one of them.

An entry holds what the browser brings back with it, on Reload too: nothing else keeps it, and it goes with the tab.
What another edition left there that lay at the same address is not read.
A page in a frame may be refused entries; then it plays without them. */
"use strict";

function makeSession(arrive, edition) {
  const VERSION = 1, BACK_TIMEOUT = 1000;
  let waiting = null, timer = 0;

  function write(how, value, address) {
    const state = { version: VERSION, edition, ...value };
    for (const where of [[address], []]) {
      try {
        window.history[how](state, "", ...where);
        return true;
      } catch (error) {
        /* Refused: a frame may not have the address; too many entries in too short a time are not taken either. */
      }
    }
    return false;
  }

  /** Whether there is an entry more; one that has to wait for a way back will be there. */
  function push(value, address) {
    if (!waiting) return write("pushState", value, address);
    waiting.push(() => write("pushState", value, address));
    return true;
  }

  /** The entry as it is now. */
  function replace(value, address) {
    if (waiting) waiting.push(() => write("replaceState", value, address));
    else write("replaceState", value, address);
  }

  /** To the entry before, whose page is before the reader already. A browser takes a while for it: what follows waits. */
  function back() {
    if (waiting) {
      waiting.push(back);
      return;
    }
    waiting = [];
    timer = window.setTimeout(resume, BACK_TIMEOUT);
    window.history.back();
  }

  function resume() {
    const steps = waiting;
    window.clearTimeout(timer);
    waiting = null;
    while (steps.length) {
      steps.shift()();
      if (waiting) {
        waiting.push(...steps);
        return;
      }
    }
  }

  const read = (state) => (state && state.version === VERSION && state.edition === edition ? state : null);

  window.addEventListener("popstate", (event) => {
    if (waiting) resume();
    else arrive(read(event.state));
  });

  return { push, replace, back, now: () => read(window.history.state) };
}
