"""The commands within `conversations` that record: people, steps, and papers called back."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jtai_desktop.cli.tables import aligned
from jtai_desktop.cli.vault_options import add_vault, inspection_of, opened

if TYPE_CHECKING:
    from jtai_desktop.domain.conversations.person import Person
    from jtai_desktop.domain.conversations.register import Talk
    from jtai_desktop.services.conversations import Said
    from jtai_desktop.services.one_inspection import Overview
    from jtai_desktop.services.workspace import Workspace

TEXTS = (
    ("by", "who explained, gave the decision, confirmed or told"),
    ("agency", "of who explained"),
    ("how", "how it was explained, recorded or told: for “agreed” written or spoken-with-witness"),
    ("witness", "who heard a spoken agreement"),
    ("leaflet", "which leaflet"),
    ("format", "of the leaflet"),
    ("language", "of the leaflet"),
    ("interpreter", "which interpreter"),
    ("support", "who supports the person"),
    ("needs", "communication aid, access"),
    ("place", "where, or that it is a call"),
    ("inspector", "who talks with them"),
    ("reason", "why"),
    ("line", "the number of the line to correct, as `lines` prints it"),
)

SPOKEN = ("spoken", "spoken-with-witness")


def add_parsers(inner: Any) -> None:  # noqa: ANN401 - argparse has no name for it
    """Adds the commands within `conversations`."""
    _add_person(inner)
    _add_record(inner)
    lines = _parser(inner, "lines", "what is recorded about one person, the newest first", _lines)
    _who(lines)
    _parser(inner, "papers", "the papers that must be called back", _papers)
    back = _parser(inner, "called-back", "a paper was called back", _called_back)
    back.add_argument("number", type=int, help="its number, as `papers` prints it")
    back.add_argument("--note", default="", metavar="TEXT", help="what became of the copies")


def _add_person(inner: Any) -> None:  # noqa: ANN401
    add = _parser(inner, "add", "somebody inspectors may talk with", _add)
    add.add_argument("child", help="the label of the child")
    add.add_argument("role", help="child, mother, father, parent, carer, sibling or other")
    add.add_argument("--label", default="", metavar="TEXT", help="tells two of one role apart")
    _who(_parser(inner, "remove", "take out whom nothing is recorded about", _remove))


def _add_record(inner: Any) -> None:  # noqa: ANN401
    record = _parser(inner, "record", "one step: explained, agreed, planned …", _record)
    _who(record)
    record.add_argument("step", help="explained, agreed, declined, withdrew, not-appropriate …")
    record.add_argument("--view", default="own", help="own, or parental-responsibility")
    record.add_argument("--when", default="", metavar="TIME", help="when it was done; else now")
    record.add_argument("--start", default="", metavar="TIME", help="of a planned conversation")
    record.add_argument("--end", default="", metavar="TIME", help="of a planned conversation")
    for name, about in TEXTS:
        record.add_argument(f"--{name}", default="", metavar="TEXT", help=about)


def _parser(inner: Any, name: str, about: str, run: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = inner.add_parser(name, help=about)
    add_vault(parser, inner=True)
    parser.set_defaults(run=run)
    return parser


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", help="child and person, like: Child F, carer")


def _add(args: argparse.Namespace) -> int:
    from jtai_desktop.domain.conversations.person import Role
    from jtai_desktop.domain.documents.children import name_like
    from jtai_desktop.services import conversations, overview, paper_shelf

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        child = paper_shelf.child_of(overview.load(workspace, inspection_id), args.child)
        role = _one_of(Role, args.role, "role")
        done = conversations.add_person(workspace, inspection_id, child.id, role, args.label)
        print(f"{done.summary}.")
    if remark := name_like(args.label):
        print(f"Remark: {remark}")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from jtai_desktop.services import conversations

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        person = _talk(_view(workspace, inspection_id), args.who).person
        print(f"{conversations.remove_person(workspace, inspection_id, person.id).summary}.")
    return 0


def _record(args: argparse.Namespace) -> int:
    """Record a step, and say what follows from it: whom to tell, which papers to call back."""
    from jtai_desktop.domain.conversations.lines import Step
    from jtai_desktop.services import conversations

    step = _one_of(Step, args.step, "step")
    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        talk = _talk(_view(workspace, inspection_id), args.who)
        said = _said(args)
        done = conversations.take_step(workspace, inspection_id, talk.person.id, step, said)
        print(f"{done.summary}.")
        view = _view(workspace, inspection_id)
        _tell_what_follows(view, _talk(view, args.who))
        for each in view.week.judged.of(talk.person.id):
            print(f"Warning {each.key}: {each.sentence}")
    return 0


def _tell_what_follows(view: "Overview", talk: "Talk") -> None:
    if talk.standing.open_duties:
        print("To do: tell the lead inspector.")
    theirs = [each for each in view.conversations.to_call_back if talk.person in each.people]
    for each in theirs:
        print(f"To do: call back {_called(each.paper.paper, each.paper.variant, each.paper.when)}.")


def _lines(args: argparse.Namespace) -> int:
    from jtai_desktop.domain.conversations.steps import offered
    from jtai_desktop.domain.conversations.wording import details_of, title_of
    from jtai_desktop.domain.wording import stamp

    with opened(args) as workspace:
        talk = _talk(_view(workspace, inspection_of(workspace, args)), args.who)
    person: Person = talk.person
    rows = [
        (line.id, stamp(line.moment), title_of(person, line), details_of(line) or "–")
        for line in reversed(person.lines)
    ]
    print("\n".join(aligned(("No.", "When", "What", "Details"), rows)))
    print(f"\nCan be recorded now: {', '.join(sorted(offered(person)))}")
    return 0


def _papers(args: argparse.Namespace) -> int:
    with opened(args) as workspace:
        found = _view(workspace, inspection_of(workspace, args)).conversations.to_call_back
    if not found:
        print("No paper has to be called back.")
        return 0
    for number, each in enumerate(found, 1):
        paper = _called(each.paper.paper, each.paper.variant, each.paper.when)
        people = ", ".join(person.called for person in each.people)
        print(f"{number}  {paper}, {each.paper.way}: {people}")
    return 0


def _called_back(args: argparse.Namespace) -> int:
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.services import calling_back

    with opened(args) as workspace:
        inspection_id = inspection_of(workspace, args)
        found = calling_back.papers_to_call_back(workspace, inspection_id)
        if not 1 <= args.number <= len(found):
            raise Refused(f"There is no paper {args.number} to call back. `papers` lists them.")
        paper = found[args.number - 1].paper
        done = calling_back.mark_called_back(workspace, inspection_id, paper.id, args.note)
        print(f"{done.summary}.")
    return 0


def _view(workspace: "Workspace", inspection_id: str) -> "Overview":
    from jtai_desktop.services import overview

    return overview.load(workspace, inspection_id)


def _talk(view: "Overview", who: str) -> "Talk":
    """The conversation with somebody named like “Child F, carer”."""
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import quoted

    wanted = " ".join(who.replace(",", " ").split()).casefold()
    for talk in view.conversations.talks:
        if talk.person.called.replace(",", "").casefold() == wanted:
            return talk
    raise Refused(f"There is nobody called {quoted(who)}. `conversations` lists everyone.")


def _said(args: argparse.Namespace) -> "Said":
    from jtai_desktop.domain.conversations.lines import View
    from jtai_desktop.services.conversations import Explained, Said

    leaflet = Explained(args.leaflet, args.format, args.language, args.interpreter)
    return Said(
        happened=_time(args.when),
        view=_one_of(View, args.view, "view"),
        who=args.by,
        agency=args.agency,
        how=_recorded(args.how),
        witness=args.witness,
        explained=leaflet,
        support=args.support,
        needs=args.needs,
        start=_time(args.start),
        end=_time(args.end),
        place=args.place,
        inspector=args.inspector,
        reason=args.reason,
        corrects=args.line,
    )


def _recorded(text: str) -> str:
    """How it was recorded, as it is kept; any other way as it is typed."""
    from jtai_desktop.domain.conversations.lines import Recorded

    return Recorded.SPOKEN if text.strip().casefold() in SPOKEN else text


def _time(text: str) -> datetime | None:
    from jtai_desktop.domain.typed import read_when

    return read_when(text) if text.strip() else None


def _one_of(kind: Any, text: str, what: str) -> Any:  # noqa: ANN401 - one of several enums
    from jtai_desktop.domain.problems import Refused
    from jtai_desktop.domain.typed import shown

    known = [str(each) for each in kind]
    if text.strip().casefold() not in known:
        raise Refused(f"There is no {what} {shown(text)}. There are: {', '.join(known)}.")
    return kind(text.strip().casefold())


def _called(paper: str, variant: str, when: datetime) -> str:
    from jtai_desktop.domain.wording import stamp

    return f"{paper} ({variant}) of {stamp(when)}"
