"""How do the pages of a class stand in HTML? No script is needed: what can be done is a link or a button of a form."""

from game import words
from game.faces.web.html_evidence import panel
from game.faces.web.tags import NOTHING, Html, Inside, tag, together
from game.play.catalogue import Entry
from game.words import classroom as said

LOOK = "/look.css"


def framed(title: str, *inside: Inside, bar: tuple[tuple[str, str], ...] = ()) -> str:
    """A whole page; `bar` are links below it."""
    head = together(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", f"{title} · {words.APP}" if title != words.APP else title),
        Html(f'<link rel="stylesheet" href="{LOOK}">'),
    )
    links = tag("ul", *(tag("li", tag("a", label, href=address)) for address, label in bar), role="list")
    body = (
        tag("a", said.SKIP, class_="skip", href="#title"),
        tag("main", *inside),
        tag("nav", links, class_="bar", aria_label=said.PAGES) if bar else NOTHING,
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{tag("head", head)}\n{tag("body", *body)}\n</html>\n'


def join(trouble: str = "", at: str = "") -> str:
    """Type the code; `at` is the code of the trail whose page one comes from, and goes back to."""
    wrong = {"aria_describedby": "trouble", "aria_invalid": "true"} if trouble else {}
    field = tag(
        "input",
        type="text",
        id="code",
        name="code",
        required="",
        maxlength="20",
        autocomplete="off",
        inputmode="numeric",
        autofocus="",
        **wrong,
    )
    form = tag(
        "form",
        tag("p", trouble, id="trouble", role="alert", class_="evidence") if trouble else NOTHING,
        tag("label", said.JOIN_CODE, for_="code"),
        field,
        tag("input", type="hidden", name="at", value=at) if at else NOTHING,
        tag("ol", tag("li", tag("button", tag("span", said.JOIN_GO, class_="label"))), role="list"),
        class_="moves lone join",
        method="post",
        action="/join",
    )
    return framed(said.JOIN, panel(said.JOIN, "", form, tag("p", said.JOIN_PRIVACY, class_="support")))


def notice(title: str, says: str, *, bar: tuple[tuple[str, str], ...] = ()) -> str:
    """One sentence."""
    return framed(title, panel(title, "", tag("p", says)), bar=bar)


def debriefing(address: str) -> Html:
    """What stands above each page once the teacher has begun the debrief."""
    return tag("p", said.DEBRIEF_NOW, " ", tag("a", words.DEBRIEF, href=address), class_="card", role="status")


def records(entries: tuple[Entry, ...], bar: tuple[tuple[str, str], ...], *, may_choose: bool) -> str:
    """The records that are open, each with what it holds; where the teacher leaves it open, in which wording."""
    if not entries:
        again = ("", said.LOOK_AGAIN)
        return framed(said.RECORDS, panel(said.RECORDS, "", tag("p", said.RECORDS_NONE)), bar=(again, *bar))
    listed = tag("ul", *(_record(one, may_choose) for one in entries), role="list", class_="records")
    return framed(said.RECORDS, panel(said.RECORDS, "", tag("h2", said.RECORDS_OPEN), listed), bar=bar)


def _record(entry: Entry, may_choose: bool) -> Html:
    about = " · ".join(part for part in (entry.identity, entry.length) if part)
    held = words.CONTENT_NOTE.format(what="; ".join(entry.content)) if entry.content else words.CONTENT_NONE
    begin = [("g", words.CONTENT_GENTLE)] if entry.content else []
    if may_choose or not entry.content:
        begin.insert(0, ("", words.CONTENT_FULL if entry.content else words.BEGIN))
    buttons = (
        tag("li", tag("button", tag("span", label, class_="label"), name="how", value=how)) for how, label in begin
    )
    form = tag("form", tag("ol", *buttons, role="list"), class_="moves", method="post", action=f"/begin/{entry.id}")
    return tag(
        "li",
        tag("h3", entry.name),
        tag("p", about, class_="support"),
        tag("p", entry.teaser),
        tag("p", held, class_="support"),
        form,
    )
