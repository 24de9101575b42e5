"""Marks that gestures removed are kept again while the window has nothing else to do."""

from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.favour import StepKind
from tests.ui.shell.conftest import TODAY, Shell


def test_marks_are_kept_after_the_start_and_after_a_gesture(shell: Shell) -> None:
    """A while after the start nobody's marks are missing; a favour removes one contact's; soon they are there again."""
    reads = shell.session.reads
    shell.page.settling.settle()
    shell.wait(lambda: not reads.unmarked(TODAY))
    helen = shell.session.contacts.find("Helen Zhou").id
    shell.session.favours.add(FavourDraft(helen, "Tea"), [StepDraft(StepKind.ASKED)], today=TODAY)
    assert reads.unmarked(TODAY) == [helen]
    shell.wait(lambda: not reads.unmarked(TODAY))
    assert shell.session.history.can_undo() is not None
