"""The forms under which a text may name a known contact: name, nickname, 王总-style address, pinyin."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .note import KnownContact
from .vocabulary import plain

TITLES_ZH = (
    "总监 总经理 总工 总 董事长 董 主任 处长 处 科长 科 局长 局 厅长 部长 院长 校长 所长 站长 厂长 行长 会长 秘书长 书记 秘书 "
    "经理 主管 主编 编辑 会计 出纳 老师 教授 教练 导师 博士 医生 大夫 护士长 护士 师傅 律师 警官 法官 工 工程师 老板 老板娘 "
    "哥 姐 叔 伯 姨 嫂 婶 阿姨 大姐 大哥 大爷 大妈 太太 先生 女士 小姐 师兄 师姐 师弟 师妹 队长 班长 组长 店长 馆长 社长 台长 行 院 sir"
).split()
_TITLES = frozenset(TITLES_ZH)
_LATIN_WORD = re.compile(r"[a-z]{4}")
TITLES_EN = "dr mr mrs ms miss prof professor sir lady sister father rev captain judge councillor cllr".split()
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
    "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝占蔺曹雒浦钮冼楼阎税代佐"
    "习蓬骈邝揭蒯牧濮阚郜娜"
)
_COMMON_WORDS = frozenset(
    "will mark bill grace may art rob pat sue jack dot drew frank hope joy faith rose ivy al jo si miles rich penny ray "
    "gene guy dale lance chip june april august summer dawn max chase grant dean earl duke king wade cliff glen heath "
    "lee les len mo ned nick norm pam peg pip ron russ sandy skip stew tab ted tim tom van vic ben dan don ed hal jay "
    "jean jill ken kit kim lin lou sam sol val viv wes win price cook day long young reed bell pike castle marsh burns".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A place where contacts are named; more than one where the form fits several."""

    start: int
    end: int
    contacts: tuple[KnownContact, ...]


class NameFinder:
    """Finds contacts in texts. Made once for a set of contacts; declared forms win over derived ones."""

    def __init__(self, contacts: Sequence[KnownContact]) -> None:
        self._forms: dict[str, list[KnownContact]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._with_pinyin = False
        self._chinese = [contact for contact in contacts if is_chinese(contact.name)]
        self._by_surname: dict[str, list[KnownContact]] = defaultdict(list)
        for contact in self._chinese:
            self._by_surname[contact.name[0]].append(contact)
        self._add((form, contact) for contact in contacts for form in (contact.name, *contact.nicknames))
        self._add((contact.name[1:], contact) for contact in self._chinese if len(contact.name) == 3)
        self._add(_western_forms(contacts))

    def find(self, text: str) -> list[Name]:
        """The names in `text` in order of place, the longest form at each."""
        lowered = plain(text)
        if not self._with_pinyin and _LATIN_WORD.search(lowered):
            self._with_pinyin = True
            self._add((form, contact) for contact in self._chinese for form in _pinyin_of(contact))
        found: list[Name] = []
        place = 0
        while place < len(lowered):
            name = self._at(text, lowered, place)
            if name is None:
                place += 1
            else:
                found.append(name)
                place = name.end
        return found

    def _add(self, forms: Iterable[tuple[str, KnownContact]]) -> None:
        """Add forms, except where an earlier call gave the same form to somebody."""
        stronger = set(self._forms)
        for form, contact in forms:
            key = plain(form)
            if not key or key in stronger:
                continue
            fits = self._forms.setdefault(key, [])
            if contact not in fits:
                fits.append(contact)
            lengths = self._lengths.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
                lengths.sort(reverse=True)

    def _at(self, text: str, lowered: str, place: int) -> Name | None:
        for length in self._lengths.get(lowered[place], ()):
            key = lowered[place : place + length]
            if key in self._forms and _stands_alone(text, place, place + length):
                end = place + length
                if not key.isascii() and len(key) > 1:
                    end = _after_title(lowered, end)
                return Name(place, end, tuple(self._forms[key]))
        return self._titled(lowered, place)

    def _titled(self, text: str, place: int) -> Name | None:
        """王总, where one contact only is called 王 and no nickname gives them another title; 老王, 小王 likewise."""
        surname = text[place]
        if surname in "老小阿" and place + 1 < len(text):
            fits = self._untitled(text[place + 1])
            return Name(place, place + 2, fits) if fits else None
        fits = self._untitled(surname)
        end = _after_title(text, place + 1) if fits else place + 1
        return Name(place, end, fits) if end > place + 1 else None

    def _untitled(self, surname: str) -> tuple[KnownContact, ...]:
        fits = self._by_surname.get(surname, [])
        if len(fits) != 1 or any(surname in nickname for nickname in fits[0].nicknames):
            return ()
        return tuple(fits)


@lru_cache(maxsize=4)
def finder(contacts: tuple[KnownContact, ...]) -> NameFinder:
    """The finder for these contacts, kept for the next note."""
    return NameFinder(contacts)


def _after_title(text: str, place: int) -> int:
    """The place after a title that stands at `place`, or `place`."""
    for length in (3, 2, 1):
        if text[place : place + length] in _TITLES:
            return place + length
    return place


def _stands_alone(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    if written[0].isascii() and start and text[start - 1].isascii() and text[start - 1].isalnum():
        return False
    if written[-1].isascii() and end < len(text) and text[end].isascii() and text[end].isalnum():
        return False
    if written.endswith("总") and text[end : end + 1] in ("监", "经", "部"):
        return False
    return not (_needs_capital(written) and not written[0].isupper())


def _needs_capital(written: str) -> bool:
    return written.isascii() and (len(written) <= 3 or written.lower() in _COMMON_WORDS)


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese signs."""
    return bool(name) and all("\u4e00" <= sign <= "\u9fff" for sign in name)


def _pinyin_of(contact: KnownContact) -> Iterator[str]:
    yield from _pinyin(contact.name)
    for nickname in contact.nicknames:
        if is_chinese(nickname):
            yield from _pinyin(nickname)


@cache
def _pinyin(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    joined = "".join(syllables[1:])
    forms = {" ".join(syllables), f"{syllables[0]} {joined}", f"{joined} {syllables[0]}"}
    if len(name) > 2:
        forms |= {"".join(syllables), joined, " ".join(syllables[1:])}
    elif len("".join(syllables)) > 5:
        forms.add("".join(syllables))
    return tuple(sorted(form for form in forms if len(form) > 4))


def _western_forms(contacts: Sequence[KnownContact]) -> Iterator[tuple[str, KnownContact]]:
    """First name, surname, and title with surname, where they fit one contact only."""
    western = [contact for contact in contacts if " " in contact.name and not is_chinese(contact.name)]
    called = Counter(part for contact in contacts for part in _parts(contact))
    for contact in western:
        words = contact.name.split()
        first, last = words[0], words[-1]
        if called[plain(first)] == 1 and plain(first) not in TITLES_EN:
            yield first, contact
        if called[plain(last)] == 1 and len(last) > 2:
            yield last, contact
            for title in TITLES_EN:
                yield f"{title} {last}", contact
                yield f"{title}. {last}", contact
        for nickname in contact.nicknames:
            if " " not in nickname and plain(nickname) not in TITLES_EN:
                yield f"{nickname} {last}", contact


def _parts(contact: KnownContact) -> set[str]:
    return {plain(part) for form in (contact.name, *contact.nicknames) for part in form.split()}
