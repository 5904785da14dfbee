"""What can be set, and where a setting comes from: the command line, else the environment, else its default.

Standard library only, so that the command line answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.errors import SettingsError
from assistant.texts import LANGUAGES, Texts, texts_in

DEFAULT_LANGUAGE = "nl"
DEFAULT_EMBEDDER = "hashed"
LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 7860  # where people who know Gradio look first


@dataclass(frozen=True, slots=True)
class Settings:
    """``chroma`` is the address of a Chroma server, empty for the one inside ``data``; ``port`` 0 is any free port.

    ``evaluation`` is whether the page lets people measure the answers."""

    data: Path
    embedder: str = DEFAULT_EMBEDDER
    chroma: str = ""
    host: str = LOOPBACK
    port: int = DEFAULT_PORT
    language: str = DEFAULT_LANGUAGE
    evaluation: bool = False

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)


def language_from(environment: Mapping[str, str]) -> str:
    """The language that people are spoken to in; raises ``SettingsError`` for one that has no catalogue."""
    value = environment.get("WIEWATWANNEER_LANGUAGE") or DEFAULT_LANGUAGE
    if value not in LANGUAGES:
        sentence = texts_in(DEFAULT_LANGUAGE).command.bad_language
        raise SettingsError(sentence.format(value=value, known=", ".join(LANGUAGES)))
    return value


def settings_from(options: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """``options`` are those that were given on the command line, under the names of the fields."""
    language = language_from(environment)
    texts = texts_in(language)

    def chosen(name: str, default: str) -> str:
        given = options.get(name)
        return str(given) if given is not None else environment.get(f"WIEWATWANNEER_{name.upper()}") or default

    return Settings(
        data=Path(chosen("data", str(platform_data_folder(environment)))).expanduser().absolute(),
        embedder=_embedder(chosen("embedder", DEFAULT_EMBEDDER), texts),
        chroma=_chroma(chosen("chroma", ""), texts),
        host=str(options.get("host") or LOOPBACK),
        port=_port(options.get("port"), texts),
        language=language,
        evaluation=bool(options.get("evaluation")) or _evaluation(environment, texts),
    )


def platform_data_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this platform keeps a person's data: the XDG base directory specification, and its peers elsewhere."""
    home = Path(environment.get("HOME") or "~").expanduser()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "wiewatwanneer"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "wiewatwanneer"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "wiewatwanneer"


def _embedder(value: str, texts: Texts) -> str:
    if not value.strip():
        raise SettingsError(texts.command.bad_embedder)
    return value.strip()


def _chroma(value: str, texts: Texts) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise SettingsError(texts.command.bad_chroma.format(value=value))
    return value


def _evaluation(environment: Mapping[str, str], texts: Texts) -> bool:
    value = environment.get("WIEWATWANNEER_EVALUATION") or "0"
    if value not in ("0", "1"):
        raise SettingsError(texts.command.bad_evaluation.format(value=value))
    return value == "1"


def _port(value: object, texts: Texts) -> int:
    if value is None:
        return DEFAULT_PORT
    if not isinstance(value, int) or not 0 <= value <= 65535:
        raise SettingsError(texts.command.bad_port.format(value=value))
    return value
