/* What does a trail hold, and what do claims rest on?

Functions on the data and on trails, beside the state machine: records walked in and not, marks, standing of claims,
differences of documents. */
"use strict";

function makeTrails(engine) {
  const { data, personOf } = engine;

  /** The records in which a trail has been, in the order in which it came to them. */
  function walked(trail) {
    return distinct(trail.steps.map((step) => step.story).filter((name) => personOf(name)));
  }

  /** The records of people in none of whose stories it has been. */
  function notWalked(trail) {
    const people = walked(trail).map(personOf);
    return data.records.filter((name) => !people.includes(personOf(name)));
  }

  /** Every mark of a trail, by its number, with the choice that it was made of. */
  function marked(trail) {
    return trail.steps.map((step, at) => ({ before: trail.steps[at - 1], move: step.move }))
      .filter(({ before, move }) => before && move.startsWith(MARK))
      .map(({ before, move }) => ({ ...before, mark: data.marks.indexOf(move.slice(MARK.length)) }));
  }

  /** A claim: whom it is about, how weakly it is supported, what it cites, and on what the documents part. */
  function claimOf(number) {
    const [person = 0, rank = 0, cites = [], differences = [], isSpared = 0] = data.claims[number];
    return { person, rank, cites, differences, isSpared: isSpared > 0 };
  }

  /** On what the documents part, by claim and which of its points it is; those of substance first. */
  function versions(claims) {
    const found = claims.flatMap((claim) =>
      claimOf(claim).differences.map(([isOfSubstance], at) => ({ claim, at, isOfSubstance })));
    return [...found.filter((one) => one.isOfSubstance), ...found.filter((one) => !one.isOfSubstance)];
  }

  return { claimOf, versions, marked, walked, notWalked };
}
