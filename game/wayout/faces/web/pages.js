/* How does a page come together from its parts? A view: parts that Python wrote, in them what hangs on the trail.

Assembly of a page's DOM from templates: options, outcome, situation, ending, and the lines of a page in the log.

A test holds each page against the one that Python writes for the same trail. */
"use strict";

function makePages(engine) {
  const { stories, threads } = engine;

  /** A page: of its scene, or of what a choice is answered by, what is told now; and what can be done. */
  function article(page, reader) {
    const shown = told(page, reader), form = shown.querySelector("form"), list = form.querySelector("ol");
    const last = page.kind === "ending" || page.stretch ? list.lastChild : null;
    if (page.moves.includes(EDIT)) list.insertBefore(wayOf(EDIT, said("edit", { length: lengthOf(page) })), last);
    for (const move of page.moves.filter((one) => one.startsWith(TAKE))) {
      const items = copyOf("takes", wordingOf(reader)).querySelectorAll("li");
      list.insertBefore(items[placeIn(threads, move.slice(TAKE.length))], last);
    }
    const ways = page.moves.includes(RETURN) ? [[RETURN, wayBack(page, reader)]] : [];
    for (const [value, label] of [...ways, ...waysBack(page, reader)]) list.insertBefore(wayOf(value, label), last);
    numbered(form, list.children.length === 1 && page.moves[0] === GO_ON);
    shown.append(...situation(page));
    return shown;
  }

  /** An item of what can be done: a move, and what it is called. */
  function wayOf(move, label) {
    const item = copyOf("go-on").querySelector("li");
    item.querySelector("button").value = move;
    put(item.querySelector(".label"), label);
    return item;
  }

  const lengthOf = ({ length }) => said("length", { most: MAX_LINES, n: length });

  /** The lines of her article, to be cut and put back. */
  function editing(scene, page, reader) {
    const shown = copyOf("editing"), list = shown.querySelector("form ol"), head = scene.querySelector(".head");
    head.querySelector("h1").setAttribute("aria-describedby", "ask");
    shown.querySelector(".head").replaceWith(head);
    put(shown.querySelector(".ask"), lengthOf(page));
    const items = page.lines.map(({ move, kind, at, list: of = numberOf(page.story) }) => {
      const line = itemOf(`account-${of}`, at, wordingOf(reader)).firstChild.textContent;
      return wayOf(move, said(kind === CUT ? "cut" : "put-back", { line }));
    });
    list.replaceChildren(...items, list.lastChild);
    return shown;
  }

  function told(page, reader) {
    const scene = sceneOf(page, reader);
    if (page.asked && page.asked.prompt === null) return editing(scene, page, reader);
    if (page.asked) return asked(scene, page, reader);
    if (page.shown === null) {
      pruned(scene, page, reader);
      if (page.ending) closed(scene, page, reader);
      offered(scene, page, reader);
      return scene;
    }
    const answer = quieted(answerOf(page, reader), page);
    if (page.kind === "mark") return asking(scene, answer);
    scene.className = "page outcome";
    scene.querySelector("h1").setAttribute("aria-describedby", "chosen known");
    for (const one of scene.querySelectorAll(".ask")) one.remove();
    for (const one of [".told", "form"]) scene.querySelector(one).replaceWith(answer.querySelector(one));
    if (page.stretch) stretched(scene);
    const mark = engine.data.marks.indexOf(page.marked);
    if (mark >= 0) scene.querySelector(".told").prepend(itemOf("marks", mark).firstChild);
    return scene;
  }

  /** The end of a road's first stretch: whether another record comes first is asked, and the library offered. */
  function stretched(scene) {
    const part = copyOf("stretch"), form = scene.querySelector("form"), list = form.querySelector("ol");
    form.before(part.querySelector(".ask"));
    list.setAttribute("aria-labelledby", "ask");
    put(list.querySelector(".label"), said("walk-on"));
    list.append(part.querySelector("li"));
  }

  /** An answer of a road, with the lines of records that were opened as they are told then. */
  function quieted(answer, page) {
    const { lines = [] } = engine.choiceOf(page, page.shown);
    const briefly = [...answer.querySelectorAll(".told .quiet")], whole = [...answer.querySelectorAll(".opened .quiet")];
    lines.forEach((records, at) => {
      if (records.every((one) => page.opened.includes(one))) briefly[at].replaceWith(whole[at]);
    });
    return answer;
  }

  /** A page that puts a prompt, with what is told up to it; or one that shows what the record has on an answer. */
  function asked(scene, page, reader) {
    const { option } = page.asked, isPut = page.kind === "prompt", replies = [...promptOf(page).replies.keys()];
    const part = promptPart(page, isPut ? 0 : 1 + replies.indexOf(option), reader), form = scene.querySelector("form");
    for (const one of scene.querySelectorAll(".card, .close, .ask")) one.remove();
    if (isPut) {
      pruned(scene, page, reader);
      if (page.care && !scene.querySelector(".care")) scene.querySelector(".told").append(copyOf("help-line"));
      form.before(...part.querySelectorAll(".ask"));
    } else scene.querySelector(".told").replaceWith(part.querySelector(".told"));
    form.replaceWith(part.querySelector("form"));
    scene.className = `page ${page.kind}`;
    scene.querySelector("h1").setAttribute("aria-describedby",
      isPut ? "ask" : scene.querySelector(".chosen") ? "chosen" : "line");
    return scene;
  }

  const promptOf = ({ asked: { prompt }, ...at }) => engine.sceneOf(at).prompts.get(prompt);

  /** A part of a prompt, by its number: as it is put, what each answer shows, and, of a gap, its line as it can stand. */
  function promptPart({ story, scene, asked: { prompt } }, number, reader) {
    const { scenes } = stories.get(story), { prompts } = scenes.get(scene);
    const name = `prompt-${numberOf(story)}-${placeIn(scenes, scene)}-${placeIn(prompts, prompt)}`;
    return itemOf(name, number, wordingOf(reader));
  }

  /** The line of a gap: open, left as it came, or with an answer in it. */
  function gapLine({ story, scene }, { prompt, option }, reader) {
    const at = { story, scene, asked: { prompt } }, replies = [...promptOf(at).replies.keys()];
    const which = option === null ? 0 : option === "" ? 1 : 2 + replies.indexOf(option);
    return promptPart(at, 1 + replies.length + which, reader).childNodes;
  }

  /** The page that asks about a choice before what followed. */
  function asking(scene, answer) {
    const mark = copyOf("mark"), heading = scene.querySelector("h1");
    heading.setAttribute("aria-describedby", mark.querySelector("h1").getAttribute("aria-describedby"));
    mark.querySelector(".head").replaceWith(scene.querySelector(".head"));
    mark.querySelector(".told").replaceChildren(...answer.querySelectorAll(".chosen"));
    return mark;
  }

  /* ---- The parts of a place: stories, scenes and choices have numbers in their names ---- */

  const placeIn = (map, key) => [...map.keys()].indexOf(key);
  const numberOf = (story) => placeIn(stories, story);

  function sceneOf({ story, scene }, reader) {
    return copyOf(`page-${numberOf(story)}-${placeIn(stories.get(story).scenes, scene)}`, wordingOf(reader));
  }

  /** What a choice is answered by. */
  function answerOf({ story, scene, shown }, reader) {
    const { scenes } = stories.get(story), which = placeIn(scenes.get(scene).choices, shown);
    return copyOf(`outcome-${numberOf(story)}-${placeIn(scenes, scene)}-${which}`, wordingOf(reader));
  }

  const askOf = (at, reader) => textOf(sceneOf(at, reader), ".ask");
  const evidenceOf = (at, key, reader) => answerOf({ ...at, shown: key }, reader).querySelector("#known").dataset.evidence;

  /** What is known of what followed, without who took the choice. */
  function knownOf(at, key, reader) {
    const { taken = 1, dealt } = engine.choiceOf(at, key);
    return evidenceOf(at, key, reader).split(" · ").slice(dealt ? 0 : taken).join(" · ");
  }

  /** The items of a scene's choices: as each is open, and, where it may be closed, as it is not. */
  function itemsOf(scene, { choices }) {
    const items = [...scene.querySelectorAll("form li")];
    return new Map([...choices].map(([key, choice]) => [key, items.splice(0, choice.when ? 2 : 1)]));
  }

  function labelOf(at, key, reader) {
    return textOf(itemsOf(sceneOf(at, reader), engine.sceneOf(at)).get(key)[0], ".label");
  }

  /* ---- What is told ---- */

  /** A scene without the passages that are not told now. */
  function pruned(scene, page, reader) {
    const told = scene.querySelector(".told"), elements = [...told.children], care = scene.querySelector(".care");
    for (const one of engine.sceneOf(page).passages) {
      const own = elements.splice(0, wordingIn(one.size, reader) || 1), line = page.blocks.find(({ of }) => of === one);
      if (line) own[0].before(...gapLine(page, line, reader));
      if (!page.blocks.includes(one)) own.forEach((element) => element.remove());
    }
    const beside = page.blocks.find((one) => one.thread);
    if (beside) told.insertBefore(besideOf(page, beside, reader), elements[0] || null);
    if (care && !page.care) care.remove();
    if (page.headline) told.prepend(headlineOf(page.headline, reader));
  }

  /** The headline that was chosen by the step which led to a page. */
  function headlineOf({ option, ...at }, reader) {
    const replies = [...promptOf(at).replies.keys()];
    return promptPart(at, 1 + replies.indexOf(option), reader).firstChild;
  }

  /** What stands beside a line that was taken along, briefly if it was told before; else what is still not told of it. */
  function besideOf({ story, scene, ending }, { thread, isKnown }, reader) {
    const { touches } = threads.get(thread), here = `${story}/${scene}`, name = `touches-${placeIn(threads, thread)}`;
    const item = (number) => itemOf(name, number, wordingOf(reader)).firstChild, texts = "p:not(.mark)";
    if (!touches.has(here)) return item(touches.size);
    const shown = item(placeIn(touches, here)), told = [...shown.querySelectorAll(texts)];
    if (ending) told.splice(-item(touches.size).querySelectorAll(texts).length);
    if (isKnown) told.forEach((one, at) => (at ? one.remove() : one.replaceWith(copyOf("touched-before"))));
    return shown;
  }

  /** The lists of an ending: each has an item already, to be filled or taken away. */
  function closed(scene, { story, trail, ending }, reader) {
    const [shut, whose, been, open, notBeen, marks] = scene.querySelectorAll("section.close"), { road } = ending;
    const paragraphs = [...scene.querySelectorAll(".card > p:not([class])")];
    for (const one of ending.every) {
      const own = paragraphs.splice(0, one.size ? wordingIn(one.size, reader) : 1);
      if (!ending.passages.includes(one)) own.forEach((element) => element.remove());
    }
    const isCrossroads = !engine.personOf(story), walked = isCrossroads ? engine.walked(trail) : [];
    if (!ending.unknown) open.querySelector("li").remove();
    for (const name of walked.map((one) => `untold-${numberOf(one)}`).filter(hasPart)) {
      open.querySelector("ul").append(...copyOf(name, wordingOf(reader)).children);
    }
    if (!open.querySelector("li")) open.remove();
    if (road) put(whose.querySelector("h2"), said("none-of", { count: road.none }));
    const lists = [
      [shut, road ? shutLines(road.shut, reader) : []],
      [whose, road ? whoseLines(road) : []],
      [been, walked.map(engine.nameOf)],
      [notBeen, isCrossroads && !ending.next ? engine.notWalked(trail).map(engine.nameOf) : []],
      [marks, marksOf(trail, reader).map((values) => said("marked", values))],
    ];
    for (const [section, lines] of lists) {
      const item = section.querySelector("li");
      item.replaceWith(...lines.map((line) => put(item.cloneNode(), line)));
      if (!lines.length) section.remove();
    }
  }

  /** The doors that were shut on a road, each with why. */
  function shutLines(doors, reader) {
    return doors.map(({ at, key }) => {
      const [, item] = itemsOf(sceneOf(at, reader), engine.sceneOf(at)).get(key);
      return said("shut", { label: textOf(item, ".label"), because: textOf(item, ".below") });
    });
  }

  /** The ways back from the end of a road, each with its decision and what it is called. */
  function waysBack({ ending }, reader) {
    const { back = [] } = (ending && ending.road) || {};
    return back.map(([decision, doors]) => {
      const [answered, met] = [true, false].map((is) => doors.filter(({ isAnswered }) => isAnswered === is));
      const labels = [...answered, ...met].map(({ at, key }) => labelOf(at, key, reader)).join(said("revisit-and"));
      const says = answered.length ? "revisit-answer" : "revisit";
      return [`${DECISION}${decision}`, doors.length ? said(says, { labels }) : said("another-road")];
    });
  }

  /** Of whom the steps of a road are told, and that nobody took all of them, or who did. */
  function whoseLines({ people, made }) {
    const steps = people.map((one) => said("steps-of", one)).join(" · ");
    const every = people.filter(({ count }) => count === made).map(({ name }) => name).sort().join(", ");
    return [
      ...(people.length ? [said("steps-told", { steps })] : []),
      every ? said("has-all", { names: every }) : said("nobody-has-all", {}),
    ];
  }

  /** Every mark of a trail beside the evidence words of the outcome. */
  function marksOf(trail, reader) {
    const labels = copyOf("mark").querySelectorAll(".label");
    return engine.marked(trail).map((at) => ({
      label: labelOf(at, at.move, reader),
      marked: labels[at.mark].textContent,
      evidence: knownOf(at, at.move, reader),
    }));
  }

  function situation(page) {
    if (!page.situation.length) return [];
    const shown = copyOf(`situation-${numberOf(page.story)}`), list = shown.querySelector("dl");
    const lines = [...list.children];
    list.replaceChildren(...page.situation.map((place) => lines[place]));
    return [shown];
  }

  /* ---- What can be done ---- */

  /** Of each choice the item that holds now, with what is told of it beforehand. */
  function offered(scene, page, reader) {
    const read = textOf(copyOf("moves"), ".aside");
    for (const [key, items] of itemsOf(scene, engine.sceneOf(page))) {
      if (!page.offered.has(key)) {
        items.forEach((one) => one.remove());
        continue;
      }
      const [is, ...not] = page.moves.includes(key) ? items : items.reverse();
      not.forEach((one) => one.remove());
      is.removeAttribute("data-open");
      const aside = joined(page.looked.has(`${page.scene}/${key}`) ? read : "",
        reader.words_beforehand ? evidenceOf(page, key, reader) : "");
      if (aside) is.querySelector(".label").after(" ", put(copyOf("moves").querySelector(".aside"), aside));
    }
  }

  function wayBack({ left, question }, reader) {
    if (question) return said("back-to-question");
    const [fork, ...others] = [...left].reverse(), ask = askOf(fork, reader);
    const label = said(ask ? "return" : "return-end", { name: engine.nameOf(fork.story), ask });
    const names = others.map((one) => engine.nameOf(one.story)).join(", ");
    return names ? said("return-then", { label, names }) : label;
  }

  /** Buttons are numbered from 1; a page on which there is one way on has no number. */
  function numbered(form, isLone) {
    form.classList.toggle("lone", isLone);
    [...form.querySelectorAll("button")].forEach((button, at) => {
      let number = button.querySelector(".number");
      if (!number && !isLone) {
        number = copyOf("moves").querySelector(".number");
        button.prepend(number, " ");
      }
      if (number) number.textContent = String(at + 1);
    });
  }

  /** What the browser's tab, history and bookmarks call a page: what is new on it, and whose it is. */
  function titleOf(shown) {
    const isEnding = shown.matches(".ending");
    const ask = shown.matches(".outcome") ? "" : textOf(shown, ".ask");
    const told = isEnding ? textOf(shown, "#known") : joined(ask, textOf(shown, ".chosen"));
    return joined(told || textOf(shown, ".head .where"), textOf(shown, "h1"));
  }

  /* ---- What was read on a page ---- */

  /** Who, where and when; and its lines, of each its kind and its text. Of a fork told `again` only the question. */
  function entryOf(page, reader, isAgain) {
    const lines = [], shown = told(page, reader);
    const add = (kind, text) => lines.push({ kind, text });
    const elements = page.kind === "mark" || isAgain ? [] : [...shown.querySelector(".told").children];
    if (page.kind === "reveal" && elements[0].matches(".chosen")) elements.shift();
    for (const element of elements) {
      if (element.matches(".editorial, .led")) {
        const kind = element.matches(".led") ? "paragraph" : "editorial";
        element.querySelectorAll("p:not(.mark)").forEach((one) => add(kind, one.textContent));
      } else if (element.matches(".card")) cardLines(element, page.kind === "ending", add);
      else if (element.matches(".close")) listLines(element, add);
      else if (!element.matches(".care")) add(element.matches(".chosen") ? "chosen" : "paragraph", element.textContent);
    }
    if (shown.querySelector(".ask") && !page.stretch) add("ask", textOf(shown, ".ask"));
    const count = isAgain ? 0 : page.offered.size;
    for (const item of [...shown.querySelectorAll("form li")].slice(0, count)) {
      const label = textOf(item, ".label"), because = textOf(item, ".below");
      add("option", item.matches(".closed") ? `${label} (${because})` : label);
    }
    return { head: joined(textOf(shown, "h1"), textOf(shown, ".where")), lines };
  }

  function cardLines(card, isEnding, add) {
    for (const one of card.children) {
      if (one.matches("h2, h3, summary")) add("word", one.textContent);
      else if (one.matches("details")) cardLines(one, isEnding, add);
      else if (one.matches("div")) cardLines(unfolded(one), isEnding, add);
      else if (!one.matches(".more") && (one.textContent || !one.matches(".support"))) {
        add(isEnding ? "paragraph" : one.matches(".support") ? "support" : "followed", one.textContent);
      }
    }
  }

  /** A quiet line with the word in its summary, where the log has it. */
  function unfolded(line) {
    const [word, fold] = line.children;
    fold.querySelector("summary").prepend(word);
    return fold;
  }

  function listLines(section, add) {
    add("ask", textOf(section, "h2"));
    for (const item of section.querySelectorAll("li")) {
      for (const answer of item.querySelectorAll("details")) answer.remove();
      add("option", item.textContent);
    }
  }

  return { article, promptPart, gapLine, sceneOf, answerOf, askOf, labelOf, evidenceOf, marksOf, numberOf, numbered, titleOf, entryOf };
}
