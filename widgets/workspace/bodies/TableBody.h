// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/TableText.h"
#include "widgets/workspace/bodies/PanelBody.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace runglass
{

class EmptyState;
class FilterEditor;
class LoggedTableFeed;
class LoggedTableModel;
class NoteStrip;
class PictureCell;
class RunsView;
class StepBar;
class TableFilterSubject;
class Thumbnails;

/// The tables that the shown runs logged under a key, as one: the run in front of each row. A click on a head sorts,
/// an expression filters, a column groups, as runs are sorted, filtered and grouped; that is kept with the panel.
/// @thread GUI; reads, joins, filters and sorts on workers
class TableBody : public PanelBody
{
    Q_OBJECT

public:
    explicit TableBody(PanelScope& scope, QWidget* parent = nullptr);
    ~TableBody() override;

    QString subtitle() const override;
    QList<QWidget*> tabStops() override;
    QList<QAction*> ownActions() const override;
    LoggedTableModel& model() { return *m_model; }

protected:
    void renew() override;
    void onContentChanged() override;
    void onRunsChanged(const RunChanges& changes) override;

private:
    QWidget* makeBar();
    void makeActions();
    void makeView();
    void connectFeed();
    void keep();
    void filterBy(const ColumnId& column);
    void followCurrent();
    void showMade();
    void showProgress();
    void showFailures();
    void showPage();
    void listColumns();
    void makePictures();
    void openColumnMenu(int section, const QPoint& place);
    void copy(TableText::Format format);
    void exportCsv();

    LoggedTableFeed* m_feed;
    LoggedTableModel* m_model;
    Thumbnails* m_thumbnails;
    PictureCell* m_pictureCell;
    RunsView* m_view;
    TableFilterSubject* m_filtered;
    FilterEditor* m_filter;
    QToolButton* m_lines;
    QComboBox* m_groupBy;
    QLabel* m_count;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    NoteStrip* m_problems; ///< tables that could not be read
    NoteStrip* m_progress;
    QPushButton* m_cancel;
    StepBar* m_steps;
    QAction* m_copy = nullptr;
    QAction* m_copyMarkdown = nullptr;
    QAction* m_export = nullptr;
    QAction* m_clearFilter = nullptr;
    QAction* m_openFile = nullptr;
    QAction* m_showColumns = nullptr;
    QAction* m_fold = nullptr;
    QAction* m_unfold = nullptr;
    QAction* m_goOn = nullptr;
    QList<QAction*> m_offered; ///< buttons of m_empty
    bool m_isListing = false;
};

} // namespace runglass
