/* How does a place stand in the address of the page, so that a bookmark, a reload and a link in a new tab find it?

A permalink (URL fragment), its alphabet and longest code: "#at/STORY.HOW.SIGNS&PANEL/NAME"; of an edition other than the
shipped one "#at/EDITION:STORY.HOW.SIGNS&PANEL/NAME", so that no two take each other's places for their own.

Story, how it is read and one sign a step are the code of wayout.play.permalink; after it comes what lies on top. It
holds nothing that the reader brought along: no line, and no story that she had brought to an end. What does not fit is no error: it is the place as far as it fits. The part behind "#" is sent to no server. */
"use strict";

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function makePermalink(engine) {
  const MAX_PERMALINK_STEPS = 600, GENTLE_SIGN = "g", ASKS_SIGN = "a";
  const PLACES = { at: "reading", notice: "notice", [engine.data.foreword_at]: "foreword" };

  const { edition, is_shipped: isShipped } = engine.data;
  const OWN = isShipped ? "" : `${named(edition)}:`;

  /** What stands in an address behind the name of its edition; null where it is another one's. */
  function ownPart(text) {
    const [, of, rest] = /^(?:([^:]*):)?(.*)$/.exec(text) || [];
    const isOwn = of === undefined ? isShipped : plain(of) === edition;
    return isOwn && rest !== undefined ? rest : null;
  }

  /** An address: of a view, and of the panels on top of it. */
  function written({ view, history, reader, panels }) {
    const found = Object.keys(PLACES).find((one) => PLACES[one] === view.kind);
    const place = !found ? [] : [`${found}/${OWN}${found === "at" ? code(history, reader) : named(view.story)}`];
    return `#${[...place, ...panels.map(({ what, name }) => address(what, name).slice(1))].join("&")}`;
  }

  function code(history, reader) {
    const { trail } = history.play;
    const own = engine.data.parts.filter(([part]) => trail.parts.includes(part)).map(([, sign]) => sign);
    const how = (reader.gentle ? GENTLE_SIGN : "") + (trail.asks ? ASKS_SIGN : "") + own.join("");
    const isWhole = trail.scene === engine.stories.get(trail.story).start;
    let signs = "", play = engine.begin(trail.story, trail.scene, trail.asks, trail.parts);
    for (const { move } of isWhole ? trail.steps.slice(0, MAX_PERMALINK_STEPS) : []) {
      const sign = SIGNS.charAt(engine.moves(play.state).indexOf(move));
      if (!sign) break;
      signs += sign;
      play = engine.choose(play, move);
    }
    return `${named(trail.story)}.${how}.${signs}`;
  }

  /** What an address stands for: {view, play, gentle, panels}; the library where it names no place that is here. */
  function read(text) {
    const parts = text.replace(/^#/, "").split("&").filter(Boolean);
    const [kind, ...rest] = (parts[0] || "").split("/");
    const isPlace = Object.hasOwnProperty.call(PLACES, kind) && rest.length > 0;
    const panels = parts.slice(isPlace ? 1 : 0).map((one) => one.split("/").map(plain))
      .map(([what, name]) => ({ what, name }));
    const found = isPlace ? placeOf(PLACES[kind], rest.join("/")) : null;
    return { view: { kind: "library" }, play: null, gentle: false, panels, ...found };
  }

  function placeOf(kind, address) {
    const text = ownPart(address);
    if (text === null) return null;
    if (kind !== "reading") {
      const story = plain(text);
      return engine.stories.has(story) ? { view: { kind, story } } : null;
    }
    const [, name, how, signs] = /^(.*)\.([a-z]*)\.([0-9a-zA-Z]*)$/.exec(text) || [];
    const story = plain(name || "");
    if (!engine.stories.has(story)) return null;
    const own = engine.data.parts.filter(([, sign]) => how.includes(sign)).map(([part]) => part);
    let play = engine.begin(story, null, how.includes(ASKS_SIGN), own);
    for (const sign of signs.slice(0, MAX_PERMALINK_STEPS)) {
      const move = engine.moves(play.state)[SIGNS.indexOf(sign)];
      if (move === undefined) break;
      play = engine.choose(play, move);
    }
    return { view: { kind }, play, gentle: how.includes(GENTLE_SIGN) };
  }

  /** A part of an address as it was before it was put there; empty for what was never made here. */
  function plain(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return "";
    }
  }

  /** Each link's address with a page below it, so that it leads to the same in a new tab. */
  function leadFrom(here, links) {
    for (const link of links) {
      const rest = link.getAttribute("href").slice(1);
      link.setAttribute("href", here === "#" ? `#${rest}` : `${here}&${rest}`);
    }
  }

  return { written, read, leadFrom };
}
