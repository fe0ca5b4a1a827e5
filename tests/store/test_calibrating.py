"""What a new slot costs on machines of every speed."""

from hypothesis import given
from hypothesis import strategies as st

from jtai_desktop.store import derive
from jtai_desktop.store.calibrating import LONGEST, MOST_PASSES, calibrated
from jtai_desktop.store.costs import FLOOR_KIB, STANDARD, Params

MIB = 1024


def _machine(seconds: float, *, memory: int = 4096) -> list[Params]:
    """What a machine gets that needs so many seconds for a pass of 256 MiB; and what it tried."""
    tried = []

    def measure(params: Params) -> float | None:
        tried.append(params)
        if params.memory_kib > memory * MIB:
            return None
        return seconds * params.passes * params.memory_kib / STANDARD.memory_kib

    return [calibrated(measure, STANDARD), *tried]


def test_a_usual_machine_keeps_256_mib() -> None:
    assert _machine(0.18)[0] == Params(256 * MIB, 3, 4)


def test_a_fast_machine_makes_more_passes_and_a_slow_one_takes_less_memory() -> None:
    assert _machine(0.001)[0].passes == MOST_PASSES
    assert _machine(0.9)[0] == Params(256 * MIB, 1, 4)
    assert _machine(1.8)[0] == Params(128 * MIB, 1, 4)
    assert _machine(60)[0] == Params(FLOOR_KIB, 1, 4)


def test_a_machine_with_little_memory_gets_what_fits_never_less_than_the_floor() -> None:
    assert _machine(0.2, memory=200)[0].memory_kib == 128 * MIB
    assert _machine(0.2, memory=10)[0].memory_kib == FLOOR_KIB


@given(st.floats(0.02, 4))
def test_a_guess_costs_a_quarter_of_a_second_to_one(seconds: float) -> None:
    found = _machine(seconds)[0]
    taken = seconds * found.passes * found.memory_kib / STANDARD.memory_kib
    assert taken <= LONGEST
    # Less only where twelve passes are done sooner.
    assert taken >= 0.24 or found.passes == MOST_PASSES


def test_the_child_measures_this_machine() -> None:
    found = derive.calibrated(Params(FLOOR_KIB, 1, 1))
    assert found.memory_kib == FLOOR_KIB
    assert 1 <= found.passes <= MOST_PASSES
    assert found.held_to_floor() == found
