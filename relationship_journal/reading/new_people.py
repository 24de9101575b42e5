"""People named in a text by their form alone: 孟师傅, 小何, Dr Chen, a chap called Terry."""

import re
from collections.abc import Iterator

from .names import SURNAMES, TITLES_ZH

_TITLE = "|".join(
    sorted(
        {title for title in TITLES_ZH if title not in ("行", "院", "科", "局", "处", "sir", "工", "伯", "董")},
        key=len,
        reverse=True,
    )
)
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_NOT_BEFORE = "[一-龥]"
_ZH = re.compile(
    rf"(?P<titled>{_SURNAME}(?:{_TITLE}|工(?![作程地资具])|处(?![理长])))"
    rf"|(?P<short>(?<![大缩从变至最])[老小阿]{_SURNAME}(?![时家区学孩票路边高大小多少]))"
)
_NO_NAMES = frozenset(
    "老师 小时 小高 小时候 老家 老高 小路 小单 小白 老是 方经理 经理 高工 高处 安全 和老师 时老师 和老板 明老师 连老师 向老师 任老师 "
    "成老师 和经理 文秘书 小学 小区 小关 小康 老时 小吉 小包 小连 老文 老路 小米 小石 小麦 老麻 小车 老车 小年 应老师 小项 小和 老和 "
    "和哥 和姐 时哥 易老师 和师傅 和律师 和医生 和太太 和先生 向医生 全哥 和老板娘 和主任 向主任 和会计 高总".split()
)
_NAME = r"[A-Z][a-z]+(?:['’-][A-Z][a-z]+)?"
_EN = re.compile(
    rf"\b(?P<titled>(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Father|Sir)\.? {_NAME})"
    rf"|\b(?:called|named|name's|name is|name of|ask for|asking for|mention (?:me|her|him) to|intro(?:duce)?(?:d)? (?:me|us) to|"
    rf"put (?:me|us) (?:on to|onto|in touch with)|speak to|meet|met|introduced to)\s+(?P<called>{_NAME}(?: {_NAME})?)"
    rf"|\b(?:a|her|his|their|the) (?:chap|man|guy|woman|lady|fella|bloke|girl|boy|lad|son|daughter|wife|husband|brother|sister|"
    rf"friend|colleague|assistant|boss|PA|baby|late husband|late wife|nephew|niece|mate|pal|partner|mum|dad|mother|father|"
    rf"cousin|neighbou?r)(?:,? (?:called|named))?,? (?P<kin>{_NAME}(?: {_NAME})?)"
)
_NO_NAMES_EN = frozenset(
    "The A I My Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December He She They We It Oxford Cambridge London Lisbon Paris Christmas Easter".split()
)


def new_people(text: str) -> Iterator[tuple[int, int, str]]:
    """`(start, end, name as written)` of each person that the form of a name gives away, contacts included."""
    for match in _ZH.finditer(text):
        if match.group() not in _NO_NAMES:
            yield match.start(), match.end(), match.group()
    for match in _EN.finditer(text):
        group = next(name for name in ("titled", "called", "kin") if match[name])
        if match[group].split()[0] not in _NO_NAMES_EN:
            yield match.start(group), match.end(group), match[group]
