"""Prints every measurement: `make bench`."""

import sys

from tests import surroundings


def main() -> int:
    """Run the measurements one after the other; 1 if one is above its bar."""
    surroundings.settle()
    from tests.bench import (
        clashes,
        findings_page,
        lists,
        lists_page,
        opening,
        papers,
        plan,
        register_page,
        register_work,
        saving,
        starting,
        week,
    )

    above = False
    for name, measure in (
        ("starting the window", starting.main),
        ("reading and checking lists", lists.lines),
        ("lists on the screen", lists_page.lines),
        ("the readiness pack", papers.lines),
        ("saving one change in the vault", saving.main),
        ("opening a large vault", opening.main),
        ("the check of the week", clashes.lines),
        ("a large register", register_work.lines),
        ("a large register on the screen", register_page.lines),
        ("a large week on the screen", week.lines),
        ("many findings on the screen", findings_page.lines),
        ("a large action plan on the screen", plan.lines),
    ):
        print(f"\n== {name}", flush=True)
        for line in measure():
            print(line)
            above |= "ABOVE" in line
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
