"""Every text that people read on the command line and the web page: one catalogue per language.

Words in braces are filled in with ``str.format``; both catalogues have the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from assistant.texts.agenda_tab import AgendaTabTexts
from assistant.texts.evaluation import EvaluationTexts, FeedbackTexts
from assistant.texts.parties_tab import PartiesTabTexts
from assistant.texts.positions import PositionTexts
from assistant.texts.positions_tab import PositionsTabTexts
from assistant.texts.register import RegisterTexts

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """What is said of a source, in the terminal and on the page alike; ``page_problems`` are by Dutch template."""

    page: str
    page_with_label: str
    short_page: str
    digest: str
    original: str
    sources: str
    searched_one: str
    searched: str
    unreadable_one: str
    unreadable: str
    rejected_one: str
    rejected: str
    unreadable_page: str
    page_problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DocumentTexts:
    """Columns of the list of documents, and what became of a file."""

    id: str
    title: str
    kind: str
    publishers: str
    date: str
    pages: str
    origin: str
    unread_pages: str
    outcomes: Mapping[str, str]
    kinds: Mapping[str, str]
    report: str
    report_one_page: str
    report_pages: str
    failed: str


@dataclass(frozen=True, slots=True)
class AnswerTexts:
    """The frame of an answer; ``abstentions`` and ``flaws`` are by value, ``columns`` by meaning.

    ``register`` is what stands around rows of agendas.
    """

    lead: str
    columns: Mapping[str, str]
    abstentions: Mapping[str, str]
    register: Mapping[str, str]
    known_steps: str
    step_range: str
    searched_one: str
    searched: str
    unreadable: str
    flaws: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CommandTexts:
    """The command line. ``parser_messages`` turns argparse's English into this language: pattern, replacement."""

    description: str
    usage: str
    commands_title: str
    arguments_title: str
    options_title: str
    help: str
    commands: Mapping[str, str]
    data: str
    chroma: str
    embedder: str
    json: str
    batch: str
    targets: str
    rebuild: str
    document: str
    question: str
    hits: str
    host: str
    port: str
    evaluation: str
    parser_messages: tuple[tuple[str, str], ...]
    not_a_count: str
    question_or_batch: str
    batch_failed: str
    line_not_json: str
    line_without_question: str
    line_bad_history: str
    no_documents: str
    no_hits: str
    status: str
    store: str
    store_differs: str
    repaired: str
    address: str
    open_to_network: str
    interrupted: str
    unexpected: str


@dataclass(frozen=True, slots=True)
class PageTexts:
    """The web page."""

    name: str
    tagline: str
    language: str
    ask_tab: str
    documents_tab: str
    conversation: str
    welcome_title: str
    welcome: str
    examples_title: str
    examples: tuple[str, ...]
    question: str
    question_placeholder: str
    send: str
    new_conversation: str
    thinking: str
    empty_question: str
    long_question: str
    empty_library: str
    unexpected: str
    partial: str
    abstained: str
    source: str
    source_hint: str
    open_source: str
    quote_not_marked: str
    page_without_text: str
    source_gone: str
    previous_page: str
    next_page: str
    close: str
    digest_explained: str
    upload: str
    upload_hint: str
    uploading: str
    upload_failed: str
    listed: str
    no_documents: str
    remove: str
    remove_named: str
    confirm_removal: str
    confirm: str
    cancel: str
    removed: str


@dataclass(frozen=True, slots=True)
class AgendaTexts:
    """What is said of an agenda in the terminal, on the page and in exports; mappings are by value."""

    what: str
    who: str
    when: str
    standing: str
    source: str
    agenda: str
    step: str
    numbered_step: str
    party: str
    year: str
    date: str
    standings: Mapping[str, str]
    statuses: Mapping[str, str]
    roles: Mapping[str, str]
    columns: Mapping[str, str]
    changes: Mapping[str, str]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """``errors`` has what can go wrong by its Dutch template; see ``assistant.domain.phrases``."""

    language: str
    source: SourceTexts
    document: DocumentTexts
    answer: AnswerTexts
    command: CommandTexts
    page: PageTexts
    agenda: AgendaTexts
    agenda_tab: AgendaTabTexts
    register: RegisterTexts
    positions: PositionTexts
    errors: Mapping[str, str]
    parties_tab: PartiesTabTexts
    positions_tab: PositionsTabTexts
    feedback: FeedbackTexts
    evaluation: EvaluationTexts


def texts_in(language: str) -> Texts:
    """The catalogue of one of ``LANGUAGES``."""
    catalogue: Texts = import_module(f"assistant.texts.{language}").TEXTS
    return catalogue


def texts_for(language: str) -> Texts:
    """The catalogue of a language, or the Dutch one where there is none: that is what the documents are in."""
    return texts_in(language if language in LANGUAGES else LANGUAGES[0])
