"""Rules of the whole board: what holds for every file, its old addresses, pages in other
languages."""

from safeguarding.board.rules import redirects, times, versions, whole

__all__ = ["redirects", "times", "versions", "whole"]
