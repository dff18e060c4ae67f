// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/FailuresDialog.h"

#include "models/items/CommandText.h"
#include "models/items/RunText.h"
#include "models/items/VisibleText.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kMostMeasured = 100;
constexpr qsizetype kLength = 300;
constexpr int kMostListed = 1000; ///< the rest is in what is copied

QString nameOf(const RunTable& table, const RunRef& run)
{
    const auto row = table.rowOf(run);
    return row ? nameText(table, *row) : visibleExcerpt(run.path.id, kLength);
}

} // namespace

FailuresDialog::FailuresDialog(const QString& title, const CommandReport& report, const RunTable& table,
                               QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("failuresDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* said = new QLabel(this);
    said->setObjectName(QStringLiteral("failuresText"));
    said->setWordWrap(true);
    auto* list = new QTableWidget(0, 2, this);
    list->setObjectName(QStringLiteral("failures"));
    list->setAccessibleName(tr("Runs that were left as they are"));
    list->setHorizontalHeaderLabels({tr("Run"), tr("Why")});
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    list->horizontalHeader()->setHighlightSections(false);
    list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    list->horizontalHeader()->setStretchLastSection(true);
    list->setColumnWidth(0, 200);
    list->setShowGrid(false);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setTabKeyNavigation(false);
    QString details;
    for (const CommandReport::Outcome& outcome : report.outcomes) {
        if (!outcome.error)
            continue;
        const QString name = nameOf(table, outcome.task.run);
        const QString why = failureText(*outcome.error);
        details += visibleExcerpt(toString(outcome.task.run.path), kLength) + u'\t' + why + u'\n';
        if (list->rowCount() >= kMostListed)
            continue;
        const int row = list->rowCount();
        list->insertRow(row);
        list->setItem(row, 0, new QTableWidgetItem(name));
        list->setItem(row, 1, new QTableWidgetItem(why));
        list->item(row, 1)->setToolTip(literalToolTip(why));
    }
    if (list->rowCount() > 0)
        list->setCurrentCell(0, 0);
    // A reason names its file, and is read whole. Of very many it would take long to measure them.
    list->setWordWrap(list->rowCount() <= kMostMeasured);
    if (list->wordWrap())
        list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    said->setText(tr("%n run(s) were left as they are.", nullptr, static_cast<int>(report.failed())));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("Copy details"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [details] { QGuiApplication::clipboard()->setText(details); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(said);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(680, 320);
}

} // namespace runglass
