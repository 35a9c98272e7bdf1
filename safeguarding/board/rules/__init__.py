"""Rules of the whole board: what holds for every file, and its old addresses."""

from safeguarding.board.rules import redirects, times, whole

__all__ = ["redirects", "times", "whole"]
