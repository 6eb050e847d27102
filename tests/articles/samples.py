"""Texts and files that the tests of reading are made of."""

from __future__ import annotations

import io
import zipfile

PROSE = (
    "Bees live in colonies that may hold fifty thousand workers in the summer. A colony has one "
    "queen, who lays "
    "all of the eggs, and some hundreds of drones, which leave the hive only to mate. The "
    "workers build the combs "
    "from wax, feed the young and guard the entrance, each at its own age."
)
MORE = (
    "When a worker has found a field in flower, it returns to the hive and dances on the comb. "
    "The direction of the "
    "dance tells the others where to fly, and its length tells them how far. This was first "
    "described by Karl von "
    "Frisch, who was given the Nobel Prize for it in 1973."
)
GERMAN = (
    "Die Bienen leben in einem Volk, das im Sommer bis zu fünfzigtausend Arbeiterinnen zählt. "
    "Die Königin legt alle "
    "Eier, und die Drohnen verlassen den Stock nur zur Paarung. Die Arbeiterinnen bauen die "
    "Waben aus Wachs und "
    "bewachen den Eingang, und jede tut in ihrem Alter das, was für das Volk nötig ist."
)


def epub(chapters: dict[str, str], title: str = "A Book of Bees") -> bytes:
    """A small EPUB; `chapters` are bodies of XHTML by file name, in the order of the spine."""
    items = "".join(
        f'<item id="c{place}" href="{name}" media-type="application/xhtml+xml"/>'
        for place, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{place}"/>' for place in range(len(chapters)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    container = (
        '<?xml version="1.0"?>'
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    page = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("OEBPS/book.opf", package)
        book.writestr("OEBPS/nav.xhtml", page.format("<nav><ol><li>Contents</li></ol></nav>"))
        for name, body in chapters.items():
            book.writestr(f"OEBPS/{name}", page.format(body))
    return packed.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A small PDF with a text layer; `pages` are the lines of each page."""
    streams = [_drawn(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _drawn(lines: list[str]) -> bytes:
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    return f"BT /F1 11 Tf 14 TL 60 740 Td\n{shown}ET".encode("latin-1")
