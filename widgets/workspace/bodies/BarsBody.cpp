// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BarsBody.h"

#include "widgets/workspace/bodies/AxisEdit.h"
#include "widgets/workspace/bodies/BarsDrawing.h"
#include "widgets/workspace/bodies/ColumnBox.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QComboBox>
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
        QStringList notes;
        if (drawing->areGroups())
            notes += shapeNote(content.groupShape);
        if (const auto without = static_cast<int>(drawing->leftOut()); without > 0)
            notes += tr("%n runs without a value", nullptr, without);
        return madeOf(drawing,
                      tr("No shown run has %1. Show more runs with the eyes in the list, or choose another column in "
                         "the settings of the panel.")
                          .arg(axisTitle(content.axes.front())),
                      notes);
    });
}

QString BarsBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 bar chart").arg(title);
}

/// Beside the title: what is drawn of each group.
QString BarsBody::shapeNote(GroupShape shape)
{
    switch (shape) {
    case GroupShape::Boxes:
        return tr("quartiles, whiskers to 1.5 IQR");
    case GroupShape::Violins:
        return tr("density, quartiles");
    case GroupShape::Bars:
        break;
    }
    return tr("mean, min–max");
}

BarsForm::BarsForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_axis(new AxisEdit(plotColumns(list), tr("Column"), this))
    , m_shape(new QComboBox(this))
{
    m_shape->setObjectName(QStringLiteral("groupShape"));
    m_shape->setAccessibleName(tr("Groups"));
    m_shape->setToolTip(tr("How a group of runs is drawn while the table is grouped"));
    // In the order of GroupShape.
    m_shape->addItems({tr("Bars: mean, from min to max"), tr("Boxes: quartiles, whiskers to 1.5 IQR, points beyond"),
                       tr("Violins: density, with quartiles")});
    m_shape->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QFormLayout* layout = makePlotForm(this);
    layout->addRow(tr("Column"), m_axis);
    layout->addRow(tr("Groups"), m_shape);
    connect(m_axis, &AxisEdit::edited, this, &BarsForm::edited);
    connect(m_shape, &QComboBox::currentIndexChanged, this, &BarsForm::edited);
}

void BarsForm::setContent(const PanelContent& content)
{
    if (!content.axes.empty())
        m_axis->setAxis(content.axes.front());
    m_shape->setCurrentIndex(static_cast<int>(content.groupShape));
}

PanelContent BarsForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::Bars;
    if (const std::optional<ValueAxis> axis = m_axis->axis())
        content.axes.push_back(*axis);
    content.groupShape = static_cast<GroupShape>(m_shape->currentIndex());
    return content;
}

QString BarsForm::problem() const
{
    return m_axis->axis() ? m_axis->problem() : tr("Choose a column.");
}

QString BarsForm::note() const
{
    return tr("In the order of the table: a bar a run, or what is chosen for groups where it is grouped.");
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
