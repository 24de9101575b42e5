"""The language in use, switched while the program runs. gettext catalogues lie in `<folder>/<code>/messages.mo`."""

import gettext
import re
from pathlib import Path

from .message import Message

LANGUAGES = ("en", "zh")
_CATALOGUES = {"zh": "zh_CN"}
_SEAM = re.compile("(.?)\0+(?=(.?))", re.DOTALL)


class _Current:
    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(language: str, folder: Path) -> None:
    """Use `language` ("en" or "zh") from now on; `folder` is the one that holds the catalogues.

    English is the language of the keys and needs no catalogue. A missing Chinese catalogue is an error
    of the installation: FileNotFoundError.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    if language == "en":
        _Current.catalogue = gettext.NullTranslations()
    else:
        with (folder / _CATALOGUES[language] / "messages.mo").open("rb") as file:
            _Current.catalogue = gettext.GNUTranslations(file)
    _Current.language = language


def current_language() -> str:
    """The language in use: "en" or "zh"."""
    return _Current.language


def _(text: str) -> str:
    """The translation of `text`; placeholders are still to be filled by `.format`."""
    return _Current.catalogue.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The translation of the form that fits `n`; placeholders are still to be filled by `.format`."""
    return _Current.catalogue.ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark `text` for translation where it stands; `_` translates it where it is shown."""
    return text


def word(message: Message) -> str:
    """`message` as a sentence in the language in use, with its facts written out."""
    from .writing import written

    if message.plural is not None:
        text = ngettext(message.text, message.plural, int(message.facts.get("n", 0)))  # type: ignore[arg-type]
    else:
        text = _(message.text)
    if _Current.language != "zh":
        return text.format(**{name: written(fact) for name, fact in message.facts.items()})
    # Chinese is set with a blank where it meets a Latin name that was put into the sentence.
    marked = {name: f"\0{fact}\0" if isinstance(fact, str) else written(fact) for name, fact in message.facts.items()}
    return _SEAM.sub(_set_apart, text.format(**marked))


def _set_apart(seam: re.Match[str]) -> str:
    before, after = seam[1], seam[2]
    meet = (_is_latin(before) and _is_han(after)) or (_is_han(before) and _is_latin(after))
    return f"{before} " if meet else before


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
