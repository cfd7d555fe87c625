"""A page of HTML as a PDF on A4 paper, laid out by Qt's rich text; no printer is involved."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QLinearGradient,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QRawFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from installer.errors.files import MissingLetters, NoFonts
from installer.gui.theme import BRAND, LIGHT

_DOTS: Final = 600
"""Dots per inch that text is placed by; the letters themselves are outlines."""
_FOOT: Final = 9.0
"""Millimetres at the bottom of the page, for its number."""
_BAND: Final = 1.1
_WHOLE: Final = 0.6
"""Of a page: a section up to this height is not torn."""
_ALONE: Final = 0.15
_ENDLESS: Final = 1e6
_INVISIBLE: Final = ("Cc", "Cf", "Zl", "Zp", "Zs")
"""Categories of characters (Unicode Standard, 4.5) that show nothing, whatever glyph stands for them."""
_VARIATIONS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They choose a form of the character before them, and show nothing themselves."""


def check_fonts() -> None:
    """Raises NoFonts where Qt found no font with letters; needs a QGuiApplication, as `print_pdf` does."""
    if not isinstance(QGuiApplication.instance(), QGuiApplication):
        raise AssertionError("fonts come from a QGuiApplication")
    font = QRawFont.fromFont(QFont())
    if font.fontTable("cmap").isEmpty():  # the engine that draws boxes claims to support every character
        raise NoFonts


def check_letters(document: QTextDocument) -> None:
    """Raises MissingLetters, with each letter once, where no font has some of the document's letters or its title's."""
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    missing = dict.fromkeys(_without_glyph(title, _foot_font(), ()))
    block = document.begin()
    while block.isValid():
        missing |= dict.fromkeys(_without_glyph(block.text(), document.defaultFont(), block.textFormats()))
        block = block.next()
    if missing:
        raise MissingLetters(", ".join(f"{letter} U+{ord(letter):04X}" for letter in missing))


def _without_glyph(text: str, font: QFont, formats: Sequence[QTextLayout.FormatRange]) -> Iterator[str]:
    """What would be printed as a box: glyph 0, or any glyph of the engine that draws boxes, which has no family name.

    The text is laid out as Qt does it, since a letter that its font lacks is taken from another one that has it.
    """
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_ENDLESS)
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")  # in which Qt counts
    for run in layout.glyphRuns(0, len(units) // 2, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        boxes = not run.rawFont().familyName()
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=False):
            if boxes or not glyph:
                letter = units[2 * place : 2 * place + 4].decode("utf-16-le", "replace")[:1]
                if unicodedata.category(letter) not in _INVISIBLE and letter not in _VARIATIONS:
                    yield letter


def print_pdf(html: str) -> bytes:
    """The PDF; its title is that of the HTML, which also stands at the foot of each page.

    Raises NoFonts, or MissingLetters where the names in it have letters of no font: no box is ever printed.

    Needs a QGuiApplication; the platform `offscreen` will do. Runs in any thread. Qt cannot tag a PDF for screen
    readers (QPdfWriter of 6.12 has no structure): the HTML is the accessible document.
    """
    check_fonts()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 14, 18, 10),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setHtml(html)
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    writer.setTitle(title)
    writer.setCreator("GLIMPS ODSP Setup")
    check_letters(document)
    page = QSizeF(writer.width(), writer.height() - _dots(_FOOT))
    document.setPageSize(page)
    _keep_together(document, page.height())
    _paint(document, writer, page, title)
    buffer.close()
    return bytes(data.data())


def _keep_together(document: QTextDocument, height: float) -> None:
    """A section that would be torn begins on a new page, and so does a heading that would stand alone."""
    for heading in _sections(document):
        top = _place(document, heading).top()
        following = _next_section(heading)
        bottom = _place(document, following.previous() if following.isValid() else document.lastBlock()).bottom()
        left = height - top % height
        if bottom - top > left and (bottom - top < height * _WHOLE or left < height * _ALONE):
            shape = heading.blockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(heading).setBlockFormat(shape)
            document.markContentsDirty(0, document.characterCount())  # else Qt 6.12 loses what follows


def _sections(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while (block := _next_section(block)).isValid():
        yield block


def _next_section(block: QTextBlock) -> QTextBlock:
    block = block.next()
    while block.isValid() and block.blockFormat().headingLevel() != 2:
        block = block.next()
    return block


def _place(document: QTextDocument, block: QTextBlock) -> QRectF:
    """In the document's own coordinates, page below page."""
    return document.documentLayout().blockBoundingRect(block)


def _paint(document: QTextDocument, writer: QPdfWriter, page: QSizeF, title: str) -> None:
    painter = QPainter(writer)
    count = document.pageCount()
    for number in range(count):
        if number:
            writer.newPage()
        else:
            _band(painter, writer)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = _paper()
        context.clip = QRectF(0, number * page.height(), page.width(), page.height())
        painter.save()
        painter.translate(0, -number * page.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        _foot(painter, page, title, f"{number + 1} / {count}")
    painter.end()


def _paper() -> QPalette:
    """Dark on white, whatever the screen shows."""
    palette = QPalette(QColor(LIGHT.ground))
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
    palette.setColor(QPalette.ColorRole.Link, QColor(LIGHT.link))
    return palette


def _band(painter: QPainter, writer: QPdfWriter) -> None:
    """GLIMPS's gradient, at the top of the first page."""
    band = QRectF(0, -_dots(5), writer.width(), _dots(_BAND))
    gradient = QLinearGradient(band.topLeft(), band.topRight())
    for place, colour in enumerate(BRAND):
        gradient.setColorAt(place, QColor(colour))
    painter.fillRect(band, gradient)


def _foot(painter: QPainter, page: QSizeF, title: str, number: str) -> None:
    painter.setFont(_foot_font())
    painter.setPen(QColor(LIGHT.muted))
    room = QRectF(0, page.height(), page.width(), _dots(_FOOT))
    bottom = Qt.AlignmentFlag.AlignBottom
    taken = painter.fontMetrics().horizontalAdvance(number) * 2
    short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(page.width() - taken))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | bottom, short)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | bottom, number)


def _foot_font() -> QFont:
    font = QFont(["Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans"])
    font.setPointSizeF(7.5)
    return font


def _dots(millimetres: float) -> float:
    return millimetres / 25.4 * _DOTS
