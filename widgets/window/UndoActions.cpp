// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/UndoActions.h"

#include "widgets/window/WindowActions.h"

#include <QAction>

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
    case ViewPart::Several:
        break;
    }
    return UndoActions::tr("view");
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
    , m_actions(actions)
    , m_undo(session)
{
    connect(&m_undo, &ViewUndo::changed, this, &UndoActions::refresh);
    connect(actions.undo, &QAction::triggered, &m_undo, &ViewUndo::undo);
    connect(actions.redo, &QAction::triggered, &m_undo, &ViewUndo::redo);
    connect(actions.resetView, &QAction::triggered, &m_undo, &ViewUndo::reset);
    refresh();
}

void UndoActions::refresh()
{
    const auto back = m_undo.undoPart();
    const auto ahead = m_undo.redoPart();
    m_actions.undo->setEnabled(back.has_value());
    m_actions.redo->setEnabled(ahead.has_value());
    m_actions.resetView->setEnabled(m_undo.isChanged());
    say(m_actions.undo, back ? tr("Undo %1", "%1: what was changed").arg(partName(*back)) : tr("Undo"));
    say(m_actions.redo, ahead ? tr("Redo %1", "%1: what was changed").arg(partName(*ahead)) : tr("Redo"));
}

} // namespace runglass
