"""A server that answers for every publisher."""

from collections.abc import Iterator

import pytest

from tests.unit.publishers.server import Publisher, answering


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with answering() as server:
        yield server
