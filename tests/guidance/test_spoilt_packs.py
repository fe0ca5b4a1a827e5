"""However a pack is spoilt, reading it ends in a pack or in problems with places."""

import copy
import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jtai_desktop.guidance.finding import text_of
from jtai_desktop.guidance.pack import Pack
from jtai_desktop.guidance.reading import read_data, read_text

TEXT = text_of("cmh-2019")
DATA: dict[str, Any] = tomllib.loads(TEXT)

# Fields that may be left out; without any other field or part the pack can't be read.
MAY_LACK = {
    "agencies", "also_in", "also_seen", "assumed", "blank_ok", "condition", "count", "currency",
    "detail", "in_age", "kind", "later", "leads", "note", "on_request", "one_row_per_child",
    "open_list", "optional", "paragraph", "same_per_child", "standing", "unit", "window_months",
    "window_assumed", "all_of", "codes", "time", "after", "filled_with",
}  # fmt: skip
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.datetimes(),
    st.just([]),
    st.just({}),
    st.lists(st.integers() | st.text(max_size=5) | st.just({}), max_size=3),
)


Path = tuple[str | int, ...]


def _paths(value: object, path: Path = ()) -> list[Path]:
    """Every place in the data at which something stands."""
    inside: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return [path, *(found for key, one in inside for found in _paths(one, (*path, key)))]


PATHS = _paths(DATA)[1:]
NEEDED = [
    path
    for path in PATHS
    if isinstance(path[-1], str) and path[-1] not in MAY_LACK and path[0] != "code_sets"
]


def _parent(data: Any, path: Path) -> Any:  # noqa: ANN401 - any shape that TOML has
    for key in path[:-1]:
        data = data[key]
    return data


def _fair(found: Pack | list[object]) -> None:
    if isinstance(found, list):
        assert found
        for problem in found:
            assert problem.place  # type: ignore[attr-defined]
            assert problem.sentence.endswith((".", "?"))  # type: ignore[attr-defined]


@given(st.sampled_from(NEEDED))
@settings(max_examples=200)
def test_without_a_needed_field_there_is_a_problem_at_its_place(path: Path) -> None:
    data = copy.deepcopy(DATA)
    del _parent(data, path)[path[-1]]
    found = read_data(data)
    assert isinstance(found, list)
    _fair(list(found))
    assert any(problem.place.startswith(str(path[0])) for problem in found)


@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD), min_size=1, max_size=5))
@settings(max_examples=250)
def test_values_of_any_kind_anywhere_never_break_the_reader(
    changes: list[tuple[Path, object]],
) -> None:
    data = copy.deepcopy(DATA)
    for path, value in changes:
        try:
            _parent(data, path)[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    found = read_data(data)
    _fair(found if isinstance(found, Pack) else list(found))


@given(st.integers(0, len(TEXT) - 1), st.integers(0, 400))
def test_a_text_with_a_piece_missing_never_breaks_the_reader(start: int, length: int) -> None:
    found = read_text(TEXT[:start] + TEXT[start + length :])
    _fair(found if isinstance(found, Pack) else list(found))


@given(st.text(max_size=200))
def test_any_text_is_answered_with_problems(text: str) -> None:
    found = read_text(text)
    assert isinstance(found, list)
    assert found
