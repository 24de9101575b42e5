"""Archives and mailboxes: each thing in them on its own, within bounds, whatever their names and sizes claim."""

import zipfile
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest

from relationship_journal.i18n import word
from relationship_journal.importers import Refusal, Source, containers, unpacked

FILES = Path(__file__).resolve().parents[1] / "data/files/containers"


def packed(*members: tuple[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


def opened(content: bytes, name: str = "a.zip") -> list[Source | Refusal]:
    members = unpacked(Source(name, content))
    assert members is not None
    return list(members)


def names(found: list[Source | Refusal]) -> list[str]:
    return [one.name for one in found if isinstance(one, Source)]


def test_an_archive_of_info_zip() -> None:
    """Made on Linux: a Chinese name in UTF-8 that the archive does not call so, and a mail."""
    assert names(opened((FILES / "info-zip.zip").read_bytes())) == ["通话.txt", "a.eml"]


def test_names_that_chinese_windows_wrote() -> None:
    """GBK without a sign of it, as every Explorer there writes names."""
    content = packed(("0123456789.txt", b"words"))
    assert names(opened(content.replace(b"0123456789", "王总的来信".encode("gbk")))) == ["王总的来信.txt"]


def test_names_lead_nowhere() -> None:
    """`../`, absolute paths, drives and backslashes: only the file's own name is left. Folders and hidden files too."""
    content = packed(
        ("../../etc/passwd.txt", b"1"), ("/abs/b.txt", b"2"), ("C:\\x\\c.txt", b"3"),
        ("dir/", b""), ("__MACOSX/._b.txt", b"5"), ("in/.DS_Store", b"6"), ("in/d.txt", b"7"),
    )  # fmt: skip
    assert names(opened(content)) == ["passwd.txt", "b.txt", "c.txt", "d.txt"]


def test_an_encrypted_archive_says_what_to_do() -> None:
    """Made by 7-Zip with a password; of one that is encrypted in part the rest is taken."""
    from relationship_journal.domain.problems import Problem

    with pytest.raises(Problem, match="encrypted"):
        opened((FILES / "7z-encrypted.zip").read_bytes())


def test_a_document_that_is_packed_the_same_way_is_no_archive() -> None:
    """Office and OpenDocument files are one thing each."""
    assert unpacked(Source("a.docx", packed(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")))) is None
    assert unpacked(Source("a.odt", packed(("mimetype", b"application/x"), ("content.xml", b"<x/>")))) is None


def test_a_bomb_of_zeros_is_refused_member_by_member(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each megabyte of zeros takes a kilobyte: what claims too much is named, the note beside it is taken."""
    from relationship_journal.importers import archive

    monkeypatch.setattr(archive, "_LARGEST", 2**20)
    found = opened(packed(("bomb.bin", bytes(8 * 2**20)), ("note.txt", b"words")))
    assert names(found) == ["note.txt"]
    refused = [one for one in found if isinstance(one, Refusal)]
    assert [word(one.reason) for one in refused] == ["bomb.bin is larger than 1 MB and was not taken."]


def test_a_size_that_lies_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """The archive says 100 bytes and holds eight megabytes."""
    from relationship_journal.importers import archive

    monkeypatch.setattr(archive, "_LARGEST", 2**20)
    content = packed(("liar.bin", bytes(8 * 2**20)))
    lie = content.replace((8 * 2**20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lie != content
    found = opened(lie)
    assert all(isinstance(one, Refusal) or len(one.content) <= 100 for one in found)


def test_many_small_bombs_share_what_may_be_unpacked() -> None:
    """Archives within an archive: all together unpack to no more than one may."""
    inner = packed(("zeros", bytes(2**20)))
    bombs = packed(*((f"{number}.zip", inner + bytes(number)) for number in range(20)))
    found = list(unpacked(Source("a.zip", bombs), containers.Allowance(size=3 * 2**20)) or ())
    assert len(names(found)) <= 3
    assert any(isinstance(one, Refusal) and "unpacks to more" in word(one.reason) for one in found)


def test_archives_in_archives_end_somewhere() -> None:
    """Three deep is opened, the rest is refused with a sentence; a snake that eats itself would end there too."""
    content = packed(("note.txt", b"words"))
    for number in range(6):
        content = packed((f"{number}.zip", content))
    (only,) = opened(content)
    assert isinstance(only, Refusal)
    assert "too deep" in word(only.reason)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_an_archive_cut_off_is_one_file_that_is_kept(share: float) -> None:
    """Without its list at the end nothing can be taken from it."""
    content = (FILES / "info-zip.zip").read_bytes()
    assert unpacked(Source("a.zip", content[: int(len(content) * share)])) is None


def test_a_damaged_member_is_named_and_the_rest_is_taken() -> None:
    """One byte of the first member has flipped on some disk."""
    content = bytearray(packed(("a.txt", b"words " * 100), ("b.txt", b"other")))
    content[45] ^= 0xFF
    found = opened(bytes(content))
    assert names(found) == ["b.txt"]
    assert isinstance(found[0], Refusal)


MBOX = (
    b"From helen@example.com Fri Nov 20 09:30:00 2026\nFrom: helen@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\n"
    b"Subject: One\n\nHello\n>From here it goes on\n\n"
    b"From wang@example.com Sat Nov 21 09:30:00 2026\nFrom: wang@example.com\nDate: Sat, 21 Nov 2026 09:30:00 +0000\n"
    b"Subject: Two\n\nFrom the airport I called Tom.\n"
)


def test_a_mailbox_is_its_mails() -> None:
    """Two mails; a line that begins with From within one of them is its own."""
    found = opened(MBOX, "Inbox.mbox")
    assert names(found) == ["Inbox 1.eml", "Inbox 2.eml"]
    first, second = (one.content for one in found if isinstance(one, Source))
    assert first.endswith(b"Hello\nFrom here it goes on\n")
    assert second.startswith(b"From: wang@example.com")


def test_a_mailbox_of_too_many_mails_is_taken_in_part() -> None:
    """Twelve thousand: as many as are taken at once, and a sentence."""
    one = b"From a@example.com Fri Nov 20 09:30:00 2026\nFrom: a@example.com\nDate: x\nSubject: %d\n\nx\n\n"
    start = perf_counter()
    found = opened(b"".join(one % number for number in range(12_000)), "big")
    assert len(names(found)) == containers.MOST_SOURCES
    assert isinstance(found[-1], Refusal)
    assert perf_counter() - start < 5
