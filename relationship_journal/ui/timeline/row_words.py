"""A row of the timeline in words: read aloud, and copied as Markdown."""

from datetime import date

from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment, EntrySource
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.timeline import StepInEntry, TimelineRow
from relationship_journal.domain.words import COURTESY_WORDS, ENTRY_WORDS, courtesy_done, step_word
from relationship_journal.i18n import (
    Message,
    _,
    bytes_in_words,
    current_language,
    full_day,
    ngettext,
    short_day,
    sum_of_money,
    word,
)

_CLOSING = {StepKind.ACTED_ON, StepKind.THANKED, StepKind.RETURNED, StepKind.CLOSED}


def joined(names: tuple[str, ...] | list[str]) -> str:
    """Names one after the other, as the language writes them."""
    return ("、" if current_language() == "zh" else ", ").join(names)


def kind_of(row: TimelineRow) -> str:
    """What the row is: the entry's kind, or what the courtesy was."""
    if row.entry is not None:
        return _(ENTRY_WORDS[row.entry.kind])
    courtesy = row.courtesies[0]
    return _(courtesy_done(courtesy.kind, courtesy.direction))


def text_of(row: TimelineRow) -> str:
    """What was written."""
    return row.entry.text if row.entry is not None else row.courtesies[0].text


def own_text(row: TimelineRow) -> str:
    """What was written, without what a mail answers and who signs it."""
    text = text_of(row).strip("\n").rstrip()
    if row.entry is None or row.entry.source is EntrySource.TYPED:
        return text
    from relationship_journal.domain.quoted_text import own_words

    return text[: own_words(text).end]


def step_detail(step: StepInEntry) -> str:
    """What is told of a step beside the favour's title: its own words and the weight of a return."""
    words = [step.step.text] if step.step.text else []
    if step.step.weight is not None:
        words.append(_("weight {given} for {received}").format(given=step.step.weight, received=step.weight))
    return (", " if current_language() == "en" else "，").join(words)


def closes(step: StepInEntry) -> bool:
    """Whether the loop was closed by this step."""
    return step.state == "closed" and step.step.kind in _CLOSING


def step_spoken(step: StepInEntry) -> str:
    """A step as one phrase."""
    words = [f"{_(step_word(step.step.kind, step.direction))}: {step.title}"]
    if detail := step_detail(step):
        words.append(detail)
    if closes(step):
        words.append(_("loop closed"))
    return ", ".join(words)


def courtesy_detail(courtesy: Courtesy) -> str:
    """What it was and what it cost."""
    words = [courtesy.text] if courtesy.text else []
    if courtesy.value is not None:
        words.append(sum_of_money(courtesy.value, courtesy.currency))
    return (", " if current_language() == "en" else "，").join(words)


def courtesy_spoken(courtesy: Courtesy) -> str:
    """A courtesy as one phrase."""
    detail = courtesy_detail(courtesy)
    done = _(courtesy_done(courtesy.kind, courtesy.direction))
    return f"{done}: {detail}" if detail else done


def file_detail(file: Attachment) -> str:
    """What is told of a file below its name: how long a recording is, how large any file."""
    size = bytes_in_words(file.size)
    return f"{file.seconds // 60}:{file.seconds % 60:02} · {size}" if file.seconds else size


def said_in_words(messages: tuple[Message, ...]) -> str:
    """The sentences of rules, one after the other."""
    return ("" if current_language() == "zh" else " ").join(word(message) for message in messages)


def spoken(row: TimelineRow, today: date) -> str:
    """The whole row as a screen reader says it."""
    head = [kind_of(row), full_day(row.key.day, today)]
    if row.key.time:
        head.append(row.key.time)
    if row.names:
        head.append(joined(row.names))
    words = [", ".join(head)]
    if text := own_text(row).strip():
        words.append(text)
    words += [step_spoken(step) for step in row.steps]
    for courtesy in row.courtesies:
        if row.entry is not None:
            words.append(courtesy_spoken(courtesy))
        if said := row.said_of(courtesy):
            words.append(said_in_words(said).rstrip("."))
    if row.entry is not None and (count := len(row.entry.attachments)):
        words.append(ngettext("{n} attachment", "{n} attachments", count).format(n=count))
    return ". ".join(words)


def as_markdown(rows: list[TimelineRow]) -> str:
    """Rows as Markdown, oldest first: a heading each, the text, then what happened in it as a list."""
    parts = []
    for row in sorted(rows, key=lambda row: row.key):
        time = f" {row.key.time}" if row.key.time else ""
        names = f", {joined(row.names)}" if row.names else ""
        lines = [f"## {short_day(row.key.day)}{time}, {kind_of(row)}{names}", "", text_of(row).strip(), ""]
        facts = [step_spoken(step) for step in row.steps]
        if row.entry is not None:
            facts += [courtesy_spoken(courtesy) for courtesy in row.courtesies]
            facts += [file.name for file in row.entry.attachments]
        elif (courtesy := row.courtesies[0]).value is not None:
            facts.append(f"{_(COURTESY_WORDS[courtesy.kind])}: {sum_of_money(courtesy.value, courtesy.currency)}")
        lines += [f"- {fact}" for fact in facts]
        parts.append("\n".join(lines).rstrip())
    return "\n\n".join(parts) + "\n"
