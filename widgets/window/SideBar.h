// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QToolButton;
class QTreeView;

namespace runglass
{

class ProjectsModel;
class RunSearchField;
class RunSelector;
class RunSelectorModel;
class SectionHeader;

/// The left side: what is open, as a tree of sources and projects that the list is narrowed to, and below it the run
/// selector with the search.
/// @thread GUI
class SideBar : public QWidget
{
    Q_OBJECT

public:
    explicit SideBar(Context& context, QWidget* parent = nullptr);

    RunSelector* selector() const { return m_selector; }
    RunSelectorModel* selectorModel() const { return m_selectorModel; }
    QTreeView* projects() const { return m_projects; }
    RunSearchField* search() const { return m_search; }
    /// Heights of projects and selector as a person has set them; empty: the projects take what they need.
    QList<int> division() const;
    void setDivision(const QList<int>& heights);
    /// What the "…" above the selector opens; owned by the caller.
    void setSelectorMenu(QMenu* menu);
    void setCropping(Qt::TextElideMode mode);
    /// Below the projects: the action that shows the trash. Borrowed.
    void setTrashAction(QAction* action);
    /// How many runs lie there; unset: not known.
    void setTrashCount(const std::optional<int>& runs);
    /// The source of the node that is chosen in the tree.
    std::optional<int> chosenSource() const;

signals:
    void openFolderRequested();
    /// Enter or a double click on a run.
    void openRunRequested();
    void runMenuRequested(const QPoint& globalPosition);
    void projectsMenuRequested(const QPoint& globalPosition);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeProjects();
    QWidget* makeTrash(QWidget* parent);
    QWidget* makeRuns();
    QToolButton* makeButton(const QString& name, const QString& icon);
    void onProjectChosen();
    void followScope();
    void onCurrentRunRow();
    void followCurrentRun();
    void refresh();
    void fitProjects();
    int heightOfProjects() const;

    Context m_context;
    ProjectsModel* m_projectsModel;
    RunSelectorModel* m_selectorModel;
    QSplitter* m_splitter;
    QTreeView* m_projects = nullptr;
    QLabel* m_nothingOpen = nullptr;
    QWidget* m_trashLine = nullptr;
    QLabel* m_trashCount = nullptr;
    SectionHeader* m_projectsHead = nullptr;
    SectionHeader* m_runsHead = nullptr;
    QToolButton* m_more = nullptr;
    RunSearchField* m_search = nullptr;
    RunSelector* m_selector = nullptr;
    QLabel* m_noMatch = nullptr;
    bool m_following = false;
    bool m_lostRun = false; ///< the row of the current run has gone
    bool m_isDividedByHand = false;
};

} // namespace runglass
