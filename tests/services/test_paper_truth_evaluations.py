"""The evaluations on paper: each text once and in order, and who may read which."""

from collections.abc import Iterable, Iterator

import pytest

from jtai_desktop.domain.evaluations.evaluation import HEAD, OWN_PARTS, Part
from jtai_desktop.domain.evaluations.register import Entry
from jtai_desktop.reports.states import STAGE
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.services.paper_shelf import Wish
from tests.services.shelf import Shelf, in_order, squeezed

LABELS = tuple(f"Child {letter}" for letter in "ABCDEF")
NO_ANSWER = "Noanswer"


@pytest.fixture
def view(shelf: Shelf) -> Overview:
    return shelf.view


def _of(view: Overview, label: str) -> tuple[Entry, ...]:
    """The evaluations of a child, the joint one first."""
    found = view.evaluations()
    (child,) = (each for each in view.children if each.label == label)
    joint = found.joint_of(child.id)
    assert joint
    return joint, *found.own_of(child.id)


def _whose(view: Overview, entry: Entry) -> str:
    agency = entry.evaluation.agency
    return next((each.short for each in view.agencies if each.key == agency), "Joint")


def _wanted(view: Overview, entries: Iterable[Entry]) -> Iterator[str]:
    """What the paper says of the questions, in its order."""
    for question in view.evaluations().frame.questions:
        yield f"{question.number}{question.title}¶{question.paragraph}"
        silent = []
        for entry in entries:
            texts = [entry.evaluation.text(question.number, part) for part in OWN_PARTS]
            if any(texts):
                yield "".join([_whose(view, entry), *(text or "–" for text in texts)])
            else:
                silent.append(_whose(view, entry))
            if different := entry.evaluation.text(question.number, Part.DIFFERENCE):
                settled = entry.evaluation.text(question.number, Part.SETTLED)
                yield f"Seendifferently{different}Howsettled{settled or 'Notsettledyet'}"
        if silent:
            yield f"{NO_ANSWER}{','.join(silent)}"


def _answers(told: str) -> str:
    """From the first question on, without what stands between two pages."""
    return told[told.index("1Wasreferral") :]


@pytest.mark.parametrize("label", LABELS)
def test_every_answer_stands_there_once_and_in_order(
    shelf: Shelf, view: Overview, label: str
) -> None:
    told = squeezed(shelf.told("evaluations", Wish(child=label)))
    entries = _of(view, label)
    wanted = [squeezed(each) for each in _wanted(view, entries)]
    in_order(_answers(told), wanted)
    for each in wanted:
        alike = sum(other.startswith(each) for other in wanted if other.startswith(NO_ANSWER))
        assert told.count(each) == (alike or 1), each
    needs = entries[0].evaluation.text(HEAD, "individual-needs")
    assert squeezed(f"child’scircumstances{needs or '–'}Evaluationbythelocalarea") in told


@pytest.mark.parametrize("label", LABELS)
def test_each_stands_where_the_screen_says(shelf: Shelf, view: Overview, label: str) -> None:
    told = squeezed(shelf.told("evaluations", Wish(child=label)))
    rows = []
    for each in _of(view, label):
        stage = f"{_whose(view, each)}{STAGE[each.evaluation.stage].text}"
        late = "Latetous" if each.late_by else ""
        ours = None if each.is_finished else each.evaluation.internal
        to_us = f"to us by {ours.day.day} Nov, 12:00" if ours else ""
        rows.append(squeezed(f"{stage}{late}{to_us}{each.filled_of}"))
    in_order(told, rows)
    assert all(told.count(row) == 1 for row in rows)
    assert ("Latetous" in told) is (label == "Child C")
    assert told.count("Notsettled:9") == told.count("Notsettledyet") == (label == "Child C")


@pytest.mark.parametrize("label", LABELS)
def test_inspectors_read_what_is_agreed_or_returned_and_nothing_else(
    shelf: Shelf, view: Overview, label: str
) -> None:
    wish = Wish(child=label, variant=Variant.INSPECTORS)
    told = squeezed(shelf.told("evaluations", wish))
    entries = _of(view, label)
    finished = [each for each in entries if each.is_finished]
    if finished:
        in_order(_answers(told), [squeezed(each) for each in _wanted(view, finished)])
    for entry in entries:
        texts = [text for key, text in entry.evaluation.texts.items() if key.question != HEAD]
        # The example uses one text for several: those that a finished one has as well may stand.
        told_of = {text for each in finished for text in each.evaluation.texts.values()}
        kept_back = [] if entry.is_finished else [text for text in texts if text not in told_of]
        assert not [text for text in kept_back if squeezed(text) in told]
    for word in (
        "Late",
        "tousby",
        "Drafting",
        "Asked",
        "Since,by",
        "Lacking",
        "Inspectioncoordinator",
    ):
        assert word not in told
    assert ("Tofollow" in told) is (not entries[0].is_finished)


def test_an_agency_reads_its_own_alone(shelf: Shelf, view: Overview) -> None:
    told = squeezed(shelf.told("evaluations", Wish(child="Child A", agency="police")))
    entries = _of(view, "Child A")
    mine = [each for each in entries if each.evaluation.agency == "police"]
    in_order(_answers(told), [squeezed(each) for each in _wanted(view, mine)])
    others = [each for each in entries if each not in mine]
    texts = [text for each in others for text in each.evaluation.texts.values()]
    assert not [text for text in texts if squeezed(text) in told]


def test_the_pack_has_the_evaluations_of_every_child_that_its_reader_is_told_of(
    shelf: Shelf, view: Overview
) -> None:
    told = squeezed(shelf.told("pack"))
    at = [f"Readinesspack:evaluations,{squeezed(label)},page1of" for label in LABELS]
    in_order(told, at)
    theirs = squeezed(shelf.told("pack", Wish(variant=Variant.INSPECTORS)))
    for label, place in zip(LABELS, at, strict=True):
        assert (place in theirs) is any(each.is_finished for each in _of(view, label))
    assert at[-1] not in theirs
    of_yot = squeezed(shelf.told("pack", Wish(agency="yot")))
    assert [label[-1] for label, place in zip(LABELS, at, strict=True) if place in of_yot] == [
        "C",
        "F",
    ]
