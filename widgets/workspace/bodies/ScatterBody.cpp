// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterBody.h"

#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/ScatterDrawing.h"
#include "widgets/workspace/bodies/ScatterForm.h"

#include <QCoreApplication>

namespace runglass
{

void ScatterBody::renew()
{
    if (content().axes.size() < 2)
        return showMade({nullptr, tr("Choose two columns in the settings of the panel."), {}});
    make([list = session().list(), state = session().state(), content = content()]() -> Made {
        std::vector<ColumnId> columns;
        for (const ValueAxis& axis : content.axes)
            columns.push_back(axis.column);
        const auto colour = columns.size() > 2 ? std::optional(columns[2]) : std::nullopt;
        auto drawing = std::make_shared<const ScatterDrawing>(plotValues(list, state, columns, colour), content);
        QStringList notes;
        if (const auto without = static_cast<int>(drawing->leftOut()); without > 0) {
            //: Beside the title: runs that lack a value of an axis.
            notes += tr("%n runs without a place", nullptr, without);
        }
        if (drawing->lacksFrontier())
            notes += tr("no frontier over names");
        return madeOf(drawing,
                      tr("No shown run has both %1 and %2. Show more runs with the eyes in the list, or choose other "
                         "columns in the settings of the panel.")
                          .arg(axisTitle(content.axes[0]), axisTitle(content.axes[1])),
                      notes);
    });
}

QString ScatterBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 scatter plot").arg(title);
}

PanelKindInfo scatterKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Scatter;
    kind.name = QCoreApplication::translate("PanelKinds", "Scatter plot");
    kind.description = QCoreApplication::translate("PanelKinds", "A point a run, over two columns of the table");
    kind.icon = QStringLiteral("scatter");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new ScatterBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) { return new ScatterForm(*scope.session().list(), parent); };
    kind.title = [](const PanelContent& content) {
        if (content.axes.size() < 2)
            return QCoreApplication::translate("PanelKinds", "Scatter plot");
        //: Title of a scatter plot: y over x.
        return QCoreApplication::translate("PanelKinds", "%1 over %2")
            .arg(axisTitle(content.axes[1]), axisTitle(content.axes[0]));
    };
    return kind;
}

} // namespace runglass
