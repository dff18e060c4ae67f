// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartLegend.h"

#include "widgets/common/PlainToolTip.h"
#include "widgets/workspace/charts/Crosshair.h"
#include "widgets/workspace/charts/LineAt.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kDash = 12, kDashGap = 5, kGap = 12, kMostNameWidth = 120;
constexpr std::size_t kMostRuns = 30;

} // namespace

ChartLegend::ChartLegend(QString metric, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_metric(std::move(metric))
    , m_theme(theme)
{
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() - 1));
    setFont(small);
    setObjectName(QStringLiteral("chartLegend"));
    setMouseTracking(true);
    showNames();
}

void ChartLegend::setLines(const std::vector<ChartLine>& lines)
{
    std::vector<Entry> entries;
    for (const ChartLine& line : lines) {
        if (entries.size() == kMostRuns)
            break;
        entries.push_back({line.run, line.name()});
    }
    if (lines.size() == m_count && entries == m_entries)
        return;
    m_count = lines.size();
    m_entries = std::move(entries);
    m_current = std::min(m_current, m_entries.empty() ? 0 : m_entries.size() - 1);
    setFocusPolicy(m_entries.empty() ? Qt::NoFocus : Qt::TabFocus);
    showNames();
}

void ChartLegend::showNames()
{
    QStringList names;
    for (const Entry& entry : m_entries)
        names += nameOf(entry);
    if (m_count > m_entries.size())
        names += tr("+ %n more", nullptr, static_cast<int>(m_count - m_entries.size()));
    setToolTip(names.isEmpty() ? QString() : plainToolTip(names.join(u'\n')));
    setAccessibleDescription(names.join(u'\n'));
    if (hasFocus() && m_current < m_entries.size())
        //: What a screen reader says of a chart's legend; %1 is the metric, %2 the run that the keys are on.
        setAccessibleName(tr("Legend of %1, %2").arg(m_metric, nameOf(m_entries[m_current])));
    else
        //: Accessible name of a chart's legend; %1 is the metric.
        setAccessibleName(tr("Legend of %1").arg(m_metric));
    update();
}

QString ChartLegend::nameOf(const Entry& entry) const
{
    return m_emphasis.baseline == entry.run.ref ? withBaseline(entry.name) : entry.name;
}

void ChartLegend::setEmphasis(const ChartEmphasis& emphasis)
{
    if (emphasis == m_emphasis)
        return;
    const bool namesChange = emphasis.baseline != m_emphasis.baseline;
    m_emphasis = emphasis;
    if (namesChange)
        showNames();
    update();
}

std::optional<RunRef> ChartLegend::current() const
{
    return hasFocus() && m_current < m_entries.size() ? std::optional(m_entries[m_current].run.ref) : std::nullopt;
}

QSize ChartLegend::sizeHint() const
{
    return {200, fontMetrics().height() + 2};
}

std::vector<ChartLegend::Placed> ChartLegend::placed() const
{
    std::vector<Placed> result;
    const auto more = [](std::size_t count) { return tr("+ %n more", nullptr, static_cast<int>(count)); };
    int x = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const std::size_t rest = m_count - i;
        QString name = fontMetrics().elidedText(m_entries[i].name, Qt::ElideMiddle, kMostNameWidth);
        if (m_emphasis.baseline == m_entries[i].run.ref)
            name = withBaseline(name);
        const int needed = kDash + kDashGap + fontMetrics().horizontalAdvance(name);
        const int reserve = rest > 1 ? kGap + fontMetrics().horizontalAdvance(more(rest - 1)) : 0;
        if (i > 0 && x + needed + reserve > width()) {
            result.push_back({QRect(x, 0, width() - x, height()), more(rest), m_entries.size()});
            break;
        }
        result.push_back({QRect(x, 0, needed, height()), name, i});
        x += needed + kGap;
    }
    return result;
}

std::optional<RunRef> ChartLegend::runAt(const QPoint& place) const
{
    for (const Placed& one : placed()) {
        if (one.entry < m_entries.size() && one.rect.contains(place))
            return m_entries[one.entry].run.ref;
    }
    return std::nullopt;
}

void ChartLegend::mouseMoveEvent(QMouseEvent* event)
{
    emit runHovered(runAt(event->position().toPoint()));
}

void ChartLegend::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    emit runHovered(std::nullopt);
}

void ChartLegend::mousePressEvent(QMouseEvent* event)
{
    const std::optional<RunRef> run = runAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && run)
        emit runChosen(*run);
    else
        QWidget::mousePressEvent(event);
}

void ChartLegend::moveTo(std::size_t entry)
{
    m_current = entry;
    showNames();
    emit runHovered(current());
}

/// Along the names that there is room for.
bool ChartLegend::step(const QKeyEvent& event)
{
    const std::vector<Placed> shown = placed();
    const std::size_t names = shown.empty() || shown.back().entry < m_entries.size() ? shown.size() : shown.size() - 1;
    if (names == 0 || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const std::size_t here = std::min(m_current, names - 1);
    switch (event.key()) {
    case Qt::Key_Left:
        moveTo(here > 0 ? here - 1 : 0);
        return true;
    case Qt::Key_Right:
        moveTo(std::min(here + 1, names - 1));
        return true;
    case Qt::Key_Home:
        moveTo(0);
        return true;
    case Qt::Key_End:
        moveTo(names - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit runChosen(m_entries[here].run.ref);
        return true;
    default:
        return false;
    }
}

void ChartLegend::keyPressEvent(QKeyEvent* event)
{
    if (!step(*event))
        QWidget::keyPressEvent(event);
}

void ChartLegend::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    showNames();
    emit runHovered(current());
}

void ChartLegend::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    showNames();
    if (!underMouse())
        emit runHovered(std::nullopt);
}

void ChartLegend::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const Placed& one : placed()) {
        const bool isRun = one.entry < m_entries.size();
        const RunRef* run = isRun ? &m_entries[one.entry].run.ref : nullptr;
        const bool standsOut = isRun && m_emphasis.hovered == *run;
        const bool isBaseline = isRun && m_emphasis.baseline == *run;
        painter.setOpacity(m_emphasis.hovered && !standsOut && !isBaseline ? 0.5 : 1);
        const int indent = isRun ? kDash + kDashGap : 0;
        if (isRun) {
            const QColor colour = m_theme.runColour(m_entries[one.entry].run.colour);
            const QPointF left(one.rect.left(), height() / 2.0);
            for (const QRectF& dash : legendDashes(left, kDash, standsOut ? 3 : 2, isBaseline))
                painter.fillRect(dash, colour);
        }
        painter.setPen(m_theme.color(standsOut || isBaseline ? Theme::Token::Text : Theme::Token::Muted));
        painter.drawText(QRect(one.rect.left() + indent, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, one.text);
        if (hasFocus() && one.entry == m_current) {
            painter.setOpacity(1);
            painter.setPen(QPen(m_theme.color(Theme::Token::Focus), 2));
            painter.drawRect(one.rect.adjusted(0, 1, 1, -1).intersected(rect().adjusted(1, 1, -1, -1)));
        }
    }
}

} // namespace runglass
