"""A passphrase on a finished paper: AES-256, as every reader of PDF knows it."""

from io import BytesIO

from pikepdf import Encryption, Pdf


def protected(pdf: bytes, passphrase: str) -> bytes:
    """The same paper, which nothing opens without the passphrase. Never the same bytes twice."""
    with Pdf.open(BytesIO(pdf)) as opened:
        finished = BytesIO()
        opened.save(
            finished,
            encryption=Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True),
            fix_metadata_version=False,
        )
    return finished.getvalue()
