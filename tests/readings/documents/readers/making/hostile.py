"""Files that try a reader's patience: broken, locked, swollen, mislabelled or strange, each with what it must give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from reportlab.pdfgen.canvas import Canvas

from readings.documents import errors

from .book import CONTAINER, XHTML, book, packed
from .sheets import printable, sheets
from .source import work
from .word import HEAD, W, word, zipped

Make = Callable[[], bytes]
PROSE = "The ferry left Varda at dawn. Nobody on the quay believed that the customs house would ever open again. "
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY l "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]>"
)


@dataclass(frozen=True)
class Hostile:
    """A file's name and bytes; ``error`` is the named error it gives, ``holds`` words that its document must hold."""

    name: str
    make: Make
    error: type[errors.DocumentError] | tuple[type[errors.DocumentError], ...] | None = None
    holds: str = ""
    lacks: str = ""


def html(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>Salt</title></head><body>{body}</body></html>".encode()


def paged(*pages: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        for n, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 14 * n, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pictures() -> bytes:
    """A PDF whose pages are grey pictures."""
    from reportlab.lib.utils import ImageReader

    bitmap = BytesIO(b"P5 8 8 255\n" + bytes(range(64)))
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for _ in range(2):
        canvas.drawImage(ImageReader(bitmap), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def demo_pdf(encrypt: str | None = None) -> bytes:
    return sheets(printable(work("russian-led-institutions")), encrypt=encrypt)


def demo_word(**extra: str | bytes) -> bytes:
    names = {
        "document": "word/document.xml",
        "macros": "word/vbaProject.bin",
        "escape": "../../outside.xml",
        "styles": "word/styles.xml",
    }
    return word(work("russian-led-institutions"), extra={names[key]: value for key, value in extra.items()})


def document_xml(body: str, before: str = "") -> str:
    return f"{HEAD}{before}<w:document {W}><w:body>{body}</w:body></w:document>"


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def without(data: bytes, *names: str) -> bytes:
    """A zip archive without some of its parts."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if name not in names})


def bomb() -> bytes:
    """A Word file of some 300 kB whose text part unpacks to 300 MB."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def nested() -> bytes:
    inner = zipped({"a.txt": "salt"})
    for _ in range(5):
        inner = zipped({"inner.zip": inner})
    return inner


def locked_zip() -> bytes:
    """The flag that says "encrypted" set on every part."""
    data = bytearray(demo_word())
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def chapter(body: str, head: str = "") -> bytes:
    text = XHTML.format(title="x", body=body)
    opf = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>
<item id="a" href="c1.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/><itemref idref="none"/></spine></package>"""
    return packed({"OEBPS/c1.xhtml": text.replace("<!DOCTYPE html>", head or "<!DOCTYPE html>")}, opf)


def many_notes(count: int) -> bytes:
    marks = "".join(f'word<sup><a href="#n{n}">{n}</a></sup> ' for n in range(1, count + 1))
    return html(f"<p>{marks}</p><ol>" + "".join(f'<li id="n{n}">Note {n}.</li>' for n in range(1, count + 1)) + "</ol>")


FILES: tuple[Hostile, ...] = (
    Hostile("empty.pdf", lambda: b"", errors.EmptyFile),
    Hostile("empty.docx", lambda: b"", errors.EmptyFile),
    Hostile("blank.html", lambda: b"  \n \n", (errors.EmptyFile, errors.NoText)),
    Hostile("headless.pdf", lambda: b"%PDF-1.7\n", errors.Damaged),
    Hostile("truncated.pdf", lambda: demo_pdf()[:2000], errors.Damaged),
    Hostile("half.pdf", lambda: demo_pdf()[: len(demo_pdf()) // 2], (errors.Damaged, errors.NoText)),
    Hostile("garbage.pdf", lambda: b"%PDF-1.4\n" + bytes(range(256)) * 200, errors.Damaged),
    Hostile("shuffled.pdf", lambda: demo_pdf().replace(b"endobj", b"objend"), (errors.Damaged, errors.NoText)),
    Hostile("locked.pdf", lambda: demo_pdf("secret"), errors.Encrypted),
    Hostile("pictures.pdf", pictures, errors.NoTextLayer),
    Hostile("blank.pdf", lambda: paged(" "), errors.NoText),
    Hostile(
        "loop.pdf",
        lambda: (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        ),
        (errors.Damaged, errors.ConversionFailed),
    ),
    Hostile(
        "huge-number.pdf", lambda: paged(PROSE).replace(b"/Count 1", b"/Count 999999999"), holds="ferry left Varda"
    ),
    Hostile("late-header.pdf", lambda: b"\n" * 500 + paged(PROSE), holds="ferry left Varda"),
    Hostile("pdf-named.txt", lambda: paged(PROSE), holds="ferry left Varda"),
    Hostile("pdf-named.docx", lambda: paged(PROSE), holds="ferry left Varda"),
    Hostile("text-named.pdf", lambda: PROSE.encode(), errors.WrongEnding),
    Hostile("text-named.docx", lambda: PROSE.encode(), errors.WrongEnding),
    Hostile("text-named.epub", lambda: PROSE.encode(), errors.WrongEnding),
    Hostile("word-named.pdf", demo_word, holds="Commonwealth of Independent States"),
    Hostile("word-named.html", demo_word, holds="Commonwealth of Independent States"),
    Hostile("page-named.txt", lambda: html(f"<p>{PROSE}</p>"), holds="ferry left Varda", lacks="<p>"),
    Hostile("page-named.docx", lambda: html(f"<p>{PROSE}</p>"), holds="ferry left Varda"),
    Hostile(
        "dtd.docx",
        lambda: demo_word(document=document_xml(said("salt"), "<!DOCTYPE w:document>")),
        errors.DeclaresEntities,
    ),
    Hostile("laughs.docx", lambda: demo_word(document=document_xml(said("&l9;"), LAUGHS)), errors.DeclaresEntities),
    Hostile(
        "outside-entity.docx",
        lambda: demo_word(document=document_xml(said("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        errors.DeclaresEntities,
    ),
    Hostile(
        "utf16-dtd.docx",
        lambda: demo_word(document=document_xml(said("&l9;"), LAUGHS).replace("UTF-8", "UTF-16").encode("utf-16")),
        errors.DeclaresEntities,
    ),
    Hostile("styles-dtd.docx", lambda: demo_word(styles=f"{HEAD}{LAUGHS}<w:styles {W}/>"), errors.DeclaresEntities),
    Hostile("bomb.docx", bomb, errors.Overfull),
    Hostile("nested.zip", nested, errors.OtherFormat),
    Hostile("nested.docx", nested, errors.OtherFormat),
    Hostile(
        "macros.docm",
        lambda: demo_word(macros=b"\xd0\xcfAutoOpen"),
        holds="Commonwealth of Independent States",
        lacks="AutoOpen",
    ),
    Hostile("escaping.docx", lambda: demo_word(escape="<x/>"), holds="Commonwealth of Independent States"),
    Hostile(
        "no-styles.docx",
        lambda: without(demo_word(), "word/styles.xml", "word/numbering.xml", "docProps/core.xml"),
        holds="Commonwealth of Independent States",
    ),
    Hostile(
        "no-relations.docx",
        lambda: without(demo_word(), "_rels/.rels", "word/_rels/document.xml.rels"),
        holds="Commonwealth of Independent States",
    ),
    Hostile("no-notes.docx", lambda: without(demo_word(), "word/footnotes.xml"), errors.Damaged),
    Hostile("no-body.docx", lambda: without(demo_word(), "word/document.xml"), errors.Damaged),
    Hostile("broken-xml.docx", lambda: demo_word(document=document_xml(said("salt"))[:-20]), errors.Damaged),
    Hostile("silent.docx", lambda: demo_word(document=document_xml("")), errors.NoText),
    Hostile(
        "deep.docx",
        lambda: demo_word(
            document=document_xml("<w:sdt><w:sdtContent>" * 5000 + said("salt") + "</w:sdtContent></w:sdt>" * 5000)
        ),
        (errors.Damaged, errors.ConversionFailed),
    ),
    Hostile("truncated.docx", lambda: demo_word()[:3000], errors.Damaged),
    Hostile("locked-parts.docx", locked_zip, errors.Encrypted),
    Hostile(
        "locked.docx",
        lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        errors.Encrypted,
    ),
    Hostile("old.doc", lambda: OLE + b"\0" * 2000, errors.OtherFormat),
    Hostile(
        "sheet.xlsx", lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), errors.OtherFormat
    ),
    Hostile(
        "text.odt",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        errors.OtherFormat,
    ),
    Hostile("letter.rtf", lambda: b"{\\rtf1 salt}", errors.OtherFormat),
    Hostile("scan.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, errors.OtherFormat),
    Hostile("scan.txt", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 99, errors.OtherFormat),
    Hostile(
        "saved.mht",
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        errors.OtherFormat,
    ),
    Hostile("unknown.xyz", lambda: PROSE.encode(), errors.UnknownFormat),
    Hostile("no-package.epub", lambda: zipped({"META-INF/container.xml": CONTAINER}), errors.Damaged),
    Hostile(
        "no-spine.epub",
        lambda: packed({}, "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf'/>"),
        errors.NoText,
    ),
    Hostile("outside.epub", lambda: chapter(f"<p>{PROSE}</p>"), holds="ferry left Varda", lacks="root:"),
    Hostile("laughs.epub", lambda: chapter("<p>&l9;</p>", LAUGHS), errors.DeclaresEntities),
    Hostile(
        "rights.epub",
        lambda: zipped(
            {"META-INF/container.xml": CONTAINER, "META-INF/encryption.xml": "<EncryptedData Algorithm='aes'/>"}
        ),
        errors.Encrypted,
    ),
    Hostile("truncated.epub", lambda: book(work("minsk-group"))[:5000], errors.Damaged),
    Hostile(
        "package-dtd.epub", lambda: packed({}, f"<?xml version='1.0'?>{LAUGHS}<package/>"), errors.DeclaresEntities
    ),
    Hostile(
        "scripts.html",
        lambda: html(
            f"<script>stolen()</script><p onclick='stolen()'>{PROSE}</p><img src=x onerror=stolen()><svg onload=stolen()><text>stolen()</text></svg>"
        ),
        holds="ferry left Varda",
        lacks="stolen",
    ),
    Hostile(
        "links.html",
        lambda: html(
            f"<p>{PROSE}<a href='java\nscript:stolen()'>here</a> <a href=' data:text/html,stolen'>there</a></p>"
        ),
        holds="here",
        lacks="stolen",
    ),
    Hostile(
        "unclosed.html",
        lambda: b"<html><body><p>" + PROSE.encode() + b"<b><i><ul><li>one<li>two<table><tr><td>x",
        holds="ferry left Varda",
    ),
    Hostile("comment.html", lambda: html(f"<p>{PROSE}</p><!-- stolen"), holds="ferry left Varda", lacks="stolen"),
    Hostile("deep.html", lambda: html("<div>" * 100_000 + PROSE), errors.TooDeep),
    Hostile("rather-deep.html", lambda: html("<div>" * 900 + PROSE), holds="ferry left Varda"),
    Hostile("deep-lists.html", lambda: html("<ul><li>" * 600 + PROSE), holds="ferry left Varda"),
    Hostile(
        "deep-json.html",
        lambda: html(f"<p>{PROSE}</p><script type='application/ld+json'>{'[' * 100_000}</script>"),
        holds="ferry left Varda",
    ),
    Hostile(
        "spans.html",
        lambda: html(
            f"<p>{PROSE}</p><table><tr><th colspan=99999999>a</th></tr><tr><td rowspan=65534>b</td><td>c</td></tr></table>"
        ),
        holds="ferry left Varda",
    ),
    Hostile(
        "entities.html",
        lambda: (
            b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body><p>" + PROSE.encode() + b"&x;</p>"
        ),
        holds="ferry left Varda",
        lacks="root:",
    ),
    Hostile(
        "xhtml-laughs.html",
        lambda: (
            f"<?xml version='1.0'?>{LAUGHS.replace('lolz', 'html')}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{PROSE}&l9;</p></body></html>".encode()
        ),
        holds="ferry left Varda",
        lacks="lollol",
    ),
    Hostile("only-menu.html", lambda: html("<nav><a href='/'>Home</a></nav><script>x()</script>"), errors.NoText),
    Hostile(
        "form.html",
        lambda: html(
            f"<form><p>{PROSE * 5}</p><input value='stolen'><select><option>choose</select><button>Go</button></form>"
        ),
        holds="ferry left Varda",
        lacks="choose",
    ),
    Hostile("utf16.html", lambda: html(f"<p>{PROSE}</p>").decode().encode("utf-16"), holds="ferry left Varda"),
    Hostile("odd-utf16.html", lambda: html(f"<p>{PROSE}</p>").decode().encode("utf-16") + b"x", errors.UnknownEncoding),
    Hostile("nul.html", lambda: html(f"<p>{PROSE}\0</p>"), errors.NotText),
    Hostile(
        "liar.html",
        lambda: (
            "<html><head><meta charset='utf-8'></head><body><p>Паром ушёл из Варды на рассвете, и никто не верил, что таможня откроется.</p>".encode(
                "cp1251"
            )
        ),
        holds="Паром ушёл",
    ),
    Hostile(
        "old-liar.html",
        lambda: (
            "<html><head><meta charset='windows-1252'></head><body><p>Паром ушёл из Варды — “на рассвете”.</p>".encode()
        ),
        holds="Паром ушёл",
    ),
    Hostile(
        "koi8.html",
        lambda: "<html><head><meta charset='koi8-r'></head><body><p>Паром ушёл из Варды на рассвете.</p>".encode(
            "koi8-r"
        ),
        holds="Паром ушёл",
    ),
    Hostile(
        "no-such-charset.html",
        lambda: (
            b"<html><head><meta charset='klingon-8'></head><body><p>" + PROSE.encode() + b"caf\xe9 \xe0 la mer\x85</p>"
        ),
        holds="ferry left Varda",
    ),
    Hostile("surrogate.html", lambda: html(f"<p>{PROSE}&#xD800;&#x110000;&#0; salt</p>"), holds="ferry left Varda"),
    Hostile(
        "right-to-left.html",
        lambda: html("<p dir='rtl'>غادرت العبارة فاردا عند الفجر ولم يصدق أحد أن الجمارك ستفتح.</p>"),
        holds="غادرت العبارة",
    ),
    Hostile("long-line.html", lambda: html(f"<p>{PROSE * 50_000}</p>"), holds="ferry left Varda"),
    Hostile("many-notes.html", lambda: many_notes(20_000), holds="word"),
    Hostile(
        "many-cells.html",
        lambda: html(f"<p>{PROSE}</p><table>" + "<tr><td>a</td><td>b</td></tr>" * 50_000 + "</table>"),
        holds="ferry left Varda",
    ),
    Hostile("large.txt", lambda: PROSE.encode() * 500_000, errors.TooLarge),
    Hostile("large.html", lambda: b"<html>" + PROSE.encode() * 250_000, errors.TooLarge),
    Hostile("long-line.txt", lambda: PROSE.encode() * 50_000, holds="ferry left Varda"),
    Hostile(
        "many-notes.txt",
        lambda: (
            "".join(f"word[^{n}] " for n in range(20_000))
            + "\n\n"
            + "\n".join(f"[^{n}]: Note.\n" for n in range(100_000))
        ).encode(),
        holds="word",
    ),
    Hostile("nul.txt", lambda: PROSE.encode() + b"\0\0\0", errors.NotText),
    Hostile("odd-utf16.txt", lambda: b"\xff\xfe" + PROSE.encode("utf-16-le") + b"x", errors.UnknownEncoding),
    Hostile("surrogate.txt", lambda: b"\xff\xfe" + PROSE.encode("utf-16-le") + b"\x00\xd8", errors.UnknownEncoding),
    Hostile("right-to-left.txt", lambda: ("غادرت العبارة فاردا عند الفجر. " * 20).encode(), holds="غادرت العبارة"),
    Hostile("cyrillic.txt", lambda: ("Паром ушёл из Варды на рассвете. " * 20).encode("cp1251"), holds="Паром ушёл"),
    Hostile("program.txt", lambda: b"MZ\x90\x00" + b"\0" * 500, errors.OtherFormat),
)
