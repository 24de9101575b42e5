"""The forms under which a text may name a known contact: name, nickname, 王总-style address, pinyin."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

from .note import KnownContact
from .spellings import plain

_WORDS = tomllib.loads((resources() / "reading" / "names.toml").read_text("utf-8"))
TITLES_ZH = tuple(_WORDS["zh"]["titles"].split())
TITLES_EN = tuple(_WORDS["en"]["titles"].split())
SURNAMES = frozenset(_WORDS["zh"]["surnames"]) - {"\n"}
NO_NAMES = frozenset(f"{_WORDS['zh']['no_names']} {_WORDS['en']['no_names']}".split())
INTRODUCED_BY, KIN = _WORDS["en"]["introduced_by"].strip(), _WORDS["en"]["kin"].strip()
_TITLES = frozenset(TITLES_ZH)
_ALSO_WORDS = frozenset(_WORDS["en"]["also_words"].split())
_LATIN_WORD = re.compile(r"[a-z]{4}")


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
        self._begins: re.Pattern[str] | None = None
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
        while match := self._first_signs().search(lowered, place):
            name = self._at(text, lowered, match.start())
            if name is not None:
                found.append(name)
            place = match.start() + 1 if name is None else name.end
        return found

    def _first_signs(self) -> re.Pattern[str]:
        """Where a name may begin: at one of their first signs, for those of letters only where a word begins."""
        if self._begins is None:
            signs = {*self._lengths, *self._by_surname, *("老小阿" if self._by_surname else "")}
            latin = "".join(sorted(re.escape(sign) for sign in signs if sign.isascii()))
            others = "".join(sorted(re.escape(sign) for sign in signs if not sign.isascii()))
            parts = [rf"(?<![a-z0-9])[{latin}]"] * bool(latin) + [f"[{others}]"] * bool(others)
            self._begins = re.compile("|".join(parts) or r"(?!)")
        return self._begins

    def _add(self, forms: Iterable[tuple[str, KnownContact]]) -> None:
        """Add forms, except where an earlier call gave the same form to somebody."""
        self._begins = None
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
            if len(key) == length and key in self._forms and _stands_alone(text, place, place + length):
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


_latest: tuple[tuple[KnownContact, ...], NameFinder] | None = None


def finder(contacts: tuple[KnownContact, ...]) -> NameFinder:
    """The finder for these contacts, kept for the next note.

    Of the same object it is not asked whether it holds the same: of ten thousand people that takes longer than a note.
    """
    global _latest  # noqa: PLW0603 - what a thread puts there is whole, and the next may replace it
    latest = _latest
    if latest is None or latest[0] is not contacts:
        latest = _latest = (contacts, _made_finder(contacts))
    return latest[1]


@lru_cache(maxsize=4)
def _made_finder(contacts: tuple[KnownContact, ...]) -> NameFinder:
    return NameFinder(contacts)


def _after_title(text: str, place: int) -> int:
    """The place after a title that stands at `place`, or `place`."""
    for length in (3, 2, 1):
        if place + length <= len(text) and text[place : place + length] in _TITLES:
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
    return written.isascii() and (len(written) <= 3 or written.lower() in _ALSO_WORDS)


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese signs."""
    return bool(name) and all("\u4e00" <= sign <= "\u9fff" for sign in name)


def _pinyin_of(contact: KnownContact) -> Iterator[str]:
    yield from _spelled(contact.name, tuple(contact.pinyin.split())) if contact.pinyin else _pinyin(contact.name)
    for nickname in contact.nicknames:
        if is_chinese(nickname):
            yield from _pinyin(nickname)


@cache
def _pinyin(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return _spelled(name, tuple(lazy_pinyin(name)))


def _spelled(name: str, syllables: tuple[str, ...]) -> tuple[str, ...]:
    """The ways to write a name whose syllables are these."""
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
        yield f"{first} {last[0]}", contact
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
