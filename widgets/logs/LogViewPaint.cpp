// SPDX-License-Identifier: GPL-3.0-or-later
// The painting of LogView: rows in view only, each character in its cell.
#include "widgets/common/Theme.h"
#include "widgets/logs/AnsiColours.h"
#include "widgets/logs/LogViewPrivate.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace runglass
{

namespace
{

constexpr int kStderrBar = 3;

/// Scripts whose letters join or move: they are drawn as words, everything else in its own cell.
bool isJoined(QChar unit)
{
    return (unit.unicode() >= 0x0590 && unit.unicode() <= 0x0FFF) ||
           (unit.unicode() >= 0x1000 && unit.unicode() < 0x1100);
}

enum class MatchState { None, Match, Current };

/// Stretches of text that are painted alike.
struct Piece {
    qsizetype start = 0, end = 0;
    const TextStyle* style = nullptr;
    MatchState match = MatchState::None;
};

/// Walks the pieces of a line between two units.
class Pieces
{
public:
    Pieces(const QString& text, const std::vector<LogSpan>& spans, const std::vector<LogMatch>& matches,
           std::pair<std::size_t, std::size_t> matchRange, int current)
        : m_text(text)
        , m_spans(spans)
        , m_matches(matches)
        , m_match(matchRange.first)
        , m_lastMatch(matchRange.second)
        , m_current(current)
    {
    }

    Piece next(qsizetype start, qsizetype end)
    {
        Piece piece{start, end, nullptr, MatchState::None};
        while (m_span < m_spans.size() && m_spans[m_span].start + m_spans[m_span].length <= start)
            ++m_span;
        if (m_span < m_spans.size())
            takeOrStop(piece, m_spans[m_span].start, m_spans[m_span].length,
                       [&] { piece.style = &m_spans[m_span].style; });
        while (m_match < m_lastMatch && m_matches[m_match].start + m_matches[m_match].length <= start)
            ++m_match;
        if (m_match < m_lastMatch)
            takeOrStop(piece, m_matches[m_match].start, m_matches[m_match].length, [&] {
                piece.match = static_cast<int>(m_match) == m_current ? MatchState::Current : MatchState::Match;
            });
        piece.end = std::max(start + 1, cellsEnd(start, piece.end));
        return piece;
    }

private:
    /// Inside a stretch the piece ends with it at the latest, before it it ends where it begins.
    template <typename Take> static void takeOrStop(Piece& piece, qsizetype start, qsizetype length, Take take)
    {
        if (start > piece.start) {
            piece.end = std::min(piece.end, start);
            return;
        }
        take();
        piece.end = std::min(piece.end, start + length);
    }
    /// ASCII goes on; another character ends with the marks on it.
    qsizetype cellsEnd(qsizetype start, qsizetype end) const
    {
        const auto isAscii = [](QChar unit) { return unit.unicode() < 0x80; };
        const auto at = [&](qsizetype unit) { return m_text[unit]; };
        qsizetype unit = start;
        if (isAscii(at(unit))) {
            while (unit < end && isAscii(at(unit)))
                ++unit;
            // A mark behind a letter belongs to it: it is drawn with it.
            if (unit < end && at(unit).isMark() && unit - 1 > start)
                --unit;
            else if (unit < end && at(unit).isMark())
                ++unit;
            return unit;
        }
        if (isJoined(at(unit))) {
            while (unit < end && (isJoined(at(unit)) || at(unit).isMark()))
                ++unit;
            return unit;
        }
        unit += at(unit).isHighSurrogate() ? 2 : 1;
        while (unit < end && (at(unit).isMark() || at(unit).unicode() == 0x200D || at(unit).unicode() == 0xFE0F))
            ++unit;
        return std::min(unit, std::max(end, start + 1));
    }

    const QString& m_text;
    const std::vector<LogSpan>& m_spans;
    const std::vector<LogMatch>& m_matches;
    std::size_t m_span = 0;
    std::size_t m_match, m_lastMatch;
    int m_current;
};

std::pair<std::size_t, std::size_t> matchesOf(const std::vector<LogMatch>& matches, std::uint32_t line)
{
    const auto byLine = [](const LogMatch& match, std::uint32_t wanted) { return match.line < wanted; };
    const auto first = std::lower_bound(matches.begin(), matches.end(), line, byLine);
    const auto last = std::lower_bound(first, matches.end(), line + 1, byLine);
    return {static_cast<std::size_t>(first - matches.begin()), static_cast<std::size_t>(last - matches.begin())};
}

} // namespace

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(font());
    const Geometry at = geometry();
    const auto top = static_cast<std::size_t>(verticalScrollBar()->value());
    const std::size_t rows = m_layout.rowCount();
    const int first = std::max(0, event->rect().top() / m_rowHeight);
    for (int i = first; i * m_rowHeight <= event->rect().bottom(); ++i) {
        const std::size_t row = top + static_cast<std::size_t>(i);
        if (row >= rows)
            break;
        paintRow(painter, at, row, i * m_rowHeight);
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.color(Theme::Token::Focus));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LogView::paintRow(QPainter& painter, const Geometry& at, std::size_t row, int y) const
{
    const LogLayout::Row place = m_layout.rowAt(row);
    painter.setClipRect(viewport()->rect());
    const bool holdsCurrent =
        m_currentMatch >= 0 && m_currentMatch < static_cast<int>(m_matches->matches.size()) &&
        m_matches->matches[static_cast<std::size_t>(m_currentMatch)].line == m_layout.lines()[place.line];
    if (holdsCurrent)
        painter.fillRect(QRect(0, y, viewport()->width(), m_rowHeight), m_theme.color(Theme::Token::Hover));
    if (m_layout.document().line(m_layout.lines()[place.line]).stream == ConsoleStream::Stderr)
        painter.fillRect(QRect(at.barLeft, y, kStderrBar, m_rowHeight), m_theme.stateColour(RunState::Crashed));
    if (place.part == 0)
        paintGutter(painter, at, place.line, y);
    painter.setClipRect(QRect(at.textLeft, y, viewport()->width() - at.textLeft, m_rowHeight));
    const std::uint32_t firstColumn = m_layout.wrapColumns() > 0
                                          ? place.part * m_layout.wrapColumns()
                                          : static_cast<std::uint32_t>(horizontalScrollBar()->value());
    paintSelection(painter, at, place.line, firstColumn, y);
    paintText(painter, at, place.line, firstColumn, y);
}

void LogView::paintGutter(QPainter& painter, const Geometry& at, std::size_t place, int y) const
{
    const std::uint32_t number = m_layout.lines()[place];
    painter.setPen(m_theme.color(Theme::Token::Muted));
    painter.drawText(QRect(0, y, at.numberRight, m_rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(number + 1));
    const std::optional<TimeNs> time = m_layout.document().line(number).time;
    if (m_showsTimes && time) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(*time / 1'000'000);
        painter.drawText(QPointF(at.timeLeft, y + m_ascent), moment.toString(QStringLiteral("HH:mm:ss")));
    }
}

void LogView::paintSelection(QPainter& painter, const Geometry& at, std::size_t place, std::uint32_t firstColumn,
                             int y) const
{
    const LogPosition start = selectionStart();
    const LogPosition end = selectionEnd();
    if (start == end || place < start.line || place > end.line)
        return;
    const Line& shown = line(place);
    const double from = place == start.line ? shown.columnOf(start.unit) : 0;
    // The line end that is selected too shows as one more cell.
    const double to = place == end.line ? shown.columnOf(end.unit) : shown.columnOf(shown.text.size()) + 1;
    const double left = std::max(from, static_cast<double>(firstColumn)) - firstColumn;
    const double right = std::min(to - firstColumn, at.columns + 2.0);
    if (right <= left)
        return;
    const QRectF area(at.textLeft + left * m_cellWidth, y, (right - left) * m_cellWidth, m_rowHeight);
    painter.fillRect(area, m_theme.color(hasFocus() ? Theme::Token::Selection : Theme::Token::Inactive));
}

void LogView::paintText(QPainter& painter, const Geometry& at, std::size_t place, std::uint32_t firstColumn,
                        int y) const
{
    const Line& shown = line(place);
    const std::uint32_t cells =
        m_layout.wrapColumns() > 0 ? m_layout.wrapColumns() : static_cast<std::uint32_t>(at.columns) + 2;
    qsizetype unit = shown.unitAt(firstColumn);
    const qsizetype end = shown.unitAt(firstColumn + cells);
    Pieces pieces(shown.text, shown.spans, m_matches->matches, matchesOf(m_matches->matches, m_layout.lines()[place]),
                  m_currentMatch);
    const TextStyle plain;
    QFont look = font();
    while (unit < end) {
        const Piece piece = pieces.next(unit, end);
        const TextStyle& style = piece.style ? *piece.style : plain;
        AnsiLook colours = ansiLook(style, m_theme);
        if (piece.match != MatchState::None) {
            const bool isCurrent = piece.match == MatchState::Current;
            colours.background = m_theme.color(isCurrent ? Theme::Token::Accent : Theme::Token::Mark);
            colours.foreground = m_theme.color(isCurrent ? Theme::Token::OnAccent : Theme::Token::MarkText);
        }
        const double column = static_cast<double>(shown.columnOf(unit)) - firstColumn;
        const double x = at.textLeft + column * m_cellWidth;
        if (colours.background.isValid()) {
            const double width = (shown.columnOf(piece.end) - shown.columnOf(unit)) * m_cellWidth;
            painter.fillRect(QRectF(x, y, width, m_rowHeight), colours.background);
        }
        look.setBold(style.bold);
        look.setItalic(style.italic);
        look.setUnderline(style.underline);
        if (painter.font() != look)
            painter.setFont(look);
        painter.setPen(colours.foreground);
        painter.drawText(QPointF(x, y + m_ascent), shown.text.mid(unit, piece.end - unit));
        unit = piece.end;
    }
    painter.setFont(font());
}

} // namespace runglass
