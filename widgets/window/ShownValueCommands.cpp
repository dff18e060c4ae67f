// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ShownValueCommands.h"

#include "models/session/Session.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/WindowActions.h"

#include <QActionGroup>
#include <QItemSelectionModel>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

/// Whether runs logged numbers under the key of the column.
bool isMetric(const Session& session, const ColumnId& column)
{
    const MetricEntry wanted{false, column.key, 0};
    const auto metrics = session.metrics();
    const auto found = std::lower_bound(metrics->begin(), metrics->end(), wanted);
    return column.origin == ColumnOrigin::Summary && found != metrics->end() && !found->system &&
           found->key == column.key;
}

} // namespace

ShownValueCommands::ShownValueCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_tab(tab)
{
    connect(actions.shownValues, &QActionGroup::triggered, this,
            [this](const QAction* action) { show(static_cast<MetricValue>(action->data().toInt())); });
    connect(tab.view()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { refresh(m_onTable); });
}

std::optional<ColumnId> ShownValueCommands::column() const
{
    const std::optional<ColumnId> current = m_onTable ? m_tab.commandColumn() : std::nullopt;
    return current && isMetric(m_session, *current) ? current : std::nullopt;
}

void ShownValueCommands::refresh(bool onTable)
{
    m_onTable = onTable;
    const std::optional<ColumnId> current = column();
    const ShownValues& shown = m_session.state().shownValues;
    const auto found = current ? shown.find(*current) : shown.end();
    const MetricValue value = found == shown.end() ? MetricValue::Last : found->second;
    for (QAction* action : m_actions.shownValues->actions()) {
        action->setEnabled(current.has_value());
        action->setChecked(action->data().toInt() == static_cast<int>(value));
    }
}

void ShownValueCommands::show(MetricValue value)
{
    const std::optional<ColumnId> current = column();
    if (!current)
        return;
    RunListState state = m_session.state();
    if (value == MetricValue::Last)
        state.shownValues.erase(*current);
    else
        state.shownValues.insert_or_assign(*current, value);
    m_session.setState(std::move(state));
}

} // namespace runglass
