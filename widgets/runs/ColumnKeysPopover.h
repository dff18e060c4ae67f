// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/common/Popover.h"

#include <QKeySequence>
#include <QList>

#include <cstdint>
#include <utility>
#include <vector>

class QAction;
class QBoxLayout;
class QKeyEvent;
class QLabel;
class QListView;

namespace runglass
{

class ColumnKeysModel;
class FilterColumnsModel;
class SearchField;

/// A choice of columns in order: those that are chosen, which can be dragged and taken out, and below them the columns
/// to add, hidden ones too, with a search. Everything applies at once. What the runs are sorted and grouped by is
/// chosen so; how the chosen ones look, and the words, are theirs.
/// @thread GUI
class ColumnKeysPopover : public Popover
{
    Q_OBJECT

protected:
    /// The names of the parts: for scripts, and as they are read out.
    struct Names {
        QString title;   ///< of the whole
        QString nothing; ///< what is shown where no column is chosen
        QString keysId, keys;
        QString columnsId, columns;
        QString searchId, search;
    };

    /// @param keys  shown above; a child of this from now on
    ColumnKeysPopover(Context& context, ColumnKeysModel* keys, const Names& names, QWidget* owner);

    QAction* makeAction(const QString& id, const QString& text, const QString& tip);
    /// A key that triggers an action while the chosen columns have the focus. No shortcuts: some mean something else in
    /// the window.
    void bindKey(const QKeySequence& key, QAction* action) { m_bound.append({key, action}); }
    /// What is done with the current one of the chosen columns, and with the one that is found.
    void setActions(QAction* earlier, QAction* later, QAction* remove, QAction* add);
    /// The title and the chosen columns, so high as these rows.
    QBoxLayout* addKeys(int rows, int rowHeight);
    static void addButtons(QBoxLayout* layout, const QList<QAction*>& actions, QWidget* parent);
    /// The search, the button that adds and the columns.
    void addColumns(QBoxLayout* layout, int rows);
    /// Once all parts are there, and the keys follow the session.
    void start();

    Context& context() { return m_context; }
    QListView* keyList() const { return m_keyList; }
    int currentKey() const;
    QWidget* firstFocus() const override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    virtual void refresh();

private:
    bool keyOfKeys(const QKeyEvent& key, bool isPress);
    bool keyOfSearch(const QKeyEvent& key);
    void moveKey(int step);
    void addColumn();
    void fillColumns();

    Context m_context;
    ColumnKeysModel* m_keys;
    Names m_names;
    FilterColumnsModel* m_columns;
    QListView* m_keyList;
    QLabel* m_noKeys;
    QListView* m_columnList;
    SearchField* m_search;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_add = nullptr;
    QList<std::pair<QKeySequence, QAction*>> m_bound;
    std::vector<std::uint32_t> m_keyColumns; ///< that m_columns was made of
    std::size_t m_tableColumns = 0;          ///< how many columns the table had then
};

} // namespace runglass
