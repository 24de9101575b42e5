"""The suggestions of notes: under a fresh entry, with a chip that has the keyboard, folded, and edited first."""

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntrySource
from relationship_journal.domain.plan import Section
from tests.shots.scenes import scene
from tests.shots.stage import TODAY, Stage

NOTES = {
    "en": (
        "Called Helen at noon. Her mother finished the cherries in two days. Told her the headaches are gone and"
        " thanked her for Dr Patel. Emma's AP Chemistry is next Friday. I promised to send her the museum tickets by"
        " Wednesday."
    ),
    "zh": (
        "中午跟王总通了十来分钟电话。老太太说樱桃甜，两天就吃完了。他问我脖子好点没，我说按李大夫的方子喝了三周，"
        "能睡整觉了。囡囡下周四二模，他最近不应酬。书房新添了一张红木书桌，给闺女写作业用。"
    ),
}
_LONG = {
    "en": (
        " We had lunch, I paid 48 dollars. Her husband Mark took up fishing and her son moved to Boston. She asked me"
        " whether I could look at her nephew's CV; I said I would do it by Monday. I asked her for the number of the"
        " carpenter and she gave it to me. Her birthday is on 12 May. Sister Agnes and Dr Chen send their regards."
    ),
    "zh": (
        "中午请他吃饭花了380元。他爱人最近迷上了钓鱼，儿子考上了复旦。他托我看看他侄子的简历，我答应周一前弄好。"
        "我问他要装修队长的电话，他当场推给我了。下周三他生日。还认识了孟师傅和小何。"
    ),
}


def keep(stage: Stage, note: str) -> None:
    """Write a note as the user does, and wait for what it suggests."""
    stage.open_example()
    composer, chips = stage.page.timeline.composer, stage.page.timeline.chips
    stage.wait(lambda: not chips.card.isVisible())  # those of the scene before are gone
    composer.text.put(note)
    composer.model.change(text=note)
    composer.model.keep()
    stage.wait(lambda: chips.model.is_read and chips.card.isVisible())
    stage.settle()


@scene("80-suggestions-of-a-fresh-entry", every_size=True)
def fresh(stage: Stage) -> None:
    keep(stage, NOTES[stage.language])


@scene("81-a-suggestion-with-the-keyboard", every_size=True)
def current(stage: Stage) -> None:
    keep(stage, NOTES[stage.language])
    stage.window.activateWindow()
    stage.wait(stage.window.isActiveWindow)
    stage.do("readings.go")
    stage.page.timeline.chips.card.go_to(2)


@scene("82-many-suggestions", every_size=True)
def many(stage: Stage) -> None:
    keep(stage, NOTES[stage.language] + _LONG[stage.language])


@scene("83-a-suggested-step-edited-first")
def edited(stage: Stage) -> None:
    keep(stage, NOTES[stage.language] + _LONG[stage.language])
    chips = stage.page.timeline.chips
    step = next(one for one in chips.model.suggestions if one.key.startswith("step:"))
    chips.edit(step)


@scene("84-suggestions-in-the-review", every_size=True)
def review(stage: Stage) -> None:
    stage.open_example()
    session, contact = stage.context.session, stage.context.selection.contact
    assert contact is not None
    draft = EntryDraft(NOTES[stage.language], TODAY, contacts=(contact,), source=EntrySource.DROPPED)
    entry = session.journal.keep(draft).id
    stage.window.activateWindow()
    stage.wait(stage.window.isActiveWindow)
    stage.do("go.review")
    page = stage.page.review.page
    stage.wait(lambda: session.reads.waiting_chips([entry]).get(entry, 0) > 0)
    stage.wait(lambda: any(line.row.entry == entry for line in page.model.lines.get(Section.UNSORTED, ())))
    page.model.focus(next(line.key for line in page.model.lines[Section.UNSORTED] if line.row.entry == entry))
    page.rows.show_section(Section.UNSORTED)
    page.model.focus(next(line.key for line in page.model.lines[Section.UNSORTED] if line.row.entry == entry))
    row = page.rows.open_row
    stage.wait(row.chips.isVisible)
    stage.wait(lambda: row.height() >= row.wanted_height(row.width()))
    page.rows.open_row.chips.go_to(1)
