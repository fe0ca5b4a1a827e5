"""The e-mail that chases as a file of its own, which a browser, Word and Outlook open."""

from html import escape

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body style="font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#000000">
{body}
</body>
</html>
"""


def page(title: str, body: str) -> bytes:
    """The whole page; the body is HTML already, the title is not."""
    return _PAGE.format(title=escape(title), body=body).encode("utf-8", "replace")
