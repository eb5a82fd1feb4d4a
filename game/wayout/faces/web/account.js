/* Which short article does the reader hold at the end? The one of wayout.views.account, out of texts that Python wrote.

The reader's account in the debrief: its headline, its lines and what is left out, and the margin below it. Tests hold
it against the one in Python. */
"use strict";

function makeAccount(engine, pages) {
  const MAX_LINES = 12, LINES_OF_BOTH = 2, BOTH = "both";
  const { stories } = engine;

  /** The sections of the article on each record that was read; none where nothing of the reader's own is switched on. */
  function sections(play) {
    const { story, parts } = play.trail;
    const names = parts.length ? distinct([story, ...engine.walked(play.trail)]) : [];
    return names.filter((name) => stories.get(name).account).flatMap((name) => article(name, play));
  }

  function article(name, play) {
    const { state } = play, { title, silence } = stories.get(name).account, spine = spineOf(name, state);
    const textAt = (number, list = pages.numberOf(name)) => itemOf(`account-${list}`, number);
    const last = spine.splice(-1).map((line) => ({ ...line, isKept: true }));
    const own = [...questions(name, state), ...met(name, play), ...carried(state)];
    const [lines, leftOut] = fitted([...spine, ...own, ...last]);
    const items = lines.map(({ at, list }) => textAt(at, list)), notTold = textAt(silence).textContent;
    const foot = { n: items.filter((one) => one.hasAttribute("data-his")).length, all: items.length };
    const margins = items.map((one, at) => {
      const margin = one.getAttribute("data-margin") || "";
      return said("margin", { n: at + 1, margin: lines[at].isChanged ? `${margin}; ${said("changed")}` : margin });
    });
    return written({
      heading: said("account", { headline: textAt(headline(name, state) || title).textContent }),
      lines: items.map((one) => one.textContent),
      below: [
        leftOut.length ? said("left-out", { what: leftOut.map(({ at, list }) => textAt(at, list).textContent).join(" ") }) : "",
        notTold ? said("silence", { what: notTold }) : "",
        said("foot", foot),
      ].filter(Boolean),
      margins,
    });
  }

  /** The story's own lines: of each the number of its text, with what was printed in it. */
  function spineOf(name, state) {
    return stories.get(name).account.lines.map(([first = 0, kept = 0, scene, prompt]) => {
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

  /** What was answered to prompts of a kind: the numbers of their texts. */
  function answered(name, state, kind) {
    return state.replies.filter((reply) => reply.story === name && reply.option && promptAt(reply).kind === kind)
      .map((reply) => promptAt(reply).replies.get(reply.option).text);
  }

  const questions = (name, state) => answered(name, state, ASK).map((at) => ({ at, size: 1, isKept: true }));
  const headline = (name, state) => answered(name, state, HEADLINE)[0];

  /** The man who was met last at a question of this record. */
  function met(name, { trail }) {
    const numbers = trail.steps.filter((step) => step.story === name)
      .map((step) => (engine.choiceOf(step, step.move) || {}).met).filter(Boolean);
    return numbers.slice(-1).map((at) => ({ at, size: 1 }));
  }

  /** The line in hand, with what is still not told of it. */
  function carried({ taken }) {
    const at = taken.length ? [...engine.threads.keys()].indexOf(taken[taken.length - 1].thread) : -1;
    return at < 0 ? [] : [{ at, list: "carried", size: 1 }];
  }

  /** What there is room for, and what has to be left out: from the end, never what is kept or printed. */
  function fitted(lines) {
    const found = [...lines], leftOut = [];
    while (found.reduce((sum, { size }) => sum + size, 0) > MAX_LINES) {
      const spare = found.filter(({ isKept, isPrinted }) => !isKept && !isPrinted).pop();
      if (!spare) break;
      leftOut.unshift(spare);
      found.splice(found.indexOf(spare), 1);
    }
    return [found, leftOut];
  }

  function written({ heading, lines, below, margins }) {
    const [told, margin] = copyOf("account").querySelectorAll("section"), [head, list, aside] = told.children;
    put(head, heading);
    listed(list, lines);
    told.replaceChildren(head, list, ...below.map((text) => put(aside.cloneNode(), text)));
    listed(margin.querySelector("ul"), margins);
    return lines.length ? [told, margin] : [told];
  }

  function listed(list, texts) {
    const item = list.firstChild;
    list.replaceChildren(...texts.map((text) => put(item.cloneNode(), text)));
  }

  return { sections };
}
