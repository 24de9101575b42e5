"""Every command of the command line, on a real journal, with the JSON that scripts rely on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell


def helen(shell: Shell) -> str:
    contact: dict[str, str] = shell("contact", "add", "Helen Zhou", "--nickname", "Helen", "--org", "Northfield")
    return contact["id"]


def test_a_new_journal_says_what_it_holds(shell: Shell) -> None:
    """`init` made the file; `info` counts nothing yet."""
    facts = shell("info")
    assert set(facts) == {
        "path", "schema", "encrypted", "contacts", "entries", "favours", "attachments", "bytes", "last_backup",
    }  # fmt: skip
    assert (facts["path"], facts["encrypted"], facts["contacts"]) == (str(shell.journal), False, 0)


def test_init_never_overwrites(shell: Shell) -> None:
    """A second `init` at the same place is refused with a sentence, and nothing is lost."""
    helen(shell)
    status, out, err = shell.status("init")
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert shell("info")["contacts"] == 1


def test_a_contact_has_the_shape_that_scripts_rely_on(shell: Shell) -> None:
    """All that `contact add` can say comes back."""
    introducer = helen(shell)
    made = shell(
        "contact", "add", "王建国", "--nickname", "王总", "--org", "澜海重工", "--title", "采购总监", "--tag", "客户",
        "--phone", "138 0000 0001", "--email", "wang@example.com", "--wechat", "wang", "--introduced-by", "Helen",
        "--cadence", "14", "--official", "--decision", "2026-11-01..2026-12-15",
    )  # fmt: skip
    assert made == {
        "id": made["id"],
        "name": "王建国",
        "nicknames": ["王总"],
        "org": "澜海重工",
        "title": "采购总监",
        "tags": ["客户"],
        "introduced_by": introducer,
        "cadence": 14,
        "official": True,
        "decision": "2026-11-01..2026-12-15",
        "facets": [],
        "occasions": [],
        "handles": [
            {"kind": "phone", "value": "138 0000 0001"},
            {"kind": "email", "value": "wang@example.com"},
            {"kind": "wechat", "value": "wang"},
        ],
        "note": "",
    }
    assert shell("contact", "show", "王总") == made == shell("contact", "show", made["id"])
    assert shell("contact", "list", "--tag", "客户") == [made]


def test_editing_changes_what_is_said_and_nothing_else(shell: Shell) -> None:
    """A field that is not named stays; an empty one is taken away."""
    helen(shell)
    edited = shell("contact", "edit", "Helen", "--title", "VP Procurement", "--email", "h@example.com", "--official")
    assert (edited["title"], edited["org"], edited["official"]) == ("VP Procurement", "Northfield", True)
    again = shell("contact", "edit", "Helen", "--org", "", "--no-official")
    assert (again["org"], again["title"], again["official"], len(again["handles"])) == ("", "VP Procurement", False, 1)


def test_ready_is_nobody_who_was_never_met(shell: Shell) -> None:
    """A card of last week is not ready for an ask; after the first meeting it is."""
    helen(shell)
    assert shell("contact", "list", "--filter", "ready") == []
    shell("entry", "add", "-c", "Helen", "--kind", "meeting", "Met at the fair")
    assert [who["name"] for who in shell("contact", "list", "--filter", "ready")] == ["Helen Zhou"]


def test_an_ambiguous_name_lists_the_candidates(shell: Shell) -> None:
    """Two people of one name are told apart by organisation and id; an id always works."""
    first = shell("contact", "add", "Lin Wei", "--org", "Delta")["id"]
    shell("contact", "add", "Lin Wei", "--org", "Echo")
    status, out, err = shell.status("contact", "show", "Lin Wei", "--json")
    assert (status, out) == (1, "")
    assert "Delta" in err
    assert first in err
    assert shell("contact", "show", first)["org"] == "Delta"


def test_nobody_of_that_name_is_a_sentence(shell: Shell) -> None:
    """No traceback, exit status 1."""
    status, out, err = shell.status("contact", "show", "Nobody")
    assert (status, out, err.strip()) == (1, "", "Nobody in the journal is called Nobody.")


def test_facets_occasions_and_my_own_profile(shell: Shell) -> None:
    """A day without a year needs no `--` before it."""
    helen(shell)
    shell("facet", "add", "Helen", "parents", "Mother, 71")
    shell("occasion", "add", "Helen", "birthday", "--04-12")
    contact = shell("occasion", "add", "Helen", "exam", "2026-12-01", "Emma's finals")
    assert contact["facets"] == [{"facet": "parents", "text": "Mother, 71"}]
    assert contact["occasions"] == [
        {"kind": "birthday", "date": "--04-12", "text": "", "next": "2027-04-12"},
        {"kind": "exam", "date": "2026-12-01", "text": "Emma's finals", "next": "2026-12-01"},
    ]
    assert shell("profile", "facet", "add", "hobby", "fishing") == {"facets": [{"facet": "hobby", "text": "fishing"}]}


def test_entries_are_kept_listed_edited_and_removed(shell: Shell, tmp_path: Path) -> None:
    """Newest first; files come with their sum; what is removed is gone from the list."""
    who = helen(shell)
    note = tmp_path / "call.txt"
    note.write_bytes(b"as spoken")
    first = shell(
        "entry", "add", "-c", "Helen", "--kind", "call", "--day", "yesterday", "--file", str(note), "Told her"
    )
    assert first == {
        "id": first["id"],
        "contacts": [who],
        "kind": "call",
        "day": "2026-11-22",
        "time": None,
        "text": "Told her",
        "attachments": [
            {
                "name": "call.txt",
                "bytes": 9,
                "sha256": first["attachments"][0]["sha256"],
            }
        ],
        "favour_steps": [],
    }
    second = shell("entry", "add", "-c", "Helen", "今天见了面")
    assert [entry["id"] for entry in shell("entry", "list", "-c", "Helen")] == [second["id"], first["id"]]
    assert shell("entry", "list", "--limit", "1", "--before", second["id"]) == [first]
    assert shell("entry", "edit", second["id"], "--kind", "meeting")["kind"] == "meeting"
    shell("entry", "remove", first["id"])
    assert [entry["id"] for entry in shell("entry", "list")] == [second["id"]]
    assert shell.status("entry", "show", first["id"])[0] == 1


def test_a_favour_goes_round_its_loop(shell: Shell) -> None:
    """Asked, granted, acted on, thanked; returned by a gift recorded with `--for`, which closes it."""
    who = helen(shell)
    made = shell(
        "favour", "add", "-c", "Helen", "Optician", "--step", "asked@2026-11-01", "--step", "granted@2026-11-01"
    )
    assert made == {
        "id": made["id"],
        "contact": who,
        "name": "Helen Zhou",
        "title": "Optician",
        "direction": "received",
        "rung": 1,
        "domain": "personal",
        "weight": 1,
        "state": "granted",
        "open": True,
        "missing": ["acted_on", "thanked", "returned"],
        "steps": [
            {"step": step, "day": "2026-11-01", "text": "", "entry": None, "weight": None, "with": None}
            for step in ("asked", "granted")
        ],
        "warnings": [],
    }
    entry = shell("entry", "add", "-c", "Helen", "--day", "2026-11-05", "Saw the optician")
    acted = shell("favour", "step", made["id"], "acted_on", "--entry", entry["id"])
    assert (acted["state"], acted["steps"][-1]["day"]) == ("acted_on", "2026-11-05")
    assert shell("entry", "show", entry["id"])["favour_steps"] == [{"favour": made["id"], "step": "acted_on"}]
    shell("favour", "step", made["id"], "thanked", "--day", "2026-11-06")
    gift = shell(
        "courtesy", "add", "-c", "Helen", "gift", "given", "Cherries", "--value", "38", "--currency", "usd",
        "--day", "2026-11-08", "--for", made["id"],
    )  # fmt: skip
    assert (gift["value"], gift["currency"], gift["favour"], gift["contacts"]) == (38, "USD", made["id"], [who])
    closed = shell("favour", "show", made["id"])
    assert (closed["state"], closed["open"], closed["missing"]) == ("closed", False, [])
    assert closed["steps"][-1]["with"] == gift["id"]
    assert shell("favour", "list", "--open") == []
    assert [favour["id"] for favour in shell("favour", "list", "-c", "Helen")] == [made["id"]]


def test_what_was_returned_can_name_the_given_favour(shell: Shell) -> None:
    """`--with` takes a favour or a courtesy by its id, and nothing else."""
    helen(shell)
    asked = shell("favour", "add", "-c", "Helen", "Optician", "--step", "granted")["id"]
    given = shell("favour", "add", "-c", "Helen", "Museum tickets", "--given", "--step", "done")["id"]
    returned = shell("favour", "step", asked, "returned", "--with", given, "--weight", "2")
    assert (returned["steps"][-1]["with"], returned["steps"][-1]["weight"]) == (given, 2)
    assert shell.status("favour", "step", asked, "returned", "--with", "12")[0] == 1


def test_a_step_of_the_other_direction_is_wrong_usage(shell: Shell) -> None:
    """Exit status 2, and nothing is recorded."""
    helen(shell)
    assert shell.status("favour", "add", "-c", "Helen", "x", "--step", "promised")[0] == 2
    assert shell.status("favour", "add", "-c", "Helen", "x", "--given", "--step", "thanked")[0] == 2
    assert shell("favour", "list") == []


def test_warnings_come_with_what_is_recorded(shell: Shell) -> None:
    """An ask while a loop is open is kept, and the rule that speaks is told."""
    helen(shell)
    shell("favour", "add", "-c", "Helen", "Optician", "--step", "asked@2026-09-01", "--step", "granted@2026-09-01")
    second = shell("favour", "add", "-c", "Helen", "Desk", "--step", "asked")
    assert "close-the-loop" in [verdict["rule"] for verdict in second["warnings"]]
    assert second["state"] == "asked"
    verdict = second["warnings"][0]
    assert set(verdict) == {"rule", "advises", "because", "facts"}


def test_a_card_is_foreseen_added_and_known(shell: Shell, tmp_path: Path) -> None:
    """`--dry-run` counts and stores nothing; then both are there; then both are known, and a card names nobody."""
    cards = "".join(f"BEGIN:VCARD\r\nFN:{name}\r\nEND:VCARD\r\n" for name in ("Tom Okafor", "李敏"))
    file = tmp_path / "people.vcf"
    file.write_text(cards)
    (foreseen,) = shell("import", str(file), "--dry-run")["files"]
    assert (foreseen["format"], foreseen["created"], foreseen["unchanged"]) == ("vcard", 2, 0)
    (taken,) = shell("import", str(file))["files"]
    assert (taken["created"], taken["unchanged"]) == (2, 0)
    file.write_text(cards + "BEGIN:VCARD\r\nTEL:1\r\nEND:VCARD\r\n")
    assert shell.status("import", str(file))[0] == 3


def test_settings_are_listed_read_and_changed(shell: Shell) -> None:
    """A value that makes no sense is refused and the old one stays."""
    assert shell("setting", "get", "let-it-rest.days") == {"let-it-rest.days": 14}
    assert shell("setting", "set", "gift-limit.year.CNY", "500") == {"gift-limit.year.CNY": 500}
    assert shell("setting", "list")["gift-limit.year.CNY"] == 500
    assert shell.status("setting", "set", "let-it-rest.days", "soon")[0] in (1, 2)
    assert shell("setting", "get", "let-it-rest.days") == {"let-it-rest.days": 14}


def test_files_are_imported_once(shell: Shell, tmp_path: Path) -> None:
    """A note, a mail and something unreadable; the second time all is unchanged; a missing file is named."""
    helen(shell)
    note, unread = tmp_path / "通话.md", tmp_path / "scan.bin"
    note.write_text("11月20日 跟她通了电话", "gb18030")
    unread.write_bytes(b"\x7fELF" + bytes(40))
    dry = shell("import", str(note), "--dry-run")["files"][0]
    assert (dry["created"], shell("info")["entries"]) == (1, 0)
    files = shell("import", str(note), str(unread), "-c", "Helen")["files"]
    assert files[0] == {
        "file": str(note), "format": "markdown", "created": 1, "updated": 0, "unchanged": 0, "refused": [],
        "kept_unknown": 0,
    }  # fmt: skip
    assert (files[1]["format"], files[1]["kept_unknown"]) == ("file", 1)
    kept = shell("entry", "list")
    assert {entry["day"] for entry in kept} >= {"2026-11-20"}
    assert shell("import", str(note))["files"][0]["unchanged"] == 1
    status, out, _err = shell.status("import", str(note), str(tmp_path / "gone.txt"), "--json")
    assert status == 3
    assert json.loads(out)["files"][1]["refused"]


def test_check_finds_a_whole_journal_whole(shell: Shell) -> None:
    """Exit status 0 and no problems."""
    helen(shell)
    assert shell("check") == {"ok": True, "problems": []}


def test_search_finds_entries_contacts_and_favours(shell: Shell) -> None:
    """Chinese down to one character, English by prefix, and the filters."""
    who = helen(shell)
    entry = shell("entry", "add", "-c", "Helen", "--kind", "call", "她说樱桃两天就吃完了")["id"]
    favour = shell("favour", "add", "-c", "Helen", "Optician", "--step", "asked")["id"]
    hit = shell("search", "樱")[0]
    assert (hit["kind"], hit["id"], hit["contact"], hit["day"]) == ("entry", entry, who, "2026-11-23")
    assert "樱桃" in hit["snippet"]
    assert [hit["id"] for hit in shell("search", "opti")] == [favour]
    assert [hit["id"] for hit in shell("search", "hel kind:contact")] == [who]
    assert [hit["id"] for hit in shell("search", "樱桃 with:Helen after:2026-11-01 kind:call")] == [entry]
    assert shell("search", "樱桃 before:2026-11-01") == []


def test_next_says_where_a_relationship_stands(shell: Shell) -> None:
    """A granted loop comes before everything; what is owed to whom is listed."""
    who = helen(shell)
    favour = shell(
        "favour", "add", "-c", "Helen", "Optician", "--step", "asked@2026-10-01", "--step", "granted@2026-10-02"
    )["id"]
    told = shell("next", "Helen")
    assert (told["contact"], told["action"], told["favour"], told["step"], told["rung"]) == (
        who, "close", favour, "acted_on", 1,
    )  # fmt: skip
    assert told["balance"] == {"i_owe": [{"favour": favour, "weight": 1, "day": "2026-10-02"}], "they_owe": []}
    assert told["drive"]["quadrant"] == "mutual" or told["drive"]["mine"] > 0
    assert [verdict["rule"] for verdict in told["verdicts"] if verdict["advises"] == "wait"] == ["close-the-loop"]


def test_ask_check_says_what_every_rule_says(shell: Shell) -> None:
    """All rules in METHOD's order, ok included; a big first ask is warned of."""
    helen(shell)
    verdicts = shell("ask-check", "Helen", "--rung", "6")
    assert len(verdicts) == 15
    assert [verdict["rule"] for verdict in verdicts][:3] == ["two-small-first", "one-rung-up", "close-the-loop"]
    assert verdicts[0]["advises"] == "warn"


def test_help_and_version_are_answers(shell: Shell) -> None:
    """Each command has help with an example."""
    for words in (["--help"], ["favour", "step", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as end:
            shell.status(*words)
        assert end.value.code == 0


def test_wrong_usage_is_one_sentence(shell: Shell) -> None:
    """Exit status 2 for what makes no sense."""
    for words in (["nonsense"], ["favour", "add", "x"], ["entry", "add", "--day", "someday", "x"], []):
        status, out, err = shell.status(*words)
        assert (status, out) == (2, "")
        assert "Traceback" not in err
        assert err.strip()


def test_an_occasion_is_a_date_or_is_refused(shell: Shell) -> None:
    """CLI.md: DATE is `2027-06-07`, `--04-12` or a lunar day; a day in words is the day that it is, no other passes."""
    shell("contact", "add", "Helen Zhou")
    occasions = shell("occasion", "add", "Helen Zhou", "exam", "明天")["occasions"]
    assert [(one["date"], one["next"]) for one in occasions] == [("2026-11-24", "2026-11-24")]
    for date in ("--02-30", "lunar:13-01", "lunar:08-31", "2027-02-29", "someday"):
        status, out, _err = shell.status("occasion", "add", "Helen Zhou", "birthday", date)
        assert (status, out) == (2, ""), date
    assert len(shell("contact", "show", "c1")["occasions"]) == 1


def test_what_a_favour_is_tied_to_must_be_there(shell: Shell) -> None:
    """CLI.md: `--with` is the given favour or courtesy in which it was returned, `--for` a favour; else a sentence."""
    shell("contact", "add", "Helen Zhou")
    shell("favour", "add", "-c", "c1", "Optician", "--step", "granted")
    shell("favour", "add", "-c", "c1", "Tailor", "--step", "granted")
    assert shell.status("favour", "step", "f1", "returned", "--with", "f2")[0] == 2
    assert shell.status("favour", "step", "f1", "returned", "--with", "f1")[0] == 2
    assert shell.status("favour", "step", "f1", "returned", "--with", "f9") == (1, "", "There is no favour f9.\n")
    assert "k9" in shell.status("favour", "step", "f1", "returned", "--with", "k9")[2]
    assert shell.status("courtesy", "add", "-c", "c1", "gift", "given", "--for", "f9")[2] == "There is no favour f9.\n"
    assert [step["step"] for step in shell("favour", "show", "f1")["steps"]] == ["granted"]


def test_the_weight_of_a_return_follows_its_setting(shell: Shell) -> None:
    """METHOD 3: a return weighs by default one more than the favour; METHOD 4: every number is a setting."""
    shell("contact", "add", "Helen")
    shell("setting", "set", "return-more.extra", "2")
    shell("favour", "add", "-c", "Helen", "Optician", "--rung", "3", "--step", "granted")
    steps = shell("favour", "step", "f1", "returned")["steps"]
    assert steps[-1]["weight"] == 5


def test_each_file_has_its_own_answer_even_if_two_have_one_name(shell: Shell, tmp_path: Path) -> None:
    """CLI.md: `import` answers a row a file; a missing one is not mistaken for its namesake in another folder."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "call.txt").write_text("Called about the tea.", "utf-8")
    missing, there = tmp_path / "call.txt", tmp_path / "kept" / "call.txt"
    status, out, _err = shell.status("import", str(missing), str(there), "--json")
    rows = json.loads(out)["files"]
    assert (status, [(row["file"], row["created"], len(row["refused"])) for row in rows]) == (
        3,
        [(str(missing), 0, 1), (str(there), 1, 0)],
    )


def test_wrong_usage_is_said_in_chinese_too(shell: Shell) -> None:
    """CLI.md: `--language zh` holds for what argparse itself says."""
    assert shell.status("--language", "zh", "next")[2].startswith("还缺这些参数：C")


def test_json_may_be_asked_for_before_the_command(shell: Shell) -> None:
    """As `--journal` and `--today`, `--json` holds wherever it stands."""
    shell("contact", "add", "Helen")
    status, out, _err = shell.status("--json", "contact", "list")
    assert (status, [row["name"] for row in json.loads(out)]) == (0, ["Helen"])
