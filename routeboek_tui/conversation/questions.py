"""Whether a typed line asks something, or says what is the matter: one reader for every place."""

from routeboek_tui.library.language import Language
from routeboek_tui.text.characters import plain


def is_question(text: str, language: Language) -> bool:
    """Whether ``text`` reads as a question, by its mark or by its first word."""
    return text.rstrip().endswith("?") or begins_as_question(text, language)


def begins_as_question(text: str, language: Language) -> bool:
    """Whether ``text`` begins as a sentence that asks, and does not say what is the matter."""
    return plain(text).partition(" ")[0] in language.question_words
