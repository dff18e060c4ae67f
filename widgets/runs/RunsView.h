// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunRoles.h"
#include "models/table/ColumnId.h"
#include "models/table/RunRef.h"
#include "widgets/runs/GroupHeadLayout.h"

#include <QHash>
#include <QTableView>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace runglass
{

class GroupFolding;
class GroupRowHeights;
class RunCellDelegate;
class RunListModel;
class RunsHeader;
class Theme;

/// The table of runs: rows light up as a whole, box and eye toggle on click, Space ticks the selected rows, Enter
/// opens, Ctrl+C copies. Heads of groups are higher, and fold by a click on their arrow, a double click or keys. Pinned
/// columns stay in sight while the others are scrolled to the side; Up goes from the first row to the heads.
/// @thread GUI
class RunsView : public QTableView
{
    Q_OBJECT

public:
    explicit RunsView(Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setCropping(Qt::TextElideMode mode);
    RunsHeader* header() const { return m_header; }
    /// Selected rows, or the current one, from top to bottom.
    QList<int> chosenRows() const;
    /// Selected rows alone, from top to bottom. Unlike the selection model's own answer, which asks every cell.
    QList<int> selectedRows() const;
    /// The runs of these rows, each once; for the head of a group all that are in it.
    std::vector<RunRef> chosenRuns() const;
    void keyboardSearch(const QString& search) override;
    /// Folds or unfolds the group whose head is this row.
    void setFolded(int row, bool folded);
    /// As the cells are on the screen, pinned ones too. Of one that lies behind pinned ones: what is in
    /// sight of it, or a place out of sight.
    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& position) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    /// Widths that a person set. Others follow the content.
    void setColumnWidths(const std::map<ColumnId, int>& widths);
    /// Once the runs are read, widths that follow the content stay as they are: what comes in must not move columns.
    void setSettled(bool settled) { m_isSettled = settled; }
    /// Paints the cells in view that show times of this kind: only these grow old.
    void updateTimes(CellKind kind, bool onlyRunning);
    /// Marks a row as if the pointer were on it, which is elsewhere; −1: none.
    void markRow(int row);

public slots:
    /// Asks with copyRequested for the chosen runs to be copied.
    void copy();
    /// Ticks the selected rows, or unticks them when all of them are ticked.
    void toggleTicked();

signals:
    void copyRequested();
    /// The pointer is on another row; −1: on none.
    void rowHovered(int row);
    /// Enter or a double click.
    void runActivated(const QModelIndex& index);
    /// The eye was clicked twice: this run alone is to be shown in charts, or all again.
    void soloRequested(const QModelIndex& index);
    /// A click on the dot of a run: below it is where a choice of colours belongs.
    void colourRequested(const QModelIndex& index, const QPoint& globalPosition);
    /// The menu key or a right click on a row, which is current then.
    void menuRequested(const QPoint& globalPosition);
    /// A person dragged the edge of a column to this width, or asked for the one in which its content fits.
    void widthChosen(int column, int width);
    /// A person dragged a column to another place.
    void columnPut(int from, int to);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    int sizeHintForColumn(int column) const override;
    void changeEvent(QEvent* event) override;

private:
    struct Fitted {
        int width = 0;
        int rows = 0; ///< that were looked at
    };
    void setHoveredRow(int row);
    void sizeColumns();
    void fitColumn(int column);
    int fittedWidth(int column, const QString& id);
    struct ColumnPlace {
        QString id;
        int left = 0; ///< in the viewport
    };
    /// The first column in view; none where the table is not scrolled to the side.
    std::optional<ColumnPlace> firstColumn() const;
    void keepColumn(const std::optional<ColumnPlace>& place);
    QString columnText(int column) const;
    void adoptFont();
    RowPart partAt(const QModelIndex& index, const QPoint& position) const;
    bool pressPart(const QMouseEvent& event);
    void followGroups();
    void connectHeader();
    void showColumn(int column);
    void followPinned();
    void paintPinned(const QRect& exposed);
    QStyleOptionViewItem cellOption(const QModelIndex& index) const;
    void tickUpTo(int row, bool range);
    bool keyPressed(QKeyEvent* event);
    RunCellDelegate* m_delegate;
    RunListModel* m_runs = nullptr;
    GroupFolding* m_folding = nullptr;    ///< null without a model of runs
    GroupRowHeights* m_heights = nullptr; ///< likewise
    std::vector<ColumnId> m_groupedBy;
    std::optional<RunRef> m_lastTicked; ///< where a range of boxes begins
    RunsHeader* m_header;
    QHash<QString, int> m_widths; ///< by RunsModel::ColumnTextRole
    QHash<QString, Fitted> m_fitted;
    QTimer m_sizing; ///< gathers news of the model
    bool m_isSettled = false;
    std::optional<ColumnPlace> m_kept; ///< while the list changes
};

} // namespace runglass
