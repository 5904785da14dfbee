"""How the page's events run, and what the browser sent along with one."""

from __future__ import annotations

from typing import Any, TypedDict

import gradio as gr


class Running(TypedDict):
    show_progress: str
    api_visibility: str
    queue: bool


# The page shows progress in its own words, and its handlers are no interface for other programs.
AT_ONCE: Any = Running(show_progress="hidden", api_visibility="private", queue=False)
IN_TURN: Any = Running(show_progress="hidden", api_visibility="private", queue=True)


def sent(event: gr.EventData, name: str) -> str:
    """A value that a component's script sent along, empty when there is none; it is input and never to be trusted."""
    data = event._data if isinstance(event._data, dict) else {}
    return str(data.get(name, ""))
