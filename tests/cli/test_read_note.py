"""`read-note`: a note read without storing anything, and a file of notes read line by line."""

import json
from pathlib import Path

from .conftest import Shell


def test_a_note_is_read_against_the_journals_contacts_and_nothing_is_kept(shell: Shell, tmp_path: Path) -> None:
    """A dinner told in a file names a known contact, its day and who paid; each with its place in the note."""
    shell("contact", "add", "王建国", "--nickname", "王总")
    note = tmp_path / "dinner.md"
    text = "昨晚跟王总吃饭，我请的，380元。他女儿明年高考。"
    note.write_text(text, "utf-8")
    reading = shell("read-note", str(note))
    assert reading["contacts"] == ["王建国"]
    assert reading["day"] == "2026-11-22"
    assert reading["channel"] == "meal"
    assert {"kind": "meal", "direction": "given", "value": 380, "currency": "CNY"} in reading["courtesy"]
    assert {"contact": "王建国", "facet": "children"} in reading["facets"]
    named = next(row for row in reading["evidence"] if row["key"] == "contacts")
    assert text[named["start"] : named["end"]] == "王总"
    assert shell("entry", "list") == []


def test_a_file_of_notes_is_answered_line_by_line(shell: Shell, tmp_path: Path) -> None:
    """Labels beside a note are never looked at; the answer is JSON lines whether or not --json is given."""
    karen, li = {"name": "Karen Doyle", "nicknames": ["Karen"]}, {"name": "李敏"}
    lunch = {"today": "2026-02-17", "about": None, "text": "Lunch w/ Karen last Friday. She paid.", "contacts": [karen]}
    birthday = {"today": "2026-02-17", "about": "李敏", "text": "她生日3月12号。", "contacts": [li]}
    rows = [{"id": "one", "gold": "not looked at", **lunch}, {"id": "two", **birthday}]
    notes = tmp_path / "notes.jsonl"
    notes.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")
    status, out, _err = shell.status("read-note", "--jsonl", str(notes))
    assert (status, shell.status("read-note", "--jsonl", str(notes), "--json")[1]) == (0, out)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == ["one", "two"]
    assert answers[0]["reading"]["day"] == "2026-02-13"
    assert answers[1]["reading"]["occasions"] == [{"contact": "李敏", "kind": "birthday", "date": "--03-12"}]


def test_a_line_that_is_no_note_is_named(shell: Shell, tmp_path: Path) -> None:
    """The second line lacks its text: the others are answered, and the status says that it is done in part."""
    notes = tmp_path / "notes.jsonl"
    good = '{"id": "one", "today": "2026-02-17", "text": "hello"}\n'
    notes.write_text(good + '{"id": "two"}\n' + good.replace("one", "three"), "utf-8")
    status, out, err = shell.status("read-note", "--jsonl", str(notes), "--json")
    assert status == 3
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["one", "three"]
    assert "Line 2" in err
    notes.write_text("no note\n", "utf-8")
    assert shell.status("read-note", "--jsonl", str(notes))[:2] == (1, "")


def test_without_json_a_reading_is_text_to_read(shell: Shell, tmp_path: Path) -> None:
    """A line for each suggestion, with the words that it rests on."""
    shell("contact", "add", "Helen Zhou", "--nickname", "Helen")
    note = tmp_path / "call.md"
    note.write_text("Called Helen yesterday. I promised to send her the museum tickets by Friday.", "utf-8")
    lines = shell.status("read-note", str(note))[1].splitlines()
    assert lines[0] == "Day: 22 Nov 2026  “yesterday”"
    assert "With Helen Zhou  “Helen”" in lines
    promise = "“I promised to send her the museum tickets by Friday”"
    assert f"Helen Zhou: Promised  {promise}" in lines
    assert f"To do by 27 Nov 2026  {promise}" in lines
