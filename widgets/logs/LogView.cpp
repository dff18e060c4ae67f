// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogView.h"

#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/logs/LogViewAccessible.h"
#include "widgets/logs/LogViewPrivate.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kCachedUnits = 4'000'000;
constexpr std::size_t kMostCopiedLines = 2'000'000;
} // namespace

LogView::LogView(Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_matches(std::make_shared<const LogMatches>())
    , m_lines(kCachedUnits)
{
    LogViewAccessible::install();
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    readFont();

    auto* copyAction = new QAction(tr("Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(false);
    connect(copyAction, &QAction::triggered, this, &LogView::copy);
    connect(this, &LogView::selectionChanged, copyAction,
            [this, copyAction] { copyAction->setEnabled(hasSelection()); });
    auto* allAction = new QAction(tr("Select all"), this);
    allAction->setShortcut(QKeySequence::SelectAll);
    connect(allAction, &QAction::triggered, this, &LogView::selectAll);
    for (QAction* action : {copyAction, allAction}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
}

LogView::~LogView() = default;

void LogView::setDocument(std::shared_ptr<const LogDocument> document, Document kind)
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const std::size_t same = m_layout.setDocument(std::move(document), kind == Document::Continued);
    for (const std::size_t place : m_lines.keys()) {
        if (place >= same)
            m_lines.remove(place);
    }
    updateScrollBars();
    if (kind == Document::Another) {
        m_matches = std::make_shared<const LogMatches>();
        m_currentMatch = -1;
        setSelection({}, {});
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
    } else {
        dropMatchesFrom(same);
        const auto kept = [this](LogPosition position) {
            const LogPosition end{m_layout.lines().size(), 0};
            return std::min(position, end);
        };
        setSelection(kept(m_anchor), kept(m_caret));
    }
    if (m_isFollowing)
        scrollToEnd();
    viewport()->update();
}

/// Lines from place on may be others now.
void LogView::dropMatchesFrom(std::size_t place)
{
    const std::uint32_t line = place < m_layout.lines().size() ? m_layout.lines()[place] : std::uint32_t(-1);
    const auto& all = m_matches->matches;
    const auto end = std::partition_point(all.begin(), all.end(), [line](const LogMatch& m) { return m.line < line; });
    if (end == all.end())
        return;
    auto kept = std::make_shared<LogMatches>();
    kept->matches.assign(all.begin(), end);
    m_matches = std::move(kept);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        const QScopedValueRollback arranging(m_isArranging, true);
        scrollToEnd();
    }
    if (std::exchange(m_isFollowing, following) != following)
        emit followingChanged(following);
}

void LogView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::onScrolled()
{
    if (!m_isArranging && verticalScrollBar()->value() < verticalScrollBar()->maximum())
        setFollowing(false);
}

void LogView::setStream(LogStream stream)
{
    if (stream == m_layout.stream())
        return;
    const auto top = static_cast<std::size_t>(verticalScrollBar()->value());
    const std::uint32_t topLine =
        top < m_layout.rowCount() ? m_layout.lines()[m_layout.rowAt(top).line] : std::uint32_t{0};
    const QScopedValueRollback arranging(m_isArranging, true);
    m_lines.clear();
    m_layout.setStream(stream);
    setSelection({}, {});
    updateScrollBars();
    if (!m_layout.lines().empty()) {
        const std::size_t place = std::min(m_layout.placeOf(topLine), m_layout.lines().size() - 1);
        verticalScrollBar()->setValue(static_cast<int>(m_layout.firstRowOf(place)));
    }
    if (m_isFollowing)
        scrollToEnd();
    viewport()->update();
}

void LogView::setTimesShown(bool shown)
{
    m_showsTimes = shown;
    updateScrollBars();
    viewport()->update();
}

void LogView::setWrapped(bool wrapped)
{
    if (wrapped == m_isWrapped)
        return;
    const auto top = static_cast<std::size_t>(verticalScrollBar()->value());
    const std::size_t topLine = top < m_layout.rowCount() ? m_layout.rowAt(top).line : 0;
    const QScopedValueRollback arranging(m_isArranging, true);
    m_isWrapped = wrapped;
    updateScrollBars();
    if (topLine < m_layout.lines().size())
        verticalScrollBar()->setValue(static_cast<int>(m_layout.firstRowOf(topLine)));
    if (m_isFollowing)
        scrollToEnd();
    viewport()->update();
}

void LogView::setMatches(std::shared_ptr<const LogMatches> matches, int current)
{
    m_matches = std::move(matches);
    m_currentMatch = current;
    viewport()->update();
}

void LogView::showMatch()
{
    if (m_currentMatch < 0 || m_currentMatch >= static_cast<int>(m_matches->matches.size()))
        return;
    const LogMatch& match = m_matches->matches[static_cast<std::size_t>(m_currentMatch)];
    const std::size_t place = m_layout.placeOf(match.line);
    ensureVisible({place, match.start + match.length});
    ensureVisible({place, match.start});
}

QString LogView::selectedText() const
{
    const LogPosition start = selectionStart();
    const LogPosition end = selectionEnd();
    if (start == end || m_layout.lines().empty())
        return {};
    QString text;
    const std::size_t last = std::min(end.line, start.line + kMostCopiedLines);
    for (std::size_t place = start.line; place <= last; ++place) {
        const QString whole = m_layout.document().text(m_layout.lines()[place]);
        const qsizetype from = place == start.line ? start.unit : 0;
        text += place == end.line ? whole.mid(from, end.unit - from) : QString(whole.mid(from) + u'\n');
    }
    return text;
}

void LogView::selectAll()
{
    const auto& lines = m_layout.lines();
    if (!lines.empty())
        setSelection({}, {lines.size() - 1, m_layout.document().text(lines.back()).size()});
}

void LogView::copy() const
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

QString LogView::spokenLine(std::size_t place) const
{
    const std::uint32_t number = m_layout.lines()[place];
    const QString text = m_layout.document().text(number);
    if (m_layout.document().line(number).stream != ConsoleStream::Stderr)
        return text;
    return QStringLiteral("stderr: ") + text;
}

void LogView::setSelection(const LogPosition& anchor, const LogPosition& caret)
{
    const bool changed = anchor != m_anchor || caret != m_caret;
    m_anchor = anchor;
    m_caret = caret;
    if (!changed)
        return;
    viewport()->update();
    emit selectionChanged();
}

const LogView::Line& LogView::line(std::size_t place) const
{
    if (const Line* known = m_lines.object(place))
        return *known;
    const std::uint32_t number = m_layout.lines()[place];
    auto* made = new Line{m_layout.document().text(number), {}, m_layout.document().spans(number)};
    const auto isPlain = [](QChar unit) { return unit.unicode() < 0x80; };
    if (!std::all_of(made->text.cbegin(), made->text.cend(), isPlain))
        made->columns = columnsOf(made->text);
    // A line that is larger than the cache may be would be deleted by insert.
    const auto cost = static_cast<int>(std::min<qsizetype>(made->text.size() + 1, kCachedUnits / 4));
    m_lines.insert(place, made, cost);
    return *made; // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

void LogView::readFont()
{
    const QFontMetricsF metrics(font());
    m_cellWidth = std::max(1.0, metrics.horizontalAdvance(QString(64, u'0')) / 64);
    m_rowHeight = std::max(20, static_cast<int>(std::ceil(metrics.height())) + 2);
    m_ascent = static_cast<int>(std::round((m_rowHeight - metrics.height()) / 2 + metrics.ascent()));
}

LogView::Geometry LogView::geometry() const
{
    Geometry at;
    const int digits = static_cast<int>(QString::number(m_layout.document().size()).size());
    at.numberRight = std::max(40, static_cast<int>(std::ceil(digits * m_cellWidth)) + 12);
    at.barLeft = at.numberRight + 9;
    at.timeLeft = at.barLeft + 3 + 9;
    at.textLeft = at.timeLeft;
    if (m_showsTimes)
        at.textLeft += static_cast<int>(std::ceil(8 * m_cellWidth)) + 18;
    at.columns = std::max(1, static_cast<int>((viewport()->width() - at.textLeft - 8) / m_cellWidth));
    return at;
}

int LogView::rowsInView() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void LogView::updateScrollBars()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const Geometry at = geometry();
    m_layout.setWrapColumns(m_isWrapped ? static_cast<std::uint32_t>(at.columns) : 0);
    const auto rows = static_cast<int>(std::min<std::size_t>(m_layout.rowCount(), 2'000'000'000));
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsInView()));
    const auto widest = static_cast<int>(std::min<std::uint32_t>(m_layout.document().widestColumns(), 2'000'000'000));
    horizontalScrollBar()->setPageStep(at.columns);
    horizontalScrollBar()->setSingleStep(4);
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : std::max(0, widest + 1 - at.columns));
}

QRect LogView::cellAt(const LogPosition& position) const
{
    if (position.line >= m_layout.lines().size())
        return {};
    const Geometry at = geometry();
    std::uint32_t column = line(position.line).columnOf(position.unit);
    std::size_t row = m_layout.firstRowOf(position.line);
    if (const std::uint32_t wrap = m_layout.wrapColumns(); wrap > 0) {
        row += column / wrap;
        column %= wrap;
    }
    const auto x = at.textLeft + (static_cast<double>(column) - horizontalScrollBar()->value()) * m_cellWidth;
    const auto y = (static_cast<qint64>(row) - verticalScrollBar()->value()) * m_rowHeight;
    return {static_cast<int>(x), static_cast<int>(y), static_cast<int>(m_cellWidth), m_rowHeight};
}

LogPosition LogView::positionAt(const QPoint& point) const
{
    if (m_layout.lines().empty())
        return {};
    const Geometry at = geometry();
    const qint64 down = std::max(0, point.y() / m_rowHeight) + verticalScrollBar()->value();
    const auto row = static_cast<std::size_t>(
        std::clamp<qint64>(point.y() < 0 ? down - 1 : down, 0, static_cast<qint64>(m_layout.rowCount()) - 1));
    const LogLayout::Row place = m_layout.rowAt(row);
    const double across = std::max(0.0, (point.x() - at.textLeft) / m_cellWidth + 0.5);
    const double column = across + horizontalScrollBar()->value() + double{place.part * 1.0} * m_layout.wrapColumns();
    return {place.line, line(place.line).unitAt(static_cast<std::uint32_t>(column))};
}

void LogView::ensureVisible(const LogPosition& position)
{
    const QRect cell = cellAt(position);
    if (!cell.isValid())
        return;
    const int row = cell.top() / m_rowHeight;
    QScrollBar* down = verticalScrollBar();
    if (cell.top() < 0 || row >= rowsInView())
        down->setValue(down->value() + row - rowsInView() / 3);
    const Geometry at = geometry();
    QScrollBar* across = horizontalScrollBar();
    const auto column = static_cast<int>(std::floor((cell.left() - at.textLeft) / m_cellWidth));
    if (column < 0 || column >= at.columns - 1)
        across->setValue(across->value() + column - at.columns / 2);
}

void LogView::resizeEvent(QResizeEvent* event)
{
    const QScopedValueRollback arranging(m_isArranging, true);
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_isFollowing)
        scrollToEnd();
}

void LogView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    readFont();
    updateScrollBars();
}

} // namespace runglass
