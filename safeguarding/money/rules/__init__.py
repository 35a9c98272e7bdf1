"""Rules of the budget: what its columns and lines have to be, and that its figures add up."""

from safeguarding.money.rules import figures, shape

__all__ = ["figures", "shape"]
