// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsView.h"

#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/run/RunState.h"
#include "widgets/runs/GroupFolding.h"
#include "widgets/runs/GroupRowHeights.h"
#include "widgets/runs/RunCellDelegate.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/StillRows.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kSampledRows = 60;    ///< rows that decide about a column's width
constexpr int kSampledColumns = 60; ///< columns that are measured at once; the others get kUsualWidth
constexpr int kUsualWidth = 110;
constexpr int kNarrowest = 60;
constexpr int kSortMark = 28; ///< arrow and rank in the head of a column
constexpr int kWidest = 260;
constexpr int kWidestName = 320;

} // namespace

RunsView::RunsView(Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new RunCellDelegate(theme, RunCellDelegate::Kind::Table, this))
    , m_header(new RunsHeader(theme, this))
{
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    m_header->setDefaultSectionSize(kUsualWidth);
    adoptFont();
    connectHeader();
    m_sizing.setSingleShot(true);
    connect(&m_sizing, &QTimer::timeout, this, &RunsView::sizeColumns);
}

void RunsView::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    m_runs = qobject_cast<RunListModel*>(newModel);
    if (m_runs) {
        m_heights = new GroupRowHeights(this, m_runs);
        connect(m_heights, &GroupRowHeights::changed, this, &RunsView::updateGeometries);
        m_folding = new GroupFolding(this, m_runs);
        new StillRows(this, m_runs);
        if (auto* table = qobject_cast<RunsModel*>(newModel))
            connect(table, &RunsModel::pinnedChanged, this, &RunsView::followPinned);
        connect(m_runs, &RunListModel::listAboutToChange, this, [this] { m_kept = firstColumn(); });
        connect(m_runs, &RunListModel::listChanged, this, [this] {
            followGroups();
            // Before anything is painted.
            if (m_sizing.isActive())
                sizeColumns();
            m_kept.reset();
        });
    }
    followPinned();
    const auto later = [this] { m_sizing.start(0); };
    connect(newModel, &QAbstractItemModel::modelReset, &m_sizing, later);
    connect(newModel, &QAbstractItemModel::columnsInserted, &m_sizing, later);
    // Rows are selected, not cells: a column that a live run adds belongs to them.
    connect(newModel, &QAbstractItemModel::columnsInserted, this, [this] {
        selectionModel()->select(selectionModel()->selection(),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    connect(newModel, &QAbstractItemModel::columnsRemoved, &m_sizing, later);
    connect(newModel, &QAbstractItemModel::columnsMoved, &m_sizing, later);
    connect(newModel, &QAbstractItemModel::layoutChanged, &m_sizing,
            [later](const QList<QPersistentModelIndex>&, QAbstractItemModel::LayoutChangeHint hint) {
                if (hint != QAbstractItemModel::VerticalSortHint)
                    later();
            });
    connect(newModel, &QAbstractItemModel::rowsInserted, &m_sizing, later);
    sizeColumns();
}

void RunsView::setCropping(Qt::TextElideMode mode)
{
    m_delegate->setCropping(mode);
    viewport()->update();
}

void RunsView::setColumnWidths(const std::map<ColumnId, int>& widths)
{
    QHash<QString, int> wanted;
    for (const auto& [id, width] : widths)
        wanted.insert(QString::fromStdString(toText(id)), width);
    if (wanted == m_widths)
        return;
    // One that was set no more follows its content again, also where it was never measured.
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it)
        if (!wanted.contains(it.key()))
            m_fitted.insert(it.key(), {});
    m_widths = std::move(wanted);
    sizeColumns();
}

void RunsView::fitColumn(int column)
{
    const int width = std::max(sizeHintForColumn(column), m_header->sectionSizeHint(column));
    m_header->resizeSection(column, width);
    m_widths.insert(columnText(column), m_header->sectionSize(column));
    emit widthChosen(column, m_header->sectionSize(column));
}

void RunsView::adoptFont()
{
    const int height = RunCellDelegate::rowHeight(fontMetrics());
    // By itself the header asks for more, so that rows would be higher than those of the selector beside them.
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    if (m_heights)
        m_heights->apply();
}

void RunsView::setFolded(int row, bool folded)
{
    if (m_folding)
        m_folding->setFolded(row, folded);
}

/// Histograms need room that the runs' own values do not.
void RunsView::followGroups()
{
    const auto list = m_runs->list();
    const std::vector<ColumnId> columns = list->groups ? list->groups->columns : std::vector<ColumnId>();
    if (columns == m_groupedBy)
        return;
    m_groupedBy = columns;
    m_fitted.clear();
    m_sizing.start(0);
}

void RunsView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adoptFont();
}

int RunsView::sizeHintForColumn(int column) const
{
    const int rows = std::min(model()->rowCount(), kSampledRows);
    const int first = std::clamp(rowAt(0), 0, std::max(0, model()->rowCount() - rows));
    int width = 0;
    for (int row = first; row < first + rows; ++row)
        width = m_delegate->contentWidth(model()->index(row, column), font(), width);
    return width;
}

QString RunsView::columnText(int column) const
{
    return model()->headerData(column, Qt::Horizontal, RunsModel::ColumnTextRole).toString();
}

int RunsView::fittedWidth(int column, const QString& id)
{
    const int rows = std::min(model()->rowCount(), kSampledRows);
    Fitted& fitted = m_fitted[id];
    // Once enough rows were seen the width stays: what comes in later must not move the columns. Without a row nothing
    // was seen: the first run of a table that was empty gets its room.
    const bool isFirst = fitted.width == 0 || (fitted.rows == 0 && rows > 0);
    if (isFirst || (!m_isSettled && fitted.rows < rows)) {
        const int content =
            std::max(sizeHintForColumn(column), m_header->sectionSizeFromContents(column).width() + kSortMark);
        const int widest = column == RunsModel::kNameColumn ? kWidestName : kWidest;
        fitted = {std::max(fitted.width, std::clamp(content, kNarrowest, widest)), rows};
    }
    return fitted.width;
}

void RunsView::sizeColumns()
{
    const int columns = model()->columnCount();
    m_sizing.stop();
    const std::optional<ColumnPlace> first = m_kept ? m_kept : firstColumn();
    const QSignalBlocker quiet(m_header);
    for (int column = 0; column < columns; ++column) {
        const QString id = columnText(column);
        int width = m_widths.value(id, 0);
        if (width == 0 && (column < kSampledColumns || m_fitted.contains(id)))
            width = fittedWidth(column, id);
        if (width != 0 && width != m_header->sectionSize(column))
            m_header->resizeSection(column, width);
    }
    updateGeometries();
    keepColumn(first);
    viewport()->update();
    m_header->viewport()->update();
}

std::optional<RunsView::ColumnPlace> RunsView::firstColumn() const
{
    // Pinned ones are always in view.
    const int column = columnAt(m_header->pinnedWidth());
    if (horizontalScrollBar()->value() == 0 || column < 0)
        return std::nullopt;
    return ColumnPlace{columnText(column), columnViewportPosition(column)};
}

/// Columns may have come before it, or changed their widths.
void RunsView::keepColumn(const std::optional<ColumnPlace>& place)
{
    for (int column = 0; place && column < model()->columnCount(); ++column) {
        if (columnText(column) != place->id)
            continue;
        horizontalScrollBar()->setValue(m_header->sectionPosition(column) - place->left);
        return;
    }
}

void RunsView::updateTimes(CellKind kind, bool onlyRunning)
{
    const int top = rowAt(0), left = columnAt(m_header->pinnedWidth());
    const int bottom = rowAt(viewport()->height() - 1), right = columnAt(viewport()->width() - 1);
    if (top < 0 || left < 0)
        return;
    const int lastRow = bottom < 0 ? model()->rowCount() - 1 : bottom;
    const int lastColumn = right < 0 ? model()->columnCount() - 1 : right;
    const int pinned = m_header->pinnedCount();
    for (int column = pinned > 0 ? 0 : left; column <= lastColumn;
         column = column + 1 == pinned ? std::max(left, pinned) : column + 1) {
        if (model()->headerData(column, Qt::Horizontal, RunsModel::HeaderKindRole).toInt() != static_cast<int>(kind))
            continue;
        for (int row = top; row <= lastRow; ++row) {
            const QModelIndex index = model()->index(row, column);
            if (!onlyRunning || index.data(RunStateRole).toInt() == static_cast<int>(RunState::Running))
                update(index);
        }
    }
}

QList<int> RunsView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    // Rows of a selection that columns divide are in more than one of its ranges.
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<int> RunsView::chosenRows() const
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    return rows;
}

std::vector<RunRef> RunsView::chosenRuns() const
{
    std::vector<RunRef> runs;
    if (!m_runs)
        return runs;
    std::set<RunRef> inGroups;
    for (const int row : chosenRows()) {
        if (m_runs->isGroup(row)) {
            for (const RunRef& run : m_runs->runsAt(row))
                if (inGroups.insert(run).second)
                    runs.push_back(run);
        } else if (!inGroups.contains(m_runs->runAt(row))) {
            runs.push_back(m_runs->runAt(row));
        }
    }
    return runs;
}

void RunsView::copy()
{
    if (!chosenRows().isEmpty())
        emit copyRequested();
}

void RunsView::toggleTicked()
{
    if (!m_runs || !m_runs->ticks())
        return;
    RunTicks& ticks = *m_runs->ticks();
    const std::vector<RunRef> runs = chosenRuns();
    const bool allTicked =
        std::all_of(runs.begin(), runs.end(), [&ticks](const RunRef& run) { return ticks.isTicked(run); });
    ticks.set(runs, !allTicked);
    if (currentIndex().isValid() && !m_runs->isGroup(currentIndex().row()))
        m_lastTicked = m_runs->runAt(currentIndex().row());
}

RowPart RunsView::partAt(const QModelIndex& index, const QPoint& position) const
{
    return index.column() == 0 ? rowPartAt(index, visualRect(index), position, false) : RowPart::None;
}

/// @param range  all from the box that was clicked last
void RunsView::tickUpTo(int row, bool range)
{
    if (!m_runs || !m_runs->ticks())
        return;
    const bool ticked = m_runs->index(row, 0).data(Qt::CheckStateRole).toInt() != Qt::Checked;
    const int last = range && m_lastTicked ? m_runs->rowOf(*m_lastTicked) : -1;
    std::vector<RunRef> runs;
    for (int each = last < 0 ? row : std::min(row, last); each <= std::max(row, last); ++each) {
        const std::vector<RunRef> here = m_runs->runsAt(each);
        runs.insert(runs.end(), here.begin(), here.end());
    }
    if (!m_runs->isGroup(row))
        m_lastTicked = m_runs->runAt(row);
    m_runs->ticks()->set(runs, ticked);
}

/// A press on box, arrow, eye or dot acts on it, and selects nothing.
bool RunsView::pressPart(const QMouseEvent& event)
{
    const QModelIndex index = indexAt(event.pos());
    const RowPart part = event.button() == Qt::LeftButton ? partAt(index, event.pos()) : RowPart::None;
    switch (part) {
    case RowPart::None:
        break;
    case RowPart::Box:
        tickUpTo(index.row(), event.modifiers().testFlag(Qt::ShiftModifier));
        break;
    case RowPart::Fold:
        m_folding->toggle(index);
        break;
    case RowPart::Eye:
        model()->setData(index, !index.data(ShownRole).toBool(), ShownRole);
        break;
    case RowPart::Dot: {
        const QRect dot = dotTargetOf(index, visualRect(index), false);
        emit colourRequested(index, viewport()->mapToGlobal(dot.bottomLeft()));
        break;
    }
    }
    return part != RowPart::None;
}

void RunsView::mousePressEvent(QMouseEvent* event)
{
    if (pressPart(*event))
        event->accept();
    else
        QTableView::mousePressEvent(event);
}

void RunsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const RowPart part = partAt(index, event->pos());
    if (event->button() == Qt::LeftButton && part == RowPart::Eye) {
        // The first click has switched it.
        pressPart(*event);
        emit soloRequested(index);
    } else if (event->button() != Qt::LeftButton || !index.isValid() || part != RowPart::None) {
        mousePressEvent(event);
    } else if (!m_folding || !m_folding->toggle(index)) {
        emit runActivated(index);
    }
}

void RunsView::keyPressEvent(QKeyEvent* event)
{
    if (!keyPressed(event))
        QTableView::keyPressEvent(event);
    if (m_folding)
        m_folding->showNumbers();
}

/// The keys that do something else than in other tables.
bool RunsView::keyPressed(QKeyEvent* event)
{
    RunTicks* ticks = m_runs ? m_runs->ticks() : nullptr;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event->matches(QKeySequence::SelectAll) && ticks) {
        ticks->setAll(true);
        return true;
    }
    if (m_folding && m_folding->keyPressed(*event))
        return true;
    const QModelIndex current = currentIndex();
    const int last = model() ? model()->rowCount() - 1 : -1;
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && current.isValid())
            emit runActivated(current);
        return true;
    case Qt::Key_Space:
        if (plain)
            toggleTicked();
        return true;
    case Qt::Key_Escape:
        if (!ticks || ticks->listedCount() + ticks->leftOutCount() == 0)
            return false;
        ticks->clear();
        return true;
    case Qt::Key_Up:
        if (!plain || current.row() > 0)
            return false;
        m_header->enter(std::max(0, current.column()));
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (plain && last >= 0) {
            const QModelIndex target =
                model()->index(event->key() == Qt::Key_Home ? 0 : last, current.isValid() ? current.column() : 0);
            selectionModel()->setCurrentIndex(target, selectionCommand(target, event));
            scrollTo(target);
            return true;
        }
        return false;
    default:
        return false;
    }
}

void RunsView::keyboardSearch(const QString& search)
{
    // Names are searched, whichever column is current.
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.column() != 0)
        selectionModel()->setCurrentIndex(current.siblingAtColumn(0), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

void RunsView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QRect cell = visualRect(index);
    emit menuRequested(byKey ? viewport()->mapToGlobal(cell.bottomLeft()) : event->globalPos());
}

void RunsView::setHoveredRow(int row)
{
    if (row == m_delegate->hoveredRow())
        return;
    markRow(row);
    emit rowHovered(row);
}

void RunsView::markRow(int row)
{
    const int rows[] = {m_delegate->hoveredRow(), row};
    m_delegate->setHoveredRow(row);
    for (const int changed : rows)
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
}

bool RunsView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHoveredRow(rowAt(static_cast<QHoverEvent*>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::HoverLeave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

} // namespace runglass
