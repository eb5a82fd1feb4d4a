/* Which short article does the reader hold at the end? The one of wayout.views.account, out of texts that Python wrote.

The reader's account in the debrief: its headline, its lines and what is left out, and the margin below it. Tests hold
it against the one in Python. */
"use strict";

function makeAccount(engine, pages) {
  const { stories } = engine, { MET, CARRIED, idOf, cutKey, isHers } = engine.own;

  /** The article on each record that was walked to an ending, or else on the first, and which were read in part. */
  function sections(plays, reader) {
    const play = plays[plays.length - 1], { trail } = play;
    if (!trail.parts.length) return [];
    const far = extent(plays), walked = engine.walked(trail), hasLines = (name) => stories.get(name).account;
    const read = distinct([trail.story, ...walked]).filter(hasLines);
    const ended = [...far.endings.keys()].reverse().filter((name) => read.includes(name));
    const own = ended.length ? ended : read.filter((name) => name === trail.story);
    const inPart = walked.filter((name) => hasLines(name) && !own.includes(name));
    return [...own.flatMap((name) => article(name, play, far, reader)), ...partly(inPart)];
  }

  function partly(names) {
    if (!names.length) return [];
    const section = copyOf("in-part").querySelector("section");
    listed(section.querySelector("ul"), names.map(engine.nameOf));
    return [section];
  }

  /** How far a trail came: of each record its scenes, its latest ending, the lines taken along that belong to it. */
  function extent(plays) {
    const far = { scenes: new Map(), endings: new Map(), threads: new Map() };
    for (const { state } of plays) {
      const { story, scene, seen, taken } = state, hand = taken[taken.length - 1];
      far.scenes.set(story, new Set([...(far.scenes.get(story) || []), ...seen, scene]));
      if (engine.sceneOf(state).ending) {
        far.endings.delete(story);
        far.endings.set(story, scene);
      }
      if (hand && ((hand.story === story && hand.scene === scene) || engine.isTouched(state))) {
        far.threads.set(story, [...(far.threads.get(story) || []).filter((one) => one !== hand.thread), hand.thread]);
      }
    }
    return far;
  }

  function article(name, play, far, reader) {
    const { state } = play, { title, silences, lines: all, heads = [] } = stories.get(name).account;
    const textAt = (number, list = pages.numberOf(name)) => itemOf(`account-${list}`, number, wordingOf(reader));
    const textOfLine = ({ at, list }) => textAt(at, list).firstChild.textContent;
    const scenes = [...stories.get(name).scenes.keys()], been = far.scenes.get(name) || new Set();
    const read = all.filter(([, , scene]) => !scene || been.has(scenes[scene - 1]));
    const headed = new Map(heads).get(headline(name, state)) || [];
    const spine = spineOf(read, name, state)
      .map((line, at) => ({ ...line, id: String(all.indexOf(read[at]) + 1) }))
      .map((line) => (headed.includes(Number(line.id) - 1) ? { ...line, isKept: true } : line));
    const last = read[read.length - 1] === all[all.length - 1]
      ? spine.splice(-1).map((line) => ({ ...line, isKept: true })) : [];
    const own = [...questions(name, state), ...met(name, play), ...carried(far.threads.get(name) || [])];
    const whole = [...spine, ...own, ...last];
    const [lines, leftOut] = isHers({ ...state, story: name }) ? cutBy(state, name, whole) : fitted(whole);
    const length = lines.reduce((sum, { size }) => sum + size, 0);
    const items = lines.map(({ at, list }) => textAt(at, list)), end = new Map(silences).get(far.endings.get(name));
    const notTold = end === undefined ? "" : textOfLine({ at: end });
    const margins = items.map((one, at) => [one.lastChild.textContent, lines[at].isChanged ? said("changed") : ""]
      .filter(Boolean).join(said("margin-and")));
    return written({
      heading: said("account", { headline: textOfLine({ at: headline(name, state) || title }) }),
      lines: items.map((one) => one.firstChild.textContent),
      below: [
        length > MAX_LINES ? said("over-length", { n: length, most: MAX_LINES }) : "",
        read.length < all.length ? said("early") : "",
        leftOut.length ? said(leftOut.length === 1 ? "left-out-one" : "left-out", {
          n: leftOut.length, what: leftOut.map(textOfLine).join(" "),
        }) : "",
        notTold ? said("silence", { what: notTold }) : "",
        foot(items.map((one) => JSON.parse(one.getAttribute("data-whose") || "[]"))),
      ].filter(Boolean),
      margins,
    });
  }

  /** How many of the lines rest on the word of one person, and how many on whose. */
  function foot(ofLines) {
    const names = ofLines.flat(), count = (name) => names.filter((one) => one === name).length;
    const named = distinct(names).map((name) => said("foot-of", { name, n: count(name) }));
    const n = ofLines.filter((one) => one.length).length;
    return said("foot", { n, all: ofLines.length, whose: n ? said("foot-whose", { whose: named.join(", ") }) : "" });
  }

  /** The story's own lines: of each the number of its text, with what was printed in it. */
  function spineOf(read, name, state) {
    return read.map(([first = 0, kept = 0, , scene, prompt]) => {
      const line = { at: first, size: 1, isKept: Boolean(kept) };
      const reply = engine.replyTo(state, prompt, { story: name, scene });
      if (!reply || !reply.option) return line;
      const { option, is_changed } = reply, replies = [...promptAt(reply).replies.keys()], isBoth = option === BOTH;
      return {
        ...line, at: first + 1 + replies.indexOf(option), size: isBoth ? LINES_OF_BOTH : 1,
        isPrinted: true, isChanged: is_changed && !isBoth,
      };
    });
  }

  const promptAt = (reply) => engine.sceneOf(reply).prompts.get(reply.prompt);

  /** What was answered to prompts of a kind: the numbers of their texts, by the ids of the lines. */
  function answered(name, state, kind) {
    return state.replies.filter((reply) => reply.story === name && reply.option && promptAt(reply).kind === kind)
      .map((reply) => ({ at: promptAt(reply).replies.get(reply.option).text, id: idOf(reply) }));
  }

  const questions = (name, state) => answered(name, state, ASK).map((one) => ({ ...one, size: 1, isAsked: true }));
  const headline = (name, state) => (answered(name, state, HEADLINE).pop() || {}).at;

  /** The man who was met last at a question of this record. */
  function met(name, { trail, state }) {
    const steps = engine.page({ trail, state }).kind === "mark" ? trail.steps.slice(0, -1) : trail.steps;
    const numbers = steps.filter((step) => step.story === name)
      .map((step) => ({ at: (engine.choiceOf(step, step.move) || {}).met, id: `${MET}${step.scene}/${step.move}` }))
      .filter(({ at }) => at);
    return numbers.slice(-1).map((one) => ({ ...one, size: 1 }));
  }

  /** Of the lines taken along that belong to a record the latest, with what is still not told of it. */
  function carried(threads) {
    const known = [...engine.threads.keys()], found = threads.filter((one) => known.includes(one)).slice(-1);
    return found.map((one) => ({ at: known.indexOf(one), id: CARRIED + one, list: "carried", size: 1 }));
  }

  /** The lines that the reader leaves as they are, and those that she has cut. */
  function cutBy({ cut }, story, lines) {
    const out = lines.filter(({ id, isKept }) => !isKept && cut.has(cutKey({ story }, id)));
    return [lines.filter((one) => !out.includes(one)), out];
  }

  /** What there is room for, and what has to be left out: answers but the latest, then from the end; never what is
      kept or printed. */
  function fitted(lines) {
    const earlier = lines.filter(({ isAsked }) => isAsked).slice(0, -1).reverse();
    const spare = [...lines.filter(({ isKept, isPrinted, isAsked }) => !isKept && !isPrinted && !isAsked), ...earlier];
    let found = lines;
    while (spare.length && found.reduce((sum, { size }) => sum + size, 0) > MAX_LINES) {
      const out = spare.pop();
      found = found.filter((one) => one !== out);
    }
    return [found, lines.filter((one) => !found.includes(one))];
  }

  function written({ heading, lines, below, margins }) {
    const [told, margin] = copyOf("account").querySelectorAll("section"), [head, list, aside] = told.children;
    put(head, heading);
    listed(list, lines);
    told.replaceChildren(head, list, ...below.map((text) => put(aside.cloneNode(), text)));
    listed(margin.querySelector("ol"), margins);
    return lines.length ? [told, margin] : [told];
  }

  function listed(list, texts) {
    const item = list.firstChild;
    list.replaceChildren(...texts.map((text) => put(item.cloneNode(), text)));
  }

  return { sections };
}
