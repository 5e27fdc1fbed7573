"""Where the guide's own files are, and where it may keep things for itself."""

from pathlib import Path

from platformdirs import user_cache_path, user_config_path

_PACKAGE = Path(__file__).resolve().parent.parent

FIGURES = "content/cijfers"
"""The folder of the figures, below the root of the guide."""


def content_root() -> Path:
    """The folder of ``flows/``, ``content/`` and ``letters/``: in the wheel, or the checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent


def cache_folder() -> Path:
    """Where the compiled form of the files may be kept."""
    return user_cache_path("routeboek", appauthor=False)


def settings_file() -> Path:
    """Where the last used sector, municipality and theme are kept; never anything of a pupil."""
    return user_config_path("routeboek", appauthor=False) / "voorkeuren.json"


def own_days_file() -> Path:
    """Where a school may list its own days without lessons; never anything of a pupil."""
    return user_config_path("routeboek", appauthor=False) / "vrije-dagen.txt"


def progress_folder() -> Path:
    """Where the progress of who practises is kept, by pseudonym; never anything of a pupil."""
    return user_config_path("routeboek", appauthor=False) / "oefenen"
