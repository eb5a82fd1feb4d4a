"""What is answered where no page can be given?"""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from game.faces.classroom import pages
from game.faces.classroom.answers import give
from game.words import classroom as said

TO_RECORDS = (("/records", said.TO_RECORDS),)


def refuse(says: str, status: int) -> Response:
    """What no page of ours sends; nothing more of it is read."""
    return _last(give(pages.notice(said.NOT_ANSWERED, says), status))


def over(cookies: Iterable[str]) -> Response:
    """The lesson is over: the browser forgets its cookies too, and its connection is not kept."""
    answer = give(pages.notice(said.ENDED, said.ENDED_SAYS), 410)
    for cookie in cookies:
        answer.delete_cookie(cookie)
    return _last(answer)


def no_page() -> Response:
    """An address that leads nowhere."""
    return give(pages.notice(said.NOT_FOUND, said.NOT_FOUND_SAYS, bar=TO_RECORDS), 404)


def failed() -> Response:
    """A fault of ours: the pupil can go on from their page."""
    return give(pages.notice(said.FAILED, said.FAILED_SAYS, bar=TO_RECORDS), 500)


async def not_found(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return no_page()


async def too_large(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return refuse(said.TOO_LARGE, 413)


def _last(answer: Response) -> Response:
    answer.headers["Connection"] = "close"
    return answer
