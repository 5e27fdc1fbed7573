"""Figures of the field: thresholds and ages, each with its source.

A policy turns numbers and dates a user typed into the choice of a step or the
value of a fact, and shows its arithmetic. One module a subject.
"""
