"""Common ground (共同点): the same facet on both sides, with a word in common. METHOD 5."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .contact import Facet, FacetKind

# Both having a partner, parents or children is ground enough.
_ENOUGH_ALONE = frozenset({FacetKind.PARTNER, FacetKind.PARENTS, FacetKind.CHILDREN})
_ORDER = {kind: place for place, kind in enumerate(FacetKind)}
_WORD = re.compile(r"[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[^\W_])+")
_STOP_WORDS = frozenset(
    "the an and or of in on at to for with her his its their our my your he she it they we is are was has have had as "
    "by from but not very much many some all any this that than then there who what when where how likes like loves "
    "love enjoys enjoy keen fond really lot lots most often sometimes always never every day days week weeks weekend "
    "weekends year years old new good one two out up go goes going does do "
    "喜欢 爱好 经常 常常 有时 偶尔 每天 每周 周末 周六 周日 平时 最近 一起 一个 一次 一直 以前 现在 今年 去年 明年 "
    "比较 非常 特别 自己 对方 有点 很多 不少 没有 不会 可以 还有 这个 那个 时候 研究 家里 老家".split()
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words and Chinese bigrams of a facet: no single letters, no bare numbers, no stop words."""
    found: set[str] = set()
    for run in _WORD.findall(text.casefold()):
        if "\u3400" <= run[0] <= "\u9fff":
            found.update(run[place : place + 2] for place in range(len(run) - 1))
        elif len(run) > 1 and not run.isdigit():
            found.add(run)
    return frozenset(found - _STOP_WORDS)


def common_ground(theirs: Iterable[Facet], mine: Iterable[Facet]) -> tuple[FacetKind, ...]:
    """The facets on which the two meet, each once, in METHOD's order of facets."""
    my_words: dict[FacetKind, set[str]] = {}
    for facet in mine:
        my_words.setdefault(facet.kind, set()).update(words_of(facet.text))
    shared = {
        facet.kind
        for facet in theirs
        if facet.kind in my_words
        and (facet.kind in _ENOUGH_ALONE or not my_words[facet.kind].isdisjoint(words_of(facet.text)))
    }
    return tuple(sorted(shared, key=_ORDER.__getitem__))
