"""`setting`: the numbers of the method and the choices of the user."""

from argparse import Namespace
from decimal import Decimal
from typing import Any

from relationship_journal.cli import shapes
from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.domain.settings import Value
from relationship_journal.i18n import _


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    setting = commands.group("setting", _("the numbers of the method and your choices"), "setting list")
    setting.add("list", _list, _("all settings"), "setting list --json")
    setting.add("get", _get, _("one setting"), "setting get let-it-rest.days").add_argument("key", metavar="KEY")
    changing = setting.add("set", _set, _("change a setting"), "setting set gift-limit.year.CNY 500")
    changing.add_argument("key", metavar="KEY")
    changing.add_argument("value", metavar="VALUE")


def _list(desk: Desk, _options: Namespace) -> Result:
    return _shown(desk.session.settings.all())


def _get(desk: Desk, options: Namespace) -> Result:
    return _shown({options.key: desk.session.settings.get(options.key)})


def _set(desk: Desk, options: Namespace) -> Result:
    desk.session.settings.set(options.key, options.value)
    return _get(desk, options)


def _shown(values: dict[str, Value]) -> Result:
    shape: dict[str, Any] = {
        key: shapes.amount(value) if isinstance(value, Decimal) else value for key, value in values.items()
    }
    return Result(shape, "\n".join(f"{key}\t{'' if value is None else value}" for key, value in shape.items()))
