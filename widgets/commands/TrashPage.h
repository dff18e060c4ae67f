// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/common/Context.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace runglass
{

class EmptyState;
class TrashModel;

/// What lies in the trash of all open sources: who deleted it, when, how much it takes; runs come back from here one by
/// one or several at once, or go for good, which frees the disk. Follows what happens while it is visible.
/// @thread GUI
class TrashPage : public QWidget
{
    Q_OBJECT

public:
    explicit TrashPage(Context& context, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    /// Asks anew what lies there.
    void reload();

signals:
    /// How many runs lie there.
    void counted(int runs);
    void closeRequested();
    /// The user has said so, where that had to be asked.
    void restoreRequested(const std::vector<runglass::TrashedRef>& runs);
    void purgeRequested(const std::vector<runglass::TrashedRef>& runs);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    using Trash = std::shared_ptr<const std::vector<TrashedRef>>;

    QWidget* makeBar();
    void makeTable();
    void makeActions();
    void take(const Result<Trash>& trash);
    void refresh();
    std::vector<TrashedRef> chosen() const;
    void giveFocus();
    void restore();
    void askToPurge(const std::vector<TrashedRef>& runs, bool isAll);
    void copy() const;

    Context m_context;
    TrashModel* m_model;
    QTableView* m_table;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty;
    QLineEdit* m_search;
    QLabel* m_note;
    QAction* m_restore;
    QAction* m_purge;
    QAction* m_emptyTrash;
    QTimer m_soon;     ///< gathers changes
    QString m_problem; ///< why the trash could not be read; empty: it was
    bool m_isKnown = false;
    bool m_isAsking = false;
    bool m_isStale = false;
};

} // namespace runglass
