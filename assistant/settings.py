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
        raise SettingsError(
            "De taal '{value}' is onbekend; kies voor WIEWATWANNEER_LANGUAGE uit: {known}.",
            value=value,
            known=", ".join(LANGUAGES),
        )
    return value


def settings_from(options: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """``options`` are those that were given on the command line, under the names of the fields."""

    def chosen(name: str, default: str) -> str:
        given = options.get(name)
        return str(given) if given is not None else environment.get(f"WIEWATWANNEER_{name.upper()}") or default

    return Settings(
        data=Path(chosen("data", str(platform_data_folder(environment)))).expanduser().absolute(),
        embedder=_embedder(chosen("embedder", DEFAULT_EMBEDDER)),
        chroma=_chroma(chosen("chroma", "")),
        host=str(options.get("host") or LOOPBACK),
        port=_port(options.get("port")),
        language=language_from(environment),
        evaluation=bool(options.get("evaluation")) or _evaluation(environment),
    )


def platform_data_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this platform keeps a person's data: the XDG base directory specification, and its peers elsewhere."""
    home = Path(environment.get("HOME") or "~").expanduser()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "wiewatwanneer"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "wiewatwanneer"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "wiewatwanneer"


def _embedder(value: str) -> str:
    if not value.strip():
        raise SettingsError("De instelling embedder is leeg; geef none, hashed of een aanbieder zoals ollama:bge-m3.")
    return value.strip()


def _chroma(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise SettingsError(
            "'{value}' is geen adres van een Chroma-server; geef een adres dat met http:// of https:// begint.",
            value=value,
        )
    return value


def _evaluation(environment: Mapping[str, str]) -> bool:
    value = environment.get("WIEWATWANNEER_EVALUATION") or "0"
    if value not in ("0", "1"):
        raise SettingsError(
            "'{value}' zegt niet of WIEWATWANNEER_EVALUATION aan is; geef 1 (aan) of 0 (uit).", value=value
        )
    return value == "1"


def _port(value: object) -> int:
    if value is None:
        return DEFAULT_PORT
    if not isinstance(value, int) or not 0 <= value <= 65535:
        raise SettingsError("De poort moet een getal van 0 tot en met 65535 zijn, niet '{value}'.", value=value)
    return value
