"""The English texts of the page."""

from __future__ import annotations

from evals.report.words import MetricWords, Words

ENGLISH = Words(
    language="en",
    title="Evaluation of answers and citations",
    passed="Meets every requirement",
    failed="Does not meet every requirement",
    subtitle="{questions} questions of the set ‘{suite}’, of which {answerable} have an answer in the documents. "
    "Answers: {engine}. Documents ({kind}): {corpus}.",
    engines={"extractive": "literal sentences of the documents", "model": "a language model"},
    kinds={"digests": "our own summaries", "originals": "original texts", "mixed": "texts and summaries"},
    headlines={
        "answers.correct": "answered entirely right",
        "citations.page_f1": "citations on the right page (F1)",
        "citations.resolvable": "citations that agree with their page",
        "abstention.recall": "rightly silent where there is no answer",
    },
    interval="between {low} and {high}",
    few_clusters="The margins say where the value lies, with 95 % certainty, for other questions about such documents. "
    "There are few documents: take the margins broadly.",
    gates="Requirements",
    gates_intro="What a version must meet. One requirement that is not met rejects the whole version.",
    gate_names={
        "failures": "Questions on which the program failed",
        "unsteady": "Questions with another answer each time",
        "floor of": "At least:",
        "ceiling of": "At most:",
        "no loss of": "No worse than the version before:",
    },
    gate="Requirement",
    found="Found",
    primary="Primary measures",
    primary_intro="The dot is the measured value, the line its 95 % margin. An open circle is the version before. "
    "Versions are compared on these; the ‘smallest detectable difference’ is what would still show.",
    metrics="All measures",
    metrics_intro="For those who want to know exactly. ★ is a primary measure.",
    groups={
        "retrieval": "Search: is the right page found?",
        "citations": "Citations: does the answer point to the right page?",
        "quotations": "Quotations: do the quoted words stand on the page?",
        "support": "Support: does what is said stand in the quoted words?",
        "answers": "Answers: are they right and complete?",
        "abstention": "Silence: is nothing said where there is nothing to say?",
    },
    metric="Measure",
    value="Value",
    likely="95 % margin",
    detectable="Smallest detectable difference",
    questions="Questions",
    before="Before",
    slices="By kind of question",
    slices_intro="Where it goes well and where not. With few questions the margin is wide.",
    slice_names={
        "type": "Kind",
        "language": "Language",
        "split": "Part",
        "document": "Document",
        "slice": "Trait",
        "unanswerable": "No answer because",
    },
    slice_values={
        "owner": "who does it",
        "term": "when",
        "step": "step of the agenda",
        "reason": "why",
        "followup": "follow-up",
        "multi": "several documents",
        "unanswerable": "no answer",
        "nl": "Dutch",
        "en": "English",
        "dev": "to improve on",
        "test": "to test on",
        "outside": "another subject",
        "wrong_year": "wrong year",
        "wrong_party": "wrong party",
        "false_premise": "false premise",
        "no_such_step": "step does not exist",
        "near_miss": "just not in the documents",
        "attribute": "detail is missing",
        "misspelt": "with typing errors",
        "telegram": "telegram style",
        "literal": "words of the document",
        "paraphrased": "in other words",
    },
    slice="Group",
    risk="Risk against coverage",
    risk_intro="If the program answered only the questions that it is surest of, what share of those would not be "
    "entirely right? A line that falls to the left means that the program knows when it is unsure.",
    coverage_axis="share of the questions that is answered",
    risk_axis="share not entirely right",
    all_answers="as it is: {risk} not entirely right at {coverage} answered",
    comparison="Compared with the last approved version",
    comparison_intro="Over the {shared} questions that both versions were asked. A ‘chance’ below 5 % counts as a real "
    "difference; it is corrected for the number of measures (Holm).",
    after="Now",
    gain="Difference",
    chance="Chance",
    trials="Does the answer rest on its evidence?",
    trials_intro="In a copy of the documents the evidence was changed, and the question asked again. Only questions "
    "that are answered right beforehand take part.",
    edit="What was changed, and what the answer must then do",
    tried="Trials",
    edits={
        "owner": "Another owner: the answer follows",
        "number": "Another number: the answer follows",
        "term": "Another term: the answer follows",
        "deletion": "The evidence is gone: the program is silent",
        "older": "An older document contradicts it: the answer stays",
        "distractor": "A document with the words of the question is added: the answer stays",
        "changed": "Evidence changed or gone: the answer is at least another",
    },
    worst="The worst cases",
    worst_intro="The worst {shown} of {total} questions that were not answered entirely right.",
    no_worst="All questions were answered right.",
    expected="What it should have said",
    replied="What the program answered",
    needed="evidence",
    or_="or",
    verdict="Verdict",
    missing_facts="not stated: {names}",
    missing_evidence="cites {cited} of {needed} needed places",
    broken_citations="a citation does not agree with its page",
    imprecise="an answer where there is none",
    unanswerable="The documents give no answer; silence would have been right.",
    nothing_cited="No citation.",
    earlier="Asked before",
    error="The program failed",
    page="p.",
    right_page="right page",
    wrong_page="other page",
    more_citations="and {count} more citations",
    footer="Computed without a language model as judge: the same questions and the same version give the same numbers. "
    "Each measure is explained in docs/evaluation.md.",
    by_name={
        "retrieval.page_recall@1": MetricWords("Page right at the top", "Share of the needed pages at rank 1."),
        "retrieval.page_recall@5": MetricWords(
            "Page among the first five", "Share of the needed pages among the first five."
        ),
        "retrieval.page_recall@10": MetricWords(
            "Page among the first ten", "Share of the needed pages among the first ten."
        ),
        "retrieval.page_ndcg@10": MetricWords(
            "Order of pages (nDCG)", "1 when the needed pages stand at the very top."
        ),
        "retrieval.page_mrr": MetricWords("Rank of the first right page", "1 over the rank of the first needed page."),
        "retrieval.document_recall@1": MetricWords(
            "Document right at the top", "Share of the needed documents at rank 1."
        ),
        "retrieval.document_ndcg@10": MetricWords(
            "Order of documents (nDCG)", "1 when the needed documents stand at the very top."
        ),
        "retrieval.document_mrr": MetricWords(
            "Rank of the first right document", "1 over the rank of the first needed document."
        ),
        "retrieval.all_evidence@5": MetricWords(
            "All evidence in the first five", "Share of the questions with all evidence in the first five pages."
        ),
        "retrieval.all_evidence@10": MetricWords(
            "All evidence in the first ten", "Share of the questions with all evidence in the first ten pages."
        ),
        "citations.resolvable": MetricWords(
            "Citation holds", "Share of the citations whose page exists and holds the words."
        ),
        "citations.coverage": MetricWords(
            "Sentences with a citation", "Share of the shown sentences that carry a citation."
        ),
        "citations.page_precision": MetricWords(
            "Precision by page", "Share of the citations that are of a right page."
        ),
        "citations.page_recall": MetricWords("Recall by page", "Share of the needed evidence that is cited."),
        "citations.page_f1": MetricWords("Citations by page (F1)", "Precision and recall in one number."),
        "citations.near_page_f1": MetricWords(
            "F1 with one page of slack", "Much higher than F1 by page? Then pages are miscounted."
        ),
        "citations.words_f1": MetricWords(
            "F1 on the words themselves", "Only citations that quote the telling words count."
        ),
        "citations.document_precision": MetricWords(
            "Precision by document", "Share of the citations in a right document."
        ),
        "citations.document_recall": MetricWords(
            "Recall by document", "Share of the needed evidence whose document is cited."
        ),
        "citations.document_f1": MetricWords(
            "Citations by document (F1)", "Precision and recall by document in one number."
        ),
        "citations.surplus": MetricWords("Pages too many", "Pages that are cited beyond what is needed."),
        "citations.uncited_words": MetricWords(
            "Words without a citation", "Words that the program itself adds, such as counts."
        ),
        "citations.length": MetricWords("Length of the answer", "Words; more is neither better nor worse."),
        "quotations.found": MetricWords("Quotation is on the page", "Letters and digits agree."),
        "quotations.normalised": MetricWords(
            "Quotation is there almost literally", "Spaces and punctuation agree too, but for how they are written."
        ),
        "quotations.exact": MetricWords("Quotation is there literally", "Equal character by character."),
        "support.numbers": MetricWords("Numbers supported", "Share of the numbers that stand in the quoted words."),
        "support.dates": MetricWords("Dates supported", "Share of the dates that stand in the quoted words."),
        "support.amounts": MetricWords("Amounts supported", "Share of the amounts that stand in the quoted words."),
        "support.names": MetricWords("Names supported", "Share of the names that stand in the quoted words."),
        "support.polarity": MetricWords(
            "Same denial", "Share of the sentences that deny as often as the quoted words."
        ),
        "support.unsupported_numbers": MetricWords("Numbers without support", "Per answer; must be 0."),
        "answers.correct": MetricWords(
            "Entirely right", "Every fact is there and all evidence is cited; or rightly silent."
        ),
        "answers.net": MetricWords(
            "Right minus wrong", "1 for right, 0 for needless silence, -1 for wrong or incomplete."
        ),
        "answers.facts": MetricWords("Expected facts stated", "Share of the expected facts that stand in the answer."),
        "answers.proven_facts": MetricWords("Facts proven", "Share of the facts that are quoted from a right page."),
        "answers.owners_f1": MetricWords("Right owners (F1)", "Does the answer name all parties, and no others?"),
        "answers.exact_term": MetricWords(
            "Term literally", "Share of the answers that give the term as it is written."
        ),
        "answers.term_overlap": MetricWords("Overlap of terms", "Share of the years that agree."),
        "abstention.recall": MetricWords(
            "Rightly silent", "Share of the questions without an answer on which the program was silent."
        ),
        "abstention.precision": MetricWords(
            "Silence was right", "Share of the silences where there really is no answer."
        ),
        "abstention.over_refusal": MetricWords(
            "Needlessly silent", "Share of the questions with an answer that was refused; lower is better."
        ),
    },
)
