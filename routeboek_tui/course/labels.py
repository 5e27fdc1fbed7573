"""A line that is nothing but the sector or the place of the school: "vo", "Rijswijk"."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.telling.label import names
from routeboek_tui.conversation.view import Question
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.text.characters import plain, plain_name


def label_of(talk: Conversation, typed: str) -> tuple[str, str]:
    """The fact and the value that all of ``typed`` is a name of; nothing where it is none."""
    said = plain(typed)
    for fact in (SECTOR, PLACE, REGION):
        text = talk.library.facts.get(fact)
        value = names(text).get(said, "") if text else ""
        if value and not typed.rstrip().endswith("?"):
            return fact, value
    return "", ""


def offered(typed: str, asked: Question) -> bool:
    """Whether an answer on the screen is called just so."""
    said = plain(typed)
    return any(
        said in map(plain_name, (option.label, *option.synonyms)) for option in asked.options
    )
