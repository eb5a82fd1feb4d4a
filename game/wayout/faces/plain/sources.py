"""How is it told line by line what a page rests on?"""

from collections.abc import Sequence

from wayout.faces.plain.reference_commands import Say
from wayout.locale import evidence_strings, strings
from wayout.views.sources import CiteView, ClaimView, DifferenceView


def tell_sources(wanted: str, found: Sequence[ClaimView], say: Say) -> None:
    """Every claim with its number, or the one whose number is wanted."""
    claims = [(str(number), claim) for number, claim in enumerate(found, 1)]
    picked = [one for one in claims if wanted in ("", one[0])]
    if wanted and not picked:
        say(strings.NO_SUCH_SOURCE.format(said=wanted), "dim", 0)
        return
    say(strings.SOURCES, "bold", 0)
    if not found:
        say(strings.SOURCES_NONE, "", 0)
    addresses: set[str] = set()
    for number, claim in picked:
        _tell_claim(number, claim, addresses, say)
    say("", "", 0)


def tell_versions(found: Sequence[DifferenceView], say: Say) -> None:
    """What the documents tell differently."""
    say(evidence_strings.VERSIONS if found else evidence_strings.VERSIONS_NONE, "bold" if found else "", 0)
    for difference in found:
        _tell_difference(difference, say)
    say("", "", 0)


def _tell_claim(number: str, claim: ClaimView, addresses: set[str], say: Say) -> None:
    """A claim with its cites; of each document the address once, however many claims cite it."""
    say("", "", 0)
    say(f"{number}. {claim.says}", "", 0)
    say(claim.support, "bold", 3)
    for remark in claim.remarks:
        say(remark, "", 3)
    for cite in claim.cites:
        say(f"– {_cite_line(cite)}", "", 3)
        if cite.url and cite.url not in addresses:
            addresses.add(cite.url)
            say(cite.url, "dim", 5)
    for difference in claim.differences:
        _tell_difference(difference, say)


def _tell_difference(difference: DifferenceView, say: Say) -> None:
    say(f"{difference.head} ({difference.why}):", "", 3)
    for reading in difference.readings:
        say(f"– {reading.says} ({reading.where})", "", 5)


def _cite_line(cite: CiteView) -> str:
    """A cite in one line: outlet, title, how it was made and from what, place, speaker, voice, quotation."""
    document = (cite.outlet, cite.title, cite.made if cite.made != cite.how else "", cite.language_name)
    parts = (*document, cite.place, cite.said_by, cite.voice, cite.quoted, cite.held)
    return " · ".join(dict.fromkeys(part for part in parts if part))
