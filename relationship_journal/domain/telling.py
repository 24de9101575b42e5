"""Drafts of what to tell somebody about a favour: only what is true, and made to fit titles that are questions."""

import re

from relationship_journal.i18n import Message

_ASKS = re.compile(
    r"[?？]\s*$|^(which|where|what|who|whom|whose|when|why|how)\b|[吗呢]$|哪|什么|怎么|怎样|谁|多少", re.IGNORECASE
)


def is_question(title: str) -> bool:
    """Whether a favour is called by the question that was asked: “Which tea?”, “哪位老中医好”."""
    return _ASKS.search(title.strip()) is not None


def how_it_went(title: str) -> Message:
    """That I did as they said, with thanks."""
    if is_question(title):
        return Message(
            "You answered my question: “{favour}”. I did as you said. Thank you. I wanted you to hear how it went.",
            favour=title,
        )
    return Message("I did as you said about “{favour}”. Thank you. I wanted you to hear how it went.", favour=title)


def no_hurry(title: str) -> Message:
    """That an ask without an answer still stands, lightly."""
    if is_question(title):
        return Message("About my question “{favour}”: no hurry. Only when it is easy for you.", favour=title)
    return Message("No hurry about “{favour}”. Only when it is easy for you.", favour=title)
