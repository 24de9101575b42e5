"""Every number of the method and every choice of the user: keys, defaults, limits and what makes sense as a value."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass, field, fields

from .problems import Problem
from .setting_labels import LABELS

Value = int | float | str | bool | Decimal | None

PIECE_LIMIT = "gift-limit.piece."
YEAR_LIMIT = "gift-limit.year."
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YES = ("yes", "true", "on", "1")
_NO = ("no", "false", "off", "0")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, default, and what it may be. `label` is the English msgid; `choices` are words or empty."""

    key: str
    default: Value
    label: str
    low: float = 0
    high: float = 36_500
    choices: tuple[str, ...] = ()


def _int(key: str, default: int, low: int = 0, high: int = 36_500) -> int:
    setting = Setting(key, default, LABELS[key], low, high)
    return field(default=default, metadata={"setting": setting})


def _float(key: str, default: float, low: float, high: float = 36_500) -> float:
    setting = Setting(key, default, LABELS[key], low, high)
    return field(default=default, metadata={"setting": setting})


def _word(key: str, default: str, *choices: str) -> str:
    setting = Setting(key, default, LABELS[key], choices=choices)
    return field(default=default, metadata={"setting": setting})


def _flag(key: str, default: bool) -> bool:
    return field(default=default, metadata={"setting": Setting(key, default, LABELS[key])})


@dataclass(frozen=True)
class Settings:
    """The settings in force. Days are whole calendar days; limits are sums of money by ISO 4217 code.

    `rung_domains` and `hidden_rungs` come from the rungs as the user edited them (`with_rungs` in `rung`).
    """

    two_small_first_asks: int = _int("two-small-first.asks", 2)
    two_small_first_rung: int = _int("two-small-first.rung", 2, 1, 6)
    one_rung_up_rungs: int = _int("one-rung-up.rungs", 1, 1, 6)
    return_more_extra: int = _int("return-more.extra", 1, 0, 100)
    clean_return_rung: int = _int("clean-return.rung", 4, 1, 6)
    let_it_rest_days: int = _int("let-it-rest.days", 14)
    let_it_rest_days_after_decline: int = _int("let-it-rest.days-after-decline", 30)
    step_down_rungs: int = _int("step-down.rungs", 1, 0, 6)
    habit_before_work_rung: int = _int("habit-before-work.rung", 5, 1, 6)
    habit_before_work_personal: int = _int("habit-before-work.personal", 2, 0, 100)
    habit_before_work_expertise: int = _int("habit-before-work.expertise-or-trade", 1, 0, 100)
    courtesy_is_ground_days: int = _int("courtesy-is-ground.days", 90)
    courtesy_is_ground_rung: int = _int("courtesy-is-ground.rung", 2, 2, 6)
    tied_gift_days: int = _int("tied-gift.days", 14)
    open_decision_rung: int = _int("open-decision.rung", 5, 1, 6)
    stale_ask_days: int = _int("stale-ask.days", 10)
    honest_ask_rung: int = _int("honest-ask.rung", 5, 2, 6)
    standing_period: int = _int("standing.period", 365, 1)
    drive_half_life: float = _float("drive.half-life", 180, 0.1)
    drive_low: float = _float("drive.low", 0.5, 0)
    drive_ratio: float = _float("drive.ratio", 2, 1)
    silent_days: int = _int("silent.days", 180, 1)
    warmth_same_conversation: int = _int("warmth.same-conversation", 7, 1)
    warmth_contacts: int = _int("warmth.contacts", 10, 2, 1000)
    warmth_shortest: int = _int("warmth.shortest", 7, 1)
    warmth_longest: int = _int("warmth.longest", 180, 1)
    warmth_default: int = _int("warmth.default", 30, 1)
    ideas_shown: int = _int("ideas.shown", 3, 1, 20)
    review_day: str = _word("review.day", "monday", *WEEKDAYS)
    review_plan_size: int = _int("review.plan-size", 7, 0, 100)
    review_look_back: int = _int("review.look-back", 7, 1)
    review_seconds_per_row: int = _int("review.seconds-per-row", 25, 1, 3600)
    snooze_days: int = _int("review.snooze-days", 7, 1)
    coming_up_days: int = _int("coming-up.days", 14, 1)
    language: str = _word("language", "system", "system", "en", "zh")
    theme: str = _word("theme", "system", "system", "light", "dark")
    inbox_folder: str = _word("inbox.folder", "")
    reading: bool = _flag("reading", True)
    ask_what_was_learned: bool = _flag("ask-what-was-learned", True)
    piece_limits: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    year_limits: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    rung_domains: tuple[str, ...] = ("personal", "personal", "expertise", "trade", "work", "work")
    hidden_rungs: frozenset[int] = frozenset()

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Settings":
        """The settings from what was stored as text by key. What makes no sense (any more) is left at its default."""
        chosen: dict[str, Value] = {}
        limits: dict[str, dict[str, Decimal]] = {PIECE_LIMIT: {}, YEAR_LIMIT: {}}
        for key, text in texts.items():
            try:
                value = read(key, text)
            except Problem:
                continue
            if key in _FIELDS:
                chosen[_FIELDS[key]] = value
            elif isinstance(value, Decimal):
                family, currency = _limit(key)
                limits[family][currency] = value
        piece, year = (MappingProxyType(limits[family]) for family in (PIECE_LIMIT, YEAR_LIMIT))
        return cls(**chosen, piece_limits=piece, year_limits=year)  # type: ignore[arg-type]

    def value(self, key: str) -> Value:
        """The value in force under `key`, None for a limit that is not set; Problem where there is no such key."""
        if key in _FIELDS:
            value: Value = getattr(self, _FIELDS[key])
            return value
        family, currency = _limit(key)
        return (self.piece_limits if family == PIECE_LIMIT else self.year_limits).get(currency)

    def values(self) -> dict[str, Value]:
        """Every setting by key in the method's order, the limits that are set at the end."""
        values = {key: self.value(key) for key in ALL}
        values.update((PIECE_LIMIT + currency, self.piece_limits[currency]) for currency in sorted(self.piece_limits))
        values.update((YEAR_LIMIT + currency, self.year_limits[currency]) for currency in sorted(self.year_limits))
        return values


_FIELDS = {part.metadata["setting"].key: part.name for part in fields(Settings) if "setting" in part.metadata}
ALL: Mapping[str, Setting] = MappingProxyType(
    {part.metadata["setting"].key: part.metadata["setting"] for part in fields(Settings) if "setting" in part.metadata}
)
DEFAULTS: Mapping[str, Value] = MappingProxyType({key: setting.default for key, setting in ALL.items()})


def _limit(key: str) -> tuple[str, str]:
    """The family and currency of a limit's key; Problem where it is none."""
    for family in (PIECE_LIMIT, YEAR_LIMIT):
        currency = key.removeprefix(family)
        if currency != key and len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper():
            return family, currency
    raise Problem(Message("There is no setting called {key}.", key=key))


def read(key: str, text: str) -> Value:
    """The value that `text` means for `key`. Problem where the key is unknown or the text makes no sense for it.

    A limit is taken away by an empty text or `none`, which gives None.
    """
    setting = ALL.get(key)
    text = text.strip()
    if setting is None:
        _limit(key)
        return _read_sum(key, text)
    readers: dict[type, Callable[[Setting, str], Value]] = {bool: _read_flag, int: _read_int, float: _read_float}
    return readers.get(type(setting.default), _read_word)(setting, text)


def write(value: Value) -> str:
    """`value` as the text that `read` understands, for storing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return format(value, "f") if isinstance(value, Decimal) else f"{value}"


def _within(setting: Setting, number: float) -> None:
    if not setting.low <= number <= setting.high:
        raise Problem(
            Message("{key} must lie between {low} and {high}.", key=setting.key, low=setting.low, high=setting.high)
        )


def _read_int(setting: Setting, text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise Problem(Message("{key} is a whole number, not “{text}”.", key=setting.key, text=text)) from None
    _within(setting, number)
    return number


def _read_float(setting: Setting, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise Problem(Message("{key} is a number, not “{text}”.", key=setting.key, text=text)) from None
    _within(setting, number)
    return number


def _read_flag(setting: Setting, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise Problem(Message("{key} is yes or no, not “{text}”.", key=setting.key, text=text))


def _read_word(setting: Setting, text: str) -> str:
    if not setting.choices:
        return text
    if text.lower() in setting.choices:
        return text.lower()
    choices = ", ".join(setting.choices)
    raise Problem(Message("{key} is one of {choices}, not “{text}”.", key=setting.key, choices=choices, text=text))


def _read_sum(key: str, text: str) -> Decimal | None:
    if text.lower() in ("", "none"):
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0:
        raise Problem(Message("{key} is a sum of money or none, not “{text}”.", key=key, text=text))
    return value
