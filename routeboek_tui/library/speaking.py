"""The words with which people say who they are, and ask what somebody has to do."""

from typing import TypeAlias

from msgspec import Struct

Named: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Ways of saying something, by its name."""


class Speaking(Struct, frozen=True):
    """Words by which who reads is known; all in lower case, without accents.

    ``names`` are what each role is called; in ``speaks``, of somebody about himself, and in
    ``asks``, a whole question what somebody has to do, an ``N`` stands for one. ``opens`` are
    beginnings of a line in which a role presents itself, before more words, and ``speaks_of`` what
    only such a one says. Beside one of ``quotes`` it is somebody else who speaks.
    """

    names: Named = ()
    speaks: tuple[str, ...] = ()
    opens: Named = ()
    speaks_of: Named = ()
    quotes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
