"""What stands above and below a letter on paper: who sends it, to whom, when, about what."""

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.letter import PARENTS, Letter

FIELDS = (
    "organisatie", "adres_organisatie", "leerling", "leerling_voornaam", "ouders_naam",
    "adres_ouders", "plaats", "kenmerk", "afzender", "functie",
)  # fmt: skip
"""The fields that paper may use."""

_OFFICE = "{{ organisatie }}\\\n{{ adres_organisatie }}\n\n"
_HOME = "{{ ouders_naam }}\\\n{{ adres_ouders }}\n\n"
_PARENTS = (
    "{% if ouders_naam %}{{ ouders_naam }}{% else %}de ouders of verzorgers van {{ leerling }}"
    "{% endif %}{% if vanaf_12 %}, en {{ leerling_voornaam }}{% endif %}"
)
_DAY = "{{ plaats }}, {{ vandaag }}\n\n"
_REFERENCE = "{% if kenmerk %}\n**Kenmerk:** {{ kenmerk }}\\\n{% endif %}\n"
_ROOM = "\\\n\\\n\\\n\\\n"
_BY_OFFICE = f"\n\nMet vriendelijke groet,{_ROOM}{{{{ afzender }}}}\\\n{{{{ functie }}}}"
_BY_HOME = f"\n\nMet vriendelijke groet,{_ROOM}{{{{ ouders_naam }}}}"


class Envelope(Struct, frozen=True):
    """What a letter says of itself on paper.

    ``to`` is who gets it, "" for the parents; ``address`` is the field with the address, "" where
    ``to`` has all there is of it; ``about`` is the subject. ``signed`` says that it ends as usual.
    """

    about: str
    to: str = ""
    address: str = ""
    signed: bool = True


def on_paper(letter: Letter, envelope: Envelope, known: frozenset[str]) -> Letter:
    """``letter`` with what stands around it; ``known`` are the fields that exist."""
    home = letter.sender == PARENTS
    address = envelope.address if envelope.to else "adres_ouders"
    lines = f"Aan {envelope.to or _PARENTS}" + (f"\\\n{{{{ {address} }}}}" if address else "")
    reference = "" if home else _REFERENCE
    sent_by = _HOME if home else _OFFICE
    head = f"{lines}\n\n{_DAY}{reference}**Onderwerp:** {envelope.about}\n\n"
    foot = (_BY_HOME if home else _BY_OFFICE) if envelope.signed else ""
    around = "".join((sent_by, head, foot))
    used = [name for name in (*FIELDS, address) if name in known and f" {name} " in around]
    return replace(
        letter,
        address=address,
        sent_by=sent_by,
        head=head,
        foot=foot,
        fields=tuple(dict.fromkeys((*letter.fields, *used))),
    )
