"""The Latin letters by which a Chinese name is found and ordered: 王建国 as `wangjianguo` and `wjg`."""

import unicodedata

from relationship_journal.domain.chinese import han

_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "区": "ou", "乐": "yue",
    "翟": "zhai", "盖": "ge", "缪": "miao", "折": "she", "黑": "he", "繁": "po", "员": "yun", "召": "shao",
    "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai", "单于": "chan yu", "令狐": "ling hu",
}  # fmt: skip
"""Surnames that are read differently from the same character elsewhere."""


def syllables(name: str) -> list[str]:
    """The name's parts in plain lower-case letters: a syllable for each Chinese character, other words as they are."""
    if han().search(name) is None:
        return _plain(name).split()
    from pypinyin import lazy_pinyin

    for surname, reading in _SURNAMES.items():
        if name.startswith(surname):
            rest = name[len(surname) :]
            return [*reading.split(), *(syllables(rest) if rest else [])]
    return " ".join(_plain(part) for part in lazy_pinyin(name)).split()


def keys(name: str) -> str:
    """The full spelling and the initials of a name, parted by a blank; empty for a name without Chinese."""
    if han().search(name) is None:
        return ""
    parts = syllables(name)
    return f"{''.join(parts)} {''.join(part[0] for part in parts)}"


def sort_key(name: str) -> str:
    """What a list is ordered by."""
    return " ".join(syllables(name))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
