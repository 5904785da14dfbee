"""A register of two small agendas, of which the second is a later version of the first, and the parties they name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from assistant.domain.agenda import (
    CELL_JOINT,
    Action,
    ActionMention,
    Agenda,
    AgendaInfo,
    Correction,
    Note,
    Owner,
    Quotation,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
    Role,
    Status,
    Step,
)
from assistant.domain.periods import Period, Precision
from assistant.domain.stakeholders import Name, Stakeholder

FIRST = AgendaInfo("kst-30012-157", "Onderwijsagenda LLO", "2023", digest=True)
SECOND = AgendaInfo("actieplan-2025", "Actieplan bij- en omscholing", "2025-06")

STAKEHOLDERS = (
    Stakeholder("duo", (Name("DUO"),), "agency", ("Dienst Uitvoering Onderwijs",)),
    Stakeholder("mbo-raad", (Name("MBO Raad"),), "sectorvereniging", groups=("sectorverenigingen",)),
    Stakeholder("ocw", (Name("OCW"),), "ministerie", ("ministerie van OCW",)),
    Stakeholder("sbb", (Name("SBB"),), "samenwerkingsorganisatie"),
    Stakeholder("sectorverenigingen", (Name("sectorverenigingen"),), "groep"),
    Stakeholder("sociale-partners", (Name("sociale partners"),), "groep"),
    Stakeholder("unl", (Name("UNL", since=2021), Name("VSNU", until=2021)), "sectorvereniging"),
)
_IDS = {each.name: each.id for each in STAKEHOLDERS}
_MEMBERS = {"sectorverenigingen": ("mbo-raad", "unl")}
_NOTE = Note("sectorverenigingen", "2", Quotation(FIRST.document, 2, "2 MBO Raad en UNL."))

CONTINUOUS = Period("Continu", None, None, Precision.CONTINUOUS)
OPEN = Period("na de kabinetsformatie", None, None, Precision.OPEN)


def years(first: int, last: int, text: str = "") -> Period:
    precision = Precision.YEAR if first == last else Precision.SPAN
    said = text or (str(first) if first == last else f"{first}/{last}")
    return Period(said, date(first, 1, 1), date(last, 12, 31), precision)


def owner(name: str, role: Role = Role.OWNER) -> Owner:
    return Owner(name, role, _NOTE if name == _NOTE.word else None)


def resolved(owners: Sequence[Owner]) -> tuple[ResolvedOwner, ...]:
    """The party of each name; only the footnote says who the sectorverenigingen are."""
    return tuple(
        ResolvedOwner(
            each, _IDS.get(each.name, ""), _MEMBERS.get(each.name, ()), each.note.quotation if each.note else None
        )
        for each in owners
    )


def action(id: str, what: str, owners: Sequence[Owner], when: Period, page: int = 2) -> Action:  # noqa: A002
    cells = (what, ", ".join(each.name for each in owners), when.text)
    return Action(id, what, tuple(owners), when, Quotation(id.partition(":")[0], page, CELL_JOINT.join(cells)), ())


def registered(
    info: AgendaInfo,
    step: Step,
    read: Action,
    statuses: Sequence[RecordedStatus] = (),
    corrections: Sequence[Correction] = (),
    now: Action | None = None,
) -> RegisteredAction:
    shown = now or read
    return RegisteredAction(info, step, shown, read, resolved(shown.owners), (), tuple(corrections), tuple(statuses))


def agenda(info: AgendaInfo, steps: Sequence[Step], *actions: RegisteredAction) -> RegisteredAgenda:
    return RegisteredAgenda(info, Agenda(info.document, "1", info.title, tuple(steps)), actions)


def _step(info: AgendaInfo, number: int, title: str, *actions: Action) -> Step:
    return Step(number, title, actions, Quotation(info.document, 2, f"{number} {title}"))


_group = Role.WORKING_GROUP
PILOTS = action("kst-30012-157:1.1", "Pilots met een skillspaspoort", [owner("OCW")], years(2023, 2025))
REGISTER = action("kst-30012-157:1.2", "Register van erkende scholing", [owner("DUO"), owner("OCW")], CONTINUOUS)
CERTIFICATES = action(
    "kst-30012-157:4.1", "Verkenning doorontwikkeling van certificaten", [owner("OCW"), owner("SBB")], years(2023, 2024)
)
MICROCREDENTIALS = action(
    "kst-30012-157:4.2",
    "Verkenning rol en gebruik microcredentials",
    [owner(name, _group) for name in ("OCW", "DUO", "onderwijsveld", "SBB", "sociale partners")],
    years(2023, 2024),
)
ADVICE = action("kst-30012-157:4.3", "Advies over bekostiging", [owner("sectorverenigingen")], OPEN, page=3)
STEP_1 = _step(FIRST, 1, "Inzicht in vaardigheden", PILOTS, REGISTER)
STEP_4 = _step(FIRST, 4, "Bevorderen gebruik microcredentials en certificaten", CERTIFICATES, MICROCREDENTIALS, ADVICE)

LATER_PILOTS = action("actieplan-2025:1.1", "Pilots met een skillspaspoort", [owner("OCW")], years(2025, 2027))
LATER_REGISTER = action("actieplan-2025:1.2", "Register van erkende scholing", [owner("SBB")], CONTINUOUS)
SCHOLARSHIPS = action("actieplan-2025:2.1", "Beurzen voor zij-instromers", [owner("Gemeente Zuid")], years(2026, 2026))
LATER_STEP_1 = _step(SECOND, 1, "Inzicht in vaardigheden", LATER_PILOTS, LATER_REGISTER)
LATER_STEP_2 = _step(SECOND, 2, "Overstappen naar een tekortberoep", SCHOLARSHIPS)

RECORDED = RecordedStatus(
    CERTIFICATES.id,
    Status.PARTLY_DONE,
    Quotation("werkverslag", 1, "De verkenning van certificaten is half gereed."),
    "M. de Wit",
    datetime.fromisoformat("2025-09-01T10:00"),  # UTC, as the library keeps it
    "tweede deel volgt",
)
CORRECTED = Correction(
    PILOTS.id,
    "when",
    "2023/2026",
    "M. de Wit",
    datetime.fromisoformat("2025-09-02T09:30"),
    "verlengd",
)
LONGER_PILOTS = action(PILOTS.id, PILOTS.what, PILOTS.owners, years(2023, 2026))

AGENDAS = (
    agenda(
        SECOND,
        (LATER_STEP_1, LATER_STEP_2),
        registered(SECOND, LATER_STEP_1, LATER_PILOTS),
        registered(SECOND, LATER_STEP_1, LATER_REGISTER),
        registered(SECOND, LATER_STEP_2, SCHOLARSHIPS),
    ),
    agenda(
        FIRST,
        (STEP_1, STEP_4),
        registered(FIRST, STEP_1, PILOTS, corrections=[CORRECTED], now=LONGER_PILOTS),
        registered(FIRST, STEP_1, REGISTER),
        registered(FIRST, STEP_4, CERTIFICATES, [RECORDED]),
        registered(FIRST, STEP_4, MICROCREDENTIALS),
        registered(FIRST, STEP_4, ADVICE),
    ),
)
MENTIONS = {
    MICROCREDENTIALS.id: (
        ActionMention(
            MICROCREDENTIALS.id,
            Quotation("actieplan-2025", 4, "De verkenning van microcredentials is afgerond."),
            "2025-06",
            ("microcredentials", "verkenning"),
        ),
        ActionMention(
            MICROCREDENTIALS.id,
            Quotation("werkverslag", 1, "De werkgroep microcredentials kwam drie keer bijeen."),
            "2024-02-01",
            ("microcredentials", "werkgroep"),
        ),
    )
}
