"""Plans that were worked out by hand with a calendar, real ones and constructed ones.

A group of milestones stands for all that share its day. `*` marks what is to agree with the
lead inspector, `!` what is due by the end of the day instead of at the hour of the guidance.
"""

from dataclasses import dataclass
from datetime import date

GROUPS = {
    "notified": ("notification",),
    "lists": ("lists-6-7-8", "context-note"),
    "meetings": ("meetings", "lists-1-3-4-5"),
    "selection": ("selection", "selection-call"),
    "documents": ("case-documents", "area-information"),
    "evaluations": ("joint-evaluations",),
    "cqc": ("cqc-request",),
    "confirmed": ("engagement-confirmed",),
    "printed": ("printed-documents",),
    "fieldwork": ("fieldwork",),
}


@dataclass(frozen=True)
class Case:
    """A plan worked out by hand: the days of the ten groups, in order."""

    notified: str
    days: str
    fieldwork: date | None = None
    closures: tuple[date, ...] = ()


CASES = {
    "the real one of November 2019": Case(
        "2019-11-04",
        "Mon 4 Nov | Thu 7 Nov | Thu 7 Nov | Fri 8 Nov | Tue 12 Nov | Thu 14 Nov"
        " | Fri 15 Nov | Fri 15 Nov | Mon 18 Nov | Mon 18 Nov",
    ),
    "Friday before the early May bank holiday": Case(
        "2019-05-03",
        "Fri 3 May* | Thu 9 May | Thu 9 May | Fri 10 May | Tue 14 May | Thu 16 May"
        " | Fri 17 May | Fri 17 May | Mon 20 May | Mon 20 May",
    ),
    "Friday before the spring bank holiday": Case(
        "2019-05-24",
        "Fri 24 May* | Thu 30 May | Thu 30 May | Fri 31 May | Tue 4 Jun | Thu 6 Jun"
        " | Fri 7 Jun | Fri 7 Jun | Mon 10 Jun | Mon 10 Jun",
    ),
    "Friday before the summer bank holiday": Case(
        "2019-08-23",
        "Fri 23 Aug* | Thu 29 Aug | Thu 29 Aug | Fri 30 Aug | Tue 3 Sep | Thu 5 Sep"
        " | Fri 6 Sep | Fri 6 Sep | Mon 9 Sep | Mon 9 Sep",
    ),
    "Thursday before Easter": Case(
        "2020-04-09",
        "Thu 9 Apr* | Thu 16 Apr | Thu 16 Apr | Fri 17 Apr | Tue 21 Apr | Thu 23 Apr"
        " | Fri 24 Apr | Fri 24 Apr | Mon 27 Apr | Mon 27 Apr",
    ),
    "Easter in the fortnight": Case(
        "2019-04-15",
        "Mon 15 Apr | Thu 18 Apr | Thu 18 Apr | Fri 19 Apr* | Tue 23 Apr* | Thu 25 Apr*"
        " | Fri 26 Apr* | Fri 26 Apr* | Wed 1 May* | Wed 1 May*",
    ),
    "on a bank holiday Monday": Case(
        "2019-05-06",
        "Mon 6 May | Thu 9 May | Thu 9 May | Fri 10 May | Tue 14 May | Thu 16 May"
        " | Fri 17 May | Fri 17 May | Mon 20 May | Mon 20 May",
    ),
    "a bank holiday on a Friday of week two": Case(
        "2020-04-27",
        "Mon 27 Apr | Thu 30 Apr | Thu 30 Apr | Fri 1 May | Tue 5 May | Thu 7 May"
        " | Fri 8 May* | Thu 7 May* | Tue 12 May* | Tue 12 May*",
    ),
    "Christmas without closures": Case(
        "2019-12-23",
        "Mon 23 Dec | Tue 24 Dec* | Tue 24 Dec* | Fri 27 Dec* | Tue 31 Dec* | Thu 2 Jan*"
        " | Fri 3 Jan* | Fri 3 Jan* | Thu 9 Jan* | Thu 9 Jan*",
    ),
    "Christmas with closures": Case(
        "2019-12-16",
        "Mon 16 Dec* | Mon 23 Dec* | Mon 23 Dec* | Fri 27 Dec* | Mon 23 Dec* | Thu 2 Jan*"
        " | Fri 3 Jan* | Fri 3 Jan* | Wed 8 Jan* | Wed 8 Jan*",
        closures=(date(2019, 12, 24), *(date(2019, 12, day) for day in (27, 30, 31))),
    ),
    "substitutes at the end of the year": Case(
        "2021-12-20",
        "Mon 20 Dec | Thu 23 Dec | Thu 23 Dec | Fri 24 Dec | Fri 24 Dec* | Thu 30 Dec*"
        " | Fri 31 Dec* | Fri 31 Dec* | Thu 6 Jan* | Thu 6 Jan*",
    ),
    "2 January": Case(
        "2020-01-02",
        "Thu 2 Jan* | Thu 2 Jan*! | Thu 2 Jan* | Fri 3 Jan* | Tue 7 Jan* | Thu 9 Jan*"
        " | Fri 10 Jan* | Fri 10 Jan* | Thu 16 Jan* | Thu 16 Jan*",
    ),
    "closure on Thursday of week one": Case(
        "2026-11-02",
        "Mon 2 Nov | Wed 4 Nov* | Wed 4 Nov* | Fri 6 Nov* | Tue 10 Nov* | Thu 12 Nov*"
        " | Fri 13 Nov* | Fri 13 Nov* | Tue 17 Nov* | Tue 17 Nov*",
        closures=(date(2026, 11, 5),),
    ),
    "closure on Tuesday of week two": Case(
        "2026-11-02",
        "Mon 2 Nov | Thu 5 Nov | Thu 5 Nov | Fri 6 Nov | Mon 9 Nov* | Thu 12 Nov*"
        " | Fri 13 Nov* | Fri 13 Nov* | Tue 17 Nov* | Tue 17 Nov*",
        closures=(date(2026, 11, 10),),
    ),
    "closure, and fieldwork typed for the Monday": Case(
        "2026-11-02",
        "Mon 2 Nov | Thu 5 Nov | Thu 5 Nov | Fri 6 Nov | Mon 9 Nov* | Thu 12 Nov*"
        " | Fri 13 Nov* | Fri 13 Nov* | Mon 16 Nov* | Mon 16 Nov*",
        fieldwork=date(2026, 11, 16),
        closures=(date(2026, 11, 10),),
    ),
    "a closure on a Saturday changes nothing": Case(
        "2026-11-02",
        "Mon 2 Nov | Thu 5 Nov | Thu 5 Nov | Fri 6 Nov | Tue 10 Nov | Thu 12 Nov"
        " | Fri 13 Nov | Fri 13 Nov | Mon 16 Nov | Mon 16 Nov",
        closures=(date(2026, 11, 7),),
    ),
    "Tuesday": Case(
        "2019-11-05",
        "Tue 5 Nov* | Thu 7 Nov* | Thu 7 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Tue 19 Nov* | Tue 19 Nov*",
    ),
    "Wednesday": Case(
        "2019-11-06",
        "Wed 6 Nov* | Thu 7 Nov* | Thu 7 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Wed 20 Nov* | Wed 20 Nov*",
    ),
    "Thursday at the very hour of the lists": Case(
        "2019-11-07",
        "Thu 7 Nov* | Thu 7 Nov*! | Thu 7 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Thu 21 Nov* | Thu 21 Nov*",
    ),
    "Thursday one minute before the lists": Case(
        "2019-11-07T08:59",
        "Thu 7 Nov* | Thu 7 Nov* | Thu 7 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Thu 21 Nov* | Thu 21 Nov*",
    ),
    "Thursday at the close of business": Case(
        "2019-11-07T17:00",
        "Thu 7 Nov* | Fri 8 Nov*! | Fri 8 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Thu 21 Nov* | Thu 21 Nov*",
    ),
    "Friday": Case(
        "2019-11-08",
        "Fri 8 Nov* | Fri 8 Nov*! | Fri 8 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Fri 22 Nov* | Fri 22 Nov*",
    ),
    "Friday evening": Case(
        "2019-11-08T18:00",
        "Fri 8 Nov* | Mon 11 Nov*! | Mon 11 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Fri 22 Nov* | Fri 22 Nov*",
    ),
    "Saturday": Case(
        "2019-11-09",
        "Sat 9 Nov* | Mon 11 Nov*! | Mon 11 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Fri 22 Nov* | Fri 22 Nov*",
    ),
    "Sunday": Case(
        "2019-11-10",
        "Sun 10 Nov* | Mon 11 Nov*! | Mon 11 Nov* | Fri 8 Nov* | Tue 12 Nov* | Thu 14 Nov*"
        " | Fri 15 Nov* | Fri 15 Nov* | Fri 22 Nov* | Fri 22 Nov*",
    ),
    "Monday evening": Case(
        "2019-11-04T18:00",
        "Mon 4 Nov | Thu 7 Nov | Thu 7 Nov | Fri 8 Nov | Tue 12 Nov | Thu 14 Nov"
        " | Fri 15 Nov | Fri 15 Nov | Mon 18 Nov | Mon 18 Nov",
    ),
    "Wednesday at ten, closure on the Thursday": Case(
        "2026-11-04T10:00",
        "Wed 4 Nov* | Wed 4 Nov*! | Wed 4 Nov* | Fri 6 Nov* | Tue 10 Nov* | Thu 12 Nov*"
        " | Fri 13 Nov* | Fri 13 Nov* | Thu 19 Nov* | Thu 19 Nov*",
        closures=(date(2026, 11, 5),),
    ),
    "Wednesday evening, closed till Monday": Case(
        "2026-11-04T18:00",
        "Wed 4 Nov* | Mon 9 Nov*! | Mon 9 Nov* | Fri 6 Nov* | Tue 10 Nov* | Thu 12 Nov*"
        " | Fri 13 Nov* | Fri 13 Nov* | Fri 20 Nov* | Fri 20 Nov*",
        closures=(date(2026, 11, 5), date(2026, 11, 6)),
    ),
    "fieldwork typed a week late": Case(
        "2019-11-04",
        "Mon 4 Nov* | Thu 14 Nov* | Thu 14 Nov* | Fri 15 Nov* | Tue 19 Nov* | Thu 21 Nov*"
        " | Fri 22 Nov* | Fri 22 Nov* | Mon 25 Nov* | Mon 25 Nov*",
        fieldwork=date(2019, 11, 25),
    ),
    "fieldwork typed a week early": Case(
        "2019-11-04",
        "Mon 4 Nov* | Mon 4 Nov*! | Mon 4 Nov* | Fri 1 Nov* | Tue 5 Nov* | Thu 7 Nov*"
        " | Fri 8 Nov* | Fri 8 Nov* | Mon 11 Nov* | Mon 11 Nov*",
        fieldwork=date(2019, 11, 11),
    ),
    "fieldwork typed for two days later": Case(
        "2019-11-06",
        "Wed 6 Nov* | Wed 6 Nov*! | Wed 6 Nov* | Fri 25 Oct* | Wed 6 Nov* | Wed 6 Nov*"
        " | Fri 1 Nov* | Wed 6 Nov* | Fri 8 Nov* | Fri 8 Nov*",
        fieldwork=date(2019, 11, 8),
    ),
    "fieldwork typed for the Tuesday": Case(
        "2019-11-04",
        "Mon 4 Nov | Thu 7 Nov | Thu 7 Nov | Fri 8 Nov | Tue 12 Nov | Thu 14 Nov"
        " | Fri 15 Nov | Fri 15 Nov | Tue 19 Nov* | Tue 19 Nov*",
        fieldwork=date(2019, 11, 19),
    ),
    "fieldwork typed for Easter Monday": Case(
        "2019-04-08",
        "Mon 8 Apr | Thu 11 Apr | Thu 11 Apr | Fri 12 Apr | Tue 16 Apr | Thu 18 Apr"
        " | Fri 19 Apr* | Thu 18 Apr* | Thu 18 Apr* | Mon 22 Apr*",
        fieldwork=date(2019, 4, 22),
    ),
    "over a 29 February on a Saturday": Case(
        "2020-02-24",
        "Mon 24 Feb | Thu 27 Feb | Thu 27 Feb | Fri 28 Feb | Tue 3 Mar | Thu 5 Mar"
        " | Fri 6 Mar | Fri 6 Mar | Mon 9 Mar | Mon 9 Mar",
    ),
    "over a 29 February on a Tuesday": Case(
        "2028-02-21",
        "Mon 21 Feb | Thu 24 Feb | Thu 24 Feb | Fri 25 Feb | Tue 29 Feb | Thu 2 Mar"
        " | Fri 3 Mar | Fri 3 Mar | Mon 6 Mar | Mon 6 Mar",
    ),
}
