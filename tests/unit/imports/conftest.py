"""Commands check the whole board; most tests of this room begin with the same one."""

import pytest


@pytest.fixture(autouse=True)
def _one_check_of_a_board(same_board_checked_once: None) -> None:
    pass
