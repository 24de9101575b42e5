"""What was returned for a favour, by weight. METHOD 3: by default one more than the favour weighed."""

from .favour import Favour, Step
from .loop import Loop
from .settings import Settings


def weight_of_return(step: Step, favour: Favour, settings: Settings) -> int:
    """The weight of one `returned` step."""
    return favour.weight + settings.return_more_extra if step.weight is None else step.weight


def returned_weight(loop: Loop, settings: Settings) -> int:
    """The weights of all returns of a favour together."""
    return sum(weight_of_return(step, loop.favour, settings) for step in loop.returns)
