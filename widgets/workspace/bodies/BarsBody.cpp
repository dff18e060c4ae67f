// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BarsBody.h"

#include "widgets/workspace/bodies/AxisEdit.h"
#include "widgets/workspace/bodies/BarsDrawing.h"
#include "widgets/workspace/bodies/ColumnBox.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QCoreApplication>
#include <QFormLayout>

namespace runglass
{

void BarsBody::renew()
{
    if (content().axes.empty())
        return showMade({nullptr, tr("Choose a column in the settings of the panel."), {}});
    make([list = session().list(), state = session().state(), content = content()]() -> Made {
        const auto groups = shownGroups(*list, state);
        auto drawing = std::make_shared<const BarsDrawing>(
            plotValues(list, state, {content.axes.front().column}, std::nullopt), *groups, content);
        if (drawing->marks() == 0)
            return {nullptr,
                    tr("No shown run has %1. Show more runs with the eyes in the list, or choose another column in "
                       "the settings of the panel.")
                        .arg(axisTitle(content.axes.front())),
                    {}};
        QStringList parts;
        if (drawing->areGroups())
            parts += tr("mean, min–max");
        if (const auto without = static_cast<int>(drawing->leftOut()); without > 0)
            parts += tr("%n runs without a value", nullptr, without);
        return {drawing, {}, parts.join(QStringLiteral(" · "))};
    });
}

QString BarsBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 bar chart").arg(title);
}

BarsForm::BarsForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_axis(new AxisEdit(plotColumns(list), tr("Column"), this))
{
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(12);
    layout->addRow(tr("Column"), m_axis);
    connect(m_axis, &AxisEdit::edited, this, &BarsForm::edited);
}

void BarsForm::setContent(const PanelContent& content)
{
    if (!content.axes.empty())
        m_axis->setAxis(content.axes.front());
}

PanelContent BarsForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::Bars;
    if (const std::optional<ValueAxis> axis = m_axis->axis())
        content.axes.push_back(*axis);
    return content;
}

QString BarsForm::problem() const
{
    return m_axis->axis() ? m_axis->problem() : tr("Choose a column.");
}

QString BarsForm::note() const
{
    return tr("Bars stand in the order of the table, a bar a group where it is grouped.");
}

PanelKindInfo barsKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Bars;
    kind.name = QCoreApplication::translate("PanelKinds", "Bar chart");
    kind.description = QCoreApplication::translate("PanelKinds", "A bar a run, or a group, for a column of the table");
    kind.icon = QStringLiteral("bars");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new BarsBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) { return new BarsForm(*scope.session().list(), parent); };
    kind.title = [](const PanelContent& content) {
        return content.axes.empty() ? QCoreApplication::translate("PanelKinds", "Bar chart")
                                    : axisTitle(content.axes.front());
    };
    return kind;
}

} // namespace runglass
