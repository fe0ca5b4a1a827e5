"""What people paste into fields: kept or refused in one sentence, and the paper still prints."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from jtai_desktop.domain.history import HistoryLine
from jtai_desktop.domain.milestones import Agreed
from jtai_desktop.domain.moments import Moment
from jtai_desktop.domain.people import Contact
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import (
    council,
    histories,
    inspections,
    milestones,
    overview,
    papers,
    people,
    working_as,
)
from jtai_desktop.services.workspace import Workspace

TEXTS = {
    "long": "x" * 10_000,
    "right to left": "ليلى بنت أحمد 12",
    "turned": "abc\u202edef",
    "isolated": "\u2066a\u2067b",
    "controls": "a\x00b\x07\x1b[31mc\x7f\x85d",
    "lines": "a\nb\r\nc\rd\u2028e\u2029f\tg",
    "surrogate": "a\ud800b",
    "noncharacter": "a\uffff\ufdd0b\U0010ffff",
    "private": "a\ue000b",
    "markup": "<b>a</b><img src='/etc/passwd'/>&amp;",
    "formula": "=cmd|' /C calc'!A0",
    "emoji": "👩🏽‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿🫨",
    "stacked": "a" + "\u0301" * 100,
    "quotes": "\"'`;-- %s {0} {} \\ ’”",
    "grows": "\u0958" * 70,
    "Polish": "Łukasz Nguyễn",
    "blank": " \t\u00a0\u200b\u2060",
    "formats": "%n{title}{{",
}
DAY = Moment(date(2026, 11, 12))
Write = Callable[[Workspace, str, str], object]


def _first(workspace: Workspace, inspection: str) -> Contact:
    return overview.load(workspace, inspection).contacts[0]


def _in_contact(field: str) -> Write:
    return lambda ws, one, text: people.change_contact(
        ws,
        one,
        replace(_first(ws, one), **{field: text}),
    )


FIELDS: dict[str, Write] = {
    "area": inspections.rename,
    "role": _in_contact("role"),
    "initials": _in_contact("initials"),
    "phone": _in_contact("phone"),
    "email": _in_contact("email"),
    "away": _in_contact("away"),
    "note": lambda ws, one, text: milestones.mark_done(ws, one, "cqc-request", note=text),
    "reason": lambda ws, one, text: milestones.set_by_hand(ws, one, "case-documents", DAY, text),
    "agreed by": lambda ws, one, text: milestones.record_agreement(
        ws, one, "fieldwork", Agreed(DAY, text, ws.now)
    ),
    "agreement": lambda ws, one, text: milestones.record_agreement(
        ws, one, "fieldwork", Agreed(DAY, "Lead inspector", ws.now, text)
    ),
    "closure": lambda ws, one, text: council.add_closure(
        ws, council.closure_for(date(2026, 11, 5), text), one
    ),
    "council": lambda ws, one, text: council.change(
        ws, replace(council.load(ws), council=text), one
    ),
    "marking": lambda ws, one, text: council.change(
        ws, replace(council.load(ws), marking=text), one
    ),
    "agency": lambda ws, one, text: people.change_agency(
        ws, one, replace(overview.load(ws, one).agencies[0], name=text, short="S")
    ),
    "short name": lambda ws, one, text: people.change_agency(
        ws, one, replace(overview.load(ws, one).agencies[0], short=text)
    ),
    "behalf": lambda ws, one, text: (
        working_as.act_for(ws, text),
        milestones.mark_done(ws, one, "cqc-request"),
    ),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_each_field_keeps_or_refuses_what_is_pasted_and_the_paper_prints(
    workspace: Workspace, inspection: str, text: str
) -> None:
    for write in FIELDS.values():
        before = _newest(workspace, inspection).number
        try:
            write(workspace, inspection, text)
        except Refused as refused:
            _is_one_sentence(str(refused))
            assert _newest(workspace, inspection).number == before
        else:
            _is_clean(workspace, inspection)
    _prints(workspace, inspection)
    assert workspace.store.verify() == ()


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_can_be_filled_and_refuses_what_is_too_long(
    workspace: Workspace, inspection: str, field: str
) -> None:
    before = _newest(workspace, inspection).number
    FIELDS[field](workspace, inspection, "Kept")
    line = _newest(workspace, inspection)
    assert line.number == before + 1
    assert "Kept" in [line.on_behalf_of, *(_plain(change.after) for change in line.changes)]
    with pytest.raises(Refused, match="characters"):
        FIELDS[field](workspace, inspection, TEXTS["long"])
    assert _newest(workspace, inspection).number == before + 1


def _plain(value: object) -> str:
    return str(value).strip('"')


def _newest(workspace: Workspace, inspection: str) -> HistoryLine:
    return histories.newest(workspace, inspection, limit=1)[0]


def _is_one_sentence(text: str) -> None:
    assert text.isprintable()
    assert len(text) < 300
    assert text.endswith(".")


def _is_clean(workspace: Workspace, inspection: str) -> None:
    line = _newest(workspace, inspection)
    texts = [line.summary, line.on_behalf_of, *(str(change.after) for change in line.changes)]
    for text in texts:
        assert not {"\x00", "\x1b", "\n", "\u202e", "\u2066", "\ud800", "\uffff"} & set(text)
        assert len(text) < 400


def _prints(workspace: Workspace, inspection: str) -> None:
    for agency in ("", "council"):
        paper = papers.checklist(workspace, inspection, agency=agency)
        document = pypdfium2.PdfDocument(paper.content)
        assert len(document) == paper.pages


def test_a_sign_that_no_letter_can_print_is_named(workspace: Workspace, inspection: str) -> None:
    people.change_contact(
        workspace, inspection, replace(_quality_lead(workspace, inspection), role="Lead 🦑")
    )
    assert papers.checklist(workspace, inspection).missing == ("squid (U+1F991)",)


def _quality_lead(workspace: Workspace, inspection: str) -> Contact:
    contacts = overview.load(workspace, inspection).contacts
    return next(each for each in contacts if each.initials == "QL")


def test_markup_prints_as_it_was_typed(workspace: Workspace, inspection: str) -> None:
    lead = replace(_quality_lead(workspace, inspection), role="<b>=cmd & Łukasz</b>")
    people.change_contact(workspace, inspection, lead)
    paper = papers.checklist(workspace, inspection)
    pages = pypdfium2.PdfDocument(paper.content)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "<b>=cmd & Łukasz</b>" in " ".join(text.split())


def test_a_place_that_a_contact_card_turned_is_turned_back(
    workspace: Workspace, inspection: str
) -> None:
    lead = replace(_quality_lead(workspace, inspection), phone="\u202a01632 960 103\u202c")
    people.change_contact(workspace, inspection, lead)
    assert _quality_lead(workspace, inspection).phone == "01632 960 103"
