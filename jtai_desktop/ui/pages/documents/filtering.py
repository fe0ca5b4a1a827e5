"""Which lines fit: the scope, the quick filters, agency and status, and the words typed."""

from collections.abc import Callable, Iterable

from jtai_desktop.domain.documents.lateness import Late
from jtai_desktop.domain.documents.lines import Who
from jtai_desktop.domain.documents.track import Ours
from jtai_desktop.ui.pages.documents.lines import Line
from jtai_desktop.ui.pages.documents.wanted import BY_ME, OUTSTANDING, TO_SEND, Quick, Scope, Wanted

Test = Callable[[Line], bool]


def fitting(lines: list[Line], wanted: Wanted, me: Who) -> list[Line]:
    """The lines that pass every filter."""
    for test in _tests(me, wanted):
        lines = [line for line in lines if test(line)]
    for word in words_of(wanted.typed):
        lines = [line for line in lines if word in line.hay]
    return lines


def words_of(typed: str) -> list[str]:
    """The words that must all fit; a letter alone goes with the word before it: “Child C”."""
    found: list[str] = []
    for word in typed.casefold().split():
        if found and len(word) == 1:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def in_scope(lines: Iterable[Line], scope: Scope) -> list[Line]:
    """The area’s, the children’s, or all."""
    if scope is Scope.ALL:
        return list(lines)
    children = scope is Scope.CHILDREN
    return [line for line in lines if (line.item.child is not None) is children]


def quick_counts(lines: list[Line]) -> dict[Quick, int]:
    """How many items each quick filter would show."""
    return {
        quick: len({line.item.id for line in lines if test(line)}) for quick, test in _QUICK.items()
    }


def _tests(me: Who, wanted: Wanted) -> list[Test]:
    tests: list[Test] = []
    if wanted.quick is not Quick.ALL:
        tests.append(_QUICK[wanted.quick])
    if wanted.agency:
        tests.append(lambda line: line.agency == wanted.agency)
    if wanted.state:
        tests.append(_state_test(me, wanted.state))
    return tests


def _state_test(me: Who, state: str) -> Test:
    if state == TO_SEND:
        return lambda line: line.open
    if state == OUTSTANDING:
        return lambda line: line.with_agency
    if state == BY_ME:
        return lambda line: _for_me(line, me)
    return lambda line: state in (line.ours.value, line.theirs.value)


def _for_me(line: Line, me: Who) -> bool:
    """Whether this person could be the second reader: another one added the newest version."""
    document = line.document
    newest = document.version_of(document.newest) if document and line.to_check else None
    return newest is not None and me.is_another_than(newest.by)


_QUICK: dict[Quick, Test] = {
    Quick.ALL: lambda _line: True,
    Quick.LATE: lambda line: line.late is not Late.NO,
    Quick.WARNING: lambda line: bool(line.doubts),
    Quick.TO_CHECK: lambda line: line.ours is Ours.TO_CHECK,
    Quick.READY: lambda line: line.ours is Ours.READY,
}
