// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/SeriesTableDialog.h"

#include <QTableView>

namespace runglass
{

namespace
{

constexpr int kRunWidth = 200, kStepWidth = 90, kTimeWidth = 160;

} // namespace

SeriesTableDialog::SeriesTableDialog(const QString& metric, std::shared_ptr<PanelLines> lines, QWidget* parent)
    : TwinTableDialog(new SeriesTableModel, parent)
    , m_lines(std::move(lines))
    , m_model(static_cast<SeriesTableModel*>(table()->model()))
{
    setObjectName(QStringLiteral("seriesTableDialog"));
    table()->setObjectName(QStringLiteral("seriesTable"));
    //: Title of the window with a chart's points; %1 is the metric, for example train/loss.
    setName(tr("%1 data").arg(metric));
    table()->setColumnWidth(SeriesTableModel::RunColumn, kRunWidth);
    table()->setColumnWidth(SeriesTableModel::StepColumn, kStepWidth);
    table()->setColumnWidth(SeriesTableModel::TimeColumn, kTimeWidth);
    connect(m_lines.get(), &PanelLines::changed, this, &SeriesTableDialog::showLines);
    showLines();
}

void SeriesTableDialog::showLines()
{
    const int row = table()->currentIndex().row();
    m_model->setLines(m_lines->lines());
    keepCurrent(row);
    setCount(tr("%n points", nullptr, m_model->rowCount()));
}

} // namespace runglass
