"""What the real guide knows, for tests that reckon outside a fixture."""

from pathlib import Path

from routeboek_tui.library.load import read

KNOWLEDGE = read(Path(__file__).resolve().parent.parent)[0].knowledge
