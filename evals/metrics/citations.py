"""Whether an answer cites, whether its citations lead somewhere, and whether that is where the evidence stands.

Precision and recall of citations follow ALCE (Gao et al. 2023), with gold pages and words in the place of a model as
judge: precision is the share of the citations that are right, recall the share of the required pieces of evidence that
are cited, and F1 their harmonic mean. An answer to a question that can be answered scores 0 when it has no citation.
"""

from __future__ import annotations

from collections.abc import Callable

from evals.metrics.case import Case, Measurement, not_measured, share
from evals.metrics.quotations import Tier, tier_of
from evals.metrics.wording import letters, without_marks, words
from evals.questions import GoldPlace
from evals.replies import Cited

Fits = Callable[[Cited, GoldPlace], bool]


def same_document(cited: Cited, gold: GoldPlace) -> bool:
    return cited.document == gold.document


def same_page(cited: Cited, gold: GoldPlace) -> bool:
    return cited.place == gold.place


def near_page(cited: Cited, gold: GoldPlace) -> bool:
    """The page or one beside it: a diagnosis of pages that are miscounted."""
    return same_document(cited, gold) and abs(cited.page - gold.page) <= 1


def same_words(cited: Cited, gold: GoldPlace) -> bool:
    """The page, with a quotation that holds words by which the evidence is known."""
    return same_page(cited, gold) and any(letters(each) in letters(cited.quote) for each in gold.anchors)


def precision(case: Case, fits: Fits) -> Measurement:
    """The share of the citations that fit any place of the gold evidence."""
    if not case.question.gold:
        return not_measured("no gold evidence")
    cited = case.reply.citations
    if not cited:
        return Measurement(0.0, "no citations")
    places = [gold for requirement in case.question.gold for gold in requirement]
    return share(sum(any(fits(each, gold) for gold in places) for each in cited), len(cited), "citations are right")


def recall(case: Case, fits: Fits) -> Measurement:
    """The share of the requirements of which any place is cited."""
    needed = case.question.gold
    found = sum(any(fits(each, gold) for each in case.reply.citations for gold in one) for one in needed)
    return share(found, len(needed), "pieces of evidence are cited")


def f1(case: Case, fits: Fits) -> Measurement:
    """The harmonic mean of precision and recall, 0 when either is."""
    right, complete = precision(case, fits), recall(case, fits)
    if right.value is None or complete.value is None:
        return not_measured("no gold evidence")
    both = right.value + complete.value
    return Measurement(
        2 * right.value * complete.value / both if both else 0.0, f"{right.explanation}; {complete.explanation}"
    )


def resolvable(case: Case) -> Measurement:
    """The share of the citations whose page exists and holds their quotation in any of the three tiers."""
    if case.reply.abstained and not case.reply.citations:
        return not_measured("it abstained")
    if not case.reply.citations:
        return Measurement(0.0, "no citations")
    found = [tier_of(each.quote, case.pages.get(each.place)) is not Tier.NOWHERE for each in case.reply.citations]
    return share(sum(found), len(found), "citations lead to their words")


def coverage(case: Case) -> Measurement:
    """The share of the sentences that carry a citation which the answer has."""
    if case.reply.abstained and not case.reply.sentences:
        return not_measured("it abstained")
    sentences = case.reply.sentences
    if not sentences:
        return Measurement(0.0, "an answer without a sentence that could be cited")
    return share(sum(bool(case.reply.cited_by(each)) for each in sentences), len(sentences), "sentences are cited")


def surplus(case: Case) -> Measurement:
    """How many pages are cited beyond the number that the evidence needs: a reader has to look at them all."""
    if not case.question.gold:
        return not_measured("no gold evidence")
    cited, needed = len({each.place for each in case.reply.citations}), len(case.question.gold)
    return Measurement(float(max(0, cited - needed)), f"{cited} pages cited, {needed} pieces of evidence needed")


def length(case: Case) -> Measurement:
    """Words in the sentences of an answer."""
    if case.reply.abstained:
        return not_measured("it abstained")
    counted = sum(len(words(each.text)) for each in case.reply.sentences)
    return Measurement(float(counted), f"{counted} words in {len(case.reply.sentences)} sentences")


def uncited_words(case: Case) -> Measurement:
    """Words that are shown outside the sentences with a citation, such as counts that the program adds."""
    if case.reply.abstained:
        return not_measured("it abstained")
    left = without_marks(case.reply.text)
    for sentence in case.reply.sentences:
        if case.reply.cited_by(sentence):
            left = left.replace(without_marks(sentence.text), " ", 1)
    bare = words(left)
    return Measurement(float(len(bare)), f"{len(bare)} words outside cited sentences")
