// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunColumns.h"

#include "models/items/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 120;
constexpr qsizetype kToolTipLength = 1000;

struct RunColumn {
    Field field;
    const char* header;
    const char* toolTip;
    CellKind kind;
};

constexpr std::array kRunColumns = {
    RunColumn{Field::Name, QT_TRANSLATE_NOOP("RunsModel", "Name"),
              QT_TRANSLATE_NOOP("RunsModel", "Name: the run's name, or its ID when it has none."), CellKind::Name},
    RunColumn{Field::State, QT_TRANSLATE_NOOP("RunsModel", "State"),
              QT_TRANSLATE_NOOP("RunsModel", "State: whether the run goes on, and how it ended."), CellKind::State},
    RunColumn{Field::Notes, QT_TRANSLATE_NOOP("RunsModel", "Notes"),
              QT_TRANSLATE_NOOP("RunsModel", "Notes: the first line of the description."), CellKind::Notes},
    RunColumn{Field::Tags, QT_TRANSLATE_NOOP("RunsModel", "Tags"), QT_TRANSLATE_NOOP("RunsModel", "Tags of the run."),
              CellKind::Tags},
    RunColumn{Field::Created, QT_TRANSLATE_NOOP("RunsModel", "Created"),
              QT_TRANSLATE_NOOP("RunsModel", "Created: when the run was started first."), CellKind::Time},
    RunColumn{Field::Runtime, QT_TRANSLATE_NOOP("RunsModel", "Runtime"),
              QT_TRANSLATE_NOOP("RunsModel", "Runtime: from start to end, pauses included."), CellKind::Duration},
    RunColumn{Field::Group, QT_TRANSLATE_NOOP("RunsModel", "Group"),
              QT_TRANSLATE_NOOP("RunsModel", "Group that the run was put in."), CellKind::Text},
    RunColumn{Field::JobType, QT_TRANSLATE_NOOP("RunsModel", "Job type"),
              QT_TRANSLATE_NOOP("RunsModel", "Job type that the run was given."), CellKind::Text},
    RunColumn{Field::Author, QT_TRANSLATE_NOOP("RunsModel", "Author"),
              QT_TRANSLATE_NOOP("RunsModel", "Author: who started the run."), CellKind::Text},
    RunColumn{Field::Duration, QT_TRANSLATE_NOOP("RunsModel", "Duration"),
              QT_TRANSLATE_NOOP("RunsModel", "Duration: how long the run was at work, without pauses."),
              CellKind::Duration},
    RunColumn{Field::Host, QT_TRANSLATE_NOOP("RunsModel", "Host name"),
              QT_TRANSLATE_NOOP("RunsModel", "Host name: the computer that the run was on."), CellKind::Text},
    RunColumn{Field::Id, QT_TRANSLATE_NOOP("RunsModel", "Run ID"),
              QT_TRANSLATE_NOOP("RunsModel", "Run ID: unique in its project."), CellKind::Text},
    RunColumn{Field::Project, QT_TRANSLATE_NOOP("RunsModel", "Project"),
              QT_TRANSLATE_NOOP("RunsModel", "Project that the run belongs to."), CellKind::Text},
    RunColumn{Field::Entity, QT_TRANSLATE_NOOP("RunsModel", "Entity"),
              QT_TRANSLATE_NOOP("RunsModel", "Entity: the user or team that the project belongs to."), CellKind::Text},
    RunColumn{Field::Sweep, QT_TRANSLATE_NOOP("RunsModel", "Sweep"),
              QT_TRANSLATE_NOOP("RunsModel", "Sweep that the run is part of."), CellKind::Text},
    RunColumn{Field::Program, QT_TRANSLATE_NOOP("RunsModel", "Command"),
              QT_TRANSLATE_NOOP("RunsModel", "Command: the program that the run was started with."), CellKind::Text},
    RunColumn{Field::ExitCode, QT_TRANSLATE_NOOP("RunsModel", "Exit code"),
              QT_TRANSLATE_NOOP("RunsModel", "Exit code: what the run's process ended with."), CellKind::Number},
    RunColumn{Field::Source, QT_TRANSLATE_NOOP("RunsModel", "Source"),
              QT_TRANSLATE_NOOP("RunsModel", "Source: where the run was read from."), CellKind::Text},
};
static_assert(kRunColumns.size() == static_cast<std::size_t>(Field::Count));

const RunColumn* runColumn(const ColumnId& id)
{
    const auto found = std::find_if(kRunColumns.begin(), kRunColumns.end(), [&id](const RunColumn& column) {
        return id.origin == ColumnOrigin::Field && column.field == id.field;
    });
    return found != kRunColumns.end() ? &*found : nullptr;
}

} // namespace

QString columnOrigin(const ColumnId& id)
{
    switch (id.origin) {
    case ColumnOrigin::Field:
        break;
    case ColumnOrigin::Config:
        return QStringLiteral("config");
    case ColumnOrigin::Summary:
        return QStringLiteral("summary");
    }
    return {};
}

QString columnName(const ColumnId& id)
{
    const RunColumn* field = runColumn(id);
    return field ? QCoreApplication::translate("RunsModel", field->header)
                 : visibleExcerpt(displayKey(id.key), kNameLength);
}

QStringList columnPath(const ColumnId& id)
{
    if (id.origin == ColumnOrigin::Field)
        return {columnName(id)};
    QStringList path;
    for (const std::string& component : id.key)
        path.append(visibleExcerpt(component, kNameLength));
    return path;
}

QString columnTitle(const ColumnId& id)
{
    const QString origin = columnOrigin(id);
    //: %1 is a key, %2 where it is from: "config" or "summary"
    return origin.isEmpty() ? columnName(id)
                            : QCoreApplication::translate("RunsModel", "%1 (%2)").arg(columnName(id), origin);
}

QString columnToolTip(const ColumnId& id)
{
    if (const RunColumn* field = runColumn(id))
        return QCoreApplication::translate("RunsModel", field->toolTip);
    const QString key = visibleExcerpt(displayKey(id.key), kToolTipLength);
    //: %1 is a key, %2 where it is from: "config" or "summary"
    return QCoreApplication::translate("RunsModel", "%1 (%2)").arg(key, columnOrigin(id));
}

std::optional<CellKind> fieldCellKind(const ColumnId& id)
{
    const RunColumn* field = runColumn(id);
    return field ? std::optional(field->kind) : std::nullopt;
}

} // namespace runglass
