"""``python -m benchmarks``: every figure, each beside its floor."""

import os

from benchmarks import engine

engine.main()
if os.name == "posix":
    from benchmarks import keys, start

    start.main()
    keys.main()
else:
    print("De figuren van het scherm zijn alleen op Linux en macOS te meten.")
