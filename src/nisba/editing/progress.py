"""How far a long piece of work is, told in percent while its items are taken one by one.

Below the other modules of the editing stage. The commands show it as a bar.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")

Percent = Callable[[int], None]
"""Hears the percent of the work that is done, from 0 to 100, never less than before."""


def silent(_: int) -> None:
    """Hear nothing: what is asked where nobody wants to know."""


def counted(items: Sequence[_T], on_progress: Percent) -> Iterator[_T]:
    """Yield the items, and tell the percent of them that is done whenever it has grown.

    >>> list(counted("abc", print))
    0
    33
    66
    ['a', 'b', 'c']
    """
    said = -1
    for number, item in enumerate(items):
        percent = 100 * number // len(items)
        if percent > said:
            said = percent
            on_progress(percent)
        yield item


def share(on_progress: Percent, first: int, last: int) -> Percent:
    """Return what hears the percents of a share of the work, and tells those of all of it.

    >>> share(print, 50, 100)(10)
    55
    """
    return lambda percent: on_progress(first + (last - first) * percent // 100)
