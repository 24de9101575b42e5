"""Cards of every version and of the phones that write them."""

from pathlib import Path

import pytest

from relationship_journal.domain.contact import Handle, HandleKind, Occasion, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.i18n import word
from relationship_journal.importers import Source, plan

FILES = Path(__file__).resolve().parents[1] / "data/files/cards"


def cards(content: str | bytes) -> list[ContactDraft]:
    made = plan(Source("a.vcf", content.encode() if isinstance(content, str) else content))
    assert made.format == "vcard"
    return [card.contact for card in made.contacts]


def card(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def test_an_address_book_of_abook() -> None:
    """Two people as abook writes them: two numbers, two addresses, a nickname, a birthday, a note."""
    helen, wang = cards((FILES / "abook.vcf").read_bytes())
    assert (helen.name, helen.nicknames, helen.note) == ("Helen Zhou", ("Hels",), "Met at the fair")
    assert helen.occasions == (Occasion(OccasionKind.BIRTHDAY, "1979-04-12"),)
    assert [(handle.kind, handle.value) for handle in helen.handles] == [
        (HandleKind.ADDRESS, "1 High Street, LS1 4AP Leeds, UK"),
        (HandleKind.PHONE, "+44 20 7946 0018"),
        (HandleKind.PHONE, "+44 7700 900123"),
        (HandleKind.EMAIL, "helen@example.com"),
        (HandleKind.EMAIL, "h.zhou@example.org"),
        (HandleKind.URL, "https://example.com/helen"),
    ]
    assert (wang.name, wang.nicknames) == ("王建国", ("王总",))


OLD_PHONE = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=BB=BA=E5=9B=BD;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=BB=BA=E5=9B=BD\r\n"
    "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=BE=9C=E6=B5=B7=\r\n=E9=87=8D=E5=B7=A5;=E9=87=87=E8=B4=AD\r\n"
    "TEL;CELL;PREF:13800138000\r\nBDAY:19700806\r\nX-WECHAT:wangjg\r\nEND:VCARD\r\n"
)


def test_quoted_printable_chinese_of_an_old_phone() -> None:
    """vCard 2.1: values in quoted-printable, one of them broken over two lines, a birthday without hyphens."""
    (wang,) = cards(OLD_PHONE)
    assert (wang.name, wang.org) == ("王建国", "澜海重工, 采购")
    assert wang.occasions == (Occasion(OccasionKind.BIRTHDAY, "1970-08-06"),)
    assert Handle(HandleKind.WECHAT, "wangjg") in wang.handles


def test_quoted_printable_in_gbk_that_is_not_declared() -> None:
    """Some phones wrote GBK and said nothing of it."""
    name = "".join(f"={byte:02X}" for byte in "李敏".encode("gbk"))
    (li,) = cards(f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:{name};;;;\r\nEND:VCARD\r\n")
    assert li.name == "李敏"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_card_in_every_encoding(encoding: str) -> None:
    """A whole file in another encoding than the standard's."""
    (wang,) = cards(card("FN:王建国", "TITLE:采购总监", "ORG:澜海重工").encode(encoding))
    assert (wang.name, wang.title, wang.org) == ("王建国", "采购总监", "澜海重工")


def test_apple_and_version_four() -> None:
    """Groups with labels, a year that is not known as 1604, values with types, escapes and folded lines."""
    (helen,) = cards(
        card(
            "N:Zhou;Helen;;Dr;", "BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-04-12",
            "item1.X-ABDATE;type=pref:2005-09-17", "item1.X-ABLabel:_$!<Anniversary>!$_",
            "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+44-20-7946-0018", "NOTE:One\\, two\\nthree and so", "  on",
            "item2.EMAIL;type=INTERNET:helen@example.com", "CATEGORIES:fair,myContacts",
        )
    )  # fmt: skip
    assert (helen.name, helen.note, helen.tags) == ("Dr Helen Zhou", "One, two\nthree and so on", ("fair",))
    assert helen.occasions == (
        Occasion(OccasionKind.BIRTHDAY, "--04-12"), Occasion(OccasionKind.ANNIVERSARY, "2005-09-17"),
    )  # fmt: skip
    assert Handle(HandleKind.PHONE, "+44-20-7946-0018") in helen.handles
    (li,) = cards("BEGIN:VCARD\nVERSION:4.0\nFN:李敏\nBDAY:--0806\nANNIVERSARY:20050917\nEND:VCARD\n")
    assert [one.date for one in li.occasions] == ["--08-06", "2005-09-17"]


def test_a_card_without_a_name_is_refused_and_the_rest_is_taken() -> None:
    """A firm alone has its own name; a number alone names nobody."""
    made = plan(Source("a.vcf", (card("TEL:123456") + card("ORG:Northfield Medical") + card("FN:Tom")).encode()))
    assert [one.contact.name for one in made.contacts] == ["Northfield Medical", "Tom"]
    assert [word(one.reason) for one in made.refused] == ["Card 1 names nobody and was not taken."]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_card_cut_off_is_read_as_far_as_it_goes(share: float) -> None:
    """A name that was read is a contact; before that nothing is invented."""
    content = OLD_PHONE[: int(len(OLD_PHONE) * share)].encode()
    made = plan(Source("a.vcf", content))
    assert made.contacts or made.refused


@pytest.mark.parametrize("value", ["1970-13-45", "unknown", "", "1970-02-30", "--13-01", "99999999", "text:circa 1800"])
def test_a_birthday_that_is_no_day_is_left_out(value: str) -> None:
    """The card is taken all the same."""
    (made,) = cards(card("FN:Tom", f"BDAY:{value}"))
    assert made.occasions == ()
