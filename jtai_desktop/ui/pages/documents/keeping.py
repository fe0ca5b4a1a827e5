"""How the page was left, as plain values and back: filters, views, columns, folds, the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jtai_desktop.ui.pages.documents.columns import EXTRA, KEYS
from jtai_desktop.ui.pages.documents.views import SavedView, views_of
from jtai_desktop.ui.pages.documents.wanted import Wanted, wanted_of


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is come back to."""

    wanted: Wanted = field(default_factory=Wanted)
    views: tuple[SavedView, ...] = ()
    extra: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    panel: bool = True
    table: Mapping[str, object] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        """As plain values, for keeping."""
        return {
            "wanted": self.wanted.plain(),
            "views": [view.plain() for view in self.views],
            "extra": sorted(self.extra),
            "folded": sorted(self.folded),
            "panel": self.panel,
            "table": dict(self.table),
        }


def kept_of(plain: Mapping[str, object]) -> Kept:
    """What `plain` once gave; anything odd in it is passed over."""
    wanted, table = plain.get("wanted"), plain.get("table")
    return Kept(
        wanted=wanted_of(wanted, KEYS) if isinstance(wanted, dict) else Wanted(),
        views=views_of(plain.get("views")),
        extra=_texts(plain.get("extra")) & frozenset(EXTRA),
        folded=_texts(plain.get("folded")),
        panel=plain.get("panel") is not False,
        table=table if isinstance(table, dict) else {},
    )


def _texts(plain: object) -> frozenset[str]:
    found = plain if isinstance(plain, list) else []
    return frozenset(each for each in found if isinstance(each, str))
