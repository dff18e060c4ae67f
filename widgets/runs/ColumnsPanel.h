// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnLayout.h"
#include "models/table/KeySearch.h"
#include "widgets/common/Context.h"
#include "widgets/common/Popover.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace runglass
{

class ColumnListModel;
class ColumnListView;
class SearchField;

/// Which columns the runs table shows, in which order: a search, the list of the visible and the list of the hidden
/// columns. What is done in it shows at once.
/// @thread GUI
class ColumnsPanel : public Popover
{
    Q_OBJECT

public:
    ColumnsPanel(Context& context, QWidget* owner);

    QSize sizeHint() const override;

protected:
    QWidget* firstFocus() const override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeSearch();
    QWidget* makeSide(ColumnListView& view, QLabel& head, QPushButton& all);
    QWidget* makeFoot();
    void connectList(ColumnListView& view);
    void change(const std::function<void(ColumnLayout&)>& change);
    void toggle(const ColumnListView& view, int row);
    void togglePin(const ColumnListView& view, int row);
    void put(int from, int to);
    void showAll();
    void search();
    void refresh();
    void refreshState();
    void setUsable(QPushButton& button, bool usable);
    void enterList(ColumnListView& view, int row);

    Context m_context;
    ColumnListModel* m_visibleModel;
    ColumnListModel* m_hiddenModel;
    SearchField* m_search;
    QComboBox* m_mode;
    ColumnListView* m_visible;
    ColumnListView* m_hidden;
    QLabel* m_visibleHead;
    QLabel* m_hiddenHead;
    QLabel* m_problem;
    QPushButton* m_hideAll;
    QPushButton* m_showAll;
    QPushButton* m_reset;
    QCheckBox* m_onlyDiffering;
};

} // namespace runglass
