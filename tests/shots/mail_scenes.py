"""What came by mail, as a chat and from a recorder: what it answers folded and shown, an inbox in the settings."""

from datetime import timedelta
from pathlib import Path

from relationship_journal.importers import Source
from relationship_journal.ui.settings_dialog.settings_sheet import Part, SettingsSheet
from relationship_journal.ui.timeline.row_choice import identity
from tests.shots.scenes import scene
from tests.shots.stage import TODAY, Stage

_FILES = Path(__file__).resolve().parents[1] / "data/files"
_DAY = TODAY - timedelta(1)
_MAIL = f"""From: Helen Zhou <helen.zhou@example.com>
To: Alex <alex@example.org>
Date: {_DAY:%d %b %Y} 09:30:00 +0000
Subject: {{subject}}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

{{own}}

{{history}}
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename=menu.pdf

%PDF-1.4
--b--
"""
_WORDS = {
    "en": {
        "subject": "Re: Lunch on Wednesday",
        "own": "Wednesday suits me. The lenses fit at last: thank you for the optician.",
        "history": "On 19 Nov 2026 at 18:02, Alex <alex@example.org> wrote:\n> Would Wednesday suit you?\n> At noon?",
    },
    "zh": {
        "subject": "回复：周三吃饭",
        "own": "周三可以。眼镜总算配好了，谢谢您介绍的那家店。",
        "history": "在 2026-11-19 18:02:11，“小周” <alex@example.org> 写道：\n> 周三方便吗？\n> 中午行不行",
    },
}


def _take_in(stage: Stage) -> None:
    contact = stage.open_example()
    session = stage.context.session
    memo = (_FILES / "audio/memo.m4a").read_bytes()
    session.importing.take([Source("memo.m4a", memo)], (contact,), today=TODAY, day=_DAY)
    mail = _MAIL.format(**_WORDS[stage.language]).encode()
    taken = session.importing.take([Source("lunch.eml", mail)], (contact,), today=TODAY)
    stage.page.show_journal()
    stage.context.selection.show_entry(taken.created[0], contact)
    stage.settle()


@scene("85-a-mail-with-its-history-folded", every_size=True)
def folded(stage: Stage) -> None:
    _take_in(stage)


@scene("86-a-mail-with-its-history-shown")
def shown(stage: Stage) -> None:
    _take_in(stage)
    view = stage.page.timeline.view
    stage.wait(lambda: view.current_row() is not None)
    row = view.current_row()
    assert row is not None
    view.unfold(identity(row))
    stage.settle()


@scene("87-settings-inbox")
def inbox(stage: Stage) -> None:
    stage.open_example()
    dialog = SettingsSheet(stage.context, stage.desk, stage.window)
    dialog.open()
    dialog.habits.inbox.use(str(Path("Phone", "Inbox")))
    dialog.tabs.button(Part.HABITS).click()
    stage.settle()
