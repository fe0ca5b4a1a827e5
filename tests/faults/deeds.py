"""Each writing system call of what is done with documents, children, the week and the plan."""

from collections.abc import Iterator

from tests.faults import calls, further, memory, steps
from tests.faults.outcome import Outcome
from tests.faults.task import Task

FAULT = "the same for documents, children, the week, judgements, findings and the plan"


def run(task: Task) -> Iterator[Outcome]:
    """Every call of every step of the second round; the short form takes one."""
    with memory.folder(task.scratch) as place, steps.instead(further.ROUND):
        yield calls.every_call(task, place, FAULT)
