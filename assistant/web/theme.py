"""Colours and fonts: those of the machine, nothing is fetched."""

from __future__ import annotations

import gradio as gr

FONTS = ("system-ui", "-apple-system", "'Segoe UI'", "Roboto", "'Helvetica Neue'", "Arial", "sans-serif")
FIXED_WIDTH_FONTS = ("ui-monospace", "Menlo", "Consolas", "monospace")


def theme() -> gr.themes.Base:
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=list(FONTS),
        font_mono=list(FIXED_WIDTH_FONTS),
        radius_size=gr.themes.sizes.radius_md,
    ).set(
        body_background_fill="#f4f6f9",
        body_background_fill_dark="#12171e",
    )
