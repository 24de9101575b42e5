"""The window's own pages and dialogs."""

from pathlib import Path

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from relationship_journal import paths
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.ui.command_palette.palette import Palette
from relationship_journal.ui.contact_dialogs.add_sheet import AddSheet
from relationship_journal.ui.help.help_sheet import HelpSheet
from relationship_journal.ui.ladder.recording_for import record_favour
from relationship_journal.ui.search.overlay import SearchOverlay
from relationship_journal.ui.settings_dialog.settings_sheet import Part, SettingsSheet
from relationship_journal.ui.sidebar.finding import Filter

from .scenes import scene
from .stage import Stage


@scene("01-first-start", every_size=True)
def first_start(stage: Stage) -> None:
    stage.desk.first_start()


@scene("02-empty-journal", every_size=True)
def empty_journal(stage: Stage) -> None:
    _empty(stage)


@scene("03-journal", every_size=True)
def journal(stage: Stage) -> None:
    stage.open_example()


@scene("04-everyone", every_size=True)
def everyone(stage: Stage) -> None:
    stage.open_example()
    stage.context.selection.choose(EVERYONE)


@scene("05-unsorted")
def unsorted(stage: Stage) -> None:
    stage.open_example()
    stage.context.selection.choose(UNSORTED)


@scene("06-ladder-over-timeline", every_size=True)
def ladder_over(stage: Stage) -> None:
    stage.open_example()
    stage.do("go.ladder")
    stage.wait(lambda: not stage.page.panes.is_sliding)


@scene("07-nobody-found")
def nobody_found(stage: Stage) -> None:
    stage.open_example()
    stage.page.sidebar.field.setText({"en": "Lin", "zh": "林月"}[stage.language])


@scene("08-filter-open-loops")
def open_loops(stage: Stage) -> None:
    stage.open_example()
    stage.page.sidebar.filters.button(Filter.OPEN_LOOPS).click()


@scene("10-palette", every_size=True)
def palette(stage: Stage) -> None:
    stage.open_example()
    stage.do("go.palette")
    found = stage.window.findChild(Palette)
    assert found is not None
    found.field.setText({"en": "he", "zh": "wjg"}[stage.language])


@scene("11-palette-commands")
def palette_commands(stage: Stage) -> None:
    stage.open_example()
    stage.do("go.palette")


@scene("12-search", every_size=True)
def search(stage: Stage) -> None:
    stage.open_example()
    stage.do("go.search")
    found = stage.window.findChild(SearchOverlay)
    assert found is not None
    found.field.setText({"en": "doctor", "zh": "大夫"}[stage.language])
    found.field.textEdited.emit(found.field.text())


@scene("13-menu")
def menu(stage: Stage) -> None:
    stage.open_example()
    more = stage.page.top_bar.more
    more.menu().popup(more.mapToGlobal(more.rect().bottomLeft()))


@scene("14-contact-menu")
def contact_menu(stage: Stage) -> None:
    stage.open_example()
    listed = stage.page.sidebar.list
    where = listed.visualRect(listed.currentIndex()).center()
    at = listed.viewport().mapToGlobal(where)
    QApplication.sendEvent(listed.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, at))


@scene("20-add-contact")
def add_contact(stage: Stage) -> None:
    stage.open_example()
    stage.do("contact.add")
    sheet = next(widget for widget in stage.above() if isinstance(widget, AddSheet))
    sheet.line.line.setText(
        {
            "en": "Lin Mei, Harbor Bank, CFO, lin@example.com, #client",
            "zh": "林梅，海港银行，财务总监，13800001234，#客户",
        }[stage.language]
    )


@scene("21-edit-contact", every_size=True)
def edit_contact(stage: Stage) -> None:
    stage.open_example()
    stage.do("contact.edit")


@scene("22-facets")
def facets(stage: Stage) -> None:
    stage.open_example()
    stage.do("contact.facets")


@scene("23-record-favour")
def record(stage: Stage) -> None:
    contact = stage.open_example()
    record_favour(stage.context, contact, stage.window)


@scene("30-settings-look", every_size=True)
def settings_look(stage: Stage) -> None:
    _settings(stage, Part.LOOK)


@scene("31-settings-me")
def settings_me(stage: Stage) -> None:
    _settings(stage, Part.ME)


@scene("38-settings-habits")
def settings_habits(stage: Stage) -> None:
    _settings(stage, Part.HABITS)


@scene("32-settings-method")
def settings_method(stage: Stage) -> None:
    _settings(stage, Part.METHOD)


@scene("33-settings-gifts")
def settings_gifts(stage: Stage) -> None:
    stage.open_example()
    stage.context.session.settings.set("gift-limit.piece.CNY", "300")
    stage.context.session.settings.set("gift-limit.year.CNY", "500")
    _settings(stage, Part.GIFTS)


@scene("34-help-method")
def help_method(stage: Stage) -> None:
    stage.open_example()
    stage.do("help.help")


@scene("35-help-keys")
def help_keys(stage: Stage) -> None:
    stage.open_example()
    stage.do("help.help")
    sheet = next(widget for widget in stage.above() if isinstance(widget, HelpSheet))
    sheet.tabs.button("keys").click()


@scene("36-trash")
def trash(stage: Stage) -> None:
    contact = stage.open_example()
    stage.context.session.contacts.remove((contact,))
    stage.settle()
    stage.do("journal.trash")


@scene("37-notice")
def notice(stage: Stage) -> None:
    stage.open_example()
    stage.do("contact.remove")


@scene("40-trouble-missing", every_size=True)
def missing(stage: Stage) -> None:
    stage.desk.open(paths.user_data() / "gone.rjdb")


@scene("41-trouble-no-journal")
def no_journal(stage: Stage) -> None:
    file = _file("notes.rjdb")
    file.write_text("Bread, milk, eggs", "utf-8")
    stage.desk.open(file)


@scene("42-trouble-newer")
def newer(stage: Stage) -> None:
    _empty(stage)
    made = stage.context.session.path
    stage.desk.first_start()
    stage.desk.close_journal()
    content = bytearray(made.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    file = _file("from-the-future.rjdb")
    file.write_bytes(content)
    stage.desk.open(file)


def _empty(stage: Stage) -> None:
    path = _file("empty.rjdb")
    stage.desk.open(path, create=not path.exists())


def _settings(stage: Stage, part: Part) -> None:
    if stage.desk.context is None:
        stage.open_example()
    stage.do("program.settings")
    sheet = next(widget for widget in stage.above() if isinstance(widget, SettingsSheet))
    sheet.tabs.button(part).click()


def _file(name: str) -> Path:
    paths.user_data().mkdir(parents=True, exist_ok=True)
    return paths.user_data() / name
