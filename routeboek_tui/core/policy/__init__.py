"""The arithmetic of the field: thresholds and ages, by the figures of the guide.

A policy turns numbers and dates a user typed into the choice of a step or the
value of a fact, and shows its arithmetic. One module a subject; ``FIGURES`` of
each names what it reckons with, and its words are those of :mod:`..sayings`.
"""
