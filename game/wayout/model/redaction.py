"""What is left of a library once the people and claims marked as withdrawn are hidden?

A text that rests on withdrawn claims alone goes with them, and so does a text that names a withdrawn person.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from wayout.model.evidence import Claim, Difference
from wayout.model.library import Library
from wayout.model.redacted_paths import redact_paths
from wayout.model.redacted_texts import Redaction, redact_texts
from wayout.model.reference_pages import ReferencePage, Term
from wayout.model.story import Story


def redact_withdrawn(library: Library) -> Library:
    """The library as a reader may see it; the same one where nothing is withdrawn."""
    people = {name for name, person in library.people.items() if person.withdrawn is not None}
    claims = {name for name, claim in library.claims.items() if claim.withdrawn is not None}
    if not people and not claims:
        return library
    gone = Redaction.of(library, people, claims)
    known = {name: kept for name, claim in library.claims.items() if (kept := _claim(name, claim, gone)) is not None}
    gone.claims.update(name for name in library.claims if name not in known)
    return replace(
        library,
        stories=redact_paths(library.stories, _stories(library, gone)),
        acts={name: replace(act, label="") if gone.names(act.label) else act for name, act in library.acts.items()},
        people={name: person for name, person in library.people.items() if name not in people},
        claims=known,
        terms={name: term for name, one in library.terms.items() if (term := _term(one, gone)) is not None},
        asides={name: aside for name, one in library.asides.items() if (aside := _aside(one, gone)) is not None},
    )


def _claim(name: str, claim: Claim, gone: Redaction) -> Claim | None:
    """A claim without what a withdrawn person says; none if nothing carries it any more, or if it is about him."""
    owner = claim.owner or ""
    if name in gone.claims or gone.is_about(claim) or gone.names(claim.says) or gone.names(owner):
        return None
    if not any(gone.says(cite) for cite in claim.all_cites) and not claim.differs and claim.corrected is None:
        return claim
    cites = tuple(cite for cite in claim.cites if not gone.says(cite))
    differs = tuple(left for difference in claim.differs if (left := _difference(difference, gone)) is not None)
    corrected = claim.corrected
    if corrected is not None:
        carried = tuple(cite for cite in corrected.cites if not gone.says(cite))
        corrected = replace(corrected, cites=carried) if carried and not gone.names(corrected.says) else None
    kept = replace(claim, cites=cites, differs=differs, corrected=corrected)
    return kept if kept.all_cites or not claim.all_cites else None


def _difference(difference: Difference, gone: Redaction) -> Difference | None:
    """A difference, as long as two readings are left of it."""
    readings = []
    for reading in difference.readings:
        cites = tuple(cite for cite in reading.cites if not gone.says(cite))
        if (cites or not reading.cites) and not gone.names(reading.says):
            readings.append(replace(reading, cites=cites))
    lost = len(readings) < min(2, len(difference.readings))
    return None if lost or gone.names(difference.on) or gone.names(difference.why) else replace(
        difference, readings=tuple(readings))  # fmt: skip


def _stories(library: Library, gone: Redaction) -> Mapping[str, Story]:
    """The stories of those who are not withdrawn, without what rests on them."""
    return {
        name: redact_texts(story, gone)
        for name, story in library.stories.items()
        if story.person not in gone.people and not gone.names(story.title)
    }


def _term(term: Term, gone: Redaction) -> Term | None:
    claims = gone.kept(term.claims)
    forms = tuple(form for form in term.forms if not gone.names(form))
    if (term.claims and not claims) or not forms or gone.names(term.says) or gone.names(term.term):
        return None
    return replace(term, claims=claims, forms=forms)


def _aside(aside: ReferencePage, gone: Redaction) -> ReferencePage | None:
    passages = gone.passages(aside.text)
    return None if not passages or gone.names(aside.title) else replace(aside, text=passages)
