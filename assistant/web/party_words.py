"""What the tabs call parties."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.stakeholders import Stakeholder


class CallsParties:
    """For what has ``parties``, by id."""

    __slots__ = ()
    parties: Mapping[str, Stakeholder]

    def party(self, id: str) -> str:  # noqa: A002  (its own name)
        """Its full name; an id that nobody knows any more is shown itself."""
        known = self.parties.get(id)
        return known.name if known else id

    def short(self, id: str) -> str:  # noqa: A002
        """What an officer calls it: its abbreviation, where it has one."""
        known = self.parties.get(id)
        return short_name(known) if known else id


def short_name(party: Stakeholder) -> str:
    """The first other present name that is an abbreviation: one word with capitals, less than half as long."""
    forms = (*(each.text for each in party.names[1:] if each.until is None), *party.aliases)
    found = (each for each in forms if " " not in each and sum(map(str.isupper, each)) > 1)
    return next((each for each in found if len(each) < len(party.name) / 2), party.name)
