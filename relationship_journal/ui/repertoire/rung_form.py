"""The words, the domain and the weight of one rung, as the user wants them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.rung import Rung
from relationship_journal.i18n import N_, current_language
from relationship_journal.ui.ladder.words import DOMAIN_WORDS
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import CheckBox, ChoiceField, Field, NumberField
from relationship_journal.values import replace


class RungForm(QWidget):
    """Fields of a rung. `rung` is what they say; its number can't be changed."""

    def __init__(self, rung: Rung) -> None:
        super().__init__()
        self._before = rung
        language = current_language()
        self.name = Field(N_("Name of the rung"), text=rung.name(language))
        self.example = Field(N_("Such as"), text=rung.examples.get(language, ""))
        self.domain = ChoiceField(N_("Domain of life"), list(DOMAIN_WORDS.items()), rung.domain)
        self.weight = NumberField(N_("Weight"), rung.weight, least=1)
        self.suggested = CheckBox(N_("Suggest asks on this rung"), checked=not rung.hidden)
        px = current_theme().px
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_12))
        line.addWidget(self.name, 2)
        line.addWidget(self.domain, 1)
        line.addWidget(self.weight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(tokens.SPACE_8))
        layout.addLayout(line)
        layout.addWidget(self.example)
        layout.addWidget(self.suggested)

    def rung(self) -> Rung:
        """The rung as the fields say it; an emptied name or example is the shipped one again."""
        language = current_language()
        return replace(
            self._before,
            names={**self._before.names, language: self.name.text()},
            examples={**self._before.examples, language: self.example.text()},
            domain=self.domain.value,
            weight=self.weight.value,
            hidden=not self.suggested.isChecked(),
        )

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was shown first."""
        return self.rung() != self._before
