// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/common/Popover.h"

#include <QList>

#include <cstdint>
#include <vector>

class QAction;
class QBoxLayout;
class QKeyEvent;
class QLabel;
class QListView;

namespace runglass
{

class FilterColumnsModel;
class GroupKeysModel;
class SearchField;

/// What the runs are grouped by: the columns as chips, outermost first, which can be dragged and taken out, and below
/// them the columns to add, hidden ones too. Everything applies at once.
/// @thread GUI
class GroupByPopover : public Popover
{
    Q_OBJECT

public:
    /// @param foldActions  "Collapse all groups" and the like, of the window
    GroupByPopover(Context& context, const QList<QAction*>& foldActions, QWidget* owner);

protected:
    QWidget* firstFocus() const override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKeys(QBoxLayout* layout, const QList<QAction*>& foldActions);
    void addColumns(QBoxLayout* layout);
    QAction* makeAction(const QString& id, const QString& text, const QString& tip);
    bool keyOfChip(const QKeyEvent& key, bool isPress);
    bool keyOfSearch(const QKeyEvent& key);
    int currentKey() const;
    void moveKey(int step);
    void removeKey();
    void addColumn();
    void fillColumns();
    void refresh();

    Context m_context;
    GroupKeysModel* m_keys;
    FilterColumnsModel* m_columns;
    QListView* m_chips;
    QLabel* m_noKeys;
    QListView* m_columnList;
    SearchField* m_search;
    QAction* m_outwards;
    QAction* m_inwards;
    QAction* m_remove;
    QAction* m_add;
    std::vector<std::uint32_t> m_keyColumns; ///< that m_columns was made of
    std::size_t m_tableColumns = 0;          ///< how many columns the table had then
};

} // namespace runglass
