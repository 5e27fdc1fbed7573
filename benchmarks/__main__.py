"""``python -m benchmarks``: every figure, each beside its floor."""

import os

from benchmarks import controle, ears, engine, hearing, letters, practice, scale, search

engine.main()
letters.main()
search.main()
hearing.main()
ears.main()
scale.main()
controle.main()
practice.main()
if os.name == "posix":
    from benchmarks import commands, keys, start

    commands.main()
    start.main()
    keys.main()
else:
    print("De figuren van het scherm zijn alleen op Linux en macOS te meten.")
