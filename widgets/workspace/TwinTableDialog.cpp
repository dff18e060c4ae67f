// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/TwinTableDialog.h"

#include "widgets/common/TwinAction.h"

#include <QAbstractTableModel>
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
#include <utility>
#include <vector>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 26, kWidth = 640, kHeight = 480;

} // namespace

TwinTableDialog::TwinTableDialog(QAbstractTableModel* model, QWidget* parent)
    : QDialog(parent)
    , m_model(model)
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
{
    m_model->setParent(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(kRowHeight, fontMetrics().height() + 8));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    addCopy();
    resize(kWidth, kHeight);
}

void TwinTableDialog::addCopy()
{
    auto* action = new QAction(tr("Copy"), this);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    offerActionsInMenu(m_table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* button = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    button->setToolTip(tr("Copy the selected rows, or all of them"));
    button->setAutoDefault(false);
    const auto copy = [this] { QApplication::clipboard()->setText(selectedText()); };
    connect(action, &QAction::triggered, this, copy);
    connect(button, &QPushButton::clicked, this, copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
}

void TwinTableDialog::setName(const QString& name)
{
    setWindowTitle(name);
    m_table->setAccessibleName(name);
}

void TwinTableDialog::keepCurrent(int rowBefore)
{
    // Assistive tools ask for it.
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_model->index(std::clamp(rowBefore, 0, m_model->rowCount() - 1), 0));
        m_table->clearSelection();
    }
}

void TwinTableDialog::setCount(const QString& text)
{
    m_count->setText(text);
}

QString TwinTableDialog::selectedText() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    if (ranges.empty())
        ranges.emplace_back(0, m_model->rowCount() - 1);
    std::sort(ranges.begin(), ranges.end());
    QString text;
    const int columns = m_model->columnCount();
    for (int column = 0; column < columns; ++column)
        text += (column ? u"\t" : u"") + m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    text += u'\n';
    for (const auto& [top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row) {
            for (int column = 0; column < columns; ++column)
                text += (column ? u"\t" : u"") + m_model->index(row, column).data().toString();
            text += u'\n';
        }
    }
    return text;
}

} // namespace runglass
