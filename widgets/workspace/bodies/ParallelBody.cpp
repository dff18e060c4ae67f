// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ParallelBody.h"

#include "widgets/workspace/bodies/BrushDialog.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/ParallelForm.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

ParallelBody::ParallelBody(PanelScope& scope, QWidget* parent)
    : PlotBody(scope, parent)
    , m_ask(new QAction(tr("Filter by an axis…"), this))
    , m_clear(new QAction(tr("Clear the filter of the axes"), this))
{
    m_ask->setObjectName(QStringLiteral("brushAxis"));
    m_ask->setToolTip(tr("The same as drawing an interval on an axis (B in the plot)"));
    m_clear->setObjectName(QStringLiteral("clearBrushes"));
    m_clear->setToolTip(tr("All intervals on its axes go (Delete in the plot)"));
    connect(m_ask, &QAction::triggered, this, &ParallelBody::askBrush);
    connect(m_clear, &QAction::triggered, this, &ParallelBody::clearBrushes);
    connect(this, &PanelBody::changed, this, [this] {
        m_ask->setEnabled(plot() != nullptr);
        m_clear->setEnabled(plot() && !plot()->brushes().isEmpty());
    });
}

const ParallelDrawing* ParallelBody::plot() const
{
    return static_cast<const ParallelDrawing*>(drawing().get());
}

QList<QAction*> ParallelBody::ownActions() const
{
    return {m_ask, m_clear};
}

void ParallelBody::renew()
{
    if (content().axes.size() < 2)
        return showMade({nullptr, tr("Choose two columns or more in the settings of the panel."), {}});
    make([list = session().list(), state = session().state(), content = content()]() -> Made {
        std::vector<ColumnId> columns;
        for (const ValueAxis& axis : content.axes)
            columns.push_back(axis.column);
        // Categories are those of all runs, whatever the filter leaves of them.
        RunListState open = state;
        open.filter = {};
        auto all = std::make_shared<const RunList>(withState(*list, open));
        Brushes brushes = brushesOf(state.filter, valuePoints(*all, columns));
        // The axes stand still while they are brushed: what the rest of the filter leaves is drawn.
        open.filter = brushes.rest;
        if (open.filter != Filter())
            all = std::make_shared<const RunList>(withState(*list, open));
        auto drawing = std::make_shared<const ParallelDrawing>(plotValues(all, state, columns, columns.back()), content,
                                                               std::move(brushes));
        const bool isAny = std::any_of(drawing->values().points.axes.begin(), drawing->values().points.axes.end(),
                                       [](const ValuePlaces& axis) { return !axis.range.isEmpty(); });
        if (!isAny)
            return {nullptr, tr("No run has any of these columns. Choose others in the settings of the panel."), {}};
        //: Beside the title: how many runs are inside what is brushed.
        const QString count = tr("%1 of %2 runs").arg(drawing->insideCount()).arg(drawing->values().size());
        return {drawing, {}, count};
    });
}

QString ParallelBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 parallel coordinates").arg(title);
}

void ParallelBody::brush(std::size_t axis, const AxisLimits& limits)
{
    if (!plot() || axis >= plot()->axisCount())
        return;
    RunListState state = session().state();
    Brushes brushes = brushesOf(state.filter, plot()->values().points);
    brushes.limits[axis] = limits;
    state.filter = filterOf(brushes, plot()->values().points, content().axes);
    session().setState(std::move(state));
}

void ParallelBody::clearBrushes()
{
    if (!plot() || plot()->brushes().isEmpty())
        return;
    RunListState state = session().state();
    state.filter = brushesOf(state.filter, plot()->values().points).rest;
    session().setState(std::move(state));
}

void ParallelBody::askBrush()
{
    if (!plot())
        return;
    auto* dialog = new BrushDialog(std::static_pointer_cast<const ParallelDrawing>(drawing()), window());
    connect(dialog, &BrushDialog::chosen, this, &ParallelBody::brush);
    dialog->open();
}

AxisLimits ParallelBody::pulled() const
{
    const PlotMap where = map();
    const std::size_t axis = m_pull->axis;
    double first = m_pull->from, second = m_pull->to;
    if (m_pull->moved) {
        // Inside the ends of the axis, as long as it was.
        const QRectF before = plot()->brushRect(axis, *m_pull->moved, where);
        const QRectF ends = plot()->axisRect(where);
        const double by = std::clamp(second - first, ends.top() - before.top(), ends.bottom() - before.bottom());
        first = before.top() + by;
        second = before.bottom() + by;
    }
    const double a = plot()->valueAt(axis, first, where), b = plot()->valueAt(axis, second, where);
    double lo = std::min(a, b), hi = std::max(a, b);
    if (plot()->values().points.axes[axis].isCategorical()) {
        // Those whose middle is inside, and at least the one that was taken.
        const auto last = static_cast<double>(plot()->values().points.axes[axis].categories.size()) - 1;
        const double nearest = std::clamp(std::round(a), 0.0, last);
        lo = std::clamp(std::ceil(lo), 0.0, last);
        hi = std::clamp(std::floor(hi), 0.0, last);
        if (lo > hi)
            lo = hi = nearest;
    }
    return {lo, hi};
}

void ParallelBody::paintOver(QPainter& painter) const
{
    if (!m_pull || !m_pull->isBegun || !plot())
        return;
    QColor fill = scope().theme().color(Theme::Token::Accent);
    painter.setPen(fill);
    fill.setAlphaF(0.4F);
    painter.setBrush(fill);
    const QRectF rect = plot()->brushRect(m_pull->axis, pulled(), map());
    painter.drawRect(rect);
    painter.setPen(scope().theme().color(Theme::Token::Text));
    painter.drawText(rect.topRight() + QPointF(4, -2), plot()->brushText(m_pull->axis, pulled()));
}

void ParallelBody::mousePressEvent(QMouseEvent* event)
{
    const PlotMap where = map();
    const std::optional<std::size_t> axis = plot() ? plot()->axisAt(event->position(), where) : std::nullopt;
    if (event->button() != Qt::LeftButton || !axis)
        return PlotBody::mousePressEvent(event);
    m_pull = Pull{*axis, event->position().y(), event->position().y(), {}, false};
    const AxisLimits& now = plot()->brushes().limits[*axis];
    if (now != AxisLimits() && plot()->brushRect(*axis, now, where).contains(event->position()))
        m_pull->moved = now;
    setMark(std::nullopt, true);
}

void ParallelBody::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pull) {
        PlotBody::mouseMoveEvent(event);
        if (plot() && plot()->axisAt(event->position(), map()))
            setCursor(Qt::SplitVCursor);
        return;
    }
    m_pull->to = event->position().y();
    m_pull->isBegun = m_pull->isBegun || std::abs(m_pull->to - m_pull->from) >= QApplication::startDragDistance();
    updateOver();
}

void ParallelBody::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pull)
        return PlotBody::mouseReleaseEvent(event);
    if (!plot()) {
        m_pull.reset();
        return;
    }
    // A click beside the interval takes it away.
    const AxisLimits limits = m_pull->isBegun ? pulled() : AxisLimits();
    const bool isClickInside = !m_pull->isBegun && m_pull->moved;
    const std::size_t axis = m_pull->axis;
    m_pull.reset();
    updateOver();
    if (!isClickInside)
        brush(axis, limits);
}

void ParallelBody::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        clearBrushes();
    else if (event->key() == Qt::Key_B && event->modifiers() == Qt::NoModifier)
        askBrush();
    else if (event->key() == Qt::Key_Escape && m_pull) {
        m_pull.reset();
        updateOver();
    } else
        PlotBody::keyPressEvent(event);
}

PanelKindInfo parallelKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::ParallelCoordinates;
    kind.name = QCoreApplication::translate("PanelKinds", "Parallel coordinates");
    kind.description = QCoreApplication::translate(
        "PanelKinds", "A line a run across several columns; an interval drawn on an axis filters the runs");
    kind.icon = QStringLiteral("parallel");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new ParallelBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) {
        return new ParallelForm(*scope.session().list(), parent);
    };
    kind.title = [](const PanelContent& content) {
        if (content.axes.empty())
            return QCoreApplication::translate("PanelKinds", "Parallel coordinates");
        //: Title of parallel coordinates, whose last axis colours the lines.
        return QCoreApplication::translate("PanelKinds", "Runs by %1").arg(axisTitle(content.axes.back()));
    };
    return kind;
}

} // namespace runglass
