"""Whom typed words mean."""

import pytest

from jtai_desktop.services.one_inspection import Overview
from jtai_desktop.ui.kit.choosing import NOBODY, Choice, best, choices, matching


def _role(everyone: tuple[Choice, ...], key: str) -> str:
    return next((each.role for each in everyone if each.id == key), "")


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("quality lead", "Quality lead"),
        ("ql", "Quality lead"),
        ("police", "Police lead, public protection"),
        ("fa", "Force analyst"),
        ("yot", "YOT manager"),
        ("group nurse", "Designated nurse"),
        ("NURSE", "Designated nurse"),
        ("nobody", "Nobody"),
        ("zebra", ""),
        ("<b>", ""),
        ("=cmd", ""),
    ],
)
def test_enter_takes_whom_one_means(view: Overview, typed: str, role: str) -> None:
    everyone = choices(view.agencies, view.contacts, nobody=True)
    assert _role(everyone, best(matching(everyone, typed), typed)) == role


def test_without_typing_the_person_named_now_is_taken(view: Overview) -> None:
    everyone = choices(view.agencies, view.contacts, nobody=True)
    assert best(everyone, " ", everyone[3].id) == everyone[3].id
    assert best(everyone, "", "") == ""


def test_nobody_is_offered_only_where_somebody_is_named(view: Overview) -> None:
    assert choices(view.agencies, view.contacts, nobody=True)[0].id == NOBODY
    assert len(choices(view.agencies, view.contacts, nobody=False)) == len(view.contacts)
