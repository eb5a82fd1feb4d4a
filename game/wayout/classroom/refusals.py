"""What is answered where no page can be given?"""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from wayout.classroom import pages
from wayout.classroom.http import give
from wayout.locale import classroom_strings

TO_RECORDS = (("/records", classroom_strings.TO_RECORDS),)


def refuse(says: str, status: int) -> Response:
    """What no page of ours sends; nothing more of it is read."""
    return _last(give(pages.notice(classroom_strings.NOT_ANSWERED, says), status))


def over(cookies: Iterable[str]) -> Response:
    """The lesson is over: the browser forgets its cookies too, and its connection is not kept."""
    answer = give(pages.notice(classroom_strings.ENDED, classroom_strings.ENDED_SAYS), 410)
    for cookie in cookies:
        answer.delete_cookie(cookie)
    return _last(answer)


def no_page() -> Response:
    """An address that leads nowhere."""
    return give(pages.notice(classroom_strings.NOT_FOUND, classroom_strings.NOT_FOUND_SAYS, bar=TO_RECORDS), 404)


def failed() -> Response:
    """A fault of ours: the pupil can go on from their page."""
    return give(pages.notice(classroom_strings.FAILED, classroom_strings.FAILED_SAYS, bar=TO_RECORDS), 500)


async def not_found(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return no_page()


async def too_large(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return refuse(classroom_strings.TOO_LARGE, 413)


def _last(answer: Response) -> Response:
    answer.headers["Connection"] = "close"
    return answer
