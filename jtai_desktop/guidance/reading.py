"""From the text of a pack to a Pack, or to every problem that stands in the way."""

import hashlib
import re
import tomllib
from functools import lru_cache

from jtai_desktop.domain.problems import Problem
from jtai_desktop.guidance.agencies import read_agencies, read_inspectorates
from jtai_desktop.guidance.child_lists import read_code_sets, read_lists
from jtai_desktop.guidance.choices import read_choices, read_plan_sections
from jtai_desktop.guidance.entry import Table
from jtai_desktop.guidance.evaluation import read_criteria, read_markers, read_questions
from jtai_desktop.guidance.extra_fields import read_answer_checks, read_extra_fields, read_scope
from jtai_desktop.guidance.head import FORMAT, later_format, read_head, read_words
from jtai_desktop.guidance.milestones import read_milestone_of, read_milestones
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.requested import read_document_kinds, read_items, read_sections
from jtai_desktop.guidance.root import Root

BYTE_ORDER_MARK = "\ufeff"  # Windows' editor puts one before the text
# Every inspection keeps the text of its pack, and nearly always it is the shipped one again.
MOST_KEPT = 8
_AT = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_text(text: str, place: str = "") -> Pack | list[Problem]:
    """The pack in this text, or its problems; `place` is named before each."""
    found = _read_once(text)
    if isinstance(found, Pack):
        return found
    if not place:
        return list(found)
    return [Problem(f"{place}, {one.place}" if one.place else place, one.sentence) for one in found]


def read_data(data: Table) -> Pack | list[Problem]:
    """The pack in these tables, or every problem they have."""
    if later_format(data):
        # Written for a later program: whatever else seems wrong with it may be right there.
        sentence = f"This program reads packs of format {FORMAT}; a newer one is needed for this."
        return [Problem("pack", sentence)]
    problems: list[Problem] = []
    root = Root(data, problems)
    pack = _read(root, problems)
    root.close()
    return problems or pack


def digest(text: str) -> str:
    """The SHA-256 of a pack's text, by which two versions are told apart."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=MOST_KEPT)
def _read_once(text: str) -> Pack | tuple[Problem, ...]:
    """A pack never changes, and the same text is the same pack."""
    data = _parsed(text)
    found = [data] if isinstance(data, Problem) else read_data(data)
    return found if isinstance(found, Pack) else tuple(found)


def _read(root: Root, problems: list[Problem]) -> Pack:
    head = read_head(root)
    sets = read_code_sets(root)
    lists = read_lists(root, sets, problems)
    return Pack(
        head=head,
        words=read_words(root),
        milestones=read_milestones(root, head.notice_working_days),
        milestone_of=read_milestone_of(root),
        agencies=read_agencies(root),
        inspectorates=read_inspectorates(root),
        sections=read_sections(root),
        items=read_items(root),
        document_kinds=read_document_kinds(root),
        meeting_kinds=read_choices(root, "meeting_kinds"),
        may_meet=read_choices(root, "may_meet"),
        evaluation_head=read_choices(root, "evaluation_head"),
        questions=read_questions(root),
        criteria=read_criteria(root),
        markers=read_markers(root, problems),
        finding_headings=read_choices(root, "finding_headings"),
        plan_sections=read_plan_sections(root),
        lists=lists,
        extra_fields=read_extra_fields(root, sets, lists),
        answer_checks=read_answer_checks(root),
        scope=read_scope(root),
    )


def _parsed(text: str) -> Table | Problem:
    try:
        return tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as error:
        return _not_toml(str(error))
    except RecursionError:
        return Problem("", "The file is nested too deeply; a pack needs no such depth.")
    except ValueError:
        return Problem("", "The file holds a number or date that can't be read as TOML.")


def _not_toml(message: str) -> Problem:
    at = _AT.search(message)
    if at is None or at[1] is None:
        return Problem("the end of the file", "The TOML breaks off here; close what was opened.")
    found = message[: at.start()].strip().rstrip(".")
    return Problem(
        f"line {at[1]}, column {at[2]}",
        f"This is not TOML that can be read ({found}); look at quotation marks and brackets.",
    )
