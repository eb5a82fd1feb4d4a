/* How are the parts that Python wrote taken into a page, and a text into an element?

DOM helpers: cloning templates, conditions on elements, sanitised text, safe links.

Templates are cloned: a comment with a number in it stands for a shared part, and what does not hold is left out. A text
is put in as text, never as HTML. */
"use strict";

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
const SPACES = /[\t\u2028\u2029]/g;

/** The text with every control character made visible. */
function clean(text) {
  return text.replace(SPACES, " ").replace(HIDDEN, "\ufffd");
}

/** A sentence with its {names} filled in, in one pass: what is filled in is not looked at again. */
function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (all, name) =>
    (Object.hasOwnProperty.call(values, name) ? String(values[name]) : all));
}

/** Each once, in order. */
function distinct(values) {
  return [...new Set(values)];
}

/** What is there to say, with a dot between. */
function joined(...parts) {
  return parts.filter(Boolean).join(" · ");
}

/** An id of a story as a part of an address or of an element's id. */
function named(name) {
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, "?"));
}

function address(what, name) {
  return name ? `#${what}/${named(name)}` : `#${what}`;
}

/* ---- Parts ---- */

function partOf(name) {
  return document.getElementById(`part-${name}`);
}

function hasPart(name) {
  return partOf(name) !== null;
}

/** A copy of a part; of its elements with an attribute of `holds` those alone whose value is there. */
function copyOf(name, holds) {
  return prepared(partOf(name).content, holds);
}

/** A copy of an item of a part that is a list, by its number. */
function itemOf(name, number, holds) {
  return prepared(partOf(name).content.firstChild.childNodes[number], holds);
}

/** Of what was copied before all that it holds. */
const WHOLE = new WeakMap();

function prepared(node, holds) {
  if (!WHOLE.has(node)) WHOLE.set(node, withShared(node.cloneNode(true)));
  const shown = WHOLE.get(node).cloneNode(true);
  for (const [attribute, values] of Object.entries(holds || {})) {
    for (const one of shown.querySelectorAll(`[${attribute}]`)) {
      if (values.includes(one.getAttribute(attribute))) one.removeAttribute(attribute);
      else one.remove();
    }
  }
  for (const slot of shown.querySelectorAll("slot")) slot.replaceWith(...slot.childNodes);
  return shown.firstElementChild;
}

/** A fragment of it, with the shared parts in their places. They stand in one template, a comment after each. */
function withShared(node) {
  const shown = document.createDocumentFragment(), places = [];
  shown.append(node);
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) places.push(walker.currentNode);
  for (const place of places) {
    place.replaceWith(withShared(partOf("shared").content.childNodes[2 * Number(place.data)].cloneNode(true)));
  }
  return shown;
}

/** A sentence that the page says by itself. */
function said(name, values) {
  return fill(textOf(copyOf("said"), `[data-said="${name}"]`), values || {});
}

/** A text in two wordings, or a number for each, as this reader has it. */
function wordingIn(pair, reader) {
  return Array.isArray(pair) ? pair[reader.gentle ? 1 : 0] : pair;
}

/** A reader's wording, as parts have it. */
function wordingOf(reader) {
  return { "data-wording": [reader.gentle ? "gentle" : "full"] };
}

/* ---- Texts ---- */

function put(element, text) {
  element.textContent = clean(text);
  return element;
}

/** An element in whose texts {names} are filled in. */
function filled(element, values) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = clean(fill(walker.currentNode.data, values));
  return element;
}

/** What an element says; nothing where it is not there. */
function textOf(shown, selector) {
  const element = shown.querySelector(selector);
  return element ? element.textContent : "";
}
