/* How are the parts that Python wrote taken into a page? Templates are cloned, and what does not hold is left out. */
"use strict";

function partOf(name) {
  return document.getElementById(`part-${name}`);
}

function hasPart(name) {
  return partOf(name) !== null;
}

/** A copy of a part; of its elements with an attribute of `holds` those alone whose value is there. */
function copyOf(name, holds) {
  const shown = document.importNode(partOf(name).content, true);
  for (const [attribute, values] of Object.entries(holds)) {
    for (const one of shown.querySelectorAll(`[${attribute}]`)) {
      if (values.includes(one.getAttribute(attribute))) one.removeAttribute(attribute);
      else one.remove();
    }
  }
  return shown.firstElementChild;
}

/** A reader's wording, as parts have it. */
function wordingOf(reader) {
  return { "data-wording": [reader.gentle ? "gentle" : "full"] };
}
