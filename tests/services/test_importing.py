"""Taking things in, into a real journal: what is dropped is kept whole, on the right day, as one undo step."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from relationship_journal.domain.contact import ContactId, Handle, HandleKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.entry import EntryKind, EntrySource
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.i18n import word
from relationship_journal.importers import Source
from relationship_journal.services import portions
from relationship_journal.services.importing import Taken
from relationship_journal.services.keeping import LONGEST
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def helen(session: Session) -> ContactId:
    handles = (Handle(HandleKind.EMAIL, "Helen@Example.com"),)
    return session.contacts.add(ContactDraft("Helen Zhou", handles=handles)).id


def take(session: Session, *sources: Source | Path, to: tuple[ContactId, ...] = (), each: bool = False) -> Taken:
    return session.importing.take(sources, to, today=TODAY, each=each)


def test_a_note_is_an_entry_with_its_file_byte_for_byte(session: Session, helen: ContactId) -> None:
    """Its text is the entry's, the original lies beside it unchanged, and it counts as dropped."""
    content = "今天她说樱桃很甜".encode("gb18030")
    taken = take(session, Source("通话.txt", content), to=(helen,))
    entry = session.reads.entry(taken.created[0])
    assert (entry.text, entry.contacts, entry.day, entry.source) == (
        "今天她说樱桃很甜", (helen,), TODAY, EntrySource.DROPPED,
    )  # fmt: skip
    assert session.journal.content(entry.attachments[0]) == content


@pytest.mark.parametrize(
    ("first_line", "modified", "day"),
    [
        ("11月20日 跟她通话", date(2026, 11, 22), date(2026, 11, 20)),
        ("Called her yesterday", date(2026, 11, 20), date(2026, 11, 19)),
        ("Nothing of a day", date(2026, 11, 20), date(2026, 11, 20)),
        ("Nothing of a day", None, TODAY),
        ("跟王总通话。他上周三介绍的医生很好", None, TODAY),
        ("She was kind about the doctor whom she found me last Friday", None, TODAY),
        ("Meet again on 2027-01-05", date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_the_day_is_what_the_first_line_says_else_the_files_own(
    session: Session, first_line: str, modified: date | None, day: date
) -> None:
    """Words like yesterday count from the day on which the file was written; a day to come is not when it happened."""
    taken = take(session, Source("call.txt", f"{first_line}\nOn 3 March she moved.".encode(), modified))
    assert session.reads.entry(taken.created[0]).day == day


def test_cards_that_come_with_mails_are_theirs(session: Session) -> None:
    """A folder with a mail, and behind it the card of the sender: the card adds him, and the mail is his."""
    mail = b"From: Paul <paul@example.com>\nSubject: Thanks\nDate: Thu, 19 Nov 2026 15:04:00 +0800\n\nThank you.\n"
    card = b"BEGIN:VCARD\nVERSION:4.0\nFN:Paul Dubois\nEMAIL:paul@example.com\nEND:VCARD\n"
    taken = take(session, Source("a.eml", mail), Source("b.vcf", card))
    assert [report.format for report in taken.reports] == ["mail", "vcard"]
    assert session.reads.entry(taken.created[0]).contacts == (session.contacts.find("Paul Dubois").id,)


def test_a_text_longer_than_an_entry(session: Session) -> None:
    """A log of a year: its beginning is the entry, in whole lines; the file beside it has everything and says so."""
    content = "今天没什么事。\n".encode() * (LONGEST // 7)
    taken = take(session, Source("log.txt", content))
    entry = session.reads.entry(taken.created[0])
    assert LONGEST - 10 < len(entry.text) <= LONGEST
    assert entry.text.endswith("。")
    assert entry.attachments[0].problem
    assert session.journal.content(entry.attachments[0]) == content


def test_pictures_go_with_the_one_text_that_came_with_them(session: Session, helen: ContactId) -> None:
    """One mail and two photographs are one entry with three files."""
    taken = take(
        session, Source("a.png", PNG + b"1"), Source("n.txt", b"Her desk"), Source("b.png", PNG + b"2"), to=(helen,)
    )
    assert len(taken.created) == 1
    assert [file.name for file in session.reads.entry(taken.created[0]).attachments] == ["n.txt", "a.png", "b.png"]
    assert [len(report.created) for report in taken.reports] == [1, 1, 1]


def test_pictures_alone_are_one_entry_or_one_each_with_shift(session: Session) -> None:
    """Dropped together they belong together, unless the user says otherwise."""
    assert len(take(session, Source("a.png", PNG + b"1"), Source("b.png", PNG + b"2")).created) == 1
    assert len(take(session, Source("c.png", PNG + b"3"), Source("d.png", PNG + b"4"), each=True).created) == 2


def test_two_texts_are_two_entries_and_the_pictures_stand_alone(session: Session) -> None:
    """With two texts nobody can know whose the picture is."""
    taken = take(session, Source("a.txt", b"one"), Source("p.png", PNG), Source("b.txt", b"two"))
    assert len(taken.created) == 3


def test_the_same_file_twice_says_where_it_lies(session: Session, helen: ContactId) -> None:
    """The second drop makes nothing and names the entry; twice in one drop is kept once too."""
    first = take(session, Source("call.txt", b"note"), Source("copy.txt", b"note"), to=(helen,))
    assert len(first.created) == 1
    again = take(session, Source("renamed.txt", b"note"), to=(helen,))
    assert (again.created, again.reports[0].same_as) == ((), first.created[0])
    assert session.reads.timeline_count(EVERYONE) == 1


def test_what_cannot_be_read_is_kept_with_the_reason(session: Session) -> None:
    """An entry holds the file, and a sentence says why there is no text."""
    taken = take(session, Source("scan.bin", b"\x7fELF" + bytes(90)))
    attached = session.reads.entry(taken.created[0]).attachments[0]
    assert (attached.size, taken.reports[0].unread is not None) == (94, True)
    assert "scan.bin" in attached.problem


def test_what_cannot_be_opened_is_refused_and_the_rest_is_done(session: Session, tmp_path: Path) -> None:
    """An empty folder and a file that is gone are named with a sentence; the note beside them is kept."""
    note, empty = tmp_path / "note.txt", tmp_path / "empty"
    note.write_text("kept")
    empty.mkdir()
    taken = take(session, empty, tmp_path / "gone.txt", note)
    assert [bool(report.refused) for report in taken.reports] == [True, True, False]
    assert len(taken.created) == 1


def test_a_folder_is_what_lies_in_it(session: Session, tmp_path: Path) -> None:
    """Folders within it too; what systems hide there is left, and so is the open journal, which lies there as well."""
    inner = session.path.parent / "2026"
    inner.mkdir()
    (inner / "a.txt").write_text("one")
    (session.path.parent / "b.txt").write_text("two")
    (inner / ".hidden").write_text("three")
    taken = take(session, session.path.parent)
    assert [report.inside for report in taken.reports] == ["2026/a.txt", "b.txt"]
    refused = take(session, session.path).reports[0].refused
    assert word(refused[0].reason).endswith("is the open journal itself.")


def test_a_mail_finds_its_sender_among_the_contacts(session: Session, helen: ContactId) -> None:
    """Dropped onto nobody, it lands on her timeline with the mail's own day."""
    mail = b"From: helen@example.com\nDate: Fri, 20 Nov 2026 12:00:00 +0000\nSubject: Lenses\n\nThey fit.\n"
    entry = session.reads.entry(take(session, Source("m.eml", mail)).created[0])
    assert (entry.kind, entry.contacts, entry.day) == (EntryKind.MESSAGE, (helen,), date(2026, 11, 20))
    assert session.reads.timeline_count(UNSORTED) == 0


def test_a_mail_says_who_wrote_to_whom_by_the_names_of_the_journal(session: Session, helen: ContactId) -> None:
    """Her address stands in the journal: below the subject she has her own name, whatever she calls herself."""
    mail = (
        b"From: HZ <helen@example.com>\nTo: me <me@example.org>, b@example.org\nDate: Fri, 20 Nov 2026 12:00:00 +0000\n"
        b"Subject: Lenses\n\nThey fit.\n\n-- \nHelen\n"
    )
    entry = session.reads.entry(take(session, Source("m.eml", mail)).created[0])
    assert entry.text == "Lenses\nHelen Zhou → me, b@example.org\n\nThey fit.\n\n-- \nHelen"


def test_a_chat_brings_the_files_that_it_names(session: Session, helen: ContactId) -> None:
    """WhatsApp's archive: the picture of Saturday goes with Saturday, the one that nobody names stands alone."""
    chat = (
        "20/11/2026, 14:03 - Helen Zhou: Look\n21/11/2026, 9:00 - Helen Zhou: IMG-1.png (file attached)\n"
        "21/11/2026, 9:01 - Me: Nice\n"
    )
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in (("IMG-1.png", PNG + b"1"), ("IMG-2.png", PNG + b"2"), ("_chat.txt", chat.encode())):
            made.writestr(name, content)
    taken = take(session, Source("WhatsApp.zip", held.getvalue()), each=True)
    entries = [session.reads.entry(number) for number in taken.created]
    assert len(entries) == 3
    saturday = next(entry for entry in entries if entry.day == date(2026, 11, 21))
    assert ([file.name for file in saturday.attachments], saturday.contacts) == (["IMG-1.png"], (helen,))
    again = take(session, Source("copy.zip", held.getvalue()), each=True)
    assert (again.created, len([report for report in again.reports if report.same_as])) == ((), 3)


def test_thirty_files_are_one_undo_step_with_progress(session: Session, helen: ContactId) -> None:
    """One undo takes all back, one redo brings all again; progress never goes backwards and ends at the whole."""
    shown: list[tuple[int, int]] = []
    sources = [Source(f"{number}.txt", f"note {number}".encode()) for number in range(30)]
    session.importing.take(sources, (helen,), today=TODAY, progress=lambda done, of: shown.append((done, of)))
    assert session.reads.timeline_count(helen) == 30
    assert [done for done, _of in shown] == sorted(done for done, _of in shown)
    assert shown[-1][0] == shown[-1][1]
    assert session.history.undo() is not None
    assert session.reads.timeline_count(helen) == 0
    assert session.history.redo() is not None
    assert session.reads.timeline_count(helen) == 30


def test_cancelled_half_way_what_was_kept_stays_and_one_undo_takes_it_back(session: Session) -> None:
    """The user stops after the fifth entry."""
    sources = [Source(f"{number}.txt", f"note {number}".encode()) for number in range(20)]
    taken = session.importing.take(
        sources, (), today=TODAY, cancelled=lambda: session.reads.timeline_count(EVERYONE) >= 5
    )
    assert (taken.cancelled, len(taken.created)) == (True, 5)
    assert session.reads.timeline_count(EVERYONE) == 5
    session.history.undo()
    assert session.reads.timeline_count(EVERYONE) == 0


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{phone}\r\nORG:Northfield\r\nBDAY:1979-04-12\r\nEND:VCARD\r\n"


def test_a_card_completes_whom_the_journal_knows_and_adds_who_is_new(session: Session) -> None:
    """Known by the telephone however it is written: what stood there stays, what is new is added, nothing doubles."""
    wang = session.contacts.add(
        ContactDraft("王建国", org="澜海重工", handles=(Handle(HandleKind.PHONE, "138 0013 8000"),))
    ).id
    both = CARD.format(name="Wang Jianguo", phone="+86 138-0013-8000") + CARD.format(name="Tom Okafor", phone="123456")
    (report,) = take(session, Source("a.vcf", both.encode())).reports
    assert (report.completed, len(report.added)) == ((wang,), 1)
    known = session.reads.contact(wang)
    assert (known.name, known.nicknames, known.org) == ("王建国", ("Wang Jianguo",), "澜海重工")
    assert ([one.date for one in known.occasions], len(known.handles)) == (["1979-04-12"], 1)
    (again,) = take(session, Source("b.vcf", both.encode())).reports
    assert (again.added, again.completed, len(again.unchanged)) == ((), (), 2)
    assert len(session.reads.names()) == 2
    session.history.undo()
    assert session.reads.contact(wang).nicknames == ()


def test_the_birthday_of_a_calendar_is_an_occasion_of_whom_it_names(session: Session) -> None:
    """By a nickname too; of somebody unknown it waits as an entry without a contact."""
    wang = session.contacts.add(ContactDraft("王建国", nicknames=("王总",))).id
    events = "".join(
        f"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200412\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:{name}的生日\r\nEND:VEVENT\r\n"
        for name in ("王总", "李敏")
    )
    calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    taken = take(session, Source("a.ics", calendar.encode(), TODAY))
    assert [one.date for one in session.reads.contact(wang).occasions] == ["--04-12"]
    (entry,) = (session.reads.entry(number) for number in taken.created)
    assert (entry.text, entry.contacts) == ("李敏的生日", ())


def test_a_drop_that_is_larger_than_memory_is_taken_in_portions(
    session: Session, helen: ContactId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for three notes at a time twenty are kept as they were, one undo step, progress never backwards."""
    monkeypatch.setattr(portions, "HELD", 3 * 5_000)
    sources = [Source(f"{number}.txt", f"note {number} ".encode() * 100) for number in range(20)]
    shown: list[tuple[int, int]] = []
    taken = session.importing.take(sources, (helen,), today=TODAY, progress=lambda done, of: shown.append((done, of)))
    assert [report.name for report in taken.reports] == [source.name for source in sources]
    assert len(taken.created) == 20
    assert [done for done, _of in shown] == sorted(done for done, _of in shown)
    assert shown[-1] == (40, 40)
    session.history.undo()
    assert session.reads.timeline_count(helen) == 0


@pytest.mark.parametrize("room", [3 * 5_000, 10**9])
def test_cancelled_and_taken_back_nothing_stays(session: Session, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """The user stops after the fifth entry and wants none of it; nothing is left to undo either."""
    monkeypatch.setattr(portions, "HELD", room)
    sources = [Source(f"{number}.txt", f"note {number} ".encode() * 100) for number in range(20)]
    taken = session.importing.take(
        sources,
        (),
        today=TODAY,
        cancelled=lambda: session.reads.timeline_count(EVERYONE) >= 5,
        taken_back=lambda: True,
    )
    assert (taken.cancelled, taken.reports) == (True, ())
    assert session.reads.timeline_count(EVERYONE) == 0
    assert session.history.can_undo() is None


def test_a_document_says_its_own_day(session: Session) -> None:
    """Its first line says yesterday, which counts from the document's last change, not from the copy of today."""
    file = Path(__file__).parent.parent / "data/files/documents/libreoffice.docx"
    entry = session.reads.entry(take(session, Source(file.name, file.read_bytes(), TODAY)).created[0])
    assert (entry.day, entry.attachments[0].size) == (date(2026, 11, 19), file.stat().st_size)


def test_a_document_finds_its_author_among_the_contacts(session: Session) -> None:
    """A Word file that 周明 wrote, dropped onto nobody, lies on the timeline of 周明; onto somebody, on theirs."""
    zhou, helen = (session.contacts.add(ContactDraft(name)).id for name in ("周明", "Helen Zhou"))
    file = Path(__file__).parent.parent / "data/files/documents/libreoffice.odt"
    assert session.reads.entry(take(session, file).created[0]).contacts == (zhou,)
    again = Path(__file__).parent.parent / "data/files/documents/libreoffice.docx"
    assert session.reads.entry(take(session, again, to=(helen,)).created[0]).contacts == (helen,)
