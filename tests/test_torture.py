"""A little of what `make torture` does at length."""

from tests.torture.killing import kill_again_and_again


def test_whenever_the_game_is_killed_every_choice_shown_as_made_is_kept() -> None:
    """15 kills at random instants, each from a seed that is told where it fails."""
    for seed in (1, 2, 3):
        kill_again_and_again(5, seed, print)
