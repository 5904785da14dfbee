"""Stakeholders (partijen): the organisations that agendas and positions name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the years in which it was in use, inclusive; None means always before, or until now."""

    text: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """``names`` has the present name first. ``aliases`` are other ways to write it, in any language.

    ``groups`` are the ids of the groups it belongs to, such as the social partners. ``traps`` are literal words that
    hold one of its names and mean something else. Where ``context`` has words, an abbreviation of two or three
    letters is only meant for it in a text that has one of them. ``tooi`` is its id in the government's register of
    organisations.
    """

    id: str
    names: tuple[Name, ...]
    kind: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    tooi: str = ""
    context: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class NamedAt:
    """A place in a document where a stakeholder is named, from ``start`` to ``end`` in the page's text."""

    stakeholder: str
    document: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stakeholder named in a text, from ``start`` to ``end`` (characters, half open)."""

    stakeholder: str
    start: int
    end: int
