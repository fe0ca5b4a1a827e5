"""The help page on keys, made from the register of actions, so that the two can't disagree."""

from jtai_desktop.ui.pages.places import PLACES
from jtai_desktop.ui.shell.actions import LINES, Menu

HEAD = """# All keys

Everything in this program can be done with the keyboard alone. Tab goes from one control to the
next, Shift+Tab back; arrow keys move inside tables and lists; the letter that is underlined in a
menu or a label is reached with Alt.
"""

IN_TABLES = """
## In tables that can be filled in

| Key | What it does |
| Enter or F2 | opens the cell |
| any letter | opens the cell and begins with that letter |
| Enter | saves and goes down; with Shift, up |
| Tab | saves and goes on; with Shift, back |
| Esc | leaves the cell as it was |
| Delete | empties the cell |
| Ctrl+C, Ctrl+V | copies a cell, opens a cell with what was copied |
| Ctrl+D | takes what stands in the cell above |
| Insert | adds a person to the agency |
| Ctrl+Delete | removes the person or the empty agency |
| Shift+Enter | follows the link of a row, where there is one |
"""


IN_REGISTER = """
## In the register of documents

| Key | What it does |
| Shift with Up or Down | selects several lines; what is typed then goes into all of them |
| Ctrl+C, Ctrl+Shift+C | with several lines selected: copies the lines, or one column of them |
| Ctrl+V | lays a copied block onto the lines in sight, from the ring on |
| Ctrl+D | with several lines selected: fills down from the uppermost one |
| Alt+1 to Alt+5 | all, late, with a warning, to check, ready |
| Enter, Left or Right on a head | folds and unfolds the group |
| Space | goes to the steps |
| Alt+Enter | goes to the details at the right |
| F4 | shows or hides the details |
"""

IN_CHILDREN = """
## In the children’s grid and their evaluations

| Key | What it does |
| Space | ticks the printed copy of the document, or takes the tick away |
| Enter, Esc | goes into the panel, and back to the cell |
| Ctrl+C | copies the whole grid |
| Ctrl+Page Up, Ctrl+Page Down | in an evaluation: the question before or after |
| Ctrl+Enter | in an evaluation: keeps the text |
"""

IN_WEEK = """
## In the fieldwork week

| Key | What it does |
| Up and Down | go through a day |
| Home and End | go to the first and the last entry |
| Left and Right | go to the day beside it |
| Page Up and Page Down | go to the week before or after |
| Alt+Up, Alt+Down | moves the entry by a quarter of an hour |
| Alt+Shift+Left, Alt+Shift+Right | moves it by a day |
| Alt+Shift+Up, Alt+Shift+Down | changes its end |
| F2 | asks for day and times |
"""


def keys_text() -> str:
    """The page, in the words of the menus."""
    parts = [HEAD, *(_menu(menu) for menu in Menu), _places(), IN_TABLES, IN_REGISTER]
    parts += [IN_CHILDREN, IN_WEEK]
    return "\n".join(part for part in parts if part)


def _menu(menu: Menu) -> str:
    lines = [line for line in LINES if line.menu is menu and line.keys]
    if not lines:
        return ""
    rows = (f"| {' or '.join(line.keys)} | {_plain(line.text)} |" for line in lines)
    return "\n".join((f"\n## {_plain(menu.value)}\n", "| Key | What it does |", *rows))


def _places() -> str:
    here = [place for place in PLACES if place.in_navigation]
    rows = (f"| Ctrl+{number} | {place.title} |" for number, place in enumerate(here, 1))
    return "\n".join(("\n## Places\n", "| Key | Goes to |", *rows))


def _plain(text: str) -> str:
    """The words of a menu line without its access key and dots."""
    return text.replace("&", "").removesuffix("…")
