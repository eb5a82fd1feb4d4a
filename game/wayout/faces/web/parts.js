/* How are the parts that Python wrote taken into a page, and a text into an element?

DOM helpers: cloning templates, conditions on elements, sanitised text, safe links.

Templates are cloned, and what does not hold is left out. A text is put in as text, never as HTML. */
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

/** Templates by their names, each as text until it is first asked for: what no page shows costs no time. */
const PARTS = new Map();

const PART_LEADS = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ#$%()*+,-.:;@[]^_{|}~", "\"&'`"];
const PART_PLACE = /<(\d|[A-Z#$%()*+,\-.:;@[\]^_{|}~][?-~]|["&'`][?-~]{2})/g;

/** The number of a part as it is written: the longer, the higher; all but the first digit are of base 64. */
function numberOf(written) {
  const more = written.length - 1;
  let number = PART_LEADS[more].indexOf(written[0]);
  for (let at = 1; at <= more; at += 1) number = number * 64 + written.charCodeAt(at) - 63;
  for (let less = 0; less < more; less += 1) number += PART_LEADS[less].length * 64 ** less;
  return number;
}

/** Take in what template_tree.py writes: parts, which <7 stands for by their numbers, templates, and at last data. */
function takeContents(text) {
  const parts = text.split("\n"), known = new Map();
  const whole = (part) => part.replace(PART_PLACE, (all, written) => {
    if (!known.has(written)) known.set(written, whole(parts[numberOf(written)]));
    return known.get(written);
  });
  PARTS.clear();
  for (const part of parts) {
    const [, name] = part.match(/^<=([^"]*)"/) || [];
    if (name) PARTS.set(name, () => `<template id="${whole(part.slice(2))}</template>`);
  }
  return JSON.parse(whole(parts[parts.length - 1]));
}

function partOf(name) {
  const found = PARTS.get(name);
  if (typeof found !== "function") return found;
  const holder = document.createElement("template");
  holder.innerHTML = found();
  PARTS.set(name, holder.content.firstChild);
  return holder.content.firstChild;
}

function hasPart(name) {
  return PARTS.has(name);
}

/** A copy of a part; of its elements with an attribute of `holds` those alone whose value is there. */
function copyOf(name, holds) {
  return prepared(partOf(name).content.cloneNode(true), holds);
}

/** A copy of an item of a part that is a list, by its number. */
function itemOf(name, number, holds) {
  const { content } = partOf(name), shown = content.cloneNode(false);
  shown.append(content.firstChild.childNodes[number].cloneNode(true));
  return prepared(shown, holds);
}

function prepared(shown, holds) {
  for (const [attribute, values] of Object.entries(holds || {})) {
    for (const one of shown.querySelectorAll(`[${attribute}]`)) {
      if (values.includes(one.getAttribute(attribute))) one.removeAttribute(attribute);
      else one.remove();
    }
  }
  for (const slot of shown.querySelectorAll("slot")) slot.replaceWith(...slot.childNodes);
  return shown.firstElementChild;
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

/* ---- Evidence words ---- */

/** A line of evidence words, each as the stamp that Python wrote, and after them what it rests on; else nothing. */
function stampsOf(line) {
  const [dot, ...stamps] = copyOf("stamps").children, texts = line.split(" · ");
  const words = texts.map((text) => {
    const known = stamps.find((one) => one.textContent === text) || stamps.find((one) =>
      one.matches("[popovertarget='means-taken-by']") && text.startsWith(`${one.textContent} `));
    return known && put(known.cloneNode(true), text);
  });
  const count = words.includes(undefined) ? words.indexOf(undefined) : words.length, rest = texts.slice(count).join(" · ");
  if (!count) return [];
  const shown = document.createElement("span");
  shown.className = "evidence";
  shown.append(...words.slice(0, count).flatMap((one, at) => (at ? [dot.cloneNode(true), one] : [one])));
  return [shown, ...(rest ? [dot, clean(rest)] : [])];
}

/* ---- Popovers ---- */

/** The menu, or what a word means, while it is open: the browser itself opens and closes it. */
function openPopover() {
  return window.CSS.supports("selector(:popover-open)") ? document.querySelector(":popover-open") : null;
}

function hidePopover() {
  const shown = openPopover();
  if (shown) shown.hidePopover();
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
