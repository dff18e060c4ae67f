// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/SeriesTableDialog.h"

#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 26, kRunWidth = 200, kStepWidth = 90, kTimeWidth = 160;

} // namespace

SeriesTableDialog::SeriesTableDialog(const QString& metric, std::shared_ptr<PanelLines> lines, QWidget* parent)
    : QDialog(parent)
    , m_lines(std::move(lines))
    , m_model(new SeriesTableModel(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("seriesTableDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: Title of the window with a chart's points; %1 is the metric, for example train/loss.
    setWindowTitle(tr("%1 data").arg(metric));
    m_table->setObjectName(QStringLiteral("seriesTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(kRowHeight, fontMetrics().height() + 8));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setColumnWidth(SeriesTableModel::RunColumn, kRunWidth);
    m_table->setColumnWidth(SeriesTableModel::StepColumn, kStepWidth);
    m_table->setColumnWidth(SeriesTableModel::TimeColumn, kTimeWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto* copyAction = new QAction(tr("Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyAction);
    offerActionsInMenu(m_table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copyButton = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copyButton->setToolTip(tr("Copy the selected rows, or all of them"));
    copyButton->setAutoDefault(false);
    connect(copyAction, &QAction::triggered, this, &SeriesTableDialog::copy);
    connect(copyButton, &QPushButton::clicked, this, &SeriesTableDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
    resize(640, 480);
    connect(m_lines.get(), &PanelLines::changed, this, &SeriesTableDialog::showLines);
    showLines();
}

void SeriesTableDialog::showLines()
{
    const int row = m_table->currentIndex().row();
    m_model->setLines(m_lines->lines());
    // A view with rows always has a current one: assistive tools ask for it.
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
        m_table->clearSelection();
    }
    m_count->setText(tr("%n points", nullptr, m_model->rowCount()));
}

QString SeriesTableDialog::selectedText() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    if (ranges.empty())
        ranges.emplace_back(0, m_model->rowCount() - 1);
    std::sort(ranges.begin(), ranges.end());
    QString text;
    for (int column = 0; column < SeriesTableModel::ColumnCount; ++column)
        text += (column ? u"\t" : u"") + m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    text += u'\n';
    for (const auto& [top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row) {
            for (int column = 0; column < SeriesTableModel::ColumnCount; ++column)
                text += (column ? u"\t" : u"") + m_model->index(row, column).data().toString();
            text += u'\n';
        }
    }
    return text;
}

void SeriesTableDialog::copy() const
{
    QApplication::clipboard()->setText(selectedText());
}

} // namespace runglass
