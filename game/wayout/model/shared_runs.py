"""Which texts share so many runs of words that one of them is likely to follow the other?

Detection of text reuse: hashed n-grams of all texts in one index, runs of equal words between two of them, and the
thresholds over which two texts of different reports are told (least words of a run, least runs, least share).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

WORD = re.compile(r"\w+")
MIN_RUN = 5
"""Words in a row. Texts of one subject share shorter ones by chance."""
MIN_RUNS = 3
"""Two reports may quote one sentence of one man, or name one law."""
LONG_RUN = 25
"""Words of a run that says so alone: more than a sentence."""
MIN_SHARE = 25
"""Of the shorter text, one word in so many must stand in such runs."""

Words = Sequence[str]


def shared_runs(
    texts: Mapping[str, Words], report_of: Callable[[str], str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each text with the first one before it whose runs it shares, and those runs; of two reports it is told once."""
    texts_by_gram: dict[Words, list[str]] = {}
    told = set[frozenset[str]]()
    for name, words in texts.items():
        grams = dict.fromkeys(tuple(words[at : at + MIN_RUN]) for at in range(len(words) - MIN_RUN + 1))
        common: dict[str, int] = {}
        for gram in grams:
            for other in texts_by_gram.get(gram, ()):
                common[other] = common.get(other, 0) + 1
            texts_by_gram.setdefault(gram, []).append(name)
        for other, count in common.items():
            reports = frozenset((report_of(name), report_of(other)))
            if count < MIN_RUNS or len(reports) < 2 or reports in told:
                continue
            runs = tuple(dict.fromkeys(_runs(words, texts[other])))
            sizes = [run.count(" ") + 1 for run in runs]
            is_many = len(runs) >= MIN_RUNS or max(sizes, default=0) >= LONG_RUN
            if is_many and sum(sizes) * MIN_SHARE >= min(len(words), len(texts[other])):
                told.add(reports)
                yield name, other, runs
                break


def _runs(words: Words, others: Words) -> Iterator[str]:
    """The runs that stand in both, as they follow one another in the first; each as long as where it first stands."""
    first_at: dict[Words, int] = {}
    for at in range(len(others) - MIN_RUN + 1):
        first_at.setdefault(tuple(others[at : at + MIN_RUN]), at)
    at = 0
    while at <= len(words) - MIN_RUN:
        start = first_at.get(tuple(words[at : at + MIN_RUN]))
        size = 0 if start is None else _length(words, at, others, start)
        if size:
            yield " ".join(words[at : at + size])
        at += size or 1


def _length(words: Words, at: int, others: Words, start: int) -> int:
    size = 0
    while at + size < len(words) and start + size < len(others) and words[at + size] == others[start + size]:
        size += 1
    return size
