"""A little of what `make torture` does at length."""

import os

import pytest

from tests.torture.bursts import bursts
from tests.torture.killing import kill_again_and_again


def test_whenever_the_game_is_killed_every_choice_shown_as_made_is_kept() -> None:
    """15 kills at random instants, each from a seed that is told where it fails."""
    for seed in (1, 2, 3):
        kill_again_and_again(5, seed, print)


@pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")
def test_no_burst_of_keys_and_clicks_ends_the_game_or_decides_what_was_not_seen() -> None:
    """Eight of them, from a seed that is told where one fails."""
    bursts(8, 7, print, busy=0)
