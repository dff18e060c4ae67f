// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/UndoActions.h"

#include "widgets/window/WindowActions.h"

#include <QAction>

#include <chrono>

namespace runglass
{

namespace
{

/// A change by what it changed, as in "Undo filter".
QString partName(ViewPart part)
{
    switch (part) {
    case ViewPart::Sort:
        return UndoActions::tr("sort order");
    case ViewPart::Filter:
        return UndoActions::tr("filter");
    case ViewPart::Colours:
        return UndoActions::tr("colours");
    case ViewPart::Pins:
        return UndoActions::tr("pinned runs");
    case ViewPart::Columns:
        return UndoActions::tr("columns");
    case ViewPart::Widths:
        return UndoActions::tr("column width");
    case ViewPart::Grouping:
        return UndoActions::tr("grouping");
    case ViewPart::FoldedGroups:
        return UndoActions::tr("folding of groups");
    case ViewPart::Values:
        return UndoActions::tr("shown values");
    case ViewPart::Baseline:
        return UndoActions::tr("baseline");
    case ViewPart::Several:
        break;
    }
    return UndoActions::tr("view");
}

QString partName(PanelsPart part)
{
    switch (part) {
    case PanelsPart::Settings:
        return UndoActions::tr("chart settings");
    case PanelsPart::Size:
        return UndoActions::tr("panel size");
    case PanelsPart::RowFilter:
        //: of the rows in a panel of tables
        return UndoActions::tr("row filter");
    case PanelsPart::Rows:
        //: order, groups and columns of the rows in a panel of tables
        return UndoActions::tr("arrangement of rows");
    case PanelsPart::Media:
        //: step of a panel of images, and what is shown over its pictures
        return UndoActions::tr("shown images");
    case PanelsPart::Arrangement:
        break;
    }
    return UndoActions::tr("arrangement of panels");
}

/// A step of the view; nothing where there is none.
QString stepName(const std::optional<ViewPart>& part, const std::optional<PanelsPart>& panels)
{
    if (panels)
        return partName(*panels);
    return part ? partName(*part) : QString();
}

/// The fields that an edit changed, as far as they are the same ones for all runs.
QString editedField(const CommandReport& report)
{
    std::string field;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        for (const FieldChange& change : outcome.effect.changes) {
            if (!field.empty() && field != change.field)
                return UndoActions::tr("edit");
            field = change.field;
        }
    if (field == "notes")
        return UndoActions::tr("description");
    if (field == "tags")
        return UndoActions::tr("tags");
    if (field == "name")
        return UndoActions::tr("name");
    if (field == "group")
        return UndoActions::tr("group");
    if (field == "job_type")
        return UndoActions::tr("job type");
    if (field == "state_mark")
        return UndoActions::tr("mark of state");
    return UndoActions::tr("edit");
}

/// A change of runs, by what was done: "Undo deletion".
/// @param isTakenBack  the report is of what took it back: a restoring, for a deletion
QString commandName(const CommandReport& report, bool isTakenBack)
{
    using Kind = RunCommand::Kind;
    switch (report.kind) {
    case Kind::Delete:
    case Kind::Restore:
        return (report.kind == Kind::Delete) != isTakenBack ? UndoActions::tr("deletion")
                                                            : UndoActions::tr("restoring");
    case Kind::Lock:
    case Kind::Unlock:
        return (report.kind == Kind::Lock) != isTakenBack ? UndoActions::tr("lock") : UndoActions::tr("unlock");
    default:
        return editedField(report);
    }
}

void say(QAction* action, const QString& text)
{
    action->setText(text);
    action->setStatusTip(text);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace

UndoActions::UndoActions(Session& session, WindowActions& actions, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_undo(session)
{
    connect(&m_undo, &ViewUndo::changed, this, &UndoActions::refresh);
    connect(&session, &Session::commandFinished, this, &UndoActions::onFinished);
    connect(&session, &Session::commandsChanged, this, &UndoActions::refresh);
    connect(actions.undo, &QAction::triggered, this, &UndoActions::undo);
    connect(actions.redo, &QAction::triggered, this, &UndoActions::redo);
    connect(actions.resetView, &QAction::triggered, &m_undo, &ViewUndo::reset);
    refresh();
}

UndoActions::Step UndoActions::newest(const std::optional<Moment>& view, const std::vector<Moment>& commands)
{
    if (!commands.empty() && (!view || commands.back() > *view))
        return Step::Command;
    return view ? Step::View : Step::None;
}

UndoActions::Step UndoActions::undoStep() const
{
    return newest(m_undo.undoMoment(), m_done);
}

UndoActions::Step UndoActions::redoStep() const
{
    return newest(m_undo.redoMoment(), m_taken);
}

void UndoActions::undo()
{
    if (undoStep() == Step::Command)
        undoCommand();
    else
        m_undo.undo();
}

void UndoActions::redo()
{
    if (redoStep() == Step::Command)
        redoCommand();
    else
        m_undo.redo();
}

void UndoActions::undoCommand()
{
    if (m_done.empty() || m_session.isPerforming())
        return;
    m_done.pop_back();
    m_own[m_session.undoCommand()] = Origin::Undo;
    refresh();
}

void UndoActions::redoCommand()
{
    if (m_taken.empty() || m_session.isPerforming())
        return;
    m_taken.pop_back();
    m_own[m_session.redoCommand()] = Origin::Redo;
    refresh();
}

/// Keeps the moments in step with what the session remembers.
void UndoActions::onFinished(quint64 command, const CommandReport& report)
{
    const auto own = m_own.find(command);
    const bool isUndo = own != m_own.end() && own->second == Origin::Undo;
    const bool isUsers = own == m_own.end();
    if (inverseOf(report).empty())
        return;
    if (isUsers)
        m_taken.clear();
    (isUndo ? m_taken : m_done).push_back(std::chrono::steady_clock::now());
    // The session forgets the oldest ones.
    while (m_done.size() > static_cast<std::size_t>(kMostKept))
        m_done.erase(m_done.begin());
    refresh();
}

void UndoActions::refresh()
{
    const Step back = undoStep();
    const Step ahead = redoStep();
    const auto name = [](Step step, const QString& view, const CommandReport* report, bool isAhead) {
        if (step == Step::Command && report)
            return commandName(*report, isAhead);
        return step == Step::View ? view : QString();
    };
    const QString what =
        name(back, stepName(m_undo.undoPart(), m_undo.undoPanelsPart()), m_session.undoableCommand(), false);
    const QString again =
        name(ahead, stepName(m_undo.redoPart(), m_undo.redoPanelsPart()), m_session.redoableCommand(), true);
    // What runs is newer than all that could be taken back.
    const bool mayGo = !m_session.isPerforming();
    m_actions.undo->setEnabled(mayGo && !what.isEmpty());
    m_actions.redo->setEnabled(mayGo && !again.isEmpty());
    m_actions.resetView->setEnabled(m_undo.isChanged());
    say(m_actions.undo, what.isEmpty() ? tr("Undo") : tr("Undo %1", "%1: what was changed").arg(what));
    say(m_actions.redo, again.isEmpty() ? tr("Redo") : tr("Redo %1", "%1: what was changed").arg(again));
}

} // namespace runglass
