"""How the page's events run, and what the browser sent along with one."""

from __future__ import annotations

from typing import Any

import gradio as gr

# The page shows progress in its own words, and its handlers are no interface for other programs.
AT_ONCE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
QUEUED: dict[str, Any] = {**AT_ONCE, "queue": True}


def in_turn(place: str, *, once: bool = False) -> dict[str, Any]:
    """For the events of one place of the page that change what a session looks at there.

    Each begins where the one before it ended, and the last click is shown last. Events of other kinds may be answered
    out of order. What is sent ``once`` is dropped while the same is under way, as a second click on a form's button.
    """
    mode = "once" if once else "multiple"
    return {**QUEUED, "trigger_mode": mode, "concurrency_id": place, "concurrency_limit": 1}


def sent(event: gr.EventData, name: str) -> str:
    """A value that a component's script sent along, empty when there is none; it is input and never to be trusted."""
    data = event._data if isinstance(event._data, dict) else {}
    return str(data.get(name, ""))
