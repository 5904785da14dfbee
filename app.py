"""Starts the web application, and nothing else: the same as ``wiewatwanneer serve`` with the settings as they are."""

from assistant.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["serve"]))
