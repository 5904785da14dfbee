"""Where a setting comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.errors import SettingsError
from assistant.settings import platform_data_folder, settings_from


def test_the_defaults_need_nothing() -> None:
    settings = settings_from({}, {"HOME": "/home/kim"})
    assert settings.data == Path("/home/kim/.local/share/wiewatwanneer").absolute()
    assert (settings.embedder, settings.chroma) == ("hashed", "")
    assert (settings.host, settings.port, settings.language) == ("127.0.0.1", 7860, "nl")


def test_the_command_line_goes_before_the_environment() -> None:
    environment = {"WIEWATWANNEER_DATA": "/env", "WIEWATWANNEER_EMBEDDER": "none", "WIEWATWANNEER_CHROMA": "http://a"}
    assert settings_from({}, environment).embedder == "none"
    assert settings_from({}, environment).chroma == "http://a"
    assert settings_from({"data": "/given"}, environment).data == Path("/given").absolute()


def test_a_relative_folder_is_taken_from_here() -> None:
    assert settings_from({"data": "gegevens"}, {}).data == Path.cwd() / "gegevens"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/wiewatwanneer"),
        ("linux", {"HOME": "/h"}, "/h/.local/share/wiewatwanneer"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/wiewatwanneer"),
        ("win32", {"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/wiewatwanneer"),
    ],
)
def test_each_platform_has_its_own_place_for_data(platform: str, environment: dict[str, str], folder: str) -> None:
    assert platform_data_folder(environment, platform) == Path(folder)


@pytest.mark.parametrize("options", [{"port": -1}, {"port": 65536}, {"chroma": "ftp://a"}, {"embedder": ""}])
def test_a_value_that_cannot_be_used_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(SettingsError):
        settings_from(options, {})


@pytest.mark.parametrize(
    ("options", "environment", "on"),
    [
        ({}, {}, False),
        ({"evaluation": False}, {"WIEWATWANNEER_EVALUATION": "0"}, False),
        ({"evaluation": False}, {"WIEWATWANNEER_EVALUATION": "1"}, True),
        ({"evaluation": True}, {}, True),
    ],
)
def test_measuring_on_the_page_is_switched_on_by_whoever_starts_it(
    options: dict[str, object], environment: dict[str, str], on: bool
) -> None:
    assert settings_from(options, environment).evaluation is on


def test_a_switch_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(SettingsError, match="geef 1"):
        settings_from({}, {"WIEWATWANNEER_EVALUATION": "misschien"})
