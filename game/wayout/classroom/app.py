"""How does the board start, and the server with it?

A Textual app that runs the ASGI server in the same event loop.
"""

import asyncio
import socket
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from wayout.classroom.board_view import ClassLesson
from wayout.classroom.http_server import ClassHttpServer
from wayout.faces.terminal.app import HERE, WayoutApp
from wayout.faces.terminal.palette import BindingCommands
from wayout.locale import classroom_strings, strings
from wayout.play.reader import Reader


class ClassApp(WayoutApp, inherit_bindings=False):
    """The board, and in the same loop the server: both live and end together."""

    CSS_PATH: ClassVar = [HERE / "app.tcss", Path(__file__).with_name("board.tcss")]
    COMMANDS: ClassVar = App.COMMANDS | {BindingCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", strings.KEY_HELP, id="help", key_display="?", tooltip=strings.TIP_HELP),
        Binding(
            "ctrl+q", "quit", classroom_strings.KEY_END, show=False, system=True, tooltip=classroom_strings.TIP_END
        ),
    ]

    def __init__(
        self, lesson: ClassLesson, serving: ClassHttpServer | None = None, listener: socket.socket | None = None
    ) -> None:
        super().__init__(lesson.library, Reader())
        self.lesson = lesson
        self.serving = serving
        self.listener = listener
        self.served: asyncio.Task[None] | None = None

    def get_default_screen(self) -> Screen[None]:
        """The board lies below everything else."""
        from wayout.classroom.board import BoardScreen

        return BoardScreen(self.lesson)

    def on_mount(self) -> None:
        """Let the pupils in."""
        super().on_mount()
        if self.serving is not None and self.listener is not None:
            self.served = asyncio.create_task(self.serving.serve(sockets=[self.listener]))

    async def on_unmount(self) -> None:
        """Let nobody in any more."""
        if self.serving is not None and self.served is not None:
            self.serving.should_exit = True
            await asyncio.wait([self.served], timeout=3)

    async def action_quit(self) -> None:
        """Not at once: a lesson is ended first."""
        screen = self.screen_stack[0]
        await self.run_action("leave" if self.lesson.room.is_ended else "end", screen)
