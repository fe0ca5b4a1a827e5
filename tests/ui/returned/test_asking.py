"""Where a form goes: the kind that is chosen decides, and nothing is written over unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from jtai_desktop.ui.returned.asking import BOOK, FORMS_BACK, WORD, ask_where, ask_which


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("a.xlsx", BOOK, "a.xlsx"),
        ("a.docx", WORD, "a.docx"),
        ("a.xlsx", WORD, "a.docx"),
        ("a", WORD, "a.docx"),
        ("a", BOOK, "a.xlsx"),
        ("a.docx", BOOK, "a.docx"),
        ("a.DOCX", "", "a.DOCX"),
        ("v1.2", "", "v1.2.xlsx"),
        ("there.xlsx", WORD, "there (2).docx"),
        ("there.docx", WORD, "there.docx"),
    ],
)
def test_the_kind_that_is_chosen_gives_the_ending(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    typed: str,
    kind: str,
    written: str,
) -> None:
    (tmp_path / "there.docx").touch()
    over, offered = QWidget(), []
    qtbot.addWidget(over)

    def choose(_over: QWidget, _title: str, usual: str, kinds: str) -> tuple[str, str]:
        offered.append((usual, kinds))
        return str(tmp_path / typed), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert ask_where(over, "Form", "audit-return-1") == tmp_path / written
    assert offered == [("audit-return-1.xlsx", f"{BOOK};;{WORD}")]


def test_who_leaves_the_question_gets_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert ask_where(over, "Form", "a") is None
    assert ask_which(over, "Form") is None
    assert "*.docx" in FORMS_BACK
