// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/TableText.h"
#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <vector>

class QAction;
class QCheckBox;
class QLabel;
class QMenu;
class QStackedWidget;

namespace runglass
{

class CompareModel;
class CompareTable;
class ComparisonFeed;
class EmptyState;
class SearchField;

/// A window with runs side by side: fields, config and summary, at first only what differs. It stays open beside the
/// main window and follows the runs while they go on. The first run is what the others are held against; any other can
/// take its place.
/// @thread GUI
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// More columns than that nobody can read; the window says so when more were asked for.
    static constexpr int kMostRuns = 50;

    /// @param runs  at least two, in the order they are to stand in
    CompareDialog(Context& context, std::vector<RunRef> runs, QWidget* parent);

private:
    QWidget* makeBar();
    void makeActions();
    void tell();
    void showEmptyState();
    void moveToFront();
    void copyAll(TableText::Format format);

    Context m_context;
    int m_leftOut = 0; ///< runs beyond kMostRuns
    CompareModel* m_model;
    ComparisonFeed* m_feed;
    CompareTable* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SearchField* m_search;
    QCheckBox* m_differences;
    QLabel* m_count;
    QMenu* m_copyMenu;
    QAction* m_copyValue;
    QAction* m_toFront;
    QAction* m_showAll;
    QAction* m_clearSearch;
};

} // namespace runglass
