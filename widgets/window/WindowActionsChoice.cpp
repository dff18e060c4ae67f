// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/WindowActions.h"

#include <QMenu>

namespace runglass
{

/// What chooses among runs, and what is done with those that are chosen.
void WindowActions::makeChoice()
{
    tickRuns = add("tickRuns", tr("Select or unselect run"), QStringLiteral("check"), QKeySequence(Qt::Key_Space),
                   tr("Tick the run, or the rows that are marked, or untick them"));
    selectAll = add("selectAllRuns", tr("Select all"), {}, QKeySequence::SelectAll,
                    tr("Tick every run that matches search and filter"));
    clearSelection = add("clearSelection", tr("Clear selection"), QStringLiteral("close"), QKeySequence(Qt::Key_Escape),
                         tr("Untick every run"));
    // These keys belong to the view that has the focus; the menu says so.
    for (QAction* action : {tickRuns, selectAll, clearSelection})
        action->setShortcutContext(Qt::WidgetShortcut);
    changeColour = add("changeColour", tr("Change colour…"), {}, {}, tr("Choose a colour for the chosen runs"));
    colourByColumn =
        add("colourByColumn", tr("Colour by column…"), {}, {}, tr("Give runs their colour by what a column holds"));
    randomizeColours = add("randomizeColours", tr("Randomize run colours"), QStringLiteral("refresh"), {},
                           tr("Give all runs other colours; again for others still"));
    resetColours = add("resetColours", tr("Reset run colours"), QStringLiteral("undo"), {},
                       tr("Give all runs the colours that they have by themselves"));
    pinRuns = add("pinRuns", tr("Pin to top"), QStringLiteral("pin"), QKeySequence(Qt::Key_P),
                  tr("Keep the chosen runs above all others, or no longer"));
    setBaseline = add("setBaseline", tr("Set as baseline"), QStringLiteral("baseline"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    showFirst = add("showFirst", tr("Show first %1").arg(kFirstRuns), QStringLiteral("eye"), {},
                    tr("Show only the first listed runs in charts"));
    showMore = add("showMore", tr("Show first %1").arg(kMoreRuns), QStringLiteral("eye"), {},
                   tr("Show only the first listed runs in charts"));
    hideFinished = add("hideFinished", tr("Hide finished"), QStringLiteral("eye-off"), {},
                       tr("Hide the listed runs that have finished in charts"));
    showOnlyThis =
        add("showOnlyThis", tr("Show only this in charts"), QStringLiteral("eye"), QKeySequence(Qt::SHIFT | Qt::Key_V),
            tr("Show the chosen runs alone in charts; again: all. A double-click on the eye does the same."));
    showOnlySelected = add("showOnlySelected", tr("Show only selected"), QStringLiteral("eye"), {},
                           tr("Show only the selected runs in charts"));
}

/// What takes runs out of the window.
void WindowActions::makeOutput()
{
    copyTsv = add("copyTsv", tr("Copy as TSV"), QStringLiteral("copy"), {},
                  tr("Copy the chosen runs with the visible columns, for a spreadsheet"));
    copyMarkdown = add("copyMarkdown", tr("Copy as Markdown"), QStringLiteral("copy"), {},
                       tr("Copy the chosen runs with the visible columns as a Markdown table"));
    copyJson = add("copyJson", tr("Copy as JSON"), QStringLiteral("copy"), {},
                   tr("Copy the chosen runs with the visible columns as JSON"));
    auto* menu = new QMenu(tr("Copy runs"), m_window);
    menu->setToolTipsVisible(true);
    menu->addActions({copyTsv, copyMarkdown, copyJson});
    copyRuns = menu->menuAction();
    copyRuns->setIcon(m_theme.icon(QStringLiteral("copy")));
    copyRuns->setToolTip(tr("Copy the chosen runs with the visible columns"));
    compareRuns = add("compareRuns", tr("Compare"), QStringLiteral("compare"), QKeySequence(Qt::CTRL | Qt::Key_D),
                      tr("Put the chosen runs side by side: what differs in fields, config and summary"));
    exportRuns = add("exportRuns", tr("Export runs…"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E),
                     tr("Write runs to a CSV or JSON lines file"));
}

/// What is done to the runs themselves. Tool tips say why not, where their source cannot.
void WindowActions::makeChanges()
{
    m_changeSeparator = new QAction(this);
    m_endSeparator = new QAction(this);
    for (QAction* separator : {m_changeSeparator, m_endSeparator})
        separator->setSeparator(true);
    renameRuns = add("renameRuns", tr("Rename…"), QStringLiteral("pencil"));
    editTags = add("editTags", tr("Tags"), QStringLiteral("tag"), QKeySequence(Qt::CTRL | Qt::Key_T));
    setGroup = add("setGroup", tr("Set group"), QStringLiteral("group"));
    setJobType = add("setJobType", tr("Set job type"), QStringLiteral("group"));
    editDescription =
        add("editDescription", tr("Edit description"), QStringLiteral("pencil"), QKeySequence(Qt::Key_F2));
    markState = add("markState", tr("Mark state…"), QStringLiteral("pencil"));
    lockRuns = add("lockRuns", tr("Lock"), QStringLiteral("lock"));
    stopRuns = add("stopRuns", tr("Stop run"));
    stopRuns->setIcon(m_theme.icon(QStringLiteral("stop"), Theme::Token::Danger));
    deleteRuns = add("deleteRuns", tr("Delete"), {}, QKeySequence::Delete);
    deleteRuns->setIcon(m_theme.icon(QStringLiteral("trash"), Theme::Token::Danger));
    // The key belongs to the views of runs: elsewhere it deletes letters.
    deleteRuns->setShortcutContext(Qt::WidgetShortcut);
    openTrash = add("openTrash", tr("Trash"), QStringLiteral("trash"), {},
                    tr("Show deleted runs: restore them, or remove them for good"));
}

void WindowActions::makeColumns()
{
    m_columnSeparator = new QAction(this);
    m_columnSeparator->setSeparator(true);
    pinColumn = add("pinColumn", tr("Pin column"), QStringLiteral("pin"), {},
                    tr("Keep this column in sight at the left, and in the run selector"));
    unpinColumn = add("unpinColumn", tr("Unpin column"), QStringLiteral("unpin"), {},
                      tr("Let this column scroll with the others"));
    hideColumn = add("hideColumn", tr("Hide column"), QStringLiteral("eye-off"), {},
                     tr("Take this column out of the table. Columns shows it again."));
    columns = add("columns", tr("Columns"), QStringLiteral("columns"), {},
                  tr("Choose which columns are shown, in which order"));
    columns->setCheckable(true);
    m_column->addActions(columnMenu());
}

QList<QAction*> WindowActions::columnMenu() const
{
    return {sortAscending, sortDescending, addToSort,  m_columnSeparator,
            pinColumn,     unpinColumn,    hideColumn, groupByColumn};
}

QList<QAction*> WindowActions::headMenu() const
{
    return columnMenu() << m_shownValues->menuAction();
}

QList<QAction*> WindowActions::selectionActions() const
{
    return {editTags,     setGroup,    setJobType,  editDescription, pinRuns,
            changeColour, toggleShown, compareRuns, copyRuns,        exportRuns};
}

QList<QAction*> WindowActions::lastSelectionActions() const
{
    return {stopRuns, deleteRuns};
}

QList<QAction*> WindowActions::changeMenu() const
{
    return {m_changeSeparator, renameRuns, editTags,       setGroup, setJobType, editDescription,
            markState,         lockRuns,   m_endSeparator, stopRuns, deleteRuns};
}

} // namespace runglass
