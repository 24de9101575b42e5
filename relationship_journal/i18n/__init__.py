"""The words of the program: messages, the language in use, and how days, counts and sums are written."""

from .language import LANGUAGES, N_, _, current_language, install, ngettext, word
from .message import DayWithYear, Fact, InLanguages, Message, Money, day_seen_from
from .writing import bytes_in_words, day_and_month, full_day, relative_day, sentences, short_day, sum_of_money

__all__ = [
    "LANGUAGES",
    "N_",
    "DayWithYear",
    "Fact",
    "InLanguages",
    "Message",
    "Money",
    "_",
    "bytes_in_words",
    "current_language",
    "day_and_month",
    "day_seen_from",
    "full_day",
    "install",
    "ngettext",
    "relative_day",
    "sentences",
    "short_day",
    "sum_of_money",
    "word",
]
