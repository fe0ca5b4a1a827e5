"""How much work a new passphrase slot asks for, so that a guess costs what this machine can bear.

Between a quarter of a second and one second, with 256 MiB; a machine that is too slow or too small
for that gets half the memory, down to the floor.
"""

from collections.abc import Callable
from dataclasses import replace

from jtai_desktop.store.costs import FLOOR_KIB, Params

AIM, LONGEST = 0.6, 1.0
MOST_PASSES = 12
RUNS = 2

# The seconds that one derivation takes; nothing, where there is too little memory for it.
Measure = Callable[[Params], float | None]


def calibrated(measure: Measure, start: Params) -> Params:
    """The cost of a slot that is made on this machine."""
    one = replace(start, passes=1)
    while True:
        taken = _quickest(measure, one)
        if (taken is not None and taken <= LONGEST) or one.memory_kib <= FLOOR_KIB:
            return replace(one, passes=_passes(taken))
        one = replace(one, memory_kib=max(FLOOR_KIB, one.memory_kib // 2))


def _passes(taken: float | None) -> int:
    """As many as come near the aim: the first one costs most, since it asks for the memory."""
    if taken is None or taken >= AIM:
        return 1
    return min(MOST_PASSES, int(AIM / max(taken, AIM / MOST_PASSES)))


def _quickest(measure: Measure, params: Params) -> float | None:
    """The best of some runs: what else the machine does at the moment should not count."""
    runs = [measure(params) for _ in range(RUNS)]
    told = [each for each in runs if each is not None]
    return min(told) if told else None
