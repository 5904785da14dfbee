"""A run as JUnit XML, which build servers show: a case for each gate and each question."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from evals.gates import Verdict
from evals.scoring import Scored
from evals.summary import Run


def as_junit(run: Run, gates: Sequence[Verdict]) -> str:
    """A question that is answered wrongly is a skipped case with its reason: gates decide, not single questions."""
    root = ET.Element("testsuites", name=f"evals {run.suite}")
    suite = _suite(root, "gates", len(gates), sum(not each.passed for each in gates))
    for gate in gates:
        case = ET.SubElement(suite, "testcase", classname="gates", name=gate.gate)
        if not gate.passed:
            ET.SubElement(case, "failure", message=gate.said)
    suite = _suite(root, "questions", len(run.results), errors=len(run.failed))
    for result in run.results:
        _question(suite, result)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(root: ET.Element, name: str, tests: int, failures: int = 0, errors: int = 0) -> ET.Element:
    return ET.SubElement(root, "testsuite", name=name, tests=str(tests), failures=str(failures), errors=str(errors))


def _question(suite: ET.Element, result: Scored) -> None:
    case = ET.SubElement(suite, "testcase", classname=f"questions.{result.question.type}", name=result.question.id)
    if result.reply.failed:
        ET.SubElement(case, "error", message=_printable(result.reply.error))
    elif result.value("answers.correct") != 1.0:
        said = result.measurements["answers.correct"].explanation
        ET.SubElement(case, "skipped", message=_printable(f"not right: {said}"))


def _printable(text: str) -> str:
    """XML holds no control characters."""
    return "".join(each if each.isprintable() else " " for each in text)
