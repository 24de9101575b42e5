"""The review on paper and as a file: PDF to print, HTML and Markdown to keep or to send."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.i18n import N_, Message, _
from relationship_journal.services.session import Session
from relationship_journal.services.whole_file import write_whole
from relationship_journal.ui.context import Context
from relationship_journal.ui.widgets import Menu
from relationship_journal.values import dataclass

_LETTER_COUNTRIES = {"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "DO", "SV", "NI", "HN", "PR"}


@dataclass(frozen=True, slots=True)
class Form:
    """One way to keep it: words of the menu, the ending of the file, and its icon."""

    words: str
    ending: str
    icon: str


FORMS = (
    Form(N_("Save as PDF…"), "pdf", "file-pdf"),
    Form(N_("Save as web page…"), "html", "file-text"),
    Form(N_("Save as Markdown…"), "md", "file-text"),
)


def paper_of_the_system() -> str:
    """Letter where people print on it, else A4."""
    country = QLocale.territoryToCode(QLocale.system().territory())
    return "Letter" if country in _LETTER_COUNTRIES else "A4"


def saving_menu(context: Context, parent: QWidget) -> Menu:
    """The ways to keep the review as it stands."""
    menu = Menu(parent)
    for form in FORMS:
        menu.offer(form.words, partial(ask_and_save, context, form, parent), icon_name=form.icon)
    return menu


def ask_and_save(context: Context, form: Form, parent: QWidget) -> None:
    """Ask where, and write the review there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = Path(folder) / f"{_('Weekly review')} {context.today().isoformat()}.{form.ending}"
    name, _kind = QFileDialog.getSaveFileName(parent, _(form.words).rstrip("…"), str(start), f"*.{form.ending}")
    if name:
        path = Path(name)
        save(context, form, path if path.suffix else path.with_suffix(f".{form.ending}"))


def save(context: Context, form: Form, path: Path) -> None:
    """Write the review to `path` off the UI thread, and say so."""
    said = Message("Written: {file}", file=path.name)
    write = _writer(context.session, context.today(), form, path)
    context.tasks.read(write, lambda _none: context.notices.say(said))


def _writer(session: Session, today: date, form: Form, path: Path) -> Callable[[], None]:
    def write() -> None:
        from relationship_journal.reports.review_html import review_html
        from relationship_journal.reports.review_markdown import review_markdown
        from relationship_journal.reports.review_sheet import review_sheet
        from relationship_journal.ui.printing import pdf_of

        review = session.review.gather(today)
        sheet = review_sheet(
            review.agenda,
            review.settings,
            lambda number: session.reads.contact(ContactId(number)),
            plan=review.plan,
            dealt=review.is_dealt,
        )
        if form.ending == "pdf":
            pdf_of(review_html(sheet), path, paper=paper_of_the_system())
        else:
            text = review_html(sheet) if form.ending == "html" else review_markdown(sheet)
            write_whole(path, text.encode())

    return write
