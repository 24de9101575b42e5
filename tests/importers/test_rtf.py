"""Rich text in the ways of different programs: code pages, fonts with their own, numbered signs, hidden groups."""

import pytest

from relationship_journal.importers import Source, plan


def text(content: bytes) -> str:
    (entry,) = plan(Source("note.rtf", content)).entries
    return entry.text


def hexed(words: str, encoding: str) -> bytes:
    """As rich text writes what is beyond ASCII."""
    return "".join(f"\\'{byte:02x}" for byte in words.encode(encoding)).encode()


@pytest.mark.parametrize(
    "body",
    [
        rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}\f0 "
        + hexed("今天跟王总通话", "gbk") + rb"\par}",
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f7\fcharset134 SimSun;}}\f0 {\f7 "
        + hexed("今天跟王总通话", "gbk") + rb"}\par}",
        rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 Calibri;}}\f0 " + hexed("今天跟王总通话", "gbk") + rb"}",
        rb"{\rtf1\ansi\ansicpg950{\fonttbl{\f0\fcharset136 MingLiU;}}\f0 " + hexed("今天跟王總通話", "big5") + rb"}",
        rb"{\rtf1\ansi\uc0 " + "".join(f"\\u{ord(sign)}" for sign in "今天跟王总通话").encode() + rb"}",
        rb"{\rtf1\ansi\uc2 "
        + b"".join(f"\\u{ord(sign)}".encode() + hexed(sign, "gbk") for sign in "今天跟王总通话") + rb"}",
        "{\\rtf1\\ansi\\ansicpg936 今天跟王总通话}".encode("gbk"),
        rb"{\rtf1\ansi\ansicpg936\cocoartf2709{\fonttbl\f0\fnil\fcharset134 PingFangSC-Regular;}" + b"\n"
        rb"\f0\fs24 \cf0 " + hexed("今天跟王总通话", "gbk") + b"}",
    ],
    ids=["word", "font", "western font", "big5", "mac", "word, both", "raw bytes", "textedit"],
)  # fmt: skip
def test_chinese_in_every_way_of_writing_it(body: bytes) -> None:
    """By the code page of the document or of the font, by number with a stand-in after it, or as raw bytes."""
    assert text(body).replace("總", "总").replace("話", "话") == "今天跟王总通话"


def test_accents_and_quotes_in_a_document_of_a_chinese_windows() -> None:
    """A Western font keeps its own signs there."""
    body = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 Calibri;}}\f0 Caf\'e9 \'93Zo\'eb\'94 \emdash  10\~h}"
    assert text(body) == "Café “Zoë” — 10 h"


def test_signs_beyond_the_first_plane_come_in_two_halves() -> None:
    """An emoji is two numbers, the second one negative as Word writes it."""
    assert text(rb"{\rtf1\ansi Thanks \u-10179?\u-8704?}") == "Thanks 😀"


def test_groups_that_are_not_the_notes_words_are_silent() -> None:
    """Fonts, pictures, fields' instructions, hidden and deleted words, and groups that nobody knows."""
    body = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Riched20;}{\info{\title T}}"
        rb"{\field{\*\fldinst HYPERLINK \"https://example.com\"}{\fldrslt the link}}, {\v hidden}{\deleted gone}"
        rb"{\pict\pngblip 89504e470d0a}{\*\unknown words}{\object{\*\objdata 0105}{\result shown}}"
        rb"\pard one{\b  bold}\line two\par\par\par three\bin4 \{}{four}"
    )
    assert text(body) == "the link, shownone bold\ntwo\n\nthreefour"


def test_the_day_of_the_last_revision() -> None:
    """Creation where there is no revision."""
    made = plan(Source("n.rtf", rb"{\rtf1{\info{\author Zhou}{\creatim\yr2026\mo11\dy19}{\revtim\yr2026\mo11\dy20}}a}"))
    assert (str(made.entries[0].written), made.entries[0].people) == ("2026-11-20", ("Zhou",))
