"""The names of features that are made of one word each: each is written once, since a note has the same many times."""

from collections.abc import Iterable, Iterator

from .annotated import YOU
from .spellings import ME, SOMEBODY, THEM

ROLES = {ME: "M", THEM: "T", SOMEBODY: "S", YOU: "Y"}


class Written(dict[str, str]):
    """The features of one kind by what they are of."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __missing__(self, of: str) -> str:
        name = self[of] = f"{self._kind}{of}"
        return name

    def all(self, of: Iterable[str]) -> Iterator[str]:
        """The features of each."""
        return map(self.__getitem__, of)


OWN = Written("c:")
EARLIER = Written("e:")
OF_HEADING = Written("h:")
OF_SAME_SENTENCE = Written("ps:")
ROLES_BEFORE, ROLES_IN = Written("pr:"), Written("r:")
BESIDE = ((-1, Written("p:")), (1, Written("n:")), (-2, Written("q:")), (2, Written("m:")))
OF_SPEAKER = {sign: Written(f"sp{role}:") for sign, role in ROLES.items()}
WHO_ACTS = Written("su:")
OF_WHO_ACTS = {who: Written(f"su{who}:") for who in "MTSYmtsy-"}
SAME_SENTENCE, PAST = Written("s:"), Written("past:")
