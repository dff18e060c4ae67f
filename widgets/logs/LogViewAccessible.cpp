// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogViewAccessible.h"

#include "widgets/logs/LogView.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::size_t kMostLines = 50'000;
constexpr int kMostUnits = 4'000'000;

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className != QLatin1String("runglass::LogView"))
        return nullptr;
    return new LogViewAccessible(static_cast<LogView*>(object));
}

} // namespace

LogViewAccessible::LogViewAccessible(LogView* view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

void LogViewAccessible::install()
{
    static const bool once = (QAccessible::installFactory(make), true);
    static_cast<void>(once);
}

LogView& LogViewAccessible::view() const
{
    return *static_cast<LogView*>(widget());
}

void* LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString LogViewAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? text(0, characterCount()) : QAccessibleWidget::text(kind);
}

const std::vector<int>& LogViewAccessible::starts() const
{
    const LogLayout& layout = view().layoutOfLines();
    if (!m_starts.empty() && m_document == &layout.document() && m_stream == layout.stream())
        return m_starts;
    m_document = &layout.document();
    m_stream = layout.stream();
    m_starts.assign(1, 0);
    const std::size_t lines = std::min(layout.lines().size(), kMostLines);
    for (std::size_t place = 0; place < lines && m_starts.back() < kMostUnits; ++place) {
        const auto length = std::min<qsizetype>(view().spokenLine(place).size(), kMostUnits);
        m_starts.push_back(m_starts.back() + static_cast<int>(length) + 1);
    }
    return m_starts;
}

int LogViewAccessible::prefixOf(std::size_t place) const
{
    const LogLayout& layout = view().layoutOfLines();
    const QString spoken = view().spokenLine(place);
    return static_cast<int>(spoken.size() - layout.document().text(layout.lines()[place]).size());
}

int LogViewAccessible::offsetOf(const LogPosition& position) const
{
    const std::vector<int>& at = starts();
    if (position.line + 1 >= at.size())
        return at.back();
    return at[position.line] + prefixOf(position.line) + static_cast<int>(position.unit);
}

LogPosition LogViewAccessible::positionOf(int offset) const
{
    const std::vector<int>& at = starts();
    if (at.size() < 2)
        return {};
    const int bounded = std::clamp(offset, 0, at.back() - 1);
    const auto after = std::upper_bound(at.begin(), at.end(), bounded);
    const auto place = static_cast<std::size_t>(after - at.begin()) - 1;
    return {place, std::max(0, bounded - at[place] - prefixOf(place))};
}

void LogViewAccessible::selection(int index, int* start, int* end) const
{
    const bool has = index == 0 && view().hasSelection();
    *start = has ? offsetOf(view().selectionStart()) : 0;
    *end = has ? offsetOf(view().selectionEnd()) : 0;
}

int LogViewAccessible::selectionCount() const
{
    return view().hasSelection() ? 1 : 0;
}

void LogViewAccessible::addSelection(int start, int end)
{
    view().setSelection(positionOf(start), positionOf(end));
}

void LogViewAccessible::removeSelection(int)
{
    view().setSelection(view().selectionStart(), view().selectionStart());
}

void LogViewAccessible::setSelection(int, int start, int end)
{
    addSelection(start, end);
}

int LogViewAccessible::cursorPosition() const
{
    return offsetOf(view().selectionEnd());
}

void LogViewAccessible::setCursorPosition(int position)
{
    const LogPosition at = positionOf(position);
    view().setSelection(at, at);
    view().ensureVisible(at);
}

QString LogViewAccessible::text(int start, int end) const
{
    const std::vector<int>& at = starts();
    const int last = end < 0 ? at.back() : std::min(end, at.back());
    const int first = std::max(0, start);
    if (first >= last)
        return {};
    auto place = static_cast<std::size_t>(std::upper_bound(at.begin(), at.end(), first) - at.begin()) - 1;
    const int before = first - at[place];
    QString text;
    for (; place + 1 < at.size() && at[place] < last; ++place)
        text += view().spokenLine(place).left(kMostUnits) + u'\n';
    return text.mid(before, last - first);
}

int LogViewAccessible::characterCount() const
{
    return starts().back();
}

QRect LogViewAccessible::characterRect(int offset) const
{
    QRect cell = view().cellAt(positionOf(offset));
    cell.moveTopLeft(view().viewport()->mapToGlobal(cell.topLeft()));
    return cell;
}

int LogViewAccessible::offsetAtPoint(const QPoint& point) const
{
    return offsetOf(view().positionAt(view().viewport()->mapFromGlobal(point)));
}

void LogViewAccessible::scrollToSubstring(int start, int)
{
    view().ensureVisible(positionOf(start));
}

QString LogViewAccessible::attributes(int offset, int* start, int* end) const
{
    const std::vector<int>& at = starts();
    const std::size_t place = positionOf(offset).line;
    *start = at[std::min(place, at.size() - 1)];
    *end = at[std::min(place + 1, at.size() - 1)];
    return {};
}

} // namespace runglass
