"""The pure heart: the flow model, the walk through it, and what follows from a walk.

Knows no screen, no file and no clock. Everything is an immutable value, and
everything a face shows is derived from a :class:`~routeboek_tui.core.flow.Flow`
and the :class:`~routeboek_tui.core.answers.Answers` given so far.
"""
