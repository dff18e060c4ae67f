// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterBody.h"

#include "models/items/RunColumns.h"
#include "widgets/workspace/bodies/AxisEdit.h"
#include "widgets/workspace/bodies/ColumnBox.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include <QCoreApplication>
#include <QFormLayout>

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
        if (drawing->marks() == 0)
            return {nullptr,
                    tr("No shown run has both %1 and %2. Show more runs with the eyes in the list, or choose other "
                       "columns in the settings of the panel.")
                        .arg(axisTitle(content.axes[0]), axisTitle(content.axes[1])),
                    {}};
        const auto without = static_cast<int>(drawing->leftOut());
        //: Beside the title: runs that lack a value of an axis.
        const QString note = tr("%n runs without a place", nullptr, without);
        return {drawing, {}, without > 0 ? note : QString()};
    });
}

QString ScatterBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 scatter plot").arg(title);
}

ScatterForm::ScatterForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_x(new AxisEdit(plotColumns(list), tr("X axis"), this))
    , m_y(new AxisEdit(plotColumns(list), tr("Y axis"), this))
    , m_colour(new ColumnBox(plotColumns(list), tr("Colour"), tr("As the runs are"), this))
{
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(12);
    layout->addRow(tr("X axis"), m_x);
    layout->addRow(tr("Y axis"), m_y);
    layout->addRow(tr("Colour"), m_colour);
    connect(m_x, &AxisEdit::edited, this, &ScatterForm::edited);
    connect(m_y, &AxisEdit::edited, this, &ScatterForm::edited);
    connect(m_colour, &ColumnBox::columnChanged, this, &ScatterForm::edited);
}

void ScatterForm::setContent(const PanelContent& content)
{
    if (!content.axes.empty())
        m_x->setAxis(content.axes[0]);
    if (content.axes.size() > 1)
        m_y->setAxis(content.axes[1]);
    m_colour->setColumn(content.axes.size() > 2 ? std::optional(content.axes[2].column) : std::nullopt);
}

PanelContent ScatterForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::Scatter;
    for (const AxisEdit* edit : {m_x, m_y}) {
        if (const std::optional<ValueAxis> axis = edit->axis())
            content.axes.push_back(*axis);
    }
    if (const std::optional<ColumnId> colour = m_colour->column(); colour && content.axes.size() == 2)
        content.axes.push_back({*colour});
    return content;
}

QString ScatterForm::problem() const
{
    if (!m_x->axis())
        return tr("Choose a column for the x axis.");
    if (!m_y->axis())
        return tr("Choose a column for the y axis.");
    return m_x->problem().isEmpty() ? m_y->problem() : m_x->problem();
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
