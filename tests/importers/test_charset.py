"""Encodings told from short notes, Chinese, Japanese and Western, as old programs write them; and what is no text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from relationship_journal.importers.charset import decode

NOTES = Path(__file__).parent.parent / "data"
_CHINESE = re.compile("[\u4e00-\u9fff]")

JAPANESE = """今日田中さんに電話した
病院を紹介してもらったお礼に、さくらんぼを送る
来週の水曜日に会う予定
娘さんの受験が終わったら連絡する
ありがとうございました
11月20日 東京出張
山田さん、釣りが好き
見積書の件、金曜までに返事
奥さんの誕生日は3月3日
鈴木課長より電話あり。折り返し
会議は延期
ｱｲｳ商事の件""".split("\n")

WESTERN = """Café avec Zoë à 10 h
Müller rief an, er schickt das Buch
Señor Núñez recomendó al médico
Dîner chez François, 45 €
She said “yes” – finally
Größe prüfen für Jörg
It’s his mother’s knee
El niño cumple años mañana
£20 for the book
Åsa ringde om båten
20° and sunny""".split("\n")

TRADITIONAL = """王總說張醫師很好，媽媽的膝蓋好多了
下週三寄櫻桃給他
今天中午請他喝茶，聊到女兒明年考大學
謝謝你介紹的老師
月底前把書還給他
李主任生日快到了""".split("\n")


def _short_notes(longest: int) -> Iterator[str]:
    """The Chinese clauses of the labelled notes, cut to `longest` characters."""
    for file in sorted(NOTES.rglob("*.jsonl")):
        for clause in re.split(r"[\\\\n。，！？]", file.read_text("utf-8")):
            words = clause.strip()[:longest].strip()
            if len(words) >= longest // 2 and len(_CHINESE.findall(words)) > len(words) // 2:
                yield words


@pytest.mark.parametrize(("longest", "least"), [(4, 0.97), (8, 0.99), (20, 0.995)])
@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_short_chinese_notes_of_old_programs(longest: int, least: float, encoding: str) -> None:
    """A note of four characters in GBK says the same in 97 of 100 cases, a line in practically all."""
    notes = [words for words in _short_notes(longest) if words.encode(encoding, "ignore").decode(encoding) == words]
    right = sum(decode(words.encode(encoding)) == words for words in notes)
    assert len(notes) > 300
    assert right >= least * len(notes)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_chinese_in_utf_16_without_a_mark(encoding: str) -> None:
    """Without Latin letters there is no zero byte to tell it by."""
    notes = list(_short_notes(20))
    assert sum(decode(words.encode(encoding)) == words for words in notes) >= 0.98 * len(notes)


@pytest.mark.parametrize(
    ("notes", "encoding"),
    [
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE[:-1], "iso2022_jp"),
        (WESTERN, "cp1252"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL, "gb18030"),
        (JAPANESE + WESTERN + TRADITIONAL, "utf-8"),
    ],
)
def test_one_line_in_other_encodings(notes: list[str], encoding: str) -> None:
    """Each line alone is a file of its own."""
    assert [decode(words.encode(encoding)) for words in notes] == notes


@pytest.mark.parametrize("words", ["联通", "没说谢", "血压有点高", "王总来电"])
def test_words_of_gbk_that_are_utf_8_by_chance(words: str) -> None:
    """Famous since a note that said 联通 came back as three odd letters."""
    assert decode(words.encode("gbk")) == words


@pytest.mark.parametrize("words", ["Привет, Олег", "naïve", "é", "Ωμέγα", "שלום"])
def test_other_scripts_in_utf_8_stay_what_they_are(words: str) -> None:
    """Two bytes a letter are no reason to take Russian for Chinese."""
    assert decode(words.encode()) == words


def test_text_that_was_cut_in_the_middle_of_a_character() -> None:
    """A copy that broke off, or a single bad byte in a long log, is still read."""
    simplified, traditional = "今天跟王总通了电话，他说樱桃很甜，两天就吃完了。", "，".join(TRADITIONAL)
    for note, encoding in ((simplified, "utf-8"), (simplified, "gb18030"), (traditional, "cp950")):
        text = decode(note.encode(encoding)[:-1])
        assert text is not None
        assert text[:-1] == note[:-1]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("谢谢你推荐的医生", "gbk"), ("Café avec Zoë", "cp1252"), ("谢谢", "utf-8"), ("病院を紹介", "cp932")],
)
@pytest.mark.parametrize("before", [5_000, 9_000, 200_001])
def test_what_tells_may_come_late(words: str, encoding: str, before: int) -> None:
    """A long log in English with a single line in another language at its end."""
    note = "all is well\n" * (before // 12) + "x" * (before % 12) + "\n" + words
    assert decode(note.encode(encoding)) == note


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    """Korean is read where a source says so, and nowhere else; a declaration that does not fit is passed over."""
    assert decode("안녕하세요".encode("euc_kr"), "euc-kr") == "안녕하세요"
    assert decode("谢谢你推荐的医生".encode("gbk"), "us-ascii") == "谢谢你推荐的医生"
    assert decode("谢谢你推荐的医生".encode("gbk"), "no-such-charset") == "谢谢你推荐的医生"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" * 50,
        bytes(range(256)) * 8,
        bytes(400),
        b"\xff\xfe" * 9,
    ],
)
def test_what_is_no_text(content: bytes) -> None:
    """Programs, pictures and zeros are not read as chance signs."""
    assert decode(content) is None
