"""What happens when `wayout` is called: the game at once, or a command?

The entry point of the command: it goes straight to the game (fast path without arguments), or dispatches to the
command line.
"""

import sys

from wayout import gc_tuning, streams


def main() -> None:
    """Without a word, and with a screen, the game opens at once: it is not kept waiting for a list of commands."""
    streams.prepare()
    streams.end_with(_run)


def _run() -> None:
    if len(sys.argv) == 1:
        gc_tuning.defer_gc()
        from wayout.launch import has_screen, open_game

        if has_screen():
            sys.exit(open_game())
    from wayout.cli import main as command

    command(prog_name="wayout")


if __name__ == "__main__":
    main()
