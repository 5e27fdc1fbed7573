"""How an outcome is called: as long as something is not known, another may still come."""

from routeboek_tui.conversation.advice_view import AdviceView


def provisional(view: AdviceView) -> bool:
    """Whether what is not known yet may still lead to another outcome."""
    return bool(view.outcome) and len(view.outcomes) > 1


def outcome_word(view: AdviceView) -> str:
    """The word before the name of the outcome."""
    return "Voorlopige uitkomst" if provisional(view) else "Uitkomst"
