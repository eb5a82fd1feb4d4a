/* How are the parts that Python wrote taken into a page, and a text into an element?

DOM helpers: cloning templates, conditions on elements, sanitised text, safe links.

Templates are cloned, and what does not hold is left out. A text is put in as text, never as HTML. */
"use strict";

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
const SPACES = /[\t\u2028\u2029]/g;
/** What Python calls white space. */
const SPACE = "[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const BLANK = new RegExp(`^${SPACE}*$`, "u");
const TO_LIBRARY = "to the library";
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const WEB_ADDRESS = /^https?:\/\/[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(\/[A-Za-z0-9._~/?=&%#+:,;@!-]*)?$/;

/** The text with every control character made visible. */
function clean(text) {
  return text.replace(SPACES, " ").replace(HIDDEN, "\ufffd");
}

/** A text in paragraphs: an empty line parts them; any other line end is a space. */
function paragraphs(text) {
  const blocks = text.replace(/\r\n/g, "\n").replace(/\u2028/g, "\n").replace(/\u2029/g, "\n\n").split(/\n(?:[ \t]*\n)+/);
  const found = blocks.filter((block) => !BLANK.test(block)).map((block) =>
    block.replace(/^\n+|\n+$/g, "").split("\n").map((line) => line.replace(/^ +| +$/g, "")).join(" "));
  return found.length ? found : [""];
}

/** An element with attributes and what is in it: texts, elements, lists of these; nothing for null. */
function tag(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) element.setAttribute(key, clean(String(value)));
  }
  for (const one of inside.flat(3)) {
    if (one instanceof Node) element.append(one);
    else if (one) element.append(document.createTextNode(clean(String(one))));
  }
  return element;
}

function tagIf(text, name, attributes) {
  return text ? tag(name, attributes, text) : null;
}

/** With a capital letter, as a heading or a link has it. */
function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function several(name, text, attributes) {
  return paragraphs(text).map((one) => tag(name, attributes, one));
}

/** An id of a story as a part of an address or of an element's id. */
function named(name) {
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, "?"));
}

function address(what, name) {
  return name ? `#${what}/${named(name)}` : `#${what}`;
}

function partOf(name) {
  return document.getElementById(`part-${name}`);
}

function hasPart(name) {
  return partOf(name) !== null;
}

/** A copy of a part; of its elements with an attribute of `holds` those alone whose value is there. */
function copyOf(name, holds) {
  const shown = partOf(name).content.cloneNode(true);
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
