/* Which scenes of a story were met, where was its person as far as it was read, and which texts stand behind a page?

The map of a story, the way of a person and the lineage of sources: pictures and lists that Python wrote whole, of which
is taken away what was not met. They are those of wayout.render.figure_maps; tests hold them against each other. */
"use strict";

function makePictures(engine, pages, past) {
  const NEAREST = ["here", "read", "before", "unread"];

  /** Where the scenes of the story that a play is in stand to the reader; and whether all of it may be told. */
  function standing({ state, trail }) {
    const { scenes, order, last = [], visits = [] } = engine.stories.get(state.story), keys = [...scenes.keys()];
    const steps = trail.steps.filter(({ story }) => story === state.story), been = new Set(steps.map(({ scene }) => scene));
    if (trail.story === state.story) been.add(trail.scene);
    const isTold = last.some((at) => been.has(keys[at]) || keys[at] === state.scene);
    return { keys, order, visits, steps, been, isTold };
  }

  const ranked = (isHere, isRead, isBefore) => (isHere ? "here" : isRead ? "read" : isBefore ? "before" : "unread");

  /** A copy of a part of a picture with attributes of its own, if they hold. */
  function drawn(sample, attributes) {
    const copy = sample.cloneNode(true);
    for (const [name, value] of Object.entries(attributes)) if (value) copy.setAttribute(name, value);
    return copy;
  }

  function taken(element, name) {
    const value = element.getAttribute(name);
    element.removeAttribute(name);
    return value.split(" ").map(Number);
  }

  function leadsOf(ways, scene, names) {
    const numbers = ways.filter(([source]) => source === scene).map(([, target]) => target + 1).sort((one, other) => one - other);
    const on = numbers.length ? said("map-leads", { numbers: numbers.join(", ") }) : names.length ? "" : said("map-ends");
    return joined(on, names.length ? said("map-steps", { names: names.join(", ") }) : "");
  }

  /** Whose records a scene was seen to lead to. */
  function ledTo(story, scene) {
    const { next, choices } = engine.stories.get(story).scenes.get(scene);
    const targets = [...(next === undefined ? [] : [next]), ...[...choices.values()].flatMap((one) => one.targets)];
    const records = targets.filter((one) => one !== BACK).map((one) => engine.targetOf(story, one)[0]);
    return distinct(records.filter((one) => one !== story).map(engine.nameOf));
  }

  function map(play, reader) {
    const { state } = play, { keys, order, steps, been, isTold } = standing(play), rest = [];
    const shown = copyOf(`map-${pages.numberOf(state.story)}`, wordingOf(reader));
    const statuses = order.map((at) => ranked(keys[at] === state.scene, been.has(keys[at]), state.seen.has(keys[at])));
    const { at: places, ways = [] } = engine.stories.get(state.story), [way, node] = shown.querySelectorAll("svg > path, svg > g");
    const passed = [...steps.map(({ scene }) => scene), state.scene], gone = new Set();
    passed.slice(1).forEach((scene, at) => gone.add(JSON.stringify([passed[at], scene])));
    way.replaceWith(...ways.map(([source, target, course]) =>
      drawn(way, { d: course, class: gone.has(JSON.stringify([keys[order[source]], keys[order[target]]])) && "met" })));
    const decided = new Set(steps.filter(past.isChoice).map(({ scene }) => scene));
    const people = order.map((at, number) => ((isTold || reader.words_beforehand || decided.has(keys[at]))
      && (isTold || statuses[number] !== "unread") ? ledTo(state.story, keys[at]) : []));
    node.replaceWith(...places.map((place, number) => {
      const one = drawn(node, { transform: `translate(${place.join(" ")})`, class: statuses[number] });
      put(one.querySelector("text"), String(number + 1));
      if (!people[number].length) one.querySelector(".out").remove();
      return one;
    }));
    shown.querySelectorAll("li").forEach((item, at) => {
      if (statuses[at] !== "unread" || (isTold && item.querySelector(".label"))) {
        item.setAttribute("class", statuses[at]);
        put(item.querySelector(".support"), joined(said(statuses[at]), leadsOf(ways, at, people[at])));
      } else {
        item.remove();
        rest.push(at + 1);
      }
    });
    const note = shown.querySelector(".stops > .support");
    if (rest.length) filled(note, { numbers: rest.join(", ") });
    else note.remove();
    return shown;
  }

  /** The stops of a person's way: visits to one place that follow one another are one. */
  function stopsOf(play) {
    const { state } = play, { keys, visits, steps, been, isTold } = standing(play), stops = [];
    const isAway = state.shown !== null && Boolean(engine.choiceOf(state, state.shown).away);
    const statuses = visits.map(([at, choice]) => {
      const scene = keys[at], isHere = scene === state.scene;
      if (choice === null) return ranked(isHere && !isAway, isHere || been.has(scene), state.seen.has(scene));
      const isTaken = steps.some((one) => one.scene === scene && one.move === choice);
      return ranked(isHere && state.shown === choice, isTaken, state.chose.has(`${scene}/${choice}`));
    });
    visits.forEach(([, , place], at) => {
      const last = stops[stops.length - 1], follows = Boolean(last) && last.visits[last.visits.length - 1] === at - 1;
      if (!isTold && statuses[at] === "unread") return;
      if (follows && last.place === place) last.visits.push(at);
      else stops.push({ place, visits: [at], joined: follows });
    });
    for (const stop of stops) stop.status = NEAREST.find((one) => stop.visits.some((at) => statuses[at] === one));
    return { stops, isWhole: stops.flatMap((one) => one.visits).length === visits.length };
  }

  function route(play) {
    const { stops, isWhole } = stopsOf(play), name = `route-${pages.numberOf(play.state.story)}`;
    const placed = [...partOf(name).content.querySelectorAll("g[data-at]")].map((one) => Number(one.getAttribute("data-at")));
    const isPlaced = stops.some(({ place }) => placed.includes(place));
    const holds = stops.length ? ["some", isPlaced ? "placed" : "unplaced", ...(isWhole ? [] : ["further"])] : ["none"];
    const shown = copyOf(name, { "data-if": holds }), picture = shown.querySelector("svg");
    if (picture && isPlaced) drawnWay(picture, stops, placed);
    else if (picture) picture.remove();
    const items = [...shown.querySelectorAll("li")], list = shown.querySelector("ol");
    list.replaceChildren(...stops.map((stop, at) => {
      const item = items[stop.visits[0]], dates = stop.visits.map((one) => items[one].querySelectorAll("i")[1].textContent);
      item.setAttribute("class", stop.status);
      const says = item.querySelector(".support"), [precision] = says.querySelectorAll("i");
      put(says, joined(precision.textContent, distinct(dates.filter(Boolean)).join("; "), said(stop.status)));
      put(item.querySelector(".number"), String(at + 1));
      return item;
    }));
    if (!stops.length) shown.querySelector(".route").replaceWith(shown.querySelector(".stops > .support"));
    return shown;
  }

  function drawnWay(picture, stops, placed) {
    const pairs = new Set();
    let last = null;
    for (const { place, joined: isJoined } of stops) {
      if (!isJoined) last = null;
      if (!placed.includes(place)) continue;
      if (last !== null) pairs.add(`${last} ${place}`).add(`${place} ${last}`);
      last = place;
    }
    for (const way of picture.querySelectorAll("[data-way]")) {
      if (!pairs.has(taken(way, "data-way").join(" "))) way.remove();
    }
    for (const mark of picture.querySelectorAll("g[data-at]")) {
      const [place] = taken(mark, "data-at"), numbers = [];
      stops.forEach((stop, at) => { if (stop.place === place) numbers.push(at + 1); });
      if (!numbers.length) mark.remove();
      else {
        mark.setAttribute("class", NEAREST.find((one) => stops.some((stop) => stop.place === place && stop.status === one)));
        put(mark.querySelector(".number"), numbers.join(","));
      }
    }
  }

  /** The texts from which some claims are cited, and what those were made from; nothing where none was. */
  function lineage(claims) {
    if (!hasPart("lineage")) return [];
    const carried = new Map(), shown = copyOf("lineage");
    claims.forEach((claim, at) => {
      const { cites, differences } = engine.claimOf(claim);
      for (const [way = 0] of [cites, ...differences.flatMap(([, sides]) => sides)].flat()) {
        const number = engine.data.cites[way];
        carried.set(number, (carried.get(number) || new Set()).add(at + 1));
      }
    });
    for (const text of shown.querySelectorAll("[data-documents]")) {
      const own = text.getAttribute("data-documents") ? taken(text, "data-documents") : [];
      const numbers = distinct(own.flatMap((one) => [...(carried.get(one) || [])])).sort((one, other) => one - other);
      text.removeAttribute("data-documents");
      if (!numbers.length) continue;
      text.setAttribute("class", "cited");
      put(text.querySelector(".support"), said("carries", { numbers: numbers.join(", ") }));
    }
    for (const root of [...shown.querySelector(".tree").children]) {
      if (!root.matches(".cited") && !root.querySelector(".cited")) root.remove();
    }
    return shown.querySelector("li") ? [shown] : [];
  }

  return { map, route, lineage };
}
