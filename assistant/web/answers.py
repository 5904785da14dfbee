"""Questions and answers as HTML for the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.answers import Answer, Citation, Status
from assistant.domain.feedback import Verdict
from assistant.presentation import counted, searched_line, short_page, unread_lines
from assistant.texts import Texts
from assistant.web.markup import escaped, fold, listed, tag
from assistant.web.prose import prose_html

MARKER = re.compile(r"\s*\[(\d+)\]")
MARKED_SENTENCE = re.compile(r".*?(?:\s*\[\d+\])+[^\w\n]*", re.DOTALL)


def question_html(question: str) -> str:
    return tag("div", escaped(question), "question")


def notice_html(sentence: str) -> str:
    """A sentence of the program's own, such as why a question cannot be answered."""
    return tag("div", tag("p", escaped(sentence)), "notice")


def thinking_html(texts: Texts) -> str:
    return tag("div", escaped(texts.page.thinking), "thinking")


def stages(answer: Answer) -> Iterator[str]:
    """The answer's text, ever longer, a sentence with its citations at a time; the last is the whole."""
    end = 0
    for sentence in MARKED_SENTENCE.finditer(answer.text):
        end = sentence.end()
        if end < len(answer.text.rstrip()):
            yield answer.text[:end]
    yield answer.text


def answer_html(answer: Answer, turn: int, texts: Texts) -> str:
    """The whole answer, its sources, what was searched and how to judge it; ``turn`` is its place in the conversation,
    from 0."""
    parts = [
        _status(answer, texts),
        _text(answer.text, answer, turn, texts),
        _sources(answer, turn, texts),
        _notes(answer, texts),
    ]
    whole = tag("div", "".join(parts), f"answer {answer.status.value}", lang=answer.language)
    return whole + _verdicts(turn, texts)


def partial_answer_html(text: str, answer: Answer, turn: int, texts: Texts) -> str:
    """The first part of an answer, while it is being shown."""
    return tag("div", _text(text, answer, turn, texts), "answer", lang=answer.language)


def _text(text: str, answer: Answer, turn: int, texts: Texts) -> str:
    """The text with a button for every number of a citation."""
    cited = {each.number: each for each in answer.citations}

    def button(marker: re.Match[str]) -> str:
        citation = cited.get(int(marker[1]))
        space = "&nbsp;" if marker[0][0].isspace() else ""
        return space + citation_button(citation, turn, texts) if citation else marker[0]

    return prose_html(text, lambda html: MARKER.sub(button, html))


def citation_button(citation: Citation, turn: int, texts: Texts) -> str:
    """A button whose value names the citation; the page listens for the name ``citation``."""
    title = texts.page.open_source.format(title=citation.title, page=short_page(citation, texts.source))
    return tag(
        "button",
        str(citation.number),
        "citation",
        type="button",
        name="citation",
        value=f"{turn}.{citation.number}",
        title=title,
    )


def _status(answer: Answer, texts: Texts) -> str:
    words = {Status.PARTIAL: texts.page.partial, Status.ABSTAINED: texts.page.abstained}.get(answer.status)
    return tag("span", escaped(words), f"badge {answer.status.value}") if words else ""


def _sources(answer: Answer, turn: int, texts: Texts) -> str:
    if not answer.citations:
        return ""
    pages: dict[tuple[str, int], list[Citation]] = {}
    for citation in answer.citations:
        pages.setdefault((citation.document, citation.page), []).append(citation)
    items = [_source(each, turn, texts) for each in pages.values()]
    return tag("div", tag("p", escaped(texts.source.sources), "title") + listed(items), "sources")


def _source(citations: Sequence[Citation], turn: int, texts: Texts) -> str:
    """One page with all of its citations."""
    buttons = "".join(citation_button(each, turn, texts) for each in citations)
    place = escaped(f"{citations[0].title}, {short_page(citations[0], texts.source)}")
    digest = tag("span", escaped(texts.source.digest), "badge digest") if citations[0].digest else ""
    return f"{buttons} {place} {digest}".rstrip()


def _notes(answer: Answer, texts: Texts) -> str:
    words, searched = texts.source, answer.searched
    folds = [fold(searched_line(searched, words), listed([escaped(each) for each in searched.documents]))]
    if searched.unreadable:
        summary = counted(len(searched.unreadable), words.unreadable_one, words.unreadable)
        folds.append(fold(summary, listed([escaped(line) for line in unread_lines(searched.unreadable, words)])))
    if answer.rejected:
        statements = [escaped(each.text) + tag("span", escaped(each.reason), "reason") for each in answer.rejected]
        folds.append(fold(counted(len(statements), words.rejected_one, words.rejected), listed(statements)))
    return tag("div", "".join(folds), "notes")


def _verdicts(turn: int, texts: Texts) -> str:
    """Buttons to judge an answer with; the page listens for the name ``verdict``."""
    words = texts.feedback
    buttons = [
        tag("button", escaped(said), f"verdict {value}", type="button", name="verdict", value=f"{turn}.{value}")
        for value, said in ((each.value, words.verdicts[each.value]) for each in Verdict)
    ]
    return tag("div", tag("span", escaped(words.ask)) + "".join(buttons), "verdicts")
