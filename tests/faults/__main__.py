"""Runs the proof of the vault: `python -m tests.faults [--long] [--only NAME] [--keep]`."""

import argparse
import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from tests import surroundings
from tests.faults import keeping
from tests.faults.outcome import Outcome, summed, table
from tests.faults.parts import PARTS, obey, orders


def main(given: list[str]) -> int:
    """Run the parts; 1 if anything was violated, or if a control did no harm."""
    surroundings.settle()
    args = _parsed(given)
    started = time.monotonic()
    wanted = [
        order
        for part in PARTS
        if args.only in {"", part.name}
        for order in orders(part, long=args.long, seed=args.seed, seconds=args.minutes * 60)
    ]
    with ThreadPoolExecutor(max(1, min(os.cpu_count() or 1, args.jobs))) as at_once:
        outcomes = summed(chain.from_iterable(at_once.map(obey, wanted)))
    lines = table(outcomes)
    print("\n".join([*lines, "", f"{time.monotonic() - started:.0f} s"]))
    for outcome in outcomes:
        _tell(outcome)
    if args.keep:
        keeping.keep(lines, long=args.long, seed=args.seed, part=bool(args.only))
    return 0 if all(outcome.holds for outcome in outcomes) else 1


def _parsed(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    names = [part.name for part in PARTS]
    parser.add_argument("--long", action="store_true", help="every case; this takes hours")
    parser.add_argument("--only", default="", choices=names, help="only this part")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other random moments")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes at once")
    parser.add_argument(
        "--minutes",
        type=float,
        default=0,
        help="end each part after so long, and say how far it got",
    )
    parser.add_argument("--keep", action="store_true", help="keep the table in docs/faults.md")
    return parser.parse_args(given)


def _tell(outcome: Outcome) -> None:
    """Each kind of violation once, with a case of it."""
    kinds: dict[str, list[str]] = {}
    for sentence in outcome.violations:
        kinds.setdefault(_kind(sentence), []).append(sentence)
    for alike in kinds.values():
        print(f"VIOLATED, {outcome.fault}, {len(alike):,} like this: {alike[0]}")
    if not outcome.skipped and not outcome.control_noticed:
        print(f"PROVES NOTHING, {outcome.fault}: its control did no harm ({outcome.control}).")


def _kind(sentence: str) -> str:
    """What is wrong, without where it was met."""
    return re.sub(r"/\S+|\d+", "", sentence.partition(": ")[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
