"""The dialogs of the window: contacts, settings, trash, help; and the palette."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget

from relationship_journal.domain.contact import FacetKind, HandleKind, OccasionKind, OpenDecision
from relationship_journal.ui.command_palette.palette import Palette
from relationship_journal.ui.contact_dialogs.contact_sheet import ContactSheet
from relationship_journal.ui.contact_dialogs.facet_editor import FacetSheet
from relationship_journal.ui.contact_dialogs.occasion_dates import occasion_date
from relationship_journal.ui.contact_dialogs.one_line import read_line
from relationship_journal.ui.contact_dialogs.rows_editor import RowText
from relationship_journal.ui.help.help_sheet import HelpSheet
from relationship_journal.ui.settings_dialog.settings_sheet import Part, SettingsSheet
from relationship_journal.ui.trash.trash_sheet import TrashSheet
from relationship_journal.ui.widgets import Sheet

from .conftest import TODAY, Shell


def palette(shell: Shell) -> Palette:
    """Open the palette by its key."""
    QTest.keyClick(shell.desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = shell.desk.window.findChildren(Palette)
    assert found
    assert found[-1].field.hasFocus()
    return found[-1]


def lines(opened: Palette) -> list[str]:
    """What the palette shows, headings too."""
    model = opened.list.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def test_one_line_says_who_somebody_is() -> None:
    """A jotted line in both languages: name, nickname, company, title, phone, mail, WeChat and tags."""
    english = read_line("Lin Mei (May), CFO at Harbor Bank, +1 555 0147, lin@example.com, #client")
    assert (english.name, english.nicknames, english.title, english.org, english.tags) == (
        "Lin Mei",
        ("May",),
        "CFO",
        "Harbor Bank",
        ("client",),
    )
    assert [(handle.kind, handle.value) for handle in english.handles] == [
        (HandleKind.PHONE, "+1 555 0147"),
        (HandleKind.EMAIL, "lin@example.com"),
    ]
    chinese = read_line("林月（小林），海港银行，财务总监，微信：linyue88，＃客户")
    assert (chinese.name, chinese.nicknames, chinese.org, chinese.title, chinese.tags) == (
        "林月",
        ("小林",),
        "海港银行",
        "财务总监",
        ("客户",),
    )
    assert chinese.handles[0].value == "linyue88"
    assert read_line("  ").name == ""


@pytest.mark.parametrize(
    ("typed", "yearly", "kept"),
    [
        ("2027-06-07", False, "2027-06-07"),
        ("--04-12", True, "--04-12"),
        ("04-12", True, "--04-12"),
        ("4月12日", True, "--04-12"),
        ("02-29", True, "--02-29"),
        ("lunar:08-06", True, "lunar:08-06"),
        ("农历8月6日", True, "lunar:08-06"),
        ("lunar:leap-06-15", True, "lunar:leap-06-15"),
        ("06-07", False, "2026-06-07"),
        ("31 Feb", True, None),
        ("02-30", True, None),
        ("soon", False, None),
    ],
)
def test_days_that_matter_are_read_as_typed(typed: str, yearly: bool, kept: str | None) -> None:
    """A birthday without a year returns every year, an exam without one is the next such day."""
    assert occasion_date(typed, TODAY, yearly=yearly) == kept


def test_every_field_of_a_contact_is_kept(shell: Shell) -> None:
    """Ctrl+E on Helen: all fields are filled in, saved by Ctrl+Enter, and stand in the file."""
    wang = shell.session.contacts.find("王建国").id
    helen = shell.look_at("Helen Zhou")
    QTest.keyClick(shell.desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    sheet = shell.sheet(ContactSheet)
    sheet.nicknames.line.setText("Ms Zhou, Helen Z")
    sheet.cadence.line.setText("14")
    sheet.region.line.setText("us")
    QTest.keyClicks(sheet.introduced_by.line, "wjg")
    assert sheet.introduced_by.line.completer().completionModel().rowCount() == 1
    sheet.introduced_by.line.setText("王建国")
    sheet.handles.append(RowText(HandleKind.EMAIL, "helen@example.com"))
    sheet.occasions.append(RowText(OccasionKind.BIRTHDAY, "fifty", "04-12"))
    sheet.facets.append(RowText(FacetKind.PARENTS, "Mother, 71"))
    sheet.official.setChecked(True)
    sheet.first.line.setText("2026-05-01")
    sheet.last.line.setText("2026-05-20")
    sheet.note.setPlainText("Never calls back on Fridays.")
    QTest.keyClick(sheet.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shell.wait(lambda: shell.session.reads.contact(helen).cadence == 14)
    saved = shell.session.reads.contact(helen)
    assert saved.nicknames == ("Ms Zhou", "Helen Z")
    assert (saved.introduced_by, saved.region, saved.official) == (wang, "US", True)
    assert saved.decision == OpenDecision(date(2026, 5, 1), date(2026, 5, 20))
    assert [(facet.kind, facet.text) for facet in saved.facets] == [
        (FacetKind.FOOD, "Pu'er tea"),
        (FacetKind.PARENTS, "Mother, 71"),
    ]
    assert (saved.occasions[0].date, saved.handles[0].value) == ("--04-12", "helen@example.com")
    assert saved.note == "Never calls back on Fridays."
    shell.act("edit.undo")
    shell.wait(lambda: shell.session.reads.contact(helen).cadence is None)


def test_what_makes_no_sense_is_shown_and_nothing_is_lost(shell: Shell) -> None:
    """A day that does not exist keeps the dialog open with all that was typed, and says which field it is."""
    helen = shell.look_at("Helen Zhou")
    shell.act("contact.edit")
    sheet = shell.sheet(ContactSheet)
    sheet.org.line.setText("Elsewhere")
    sheet.occasions.append(RowText(OccasionKind.BIRTHDAY, "", "31 Feb"))
    QTest.mouseClick(sheet.primary, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.error.isVisible()
    assert sheet.org.text() == "Elsewhere"
    sheet.name.line.clear()
    QTest.mouseClick(sheet.primary, Qt.MouseButton.LeftButton)
    assert sheet.name.error.text() == "A contact needs a name."
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert shell.session.reads.contact(helen).org == "Northfield Medical"


def test_facets_are_noted_and_removed(shell: Shell) -> None:
    """The sheet of facets has an empty row ready; a row that is removed is gone from the contact."""
    helen = shell.look_at("Helen Zhou")
    shell.act("contact.facets")
    sheet = shell.sheet(FacetSheet)
    QTest.keyClicks(sheet.focusWidget(), "hikes on Sundays")
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    shell.wait(lambda: len(shell.session.reads.contact(helen).facets) == 2)
    assert shell.session.reads.contact(helen).facets[1].text == "hikes on Sundays"


def test_the_palette_finds_people_by_initials(shell: Shell) -> None:
    """Ctrl+K, `wjg`, Enter: 王建国 is in view; the focus goes back to where it was."""
    shell.page.sidebar.find_somebody()
    opened = palette(shell)
    QTest.keyClicks(opened.field, "wjg")
    assert lines(opened)[:2] == ["People", "王建国"]
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    shell.rest()
    assert shell.scope() == shell.session.contacts.find("王建国").id


def test_tab_narrows_the_palette_to_one_person(shell: Shell) -> None:
    """Tab on a person leaves what can be done for them; Escape goes back, and once more closes."""
    opened = palette(shell)
    QTest.keyClicks(opened.field, "dark theme")
    assert not opened.narrowing.isVisible(), "Tab does nothing on a command, and the foot does not name it"
    opened.field.setText("helen")
    assert opened.narrowing.isVisible()
    QTest.keyClick(opened.field, Qt.Key.Key_Tab)
    assert not opened.narrowing.isVisible()
    assert lines(opened) == ["For Helen Zhou", "New entry", "Record a favour…", "Edit contact", "Copy name"]
    QTest.keyClicks(opened.field, "edit")
    assert lines(opened) == ["For Helen Zhou", "Edit contact"]
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert shell.sheet(ContactSheet).name.text() == "Helen Zhou"


def test_the_palette_runs_every_command_in_both_languages(shell: Shell) -> None:
    """A command is found by its words; in Chinese also by the English ones."""
    shell.act("view.chinese")
    opened = palette(shell)
    QTest.keyClicks(opened.field, "dark theme")
    assert lines(opened) == ["命令", "切换到深色"]
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert shell.desk.preferences.text("theme") == "dark"
    shell.act("view.light")
    opened = palette(shell)
    offered = set(lines(opened))
    for name in shell.context.actions.in_palette():
        assert shell.context.actions[name].text() in offered


def test_the_palette_shows_entries_and_ways_on(shell: Shell) -> None:
    """Words of an entry find it; words that nobody knows offer to add or to search."""
    opened = palette(shell)
    QTest.keyClicks(opened.field, "number")
    shell.wait(lambda: "Entries" in lines(opened))
    opened.field.setText("Zebedee")
    assert lines(opened) == ["Add Zebedee", "Search the journal for “Zebedee”"]
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not opened.isVisible()


def test_settings_are_kept_and_reset(shell: Shell) -> None:
    """A number, a limit and a facet of one's own life are saved; a number that makes no sense is refused."""
    shell.act("program.settings")
    sheet = shell.sheet(SettingsSheet)
    QTest.mouseClick(sheet.tabs.button(Part.METHOD), Qt.MouseButton.LeftButton)
    sheet.numbers.lines["let-it-rest.days"].setText("many")
    sheet.tabs.button(Part.GIFTS).click()
    row = sheet.limits.append()
    row.currency.line.setText("cny")
    row.year.line.setText("500")
    sheet.tabs.button(Part.HABITS).click()
    sheet.habits.day.choose("friday")
    sheet.tabs.button(Part.ME).click()
    sheet.facets.append(RowText(FacetKind.HOBBY, "sea fishing"))
    QTest.mouseClick(sheet.primary, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.tabs.value is Part.METHOD
    sheet.numbers.lines["let-it-rest.days"].setText("21")
    QTest.mouseClick(sheet.primary, Qt.MouseButton.LeftButton)
    shell.wait(lambda: len(shell.session.profile.facets()) == 1)
    settings = shell.session.settings.numbers()
    assert settings.let_it_rest_days == 21
    assert settings.review_day == "friday"
    assert settings.year_limits["CNY"] == Decimal(500)
    shell.rest()
    shell.act("program.settings")
    again = shell.sheet(SettingsSheet)
    again.tabs.button(Part.METHOD).click()
    QTest.mouseClick(again.numbers.all_default, Qt.MouseButton.LeftButton)
    again.tabs.button(Part.GIFTS).click()
    again.limits.rows[0].year.line.clear()
    QTest.mouseClick(again.primary, Qt.MouseButton.LeftButton)
    shell.wait(lambda: "CNY" not in shell.session.settings.numbers().year_limits)
    assert shell.session.settings.numbers().let_it_rest_days == 14


def test_language_and_theme_change_at_once_in_the_settings(shell: Shell) -> None:
    """Choosing Chinese in the settings words the settings themselves again."""
    shell.act("program.settings")
    sheet = shell.sheet(SettingsSheet)
    sheet.language.button("zh").click()
    assert sheet.windowTitle() == "设置"
    assert sheet.tabs.button(Part.GIFTS).text() == "礼物限额"
    sheet.language.button("en").click()
    assert sheet.windowTitle() == "Settings"


def test_the_trash_gives_back(shell: Shell) -> None:
    """王建国 is removed with his entry, taken back from the trash, and in view again."""
    wang = shell.look_at("王建国")
    shell.act("contact.remove")
    shell.wait(lambda: "王建国" not in shell.names())
    shell.act("journal.trash")
    sheet = shell.sheet(TrashSheet)
    assert [sheet.list.item(place).text() for place in range(sheet.list.count())] == ["王建国 · with 1 entry"]
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    shell.wait(lambda: "王建国" in shell.names())
    assert shell.scope() == wang
    assert shell.session.reads.timeline_count(wang) == 1
    shell.act("journal.trash")
    empty = shell.sheet(TrashSheet)
    assert empty.empty.isVisible()
    assert not empty.primary.isEnabled()


def test_help_tells_the_method_and_every_key(shell: Shell) -> None:
    """F1: the method on one page, the keys on the other."""
    QTest.keyClick(shell.desk.window.windowHandle(), Qt.Key.Key_F1)
    sheet = shell.sheet(HelpSheet)
    assert "Close the loop" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.tabs.button("keys").click()
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for name in shell.context.actions:
        if not shell.context.actions[name].shortcut().isEmpty():
            assert shell.context.actions[name].text() in words


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("contact.edit", ContactSheet),
        ("contact.facets", FacetSheet),
        ("program.settings", SettingsSheet),
        ("journal.trash", TrashSheet),
        ("help.help", HelpSheet),
    ],
)
def test_every_control_of_a_dialog_has_a_name(shell: Shell, action: str, kind: type[Sheet]) -> None:
    """Whatever takes the focus in a dialog says what it is to those who do not see it."""
    shell.look_at("Helen Zhou")
    shell.act(action)
    sheet = shell.sheet(kind)
    controls = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QListView)
    nameless = [
        (type(widget).__name__, widget.mapTo(sheet, QPoint(0, 0)).toTuple())
        for widget in sheet.findChildren(QWidget)
        if isinstance(widget, controls)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []
