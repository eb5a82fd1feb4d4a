/* Where did a reader come from, and what did she take back?

Undo and redo as wayout.play.history has them; tests hold them against each other. A history is {play, undone}: a play,
and the steps that were taken back from its end. */
"use strict";

function makeHistory(engine) {
  function lineOf(history) {
    return [...history.play.trail.steps, ...history.undone];
  }

  function at(history, count) {
    const line = lineOf(history);
    const trail = { ...history.play.trail, steps: line.slice(0, count) };
    return { play: engine.replay(trail), undone: line.slice(count) };
  }

  /** Make a move, or go back to a decision: no step, but a jump. */
  function choose(history, move) {
    if (move.startsWith(DECISION)) return jump(history, Number(move.slice(DECISION.length)));
    return { play: engine.choose(history.play, move), undone: [] };
  }

  function undo(history) {
    const made = history.play.trail.steps.length;
    return made ? at(history, made - 1) : history;
  }

  function redo(history) {
    if (!history.undone.length) return history;
    return { play: engine.choose(history.play, history.undone[0].move), undone: history.undone.slice(1) };
  }

  /** At a place that the browser's history leads to: what lay behind it can be done again. */
  function along(history, found) {
    const { trail } = history.play, other = found.play.trail, line = lineOf(history);
    const begun = ({ steps, ...how }) => JSON.stringify(how);
    const isOnLine = begun(trail) === begun(other)
      && other.steps.every((step, place) => line[place] && line[place].move === step.move);
    return isOnLine && other.steps.length + found.undone.length <= line.length ? at(history, other.steps.length) : found;
  }

  const isChoice = (step) => engine.sceneOf(step).choices.has(step.move);

  /** Every decision, in order, with how many steps lie before it; those that were taken back last. */
  function decisions(history) {
    const made = history.play.trail.steps.length;
    return lineOf(history).map((step, place) => ({ ...step, at: place, isUndone: place >= made })).filter(isChoice);
  }

  /** At the fork of a decision, before it was made. */
  function jump(history, number) {
    const decision = decisions(history)[number - 1];
    return decision ? at(history, decision.at) : history;
  }

  /** Whether an ending lies on its way. */
  const hasEnded = (history) => engine.plays(history.play.trail).some((play) => Boolean(engine.page(play).ending));

  /** Whether it leads through a story of which the reader makes an article. */
  const edits = (history) => Boolean(history)
    && [history.play.state, ...lineOf(history)].some(({ story }) => engine.stories.get(story).account);

  return { choose, undo, redo, along, jump, decisions, isChoice, lineOf, hasEnded, edits };
}
