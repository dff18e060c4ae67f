// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/WindowActions.h"

#include "models/table/ShownValues.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <tuple>

namespace runglass
{

WindowActions::WindowActions(Theme& theme, QWidget* window)
    : QObject(window)
    , themes(new QActionGroup(this))
    , croppings(new QActionGroup(this))
    , updates(new QActionGroup(this))
    , shownValues(new QActionGroup(this))
    , m_theme(theme)
    , m_window(window)
    , m_recent(new QMenu(tr("Open recent"), window))
    , m_cropping(new QMenu(tr("Run name cropping"), window))
    , m_column(new QMenu(tr("Column"), window))
    , m_themes(new QMenu(tr("Theme"), window))
    , m_updates(new QMenu(tr("Updates"), window))
    , m_shownValues(new QMenu(tr("Shown value"), window))
{
    m_recent->setIcon(theme.icon(QStringLiteral("restore")));
    makeFileAndEdit();
    makeRecorder();
    makeTabs();
    makeView();
    makeShownValues();
    makeUpdates();
    makeRun();
    makeChoice();
    makeOutput();
    makeChanges();
}

QAction* WindowActions::add(const char* id, const QString& text, const QString& icon, const QKeySequence& key,
                            const QString& tip)
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(QString::fromLatin1(id));
    if (!icon.isEmpty())
        action->setIcon(m_theme.icon(icon));
    if (!key.isEmpty())
        action->setShortcut(key);
    QString words = tip.isEmpty() ? QString(text).remove(QLatin1Char('&')).remove(QChar(0x2026)) : tip;
    action->setStatusTip(words);
    if (!key.isEmpty())
        words += QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText));
    action->setToolTip(words);
    m_window->addAction(action);
    return action;
}

void WindowActions::makeFileAndEdit()
{
    openFolder = add("openFolder", tr("&Open folder…"), QStringLiteral("folder-open"), QKeySequence::Open,
                     tr("Open a folder of runs"));
    clearRecent = add("clearRecent", tr("Clear list"));
    openExample = add("openExample", tr("Open &example"), QStringLiteral("play"), {}, tr("Look at the example runs"));
    closeSource = add("closeSource", tr("&Close source"), QStringLiteral("close"), QKeySequence::Close,
                      tr("Take the chosen source out of the window. Its files stay as they are."));
    quit = add("quit", tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    undo = add("undo", tr("Undo"), QStringLiteral("undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo = add("redo", tr("Redo"), QStringLiteral("redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    copy = add("copy", tr("&Copy"), QStringLiteral("copy"), QKeySequence::Copy, tr("Copy what is selected"));
    // The key belongs to the view that has the focus; this says so in the menu.
    copy->setShortcutContext(Qt::WidgetShortcut);
    find = add("find", tr("&Find in this tab"), QStringLiteral("search"), QKeySequence::Find);
    searchRuns = add("searchRunsAction", tr("Find &runs"), QStringLiteral("search"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), tr("Go to the search for runs"));
}

void WindowActions::makeRecorder()
{
    record = add("record", tr("&Record runs on this computer"), QStringLiteral("record"));
    recorder = add("recorderDetails", tr("Recorder…"), QStringLiteral("info"), {},
                   tr("Show whether runs are recorded, where, and what a script needs"));
    openRecorded = add("openRecorded", tr("Open recorded runs"), QStringLiteral("store"), {},
                       tr("Show the runs that were recorded on this computer"));
    setUp = add("setUp", tr("Set up this computer…"), QStringLiteral("settings"), {},
                tr("Have the scripts of this user log to the recorder without any environment"));
    undoSetUp = add("undoSetUp", tr("Undo set-up…"), QStringLiteral("undo"), {},
                    tr("Bring back what was there before this computer was set up"));
    startAtLogin = add("startAtLogin", tr("Start recording at login"), {}, {},
                       tr("Have systemd start the recorder when this user logs in"));
    startAtLogin->setCheckable(true);
    for (QAction* action : {record, recorder, openRecorded, setUp, undoSetUp, startAtLogin})
        action->setVisible(false);
}

QString WindowActions::tabName(Tab tab)
{
    switch (tab) {
    case Tab::Workspace:
        return tr("Workspace");
    case Tab::Runs:
        return tr("Runs");
    case Tab::Overview:
        return tr("Overview");
    case Tab::Logs:
        return tr("Logs");
    case Tab::Files:
        return tr("Files");
    default:
        return tr("Artifacts");
    }
}

void WindowActions::makeTabs()
{
    auto* group = new QActionGroup(this);
    for (int i = 0; i < static_cast<int>(Tab::Count); ++i) {
        const auto tab = static_cast<Tab>(i);
        QAction* action = add("tab", tabName(tab), {}, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        action->setObjectName(QStringLiteral("tab%1").arg(i));
        action->setCheckable(true);
        action->setData(i);
        group->addAction(action);
        tabs.append(action);
        if (tab == Tab::Workspace || tab == Tab::Runs)
            continue;
        QAction* open = add("openIn", tr("Open in %1", "%1: a tab").arg(tabName(tab)));
        open->setObjectName(QStringLiteral("openIn%1").arg(i));
        open->setData(i);
        openRun.append(open);
    }
}

void WindowActions::makeView()
{
    sideBar = add("toggleSideBar", tr("Show or hide the side bar"), QStringLiteral("sidebar"),
                  QKeySequence(Qt::CTRL | Qt::Key_B));
    sideBar->setIcon(m_theme.icon(QStringLiteral("sidebar"), Theme::Token::Text));
    back = add("back", tr("Back"), QStringLiteral("chevron-left"), QKeySequence(Qt::ALT | Qt::Key_Left));
    forward = add("forward", tr("Forward"), QStringLiteral("chevron-right"), QKeySequence(Qt::ALT | Qt::Key_Right));
    showAll = add("showAll", tr("Show all"), QStringLiteral("eye"), {}, tr("Show all listed runs in charts"));
    hideAll = add("hideAll", tr("Hide all"), QStringLiteral("eye-off"), {}, tr("Hide all listed runs in charts"));
    makeSort();
    makeGroups();
    makeColumns();
    filter = add("filter", tr("Filter"), QStringLiteral("filter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                 tr("Show only runs that meet conditions"));
    filter->setCheckable(true);
    clearFilter = add("clearFilter", tr("Clear filter"), QStringLiteral("close"), {},
                      tr("Show the runs again that the filter leaves out"));
    resetView = add("resetView", tr("Reset view"), QStringLiteral("restore"), {},
                    tr("Show the runs as a new project does: its columns, order, filter, groups and colours"));
    refresh = add("refresh", tr("Refresh"), QStringLiteral("refresh"), QKeySequence(Qt::Key_F5),
                  tr("Read all sources again"));
    problems = add("showProblems", tr("What could not be read…"), QStringLiteral("warning"));
    nextPane = add("nextPane", tr("Next pane"), {}, QKeySequence(Qt::Key_F6));
    previousPane = add("previousPane", tr("Previous pane"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6));
    fullScreen = add("fullScreen", tr("Full screen"), QStringLiteral("expand"), QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);

    const std::pair<Theme::Mode, QString> modes[] = {
        {Theme::Mode::System, tr("System")}, {Theme::Mode::Light, tr("Light")}, {Theme::Mode::Dark, tr("Dark")}};
    for (const auto& [mode, name] : modes) {
        QAction* action = add("theme", name);
        action->setObjectName(QStringLiteral("theme%1").arg(static_cast<int>(mode)));
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        themes->addAction(action);
        m_themes->addAction(action);
    }
    const std::pair<Qt::TextElideMode, QString> places[] = {
        {Qt::ElideLeft, tr("Beginning")}, {Qt::ElideMiddle, tr("Middle")}, {Qt::ElideRight, tr("End")}};
    for (const auto& [mode, name] : places) {
        QAction* action = add("cropping", name);
        action->setObjectName(QStringLiteral("cropping%1").arg(static_cast<int>(mode)));
        action->setCheckable(true);
        action->setChecked(mode == Qt::ElideMiddle);
        action->setData(static_cast<int>(mode));
        croppings->addAction(action);
        m_cropping->addAction(action);
    }
}

void WindowActions::makeSort()
{
    constexpr auto kKeys = Qt::CTRL | Qt::SHIFT;
    sortAscending = add("sortAscending", tr("Sort ascending"), QStringLiteral("sort-asc"), kKeys | Qt::Key_A,
                        tr("Sort the runs by this column, lowest first"));
    sortDescending = add("sortDescending", tr("Sort descending"), QStringLiteral("sort-desc"), kKeys | Qt::Key_D,
                         tr("Sort the runs by this column, highest first"));
    addToSort = add("addToSort", tr("Add to sort"), QStringLiteral("plus"), kKeys | Qt::Key_K,
                    tr("Sort by this column too; again reverses it, then takes it out"));
    sortBy = add("sortBy", tr("Sort by…"), {}, kKeys | Qt::Key_S, tr("Choose the columns that the runs are sorted by"));
    newestFirst = add("clearSort", tr("Newest first"), QStringLiteral("close"), {},
                      tr("Back to the order of start, newest first"));
}

void WindowActions::makeGroups()
{
    groupBy = add("groupBy", tr("Group by"), QStringLiteral("group"), Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                  tr("Choose the columns that runs are grouped by"));
    groupByColumn = add("groupByColumn", tr("Group by this column"), {}, {},
                        tr("Group the runs by the column of the current cell too"));
    foldGroup = add("foldGroup", tr("Collapse group"), {}, {}, tr("Show or hide the runs of the group"));
    foldAllGroups = add("foldAllGroups", tr("Collapse all groups"), QStringLiteral("chevron-right"), {},
                        tr("Show the heads of groups only"));
    unfoldAllGroups = add("unfoldAllGroups", tr("Expand all groups"), QStringLiteral("chevron-down"), {},
                          tr("Show the runs of every group"));
    ungroup = add("ungroup", tr("Remove grouping"), QStringLiteral("close"), {}, tr("Show the runs without groups"));
}

void WindowActions::makeShownValues()
{
    const std::tuple<MetricValue, QString, QString> values[] = {
        {MetricValue::Last, tr("Last"), tr("Show what the summary of the run says, as a rule the last value")},
        {MetricValue::Min, tr("Min"), tr("Show the smallest number that the run logged")},
        {MetricValue::Max, tr("Max"), tr("Show the largest number that the run logged")},
        {MetricValue::First, tr("First"), tr("Show the value that the run logged first")}};
    for (const auto& [value, name, tip] : values) {
        QAction* action = add("shownValue", name, {}, {}, tip);
        action->setObjectName(QStringLiteral("shownValue%1").arg(static_cast<int>(value)));
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
        shownValues->addAction(action);
        m_shownValues->addAction(action);
    }
}

void WindowActions::makeUpdates()
{
    const std::tuple<int, QString, QString> paces[] = {
        {0, tr("As it happens"), tr("Show what runs write as soon as they do")},
        {10, tr("Every 10 seconds"), tr("Look for what is new every 10 seconds")},
        {60, tr("Every minute"), tr("Look for what is new every minute")},
        {-1, tr("Only when asked"), tr("Look for what is new with Refresh (F5) only")}};
    for (const auto& [seconds, name, tip] : paces) {
        QAction* action = add("updates", name, {}, {}, tip);
        action->setObjectName(QStringLiteral("updates%1").arg(seconds));
        action->setCheckable(true);
        action->setChecked(seconds == 0);
        action->setData(seconds);
        updates->addAction(action);
        m_updates->addAction(action);
    }
}

void WindowActions::makeRun()
{
    goToRun = add("goToRun", tr("Go to run…"), QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_G),
                  tr("Go to a run by ID, run path, URL or name"));
    nextRun = add("nextRun", tr("Next run"), QStringLiteral("chevron-down"), QKeySequence(Qt::ALT | Qt::Key_Down));
    previousRun =
        add("previousRun", tr("Previous run"), QStringLiteral("chevron-up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    toggleShown = add("toggleShown", tr("Hide in charts"), QStringLiteral("eye"), QKeySequence(Qt::Key_V),
                      tr("Show the chosen runs in charts, or hide them"));
    copyRunPath =
        add("copyRunPath", tr("Copy run path"), QStringLiteral("copy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_runSeparator = new QAction(this);
    m_runSeparator->setSeparator(true);
    shortcuts = add("shortcuts", tr("Keyboard shortcuts"), QStringLiteral("keyboard"), QKeySequence(Qt::Key_F1));
    about = add("about", tr("About Runglass"), QStringLiteral("info"));
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction*> WindowActions::runMenu() const
{
    return QList<QAction*>(openRun) << m_runSeparator << pinRuns << setBaseline << changeColour << toggleShown
                                    << showOnlyThis << compareRuns << copyRunPath;
}

QList<QAction*> WindowActions::runContextMenu() const
{
    return runMenu() << copyRuns << changeMenu();
}

QList<QAction*> WindowActions::runsMenu() const
{
    return QList<QAction*>{m_runSeparator, tickRuns,     pinRuns,     changeColour,
                           toggleShown,    showOnlyThis, copyRunPath, copyRuns}
           << changeMenu();
}

QList<QAction*> WindowActions::shownMenu() const
{
    return {showAll, hideAll, showFirst, showMore, hideFinished, showOnlySelected};
}

QMenu* WindowActions::viewMenu(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(tr("&View"));
    menu->addActions(tabs);
    menu->addSeparator();
    menu->addAction(openTrash);
    menu->addSeparator();
    menu->addActions({back, forward, sideBar, nextPane, previousPane});
    menu->addSeparator();
    menu->addMenu(m_themes);
    menu->addMenu(m_cropping);
    menu->addActions(shownMenu());
    menu->addSeparator();
    menu->addMenu(m_column);
    menu->addActions({columns, sortBy, newestFirst});
    menu->addSeparator();
    QMenu* groups = menu->addMenu(m_theme.icon(QStringLiteral("group")), tr("Groups"));
    groups->addActions({groupBy, foldGroup, foldAllGroups, unfoldAllGroups, ungroup});
    menu->addSeparator();
    menu->addMenu(m_shownValues);
    menu->addSeparator();
    menu->addActions({filter, clearFilter, resetView});
    menu->addSeparator();
    menu->addMenu(m_updates);
    menu->addActions({refresh, problems, fullScreen});
    return menu;
}

void WindowActions::fillMenuBar(QMenuBar* bar, const QList<QAction*>& panels)
{
    QMenu* file = bar->addMenu(tr("&File"));
    file->addAction(openFolder);
    file->addMenu(m_recent);
    file->addAction(openExample);
    file->addSeparator();
    file->addActions({record, recorder, openRecorded, setUp, undoSetUp, startAtLogin});
    file->addSeparator();
    file->addAction(exportRuns);
    file->addSeparator();
    file->addAction(closeSource);
    file->addSeparator();
    file->addAction(quit);
    QMenu* edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy, copyRuns});
    edit->addSeparator();
    edit->addActions({tickRuns, selectAll, clearSelection});
    edit->addSeparator();
    edit->addActions({find, searchRuns});
    viewMenu(bar);
    QMenu* run = bar->addMenu(tr("&Run"));
    run->addActions({goToRun, nextRun, previousRun});
    run->addSeparator();
    run->addActions(runMenu());
    run->addActions(changeMenu());
    run->addSeparator();
    run->addActions({colourByColumn, randomizeColours, resetColours});
    QMenu* panelsMenu = bar->addMenu(tr("&Panels"));
    panelsMenu->addActions(panels);
    QMenu* help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

} // namespace runglass
