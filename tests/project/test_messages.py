"""Every word that a person sees stands in both languages."""

import ast
import gettext
import os
import re
import runpy
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "resources/locale"
AREAS = sorted((LOCALE / "zh_CN").glob("*.po"))
PLACEHOLDER = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
Key = str | tuple[str, str]


def text_of(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def key_of(call: ast.Call) -> Key | None:
    """The key that a call of `_`, `N_`, `ngettext` or `Message` names literally; None for other calls and variables."""
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    first = text_of(call.args[0]) if call.args else None
    if first is None or called not in {"_", "N_", "ngettext", "Message"}:
        return None
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "plural"), None)
    second = text_of(call.args[1]) if len(call.args) > 1 and called in {"ngettext", "Message"} else text_of(named)
    return (first, second) if second else first


def said() -> dict[Key, str]:
    """Every key in the program, with one place where it stands."""
    found: dict[Key, str] = {}
    for path in sorted((ROOT / "relationship_journal").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (key := key_of(node)):
                found.setdefault(key, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def area(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", abort_invalid=True)


def translations() -> Iterator[tuple[str, Message]]:
    """Every entry of every area, with the area's name."""
    for path in AREAS:
        yield from ((path.name, message) for message in area(path) if message.id)


def forms(value: object) -> list[str]:
    """The one or more texts of a key or of its translation."""
    return [value] if isinstance(value, str) else [text for text in value or () if text]  # type: ignore[attr-defined]


def placeholders(texts: list[str]) -> set[str]:
    return {name for text in texts for name in PLACEHOLDER.findall(text)}


SAID = said()
TRANSLATED = {message.id for _, message in translations() if forms(message.string) and not message.fuzzy}


def test_every_message_is_translated() -> None:
    """What the program says in English it can say in Chinese."""
    missing = [f"{place}: {key!r}" for key, place in SAID.items() if key not in TRANSLATED]
    assert not missing, "\n".join(["no Chinese for:", *sorted(missing)])


def test_no_translation_is_left_over() -> None:
    """A translation that nothing asks for is removed with what asked for it."""
    assert [(name, message.id) for name, message in translations() if message.id not in SAID] == []


def test_placeholders_are_the_same() -> None:
    """A translation names the facts that its message has, no other; a plural may leave the count unsaid."""
    differing = [
        (name, message.id, message.string)
        for name, message in translations()
        if placeholders(forms(message.string)) != placeholders(forms(message.id))
    ]
    assert differing == []


def test_a_message_has_one_translation() -> None:
    """The same English is not said in two ways in two areas."""
    ways: dict[Key, set[str]] = defaultdict(set)
    for _, message in translations():
        ways[message.id].add("|".join(forms(message.string)))  # type: ignore[index]
    assert {key: way for key, way in ways.items() if len(way) > 1} == {}


def test_placeholders_are_named() -> None:
    """`{name}`, never `{}` or `{0}`: translators move them about."""
    assert [key for key in SAID if any(not name.isidentifier() for name in placeholders(forms(key)))] == []


def test_no_message_shouts() -> None:
    """The program neither exclaims nor praises."""
    assert [key for key in SAID if any("!" in text for text in forms(key))] == []
    assert [message.id for _, message in translations() if any("！" in text for text in forms(message.string))] == []


def test_the_areas_become_one_catalogue(tmp_path: Path) -> None:
    """Two areas are merged; a later change of one builds the catalogue anew, and only then."""
    build = runpy.run_path(str(LOCALE / "build_mo.py"))
    language = tmp_path / "zh_CN"
    language.mkdir()
    (language / "a.po").write_text('msgid "Loop"\nmsgstr "环"\n', "utf-8")
    (language / "b.po").write_text('msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} 天"\n', "utf-8")
    assert build["build_stale"](tmp_path) == [language / "messages.mo"]
    with (language / "messages.mo").open("rb") as file:
        words = gettext.GNUTranslations(file)
    assert words.gettext("Loop") == "环"
    assert words.ngettext("{n} day", "{n} days", 3) == "{n} 天"
    os.utime(language / "a.po", (1_000, 1_000))
    os.utime(language / "b.po", (1_000, 1_000))
    assert build["build_stale"](tmp_path) == []
    os.utime(language / "messages.mo", (999, 999))
    assert build["build_stale"](tmp_path) == [language / "messages.mo"]


@pytest.mark.parametrize("path", AREAS, ids=lambda path: path.name)
def test_an_area_can_be_read(path: Path) -> None:
    """Each area is a well-formed .po file with no entry left uncertain."""
    assert [message.id for message in area(path) if message.fuzzy] == []
