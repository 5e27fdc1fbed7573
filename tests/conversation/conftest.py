"""Conversations along the real route."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.content import Library
from tests.walks_as_data import SAFE


@pytest.fixture
def talk(library: Library, today: date) -> Callable[..., Conversation]:
    """The conversation after these answers, each one choice or several with ``+``, "" unknown."""

    def talked(*said: str, facts: Mapping[str, str] = MappingProxyType({})) -> Conversation:
        found = Conversation.start(library, "ziekteverzuim", today, {**SAFE, **facts})
        for each in said:
            found = found.answered(tuple(each.split("+")) if each else ())
        return found

    return talked
