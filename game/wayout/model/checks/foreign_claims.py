"""Does a recorded outcome of one person rest on claims about another alone?"""

from collections.abc import Iterator, Sequence
from functools import cache

from wayout.model.checks.reporter import Item
from wayout.model.checks.text_index import TextUse
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.story import Story


class ForeignClaims:
    """Which claims are about the person of another record."""

    def __init__(self, loaded: LoadResult) -> None:
        self._library = loaded.library
        self._people = {story.person for story in loaded.library.stories.values() if story.person is not None}
        self._is_borrowed = cache(self._borrowed)

    def alone(self, item: Item, story: Story, told: Sequence[TextUse]) -> Iterator[Finding]:
        """Recorded outcomes of the person's own choices that rest on nothing about that person."""
        person = story.person
        if person is None:
            return
        for text in told:
            if text.known != "recorded" or not text.claims or not all(self._is_borrowed(person, claim)
                                                                      for claim in text.claims):  # fmt: skip
                continue
            _, scene, _, choice, *_ = text.path
            if person in story.scenes[str(scene)].choices[str(choice)].takers:
                other = self._about(text.claims[0])
                hint = (
                    f"Cite what the documents say of '{person}'; or tell it as reported, or in the record of '{other}'."
                )
                says = f"All that this outcome rests on is about '{other}', and nothing about '{person}'."
                yield item.fault("borrowed-claims", (*text.path, "claims"), says, hint)

    def _about(self, claim: str) -> str | None:
        """The first person of a record whom a claim is about."""
        return next((one for one in self._library.claims[claim].about if one in self._people), None)

    def _borrowed(self, person: str, claim: str) -> bool:
        """Whether a claim is about another's person, not said by this one, and does not name this one."""
        found = self._library.claims.get(claim)
        if found is None or person in found.about or self._about(claim) is None or person not in self._library.people:
            return False
        is_named = self._library.people[person].is_named(found.says)
        return not is_named and all(cite.speaker != person for cite in found.all_cites)
