"""A small document of our own, and questions about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

AGENDA = """<!-- pagina 1 -->
# Agenda duurzaam varen

## Stap 1: Havens

| Wat | Wie | Wanneer |
|---|---|---|
| Verkenning walstroom in havens | Rijkswaterstaat, HavenRaad | 2024/2025 |
| Proef met waterstof | TNO | 2026 |

<!-- pagina 2 -->
De proef met waterstof kost 12 miljoen euro.
De minister wil minder uitstoot van schepen, omdat de lucht in havensteden schoner moet.
"""
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "owner-1",
        "question": "Wie doet de verkenning walstroom in havens?",
        "type": "owner",
        "gold": [[{"document": "agenda", "page": 1, "anchors": ["walstroom"]}]],
        "facts": [{"name": "Rijkswaterstaat", "patterns": ["Rijkswaterstaat"]}],
        "owners": [{"name": "Rijkswaterstaat"}, {"name": "HavenRaad"}],
    },
    {
        "id": "number-1",
        "question": "Hoeveel kost de proef met waterstof?",
        "type": "number",
        "gold": [[{"document": "agenda", "page": 2, "anchors": ["12 miljoen"]}]],
        "facts": [{"name": "12 miljoen", "patterns": ["12 miljoen"]}],
    },
    {
        "id": "none-1",
        "question": "Wat vindt de voetbalbond van kunstgras?",
        "type": "unanswerable",
        "gold": [],
        "facts": [],
        "unanswerable": "outside",
    },
]


def written(path: Path, entries: list[dict[str, Any]]) -> Path:
    usual = {"language": "nl", "split": "dev"}
    lines = (json.dumps(usual | {"family": each["id"]} | each) for each in entries)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
