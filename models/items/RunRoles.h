// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace runglass
{

/// What the run models tell beside the display text. Any column of a row answers the run's roles.
enum RunRole {
    RunRefRole = Qt::UserRole + 1, ///< RunRef
    RunStateRole,                  ///< int of RunState
    ColourRole,                    ///< RunColour, for Theme::runColour
    ShownRole,                     ///< bool: the eye is open. Writable with setData
    NameFromIdRole,                ///< bool: there is no name, the ID stands for it
    WarningCountRole,              ///< int
    CellKindRole,                  ///< int of CellKind, of this column
    TagsRole,                      ///< QStringList, of the tags column
    CopyTextRole,                  ///< QString: the whole value, numbers with every digit
    TickedRole,                    ///< bool. The first column tells it as Qt::CheckStateRole too, which is writable
    PinRole,                       ///< int of RunPin
    BaselineRole,                  ///< bool: other runs are held against it
    LockedRole,                    ///< bool: a user protects the run
    EditedRole,                    ///< bool, of this column: the cell shows what a user made of it
    StoppingRole,                  ///< bool: it was asked to stop and has not said that it did
    MatchRole,                     ///< bool: search and filter let the run pass; false of pinned runs only
    GroupRole,                     ///< bool: the row is the head of a group, and stands for its runs
    DepthRole,                     ///< int: how many groups the row is inside of
    FoldedRole,                    ///< bool, of a group's head: what is inside it is not shown. Writable with setData
    GroupCountRole,                ///< int, of a group's head: how many runs it has, folded or not
    GroupValueRole,                ///< QString, of a group's head: the value that its runs share
    GroupColumnRole,               ///< QString, of a group's head: the column of that value
    GroupCellRole,                 ///< GroupCellText, of a cell beside a group's head; invalid while it is not known
};

/// Where a row stands to those that are pinned to the top.
enum class RunPin {
    None,
    Pinned,
    Last, ///< pinned, and the next row is not: a line divides them
};

/// How a delegate paints a cell.
enum class CellKind { Name, State, Number, Text, Tags, Notes, Time, Duration };

} // namespace runglass
