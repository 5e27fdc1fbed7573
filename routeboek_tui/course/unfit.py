"""What came from outside and cannot be, in Dutch, with where it stands."""

from collections.abc import Collection

from routeboek_tui.text.spelling import suggestion

FEW = 25
"""Names that are all said where another one was given."""


NO_SUCH = "“{name}” bestaat hier niet.{near}{all}"


class Unfit(Exception):
    """Something from outside that cannot be: what, in Dutch, and ``where``, by its name."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(what)
        self.where = where


def known(name: str, names: Collection[str], where: str) -> str:
    """``name``, which must be one of ``names``.

    :raises Unfit: when it is not
    """
    if name not in names:
        near, few = suggestion(name, names), len(names) <= FEW
        every = f" Kies uit: {', '.join(names)}." if few and names else ""
        raise Unfit(where, NO_SUCH.format(name=name, near=near, all=every))
    return name
