"""Judging answers, in English."""

from __future__ import annotations

from assistant.texts.evaluation import EvaluationTexts, FeedbackTexts

FEEDBACK = FeedbackTexts(
    ask="Was this a good answer?",
    verdicts={"good": "Good", "bad": "Not good"},
    kept={"good": "Kept as a good answer.", "bad": "Kept as an answer that is not good."},
    remark="Remark",
    remark_hint="What is right, or what is missing? Not required.",
    privacy="The question, the answer with its sources and your remark are kept; not who you are.",
    send="Send",
    thanks="Thank you, your remark is kept.",
    close="Close the remark",
    failed="The verdict could not be kept; try again later.",
    withdraw="Take back",
    withdrawn="Taken back: your verdict and your remark are not kept any more.",
    withdraw_failed="The verdict could not be taken back; try again later.",
)

EVALUATION = EvaluationTexts(
    tab="Evaluation",
    title="How good are the answers?",
    intro="Asks a set of questions about the documents as they are in the library now, and measures answers and "
    "citations. Everybody can go on asking questions meanwhile.",
    questions="Questions",
    project_questions="The questions of the project",
    start="Measure now",
    stop="Stop",
    starting="The measurement begins …",
    busy="{done} of {total} questions",
    progress="Progress of the measurement",
    outcomes={
        "passed": "Measured: meets every requirement.",
        "below": "Measured: does not meet every requirement. The report says which.",
        "wrong": "It could not be measured: {said}",
        "stopped": "Stopped. The same measurement goes on later where it was.",
    },
    own_questions="Your own questions: put a file such as {example} in {folder}. It is in this list then.",
    feedback_none="Users have not judged any answers yet.",
    feedback_one="Users have judged 1 answer.",
    feedback="Users have judged {count} answers.",
    feedback_export="This makes questions of them that you can complete: {command}",
    report="Report",
    made_at="Measured on {moment}",
    no_report="Nothing was measured here with these questions yet.",
    save_report="Save as a file",
    open_report="Open on its own",
    gone="This report is not there; measure again in the Evaluation tab.",
)
