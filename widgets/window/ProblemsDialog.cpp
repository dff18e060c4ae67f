// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ProblemsDialog.h"

#include "models/session/Session.h"
#include "models/session/WhenAnswered.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr std::size_t kMostRuns = 200; ///< runs whose warnings are read for the list
} // namespace

ProblemsDialog::ProblemsDialog(Context& context, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 4, this))
{
    setObjectName(QStringLiteral("problemsDialog"));
    setWindowTitle(tr("What could not be read"));
    m_table->setObjectName(QStringLiteral("problems"));
    m_table->setAccessibleName(tr("Problems"));
    m_table->setHorizontalHeaderLabels({tr("Run or source"), tr("Cause"), tr("File"), tr("At byte")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTextElideMode(Qt::ElideMiddle);
    // Paths would be broken, and cut off, at a slash.
    m_table->setWordWrap(false);
    m_table->setColumnWidth(0, 180);
    m_table->setColumnWidth(1, 340);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("Copy details"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    copy->setObjectName(QStringLiteral("copyDetails"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(details()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    resize(960, 420);

    for (const Problem& problem : sourceProblems(context.session))
        add(problem);
    std::vector<RunRef> runs = runsWithProblems(context.session);
    if (runs.size() > kMostRuns)
        runs.resize(kMostRuns);
    for (const RunRef& run : runs)
        whenAnswered(this, context.session.openRun(run),
                     [this](const Result<std::shared_ptr<const OpenedRun>>& opened) {
                         if (opened.ok())
                             for (const Problem& problem : warningProblems((*opened)->run))
                                 add(problem);
                     });
}

void ProblemsDialog::add(const Problem& problem)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString cells[] = {problem.where, problem.cause, problem.file, problem.offset};
    int column = 0;
    for (const QString& cell : cells)
        m_table->setItem(row, column++, new QTableWidgetItem(cell));
    if (row == 0)
        m_table->setCurrentCell(0, 0);
}

QString ProblemsDialog::details() const
{
    QString text;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            cells.append(m_table->item(row, column)->text());
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace runglass
