// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/common/Popover.h"

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
class SearchField;
class SortKeysModel;

/// What the runs are sorted by: the keys in order, which can be dragged, reversed and taken out, and below them the
/// columns to add, hidden ones too. Everything applies at once.
/// @thread GUI
class SortPopover : public Popover
{
    Q_OBJECT

public:
    SortPopover(Context& context, QWidget* owner);

protected:
    QWidget* firstFocus() const override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* makeAction(const QString& id, const QString& text, const QString& tip, void (SortPopover::*act)());
    void addKeys(QBoxLayout* layout);
    void addColumns(QBoxLayout* layout);
    QAction* keyAction(const QKeyEvent& key) const;
    bool searchKey(const QKeyEvent& key);
    int currentKey() const;
    void reverseKey();
    void raiseKey();
    void lowerKey();
    void removeKey();
    void addColumn();
    void fillColumns();
    void refresh();

    Context m_context;
    SortKeysModel* m_keys;
    FilterColumnsModel* m_columns;
    QListView* m_keyList;
    QLabel* m_noKeys;
    QListView* m_columnList;
    SearchField* m_search;
    QAction* m_reverse;
    QAction* m_raise;
    QAction* m_lower;
    QAction* m_remove;
    QAction* m_add;
    std::vector<std::uint32_t> m_keyColumns; ///< that m_columns was made of
    std::size_t m_tableColumns = 0;          ///< how many columns the table had then
};

} // namespace runglass
