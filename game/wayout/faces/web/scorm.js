/* How does a learning platform keep a reader's place, and learn that she came to an ending?

The SCORM run-time API of a package (1.2 and 2004 4th edition): discovery of the API, completion, suspend data and its
length in characters, session time, exit, and a score if the teacher asked for one.

Only a package has this script. It takes the place of what a browser keeps (progress.js), and where no platform is found
it changes nothing. Of the platform it asks its own data and the status alone: never who the learner is. */
"use strict";

const PLATFORMS = {
  1.2: {
    api: "API", begin: "LMSInitialize", end: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
    status: "cmi.core.lesson_status", exit: "cmi.core.exit", time: "cmi.core.session_time", score: "cmi.core.score",
    left: "", room: 4096, duration: (hours, minutes, seconds) => [hours, minutes, seconds].map(twoDigits).join(":"),
  },
  2004: {
    api: "API_1484_11", begin: "Initialize", end: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit",
    status: "cmi.completion_status", exit: "cmi.exit", time: "cmi.session_time", score: "cmi.score",
    left: "normal", room: 64000, duration: (hours, minutes, seconds) => `PT${hours}H${minutes}M${seconds}S`,
  },
};
const COMPLETED = "completed", INCOMPLETE = "incomplete", DONE = ["passed", COMPLETED];
const MOST_PARENTS = 7, WEIGHED = [GAP, "mark"];

const twoDigits = (number) => String(number).padStart(2, "0");

/** The object through which a platform speaks, of this window, those around it, or the one that opened it. */
function findApi(name) {
  /* A window of another origin throws when it is asked for anything but its parent. */
  const asked = (ask) => {
    try {
      return ask() || null;
    } catch (error) {
      return null;
    }
  };
  const around = (first) => {
    for (let at = first, count = 0; at && count <= MOST_PARENTS; count += 1) {
      const here = at, found = asked(() => here[name]), parent = asked(() => here.parent);
      if (found) return found;
      at = parent === here ? null : parent;
    }
    return null;
  };
  return around(window) || around(asked(() => window.opener));
}

/** A session with a platform; null where there is none, or none that begins one. */
function makePlatform({ version, says }) {
  const names = { ...PLATFORMS[version], data: "cmi.suspend_data" }, api = findApi(names.api);
  const line = document.getElementById("platform");
  let isOpen = false, begun = 0;

  function call(name, ...given) {
    try {
      return String(api[names[name]](...given));
    } catch (error) {
      return "";
    }
  }

  function begin() {
    isOpen = call("begin", "") === "true";
    if (!isOpen) return;
    begun = Date.now();
    if (!DONE.includes(get("status"))) set("status", INCOMPLETE);
    set("exit", "suspend");
  }

  const get = (what) => call("get", names[what]);
  const set = (what, value) => call("set", names[what], value) === "true";

  function commit() {
    const seconds = Math.max(0, Math.round((Date.now() - begun) / 1000));
    set("time", names.duration(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60));
    return call("commit", "") === "true";
  }

  function tell(name, values = {}) {
    const text = says[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
    if (line.textContent !== text) line.textContent = text;
  }

  /** What a page's end leaves with the platform; a page that the browser brings back begins anew. */
  window.addEventListener("pagehide", () => {
    if (isOpen) commit();
    if (isOpen) call("end", "");
    isOpen = false;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) begin();
  });

  if (api) begin();
  if (!isOpen) return null;
  commit();
  tell("kept");

  return {
    read: () => get("data"),
    room: names.room,
    /** Leave a place with it: how much of it there was room for is told. */
    write({ text, told, isEnd, score }) {
      const isKept = set("data", text);
      if (isEnd) set("status", COMPLETED);
      set("exit", isEnd ? names.left : "suspend");
      if (score !== null) {
        const values = Object.entries({ min: "0", max: "100", raw: String(score) });
        for (const [key, value] of values) call("set", `${names.score}.${key}`, value);
      }
      tell(...(commit() && isKept ? told : ["refused"]));
    },
  };
}

/** A trail as short as an address has it, and back: one sign a move. */
function makeShortTrails(engine) {
  const begun = ({ story, scene, trail_asks: asks, trail_parts: parts, taken, ended }) =>
    engine.begin(story, scene, asks, parts, taken, ended);

  function shorten({ moves, ...how }) {
    let signs = "", play = begun(how);
    for (const move of moves) {
      const sign = SIGNS.charAt(engine.moves(play.state).indexOf(move));
      if (!sign) break;
      signs += sign;
      play = engine.choose(play, move);
    }
    return { ...how, signs };
  }

  function lengthen({ signs, ...how }) {
    const moves = [];
    if (!engine.stories.has(how.story)) return null;
    let play = begun(how);
    for (const sign of signs) {
      const move = engine.moves(play.state)[SIGNS.indexOf(sign)];
      if (move === undefined) break;
      moves.push(move);
      play = engine.choose(play, move);
    }
    return { ...how, moves };
  }

  return { shorten, lengthen };
}

/** Of the gaps and marks that were put on some trails the share that was answered at all, in hundredths; null of none. */
function weighed(engine, states) {
  const answers = new Map();
  const note = (state, prompt, isAnswered) => {
    const { story, scene } = state, place = JSON.stringify([story, scene, prompt]);
    if (!WEIGHED.includes(engine.sceneOf(state).prompts.get(prompt).kind)) return;
    answers.set(place, isAnswered || answers.get(place) || false);
  };
  for (const state of states) {
    for (const reply of state.replies) note(reply, reply.prompt, Boolean(reply.option));
    const pending = engine.own.pendingPrompt(state);
    if (pending !== null) note(state, pending, false);
  }
  const found = [...answers.values()];
  return found.length ? Math.round((100 * found.filter(Boolean).length) / found.length) : null;
}

const keptByBrowser = makeProgress, sessionOfBrowser = makeSession;
let resumed = null;

/* What app.js begins with: the platform's place of keeping, where there is a platform. */
makeProgress = function makeProgressOnPlatform(engine, past) {
  const own = keptByBrowser(engine, past), { platform: asked, edition } = engine.data;
  const platform = makePlatform(asked), { shorten, lengthen } = makeShortTrails(engine), VERSION = 1;
  const shortened = new WeakMap();
  if (!platform) return own;

  /** As the platform may hold it: a text of signs that every version takes. */
  const asText = (value) => JSON.stringify(value)
    .replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

  function write({ history, earlier, ...known }) {
    for (const one of earlier) if (!shortened.has(one)) shortened.set(one, shorten(one));
    const trails = [...earlier.map((one) => shortened.get(one)), ...(history ? [shorten(own.valuesOf(history))] : [])];
    const textOf = () => asText({ version: VERSION, edition, ...known, trails });
    /* Earlier trails go first, then the end of this one. */
    while (trails.length > 1 && textOf().length > platform.room) trails.shift();
    const over = Math.max(0, textOf().length - platform.room), now = trails.pop();
    const signs = now ? now.signs.slice(0, Math.max(0, now.signs.length - over)) : "";
    if (now) trails.push({ ...now, signs, made: Math.min(now.made, signs.length) });
    platform.write({
      text: textOf(),
      told: history && signs.length < past.lineOf(history).length ? ["cut", { n: signs.length }] : ["kept"],
      isEnd: Boolean(history && engine.page(history.play).ending),
      score: asked.score ? weighed(engine, own.trailsOf(earlier, history).map((trail) => engine.replay(trail).state)) : null,
    });
    return true;
  }

  /** What was left with the platform at the last launch; at the first, nothing that was read. */
  function read() {
    let found = {};
    try {
      found = JSON.parse(platform.read() || "{}");
    } catch (error) {
      /* It is none of ours. */
    }
    if (found.version !== VERSION || found.edition !== edition) found = {};
    const trails = (Array.isArray(found.trails) ? found.trails : []).map((one) => madeOf(one)).filter(Boolean);
    const history = trails.length ? own.historyOf(trails[trails.length - 1]) : null;
    const kept = {
      reader: own.readerOf(found.reader || {}), letters_work: found.letters_work !== false,
      has_seen_foreword: found.has_seen_foreword === true, notebook: own.notebookOf(found.notebook),
      earlier: own.earlierOf(trails.slice(0, -1)),
    };
    if (history) resumed = { view: { kind: "reading" }, panels: [], place: own.valuesOf(history), ...kept };
    return { ...kept, history };
  }

  function madeOf(trail) {
    try {
      return lengthen(trail);
    } catch (error) {
      return null;
    }
  }

  return { ...own, works: false, read, write, forget() {}, onOtherTab() {} };
};

makeSession = function makeSessionOnPlatform(arrive, edition) {
  const session = sessionOfBrowser(arrive, edition);
  return { ...session, now: () => session.now() || resumed };
};
