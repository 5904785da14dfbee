"""Components of our own: HTML with a script of this package beside it."""

from __future__ import annotations

from importlib.resources import files

import gradio as gr


def scripted(name: str, script: str, value: str = "") -> gr.HTML:
    """A component whose element has ``name`` as its id; ``script`` is a file of this package, which runs once."""
    code = files("assistant.web").joinpath(script).read_text(encoding="utf-8")
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=code)
