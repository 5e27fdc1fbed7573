"""The shape of a line that says "weet ik nog niet"."""

import re

UNKNOWN = re.compile(
    r"(?:(?:ik|dat|we|wij) )*wee?t(?:en)?(?: (?:ik|we|wij|het|dat))*(?: (?:nog|echt|even))* niet"
    r"|(?:nog )?(?:niet bekend|onbekend|niet duidelijk|onduidelijk)"
    r"|(?:dat is )?(?:nog )?(?:niet bekend|onbekend)"
    r"|(?:ik heb )?(?:nog )?geen idee|geen flauw idee|weet niet zeker"
)
"""A whole line that says "weet ik nog niet", in plain words."""
