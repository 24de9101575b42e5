"""The rules of METHOD 4: each a small pure function from a situation and an ask to a verdict."""

from .verdict import Advice, Ask, Verdict, VerdictFact

__all__ = ["Advice", "Ask", "Verdict", "VerdictFact"]
