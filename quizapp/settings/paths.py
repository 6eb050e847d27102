"""Where everything is kept; these functions name places and create nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "QUIZAPP_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """`store` is the progress file; `decks` the learner's own deck folder; `device` names this computer."""

    config_file: Path
    data_dir: Path
    store: Path
    decks: Path
    backups: Path
    device_file: Path
    logs: Path


def find_paths(environment: Mapping[str, str]) -> Paths:
    """The places of this system, or all of them inside the folder that QUIZAPP_HOME names."""
    home = environment.get(HOME_VARIABLE, "")
    if home:
        base = Path(home).expanduser().absolute()
        return _inside(config=base, data=base, logs=base / "logs")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("quizapp", appauthor=False)
    return _inside(config=dirs.user_config_path, data=dirs.user_data_path, logs=dirs.user_log_path)


def _inside(*, config: Path, data: Path, logs: Path) -> Paths:
    return Paths(
        config_file=config / "settings.toml",
        data_dir=data,
        store=data / "quizapp.db",
        decks=data / "decks",
        backups=data / "backups",
        device_file=data / "device",
        logs=logs,
    )
