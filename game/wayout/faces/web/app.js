/* Which page is before the reader, and how does she get to another: by pointer, by keys, with a screen reader?

The page controller: views, panels and toolbars, keyboard, focus, screen readers, milliseconds before a page takes a
click. A page is painted whole; then its heading is in focus, which is read out with what is new. Nothing is fetched,
and nothing is kept unless she agrees, but by the browser itself: the address says where she is, and Back, Forward and
Reload lead there. What was not seen is not decided: a key that repeats, a second click, and whatever follows upon a
new page at once do nothing. */
"use strict";

(function play() {
  const { data, tools } = takeContents(document.getElementById("contents").textContent);
  const engine = makeEngine(data);
  const past = makeHistory(engine);
  const pages = makePages(engine);
  const beside = makePanels(engine, pages, past);
  const progress = makeProgress(engine, past);
  const permalink = makePermalink(engine);
  const session = makeSession(arrive, data.edition);

  const main = document.getElementById("page");
  const bars = document.getElementById("bars");
  const status = document.getElementById("said");
  const APP = document.title, SEEN_AFTER = 300;

  const FOREWORD = engine.data.foreword, RESUME = "resume the trail", FULL = "full", GENTLE = "gentle";
  const PAGE_TOOLS = ["sources", "versions", "undo", "redo", "forks", "log", "map", "route", "debrief", "paper"];
  const FIRST_TOOLS = ["sources", "undo", "library", "debrief", "about", "keys"], IN_SIGHT = 2;
  const BESIDE_TOOLS = ["glossary", "differ", "alone", "compare", "timeline", "notebook", FOREWORD, "help", "about", "settings", "keys"];

  /* ---- What is known ---- */

  const kept = progress.read();
  let reader = kept ? kept.reader : progress.readerOf({});
  let notebook = progress.notebookOf(kept && kept.notebook);
  let earlier = kept ? kept.earlier : [];
  let history = kept ? kept.history : null;
  let lettersWork = kept ? kept.letters_work : true;
  let hasSeenForeword = !FOREWORD || Boolean(kept && kept.has_seen_foreword);
  let keeps = Boolean(kept), wasAsked = keeps, isKeptElsewhere = false;
  let view = { kind: "library" };
  let panels = [];
  let shownAt = 0;

  function save() {
    if (keeps) keeps = progress.write({ history, ...known() });
  }

  const pageNow = () => engine.page(history.play, { ...reader, ...progress.before(earlier, notebook) });

  /* ---- The browser's history ---- */

  const addressNow = () => permalink.written({ view, history, reader, panels });
  const known = () => ({ reader, letters_work: lettersWork, has_seen_foreword: hasSeenForeword, notebook, earlier });
  const entryNow = () => ({ view, panels, place: progress.valuesOf(history), ...known() });

  /** Where an entry leads, or the address where there is none; a step back leaves what can be done again. */
  function goTo(entry) {
    const found = entry || permalink.read(window.location.hash);
    const place = entry ? progress.historyOf(entry.place) : found.play && { play: found.play, undone: [] };
    const isReading = found.view.kind === "reading";
    if (place && (isReading || !history)) {
      const next = history ? past.along(history, place) : place;
      if (next === place) earlier = progress.withEarlier(earlier, history);
      history = next;
    }
    const isKnown = !found.view.story || engine.stories.has(found.view.story);
    const isHere = isReading ? place : isKnown && (found.view.kind !== "foreword" || FOREWORD);
    view = isHere ? found.view : { kind: "library" };
    if (!entry && found.gentle) reader = { ...reader, gentle: true };
    panels = [];
    for (const panel of found.panels) {
      const tools = panels.length ? panelTools(panels[panels.length - 1]) : [...viewTools(), ...besideTools()];
      if (!tools.includes(panel.what) || Object.hasOwnProperty.call(DOES, panel.what)) break;
      panels.push(panel);
    }
  }

  /** Back or Forward; out of a panel, to where its reader was on the page. */
  function arrive(entry) {
    const top = panels[panels.length - 1], count = panels.length;
    goTo(entry);
    session.replace(entryNow(), addressNow());
    save();
    paint();
    if (top && top.before && panels.length === count - 1) returnTo(top.before);
    else if (panels.length) toTerm(panels[panels.length - 1].name);
  }

  /** With the file opened, or loaded again. */
  function start() {
    const entry = session.now();
    if (entry) {
      reader = progress.readerOf(entry.reader);
      lettersWork = entry.letters_work;
      notebook = progress.notebookOf(entry.notebook);
      earlier = progress.earlierOf(entry.earlier);
      hasSeenForeword = hasSeenForeword || entry.has_seen_foreword;
    }
    goTo(entry);
    if ("scrollRestoration" in window.history) window.history.scrollRestoration = "manual";
    session.replace(entryNow(), window.location.hash ? addressNow() : undefined);
    paint();
    if (panels.length) toTerm(panels[panels.length - 1].name);
  }

  /* ---- Views ---- */

  const VIEWS = {
    library() {
      const shown = part("library"), strip = beside.strip(notebook.ended);
      if (strip) shown.querySelector(".lead").after(put(Object.assign(document.createElement("p"), { className: "support" }), strip));
      if (history) {
        const resume = filled(copyOf("resume").querySelector("li"), { name: engine.nameOf(history.play.state.story) });
        shown.querySelector("ol").prepend(resume);
        pages.numbered(shown.querySelector("form"), false);
      }
      if (!wasAsked && progress.works) shown.append(part("keep"));
      return shown;
    },
    notice({ story }) {
      return part(`notice-${pages.numberOf(story)}`);
    },
    foreword() {
      const shown = part(FOREWORD);
      shown.append(copyOf("go-on"));
      return shown;
    },
    reading() {
      const page = pageNow(), shown = pages.article(page, reader);
      const note = page.reveal && pages.answerOf(page, reader).querySelector(".elsewhere");
      if (note) shown.querySelector(".told").append(note);
      return shown;
    },
  };

  /* ---- Panels ---- */

  const PANELS = {
    sources: ({ claims, where }) => beside.sources(claims, where, reader),
    versions: ({ claims, where }) => beside.versions(claims, where, reader),
    forks: () => beside.forks(history, reader),
    log: () => beside.searchLog(history.play.trail, reader, tell),
    debrief: () => beside.debrief(history.play.trail, reader),
    map: () => beside.map(history.play, reader), route: () => beside.route(history.play),
    paper: () => copyOf(paperOf(pageNow()), wordingOf(reader)),
    timeline: () => beside.timeline(progress.trailsOf(earlier, history), reader),
    notebook: () => beside.notebook(progress.trailsOf(earlier, history), notebook.taken, reader),
    glossary: () => beside.glossary(part("glossary"), view.kind === "reading" ? pageNow() : null, reader),
    settings: () => settingsPanel(),
  };

  /** What Python wrote, as it is for this reader now. */
  function part(name) {
    const foreword = hasSeenForeword ? "again" : "first", own = reader.parts.length && !past.edits(history) ? "first" : "again";
    return copyOf(name, { "data-foreword": [foreword], "data-own": [own], ...wordingOf(reader) });
  }

  function settingsPanel() {
    const { words_beforehand: words, asks, parts } = reader, part = parts.length > 0;
    const isOn = { words, asks, part, letters: lettersWork, keep: keeps };
    const holding = [progress.works ? "can-keep" : "cannot-keep", isKeptElsewhere ? "kept-elsewhere" : ""];
    return beside.settings(holding, reader, isOn);
  }

  function onSetting({ name, value, checked }) {
    if (name === "wording") reader = { ...reader, gentle: value === GENTLE };
    if (name === "words") reader = { ...reader, words_beforehand: checked };
    if (name === "asks") reader = { ...reader, asks: checked };
    if (name === "part") reader = { ...reader, parts: checked ? engine.parts : [] };
    if (name === "letters") lettersWork = checked;
    if (name === "keep") keepOrNot(checked);
    save();
    session.replace(entryNow(), addressNow());
    paintBars();
  }

  function keepOrNot(isWanted) {
    wasAsked = true;
    keeps = isWanted;
    isKeptElsewhere = false;
    if (isWanted) save();
    else progress.forget();
    tell(said(keeps ? "kept" : "not-kept"));
  }

  /** One tab keeps its place, not the one that writes last without a word. */
  progress.onOtherTab((isKept) => {
    if (!keeps) return;
    keeps = false;
    isKeptElsewhere = isKept;
    const box = main.querySelector("input[name='keep']");
    if (box) box.checked = false;
    tell(said(isKept ? "kept-elsewhere" : "not-kept"));
  });

  /** What is asked for beside the page: opened on top of it. */
  function open(what, name) {
    const before = { scroll: window.scrollY, focus: focusables().indexOf(document.activeElement) };
    const panel = { what, name, before, isEntry: true };
    panels = [...panels, panel];
    panel.isEntry = session.push(entryNow(), addressNow());
    paint();
    toTerm(name);
  }

  /** To what a link on a page means: a term of the glossary, or an evidence word. */
  function toTerm(name) {
    if (!name) return;
    const term = document.getElementById(`term-${named(name)}`)
      || [...main.querySelectorAll("dt")].find((one) => one.textContent === name);
    if (!term) return;
    term.setAttribute("tabindex", "-1");
    focus(term);
  }

  /** What a panel is about. */
  function argOf(at) {
    const { what } = panels[at];
    if (what === "sources") return claimsNow(panels[at - 1]);
    return what === "versions" ? { ...claimsNow(), claims: engine.toldIn(pageNow()) } : {};
  }

  /** Of what is before the reader, the claims that it rests on. */
  function claimsNow(panel) {
    const what = panel ? panel.what : view.kind === "foreword" ? FOREWORD : "";
    if (what === "debrief") {
      const { trail } = history.play;
      return { claims: beside.claimsOn(trail), where: engine.nameOf(trail.story) };
    }
    if (what) return { claims: claimsBeside(what), where: titleBeside(what) };
    if (view.kind !== "reading") return { claims: [], where: "" };
    const page = pageNow(), scene = pages.sceneOf(page, reader);
    return { claims: engine.claimsOf(page), where: joined(textOf(scene, "h1"), textOf(scene, ".where")) };
  }

  const paperOf = ({ story }) => `paper-${pages.numberOf(story)}`;
  const claimsBeside = (what) => JSON.parse((hasPart(what) && partOf(what).getAttribute("data-claims")) || "[]");
  const titleBeside = (what) => part(what).querySelector("h1").textContent;
  function shut() {
    const { before, isEntry } = panels[panels.length - 1];
    panels = panels.slice(0, -1);
    if (isEntry) session.back();
    else session.replace(entryNow(), addressNow());
    paint();
    if (before) returnTo(before);
  }

  function returnTo(before) {
    const opener = focusables()[before.focus];
    if (opener && main.contains(opener)) opener.focus({ preventScroll: true });
    window.scrollTo(0, before.scroll);
  }

  function focusables() {
    return [...document.querySelectorAll("a[href], button, input, summary")];
  }

  /* ---- Painting ---- */

  function paint() {
    const panel = panels[panels.length - 1];
    const shown = !panel ? VIEWS[view.kind](view)
      : PANELS[panel.what] ? PANELS[panel.what](argOf(panels.length - 1)) : part(panel.what);
    main.replaceChildren(shown);
    hidePopover();
    tell("");
    paintBars();
    permalink.leadFrom(addressNow(), main.querySelectorAll("a[href^='#']"));
    const heading = main.querySelector("h1"), where = textOf(main, ".head .where");
    const title = !panel && view.kind === "reading" ? pages.titleOf(shown) : joined(heading.textContent, where);
    document.title = title === APP ? APP : `${title} – ${APP}`;
    window.scrollTo(0, 0);
    focus(heading);
    shownAt = performance.now();
  }

  function focus(element) {
    element.focus({ preventScroll: element.tagName === "H1" });
  }

  function tell(text) {
    status.textContent = text;
  }

  function paintBars() {
    const panel = panels[panels.length - 1];
    const focused = document.activeElement && document.activeElement.getAttribute("data-tool");
    const names = panel ? panelTools(panel) : [...viewTools(), ...besideTools()];
    const inSight = panel ? names : FIRST_TOOLS.filter((one) => names.includes(one)).slice(0, IN_SIGHT);
    bars.replaceChildren(beside.toolBar(inSight, names.filter((one) => !inSight.includes(one)), lettersWork));
    const again = focused && bars.querySelector(`[data-tool="${focused}"]`);
    if (again) again.focus({ preventScroll: true });
  }

  function viewTools() {
    if (view.kind === "foreword") return ["sources", "library"];
    if (view.kind === "library") return history && past.hasEnded(history) ? ["debrief"] : [];
    if (view.kind !== "reading") return ["library"];
    const page = pageNow(), versions = engine.versions(engine.toldIn(page)).length > 0, { undone, play } = history;
    const isThere = { versions, route: hasPart(`route-${pages.numberOf(page.story)}`), paper: page.ending && hasPart(paperOf(page)), undo: play.trail.steps.length, redo: undone.length };
    return [...PAGE_TOOLS.filter((name) => isThere[name] === undefined || isThere[name]), "library"];
  }

  /** What Python writes may be missing: a library without a glossary has no such page. */
  function besideTools() {
    return BESIDE_TOOLS.filter(hasPart);
  }

  function panelTools({ what }) {
    const hasSources = what === "debrief" || claimsBeside(what).length > 0;
    return ["close", ...(hasSources ? ["sources"] : []), ...(what === "debrief" ? ["print"] : [])];
  }

  /* ---- What the reader does ---- */

  const DOES = {
    close: shut,
    library: () => toLibrary(),
    undo: () => stand(past.undo(history)),
    redo: () => stand(past.redo(history)),
    print: () => window.print(),
  };

  function use(tool) {
    if (Object.hasOwnProperty.call(DOES, tool)) DOES[tool]();
    else open(tool);
  }

  const toLibrary = () => show({ kind: "library" });

  /** At another page. */
  function stand(next) {
    history = next;
    notebook = progress.noted(notebook, next.play.state);
    save();
    show({ kind: "reading" });
  }

  function begin(story) {
    earlier = progress.withEarlier(earlier, history);
    stand({ play: engine.begin(story, null, reader.asks, reader.parts, notebook.taken, notebook.ended), undone: [] });
  }

  function chose(id) {
    if (id === TO_LIBRARY) toLibrary();
    else if (view.kind === "library" && id === RESUME) stand(history);
    else if (view.kind === "library") show({ kind: "notice", story: id });
    else if (view.kind === "notice") chosenWording(id === GENTLE);
    else if (view.kind === "foreword") {
      hasSeenForeword = true;
      begin(view.story);
    } else stand(past.choose(history, id));
  }

  function chosenWording(gentle) {
    reader = { ...reader, gentle };
    save();
    if (hasSeenForeword) begin(view.story);
    else show({ kind: "foreword", story: view.story });
  }

  function show(next) {
    view = next;
    panels = [];
    session.push(entryNow(), addressNow());
    paint();
  }

  function keepAnswered(isWanted) {
    keepOrNot(isWanted);
    const told = status.textContent;
    paint();
    tell(told);
  }

  /** Out of what lies on top; where nothing does, to the library. Whether there was somewhere to go. */
  function leave() {
    if (openPopover() || (panels.length === 0 && view.kind === "library")) return false;
    if (panels.length) shut();
    else toLibrary();
    return true;
  }

  listen(main, tools, {
    isHasty: (event) => event.timeStamp - shownAt < SEEN_AFTER,
    hasLetters: () => lettersWork,
    follow(address) {
      const { what, name } = permalink.read(address).panels.pop();
      if (what === "notice") show({ kind: what, story: name });
      else open(what, name);
    },
    chose,
    jump: (number) => stand(past.jump(history, number)),
    use,
    keep: keepAnswered,
    set: onSetting,
    leave,
  });
  start();
})();
