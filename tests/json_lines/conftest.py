"""A talk that has begun."""

import pytest

from tests.json_lines.talk import SICK, Talk
from tests.known import guide


@pytest.fixture
def sick() -> Talk:
    return Talk(guide(), **SICK)
