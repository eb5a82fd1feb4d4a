"""Which of our own actions does the command palette offer?"""

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from game.faces.terminal import beside, trail


class BindingCommands(Provider):
    """What the keys of the screen below do, by its tooltip."""

    async def discover(self) -> Hits:
        """All of them."""
        for binding in self._bindings():
            yield DiscoveryHit(binding.tooltip, partial(self.app.simulate_key, binding.key))

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for binding in self._bindings():
            if (score := matcher.match(binding.tooltip)) > 0:
                yield Hit(score, matcher.highlight(binding.tooltip), partial(self.app.simulate_key, binding.key))

    def _bindings(self) -> Iterator[Binding]:
        """One binding for each action that is shown on the screen, or that opens something beside it."""
        found = {
            active.binding.action: active.binding
            for active in reversed(self.screen.active_bindings.values())
            if active.binding.tooltip and not active.binding.system and _is_offered(active.binding)
        }
        return iter(found.values())


def _is_offered(binding: Binding) -> bool:
    return binding.show or (binding.id or "").startswith((beside.PREFIX, trail.PREFIX))
