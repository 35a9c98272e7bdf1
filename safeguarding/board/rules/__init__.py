"""Rules of the whole board: what holds for every file, and its old addresses."""

from safeguarding.board.rules import redirects, whole

__all__ = ["redirects", "whole"]
