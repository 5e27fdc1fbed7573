"""``python -m routeboek_tui`` is the command ``routeboek``."""

import sys

from routeboek_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
