/* What does a press of a key or a button do? Events of the browser become what the page can do: its `actions`.

Event handlers: key presses, key repeat, clicks, double clicks.

What comes before a page could be seen decides nothing, nor does a key that repeats, or the second click of two. */
"use strict";

function listen(main, tools, actions) {
  const ways = () => [...main.querySelectorAll("form.moves button")];

  document.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button, a[href]");
    if (!pressed || pressed.hasAttribute("popovertarget")) return;
    const leadsAway = pressed.tagName === "A" && !pressed.getAttribute("href").startsWith("#");
    if (event.detail > 1 || actions.isHasty(event)) {
      event.preventDefault();
    } else if (leadsAway || (pressed.tagName === "A" && (event.ctrlKey || event.metaKey || event.shiftKey))) {
      return;
    } else if (pressed.tagName === "A") {
      event.preventDefault();
      actions.follow(pressed.getAttribute("href"));
    } else if (pressed.name === "move") actions.chose(pressed.value);
    else if (pressed.name === "fork") actions.jump(Number(pressed.value));
    else if (pressed.hasAttribute("data-tool")) actions.use(pressed.getAttribute("data-tool"));
    else if (pressed.hasAttribute("data-keep")) actions.keep(pressed.getAttribute("data-keep") === "yes");
    if (pressed.tagName === "BUTTON") event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest(".settings")) actions.set(event.target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = document.activeElement, isTyping = Boolean(at && at.type === "search");
    if (event.repeat) {
      if (event.key === "Enter") event.preventDefault();
    } else if (event.key === "Escape") {
      if (actions.leave()) event.preventDefault();
    } else if (event.key === "Enter" || (event.key === " " && isReadOn())) enter(event, at);
    else if (actions.hasLetters() && !isTyping) letter(event);
  });

  /** A digit makes a move, unless the menu covers what it chooses; a letter does what the button with it does. */
  function letter(event) {
    const [tool] = tools.find(([, key]) => key === event.key) || [];
    const way = /^[1-9]$/.test(event.key) && !openPopover() && ways()[Number(event.key) - 1];
    const button = tool && document.querySelector(`[data-tool="${tool}"]`);
    if (way || button) event.preventDefault();
    if (way && !actions.isHasty(event)) way.click();
    else if (button && button.tagName === "INPUT") button.focus();
    else if (button) actions.use(tool);
  }

  /** Space goes through a page as ever; where all that can be done is in sight, it takes the way on or back. */
  function isReadOn() {
    const way = passing();
    return Boolean(way) && way.getBoundingClientRect().bottom <= window.innerHeight;
  }

  /** Past what the reader is asked; on along the person's own road; or back to the question, at an ending too. */
  function passing() {
    const values = main.querySelector(".ending") ? [RETURN] : main.querySelector(".page:not(.scene)") ? [GO_ON, STAY] : [];
    return ways().find((one) => values.includes(one.value));
  }

  /** Where nothing else is in focus, Enter takes the one way that there is, or the one that a reader takes who reads on. */
  function enter(event, at) {
    const all = ways(), way = all.length === 1 ? all[0] : passing();
    if (!way || (at && at.matches("a[href], button, input, summary"))) return;
    event.preventDefault();
    if (!actions.isHasty(event)) way.click();
  }
}
