// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/Format.h"
#include "models/session/PanelLayout.h"
#include "models/table/RunTableBuilder.h"
#include "tests/table/TableText.h"
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include <cmath>

namespace runglass::test
{

inline const ColumnId kLr = configColumn({"lr"}), kOptimizer = configColumn({"optimizer"}),
                      kLoss = summaryColumn({"loss"});

inline Run plotRun(const std::string& id, Value lr, Value optimizer, Value loss)
{
    Run run = makeRun(id, id, 1'000'000'000);
    run.config.makeObject() = {{"lr", std::move(lr)}, {"optimizer", std::move(optimizer)}};
    run.summary.makeObject() = {{"loss", std::move(loss)}};
    return run;
}

/// Sorted by name.
inline std::shared_ptr<const RunList> plotList(std::vector<Run> runs, RunListState state = {})
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    return std::make_shared<const RunList>(makeRunList(builder.snapshot(), std::move(state), 0));
}

inline std::vector<Run> fivePlotRuns()
{
    return {plotRun("a", 0.1, "sgd", 0.5), plotRun("b", 0.01, "adam", 2.0), plotRun("c", 0.001, "adam", 4.0),
            plotRun("d", {}, "lion", 1.0), plotRun("e", -1.0, {}, std::nan(""))};
}

inline PanelContent plotContent(PanelKind kind, const std::vector<ColumnId>& columns)
{
    PanelContent content;
    content.kind = kind;
    for (const ColumnId& column : columns)
        content.axes.push_back({column});
    return content;
}

inline ScatterDrawing scatter(const std::shared_ptr<const RunList>& list, PanelContent content)
{
    std::vector<ColumnId> columns;
    for (const ValueAxis& axis : content.axes)
        columns.push_back(axis.column);
    const auto colour = columns.size() > 2 ? std::optional(columns[2]) : std::nullopt;
    return ScatterDrawing(plotValues(list, list->state, columns, colour), content);
}

/// The names of marks, as their tips say them.
inline QString titles(const PlotDrawing& drawing)
{
    QStringList result;
    for (std::size_t i = 0; i < drawing.marks(); ++i)
        result += drawing.tipOf(i).title;
    return result.join(u' ');
}

inline PlotMap plotMap(const PlotDrawing& drawing, QSize size, double scroll = 0)
{
    PlotMap map{QRectF(QPointF(), QSizeF(size)), {0, 1}, {0, 1}, {}};
    if (const auto axes = drawing.axes(size, scroll)) {
        map.x = axes->x;
        map.y = axes->y;
    }
    return map;
}

/// Its cells, a row a line.
inline std::string tableText(const BodyTable& table)
{
    std::string result = table.columns.join(QStringLiteral("|")).toStdString();
    for (std::size_t row = 0; row < table.rows; ++row) {
        result += '\n';
        for (std::size_t column = 0; column < static_cast<std::size_t>(table.columns.size()); ++column)
            result += (column ? "|" : "") + format::value(table.cell(row, column)).toStdString();
    }
    return result;
}

} // namespace runglass::test
