"""The page over HTTP: what it is allowed to load, how large an upload may be, how it starts and stops."""

from __future__ import annotations

import socket
import sys
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from threading import Event
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.application import Application
from assistant.settings import Settings
from assistant.suite_program import Evaluator
from assistant.web.agenda_downloads import corrections_template, download
from assistant.web.agenda_results import DOWNLOAD_PATH
from assistant.web.corrections import TEMPLATE_PATH
from assistant.web.evaluation import REPORT_PATH, report_page
from assistant.web.page import build_page
from assistant.web.positions_downloads import download_comparison
from assistant.web.positions_results import DOWNLOAD_PATH as COMPARISON_PATH
from assistant.web.theme import theme

LOOPBACKS = ("127.0.0.1", "::1", "localhost")
FAREWELL = 3  # seconds that requests under way get when the server is told to stop
LARGEST_UPLOAD = "200mb"
STYLES = (
    "style.css",
    "agenda.css",
    "action.css",
    "parties.css",
    "positions.css",
    "evaluation.css",
)  # a later one may change what an earlier one says

# The browser itself refuses whatever is not from this server. Gradio compiles its templates, hence 'unsafe-eval'.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"  # a report stands in a frame
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

NO_DESCRIPTION: dict[str, Any] = {"docs_url": None, "redoc_url": None, "openapi_url": None}  # of the server's inside


class Guarded:
    """Gives every answer the headers that keep the browser at this server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, guarded)


class Server(uvicorn.Server):
    """A server that says where it is as soon as it answers, unless it was told to stop while it was being built."""

    def __init__(self, config: uvicorn.Config, greeting: str, told_to_stop: Event) -> None:
        super().__init__(config)
        self._greeting = greeting
        self._told_to_stop = told_to_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._told_to_stop.is_set():
            self.should_exit = True
        else:
            print(self._greeting, flush=True)


def run(
    application: Application,
    settings: Settings,
    listener: socket.socket,
    told_to_stop: Event,
    evaluator: Evaluator | None = None,
) -> None:
    """Serves on the socket until a signal stops it; from here on the server handles signals itself."""
    config = uvicorn.Config(
        asgi_app(application, settings.language, evaluator),
        log_level="warning",
        timeout_graceful_shutdown=FAREWELL,
    )
    words, host = settings.texts.command, settings.host
    if host not in LOOPBACKS:
        print(words.open_to_network.format(host=host), file=sys.stderr)
    greeting = words.address.format(address=_address(host, listener))
    Server(config, greeting, told_to_stop).run(sockets=[listener])


def asgi_app(application: Application, language: str, evaluator: Evaluator | None = None) -> ASGIApp:
    page = build_page(application, language, evaluator)
    outer = FastAPI(**NO_DESCRIPTION)

    def export(request: Request) -> Response:
        return download(application, request)

    def export_comparison(request: Request) -> Response:
        return download_comparison(application, request)

    outer.add_api_route(f"/{DOWNLOAD_PATH}", export, response_model=None)
    outer.add_api_route(f"/{COMPARISON_PATH}", export_comparison, response_model=None)
    outer.add_api_route(f"/{TEMPLATE_PATH}", corrections_template, response_model=None)
    if evaluator:
        outer.add_api_route(f"/{REPORT_PATH}", partial(report_page, evaluator), response_model=None)
    with as_file(files("assistant.web")) as folder:
        gr.mount_gradio_app(
            outer,
            page,
            path="/",
            theme=theme(),
            app_kwargs=dict(NO_DESCRIPTION),
            head=_style(folder),
            js=(folder / "page.js").read_text(encoding="utf-8"),
            favicon_path=str(folder / "icon.svg"),
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            mcp_server=False,
            ssr_mode=False,
            show_error=False,
            max_file_size=LARGEST_UPLOAD,
        )
    return Guarded(outer)


def _style(folder: Path) -> str:
    """Our style sheets as they are: given as ``css``, Gradio rewrites selectors and breaks those with commas inside."""
    return "".join(f"<style>{(folder / name).read_text(encoding='utf-8')}</style>" for name in STYLES)


def _address(host: str, listener: socket.socket) -> str:
    """Where to point a browser: the port is the socket's own, since 0 asked for any."""
    port = listener.getsockname()[1]
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
