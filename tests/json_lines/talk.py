"""A talk in lines of JSON, as a program holds it."""

import json
from typing import Any

from routeboek_tui.json_lines import talking
from routeboek_tui.library.content import Library
from tests.walks_as_data import SAFE, TODAY

BEGIN = {"date": TODAY.isoformat()}
SICK = {"route": "ziekteverzuim", "facts": {**SAFE, "sector": "po", "gemeente": "den_haag"}}


class Talk:
    """A program that talks with the guide and holds the state."""

    def __init__(self, library: Library, **begin: Any) -> None:
        self.library = library
        self.reply: dict[str, Any] = {}
        self.state: Any = None
        self.replied(self.send(**BEGIN, **begin))

    def send(self, **request: Any) -> dict[str, Any]:
        line = json.dumps(request, ensure_ascii=False).encode()
        found = talking.answered(self.library, line)
        replied: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
        return replied

    def replied(self, reply: dict[str, Any]) -> dict[str, Any]:
        assert "error" not in reply, reply
        self.reply, self.state = reply, reply["state"]
        return reply

    def ask(self, **request: Any) -> dict[str, Any]:
        return self.replied(self.send(state=self.state, **request))

    def refused(self, **request: Any) -> dict[str, Any]:
        reply = self.send(**request)
        assert set(reply) == {"version", "error", "at"}, reply
        return reply

    @property
    def words(self) -> str:
        return " ".join(part.get("text", part.get("words", "")) for part in self.reply["said"])

    @property
    def options(self) -> dict[str, str]:
        return {option["choice"]: option["key"] for option in self.reply["asked"]["options"]}
