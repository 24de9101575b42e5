"""Cards (`.vcf`, vCard 2.1, 3.0 and 4.0): each is a contact, added or completed; the file stays with no entry."""

import re
from collections.abc import Iterable

from relationship_journal.domain.calendar import read_date
from relationship_journal.domain.contact import Handle, HandleKind, Occasion, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.i18n import Message

from .card_lines import CardLine, begins_with, lines_of
from .plan import ImportPlan, PlannedContact, Refusal, Source

_MOST_CARDS = 20_000
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WECHAT = re.compile(r"wechat|weixin|微信", re.IGNORECASE)
_BIRTHDAY = re.compile(r"(?P<year>\d{4}|--)-?(?P<month>\d{2})-?(?P<day>\d{2})(?:T.*)?")
_NO_YEAR = ("1604", "0000")  # what phones write where no year is known
_DATES = {
    "BDAY": OccasionKind.BIRTHDAY,
    "ANNIVERSARY": OccasionKind.ANNIVERSARY,
    "X-ANNIVERSARY": OccasionKind.ANNIVERSARY,
}
_WECHAT_NAMES = ("X-WECHAT", "X-WEIXIN", "X-SOCIALPROFILE", "IMPP", "X-IMPP")


def recognises(source: Source) -> bool:
    """Whether it begins with a card, blank lines and a byte order mark apart."""
    return begins_with(source.content, b"BEGIN:VCARD")


def plan(source: Source) -> ImportPlan:
    """A contact for each card that names somebody; one without a name or a firm is refused."""
    contacts: list[PlannedContact] = []
    refused: list[Refusal] = []
    lines: list[CardLine] = []
    number = depth = 0
    for line in lines_of(source.content):
        if line.name == "BEGIN" and line.value.upper().strip() == "VCARD":
            depth += 1
            if depth == 1:
                lines = []
        elif line.name == "END" and line.value.upper().strip() == "VCARD":
            if depth == 1:
                number += 1
                _finish(lines, number, contacts, refused)
            depth = max(0, depth - 1)
        elif depth == 1:
            lines.append(line)
        if number >= _MOST_CARDS:
            reason = Message("{name} holds more cards than are taken at once; the rest was left.", name=source.name)
            refused.append(Refusal(source.name, reason))
            break
    if depth:
        _finish(lines, number + 1, contacts, refused)  # the file breaks off within a card
    return ImportPlan("vcard", (), tuple(refused), tuple(contacts))


def _finish(lines: list[CardLine], number: int, contacts: list[PlannedContact], refused: list[Refusal]) -> None:
    made = _contact(lines)
    if made is None:
        reason = Message("Card {number} names nobody and was not taken.", number=number)
        refused.append(Refusal(f"{number}", reason))
    else:
        contacts.append(PlannedContact(made))


def _contact(lines: list[CardLine]) -> ContactDraft | None:
    org = next((", ".join(filter(None, line.parts())) for line in lines if line.name == "ORG"), "")
    name = _name(lines) or org
    if not name:
        return None
    nicknames = [word for line in lines if line.name == "NICKNAME" for word in line.parts(",") if word]
    kind_is_org = any(line.name == "KIND" and line.value.lower() == "org" for line in lines)
    return ContactDraft(
        name,
        nicknames=tuple(dict.fromkeys(word for word in nicknames if word != name)),
        org="" if kind_is_org or org == name else org,
        title=next((line.text() for line in lines if line.name in ("TITLE", "ROLE") and line.text()), ""),
        tags=tuple(dict.fromkeys(_tags(lines))),
        note="\n".join(line.text() for line in lines if line.name == "NOTE" and line.text()),
        occasions=tuple(dict.fromkeys(_occasions(lines))),
        handles=tuple(dict.fromkeys(_handles(lines))),
    )


def _name(lines: list[CardLine]) -> str:
    """As it is shown, else put together: family name first and without a blank where it is Chinese."""
    shown = next((" ".join(line.text().split()) for line in lines if line.name == "FN" and line.text()), "")
    if shown:
        return shown
    for line in lines:
        if line.name == "N":
            family, given, middle, before, after = (line.parts() + [""] * 5)[:5]
            if _CHINESE.search(family + given):
                return f"{family}{middle}{given}"
            return " ".join(filter(None, (before, given, middle, family, after)))
    return ""


def _tags(lines: list[CardLine]) -> Iterable[str]:
    for line in lines:
        if line.name == "CATEGORIES":
            yield from (word for word in line.parts(",") if word and word.lower() != "mycontacts")


def _occasions(lines: list[CardLine]) -> Iterable[Occasion]:
    for line in lines:
        if line.name in _DATES and (day := _day(line.value)):
            yield Occasion(_DATES[line.name], day)
        elif line.name == "X-ABDATE" and (day := _day(line.value)):
            label = _label(line, lines).lower()
            kind = OccasionKind.ANNIVERSARY if "anniversary" in label or "纪念" in label else OccasionKind.OTHER
            yield Occasion(kind, day, "" if kind is OccasionKind.ANNIVERSARY else _label(line, lines))


def _day(value: str) -> str:
    """`1980-04-12`, or `--04-12` where the year is not known; empty where it is no day."""
    found = _BIRTHDAY.fullmatch(value.strip().replace("/", "-").replace(".", "-"))
    if found is None:
        return ""
    year = "-" if found["year"] in ("--", *_NO_YEAR) else found["year"]
    day = f"{year}-{found['month']}-{found['day']}"
    return day if read_date(day) is not None else ""


def _handles(lines: list[CardLine]) -> Iterable[Handle]:
    for line in lines:
        text = line.text()
        if not text and line.name != "ADR":
            continue
        if line.name == "TEL":
            number = re.sub(r"^tel:", "", text, flags=re.IGNORECASE)
            yield Handle(HandleKind.PHONE, number)
        elif line.name == "EMAIL":
            yield Handle(HandleKind.EMAIL, text)
        elif line.name == "ADR":
            yield from _address(line)
        elif line.name == "URL":
            yield Handle(HandleKind.URL, text)
        elif line.name in _WECHAT_NAMES:
            yield from _messenger(line, lines, text)


def _messenger(line: CardLine, lines: list[CardLine], text: str) -> Iterable[Handle]:
    wechat = line.name in ("X-WECHAT", "X-WEIXIN") or _WECHAT.search(f"{line.types} {text} {_label(line, lines)}")
    value = text.rsplit(":", 1)[-1] if wechat or not text.lower().startswith("http") else text
    if value:
        yield Handle(HandleKind.WECHAT if wechat else HandleKind.OTHER, value)


def _address(line: CardLine) -> Iterable[Handle]:
    """In the order in which the country's people write it."""
    box, more, street, town, region, code, country = (line.parts() + [""] * 7)[:7]
    if _CHINESE.search(street + town + region):
        written = f"{country}{region}{town}{street}{more}{box} {code}"
    else:
        written = ", ".join(filter(None, (box, more, street, " ".join(filter(None, (code, town))), region, country)))
    if written:
        yield Handle(HandleKind.ADDRESS, " ".join(written.split()))


def _label(line: CardLine, lines: list[CardLine]) -> str:
    """What Apple's card calls a property of its own, `_$!<Anniversary>!$_` without its wrapping."""
    if not line.group:
        return ""
    own = next((one.text() for one in lines if one.group == line.group and one.name == "X-ABLABEL"), "")
    return re.sub(r"^_\$!<(.*)>!\$_$", r"\1", own)
