// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ShortcutsDialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace runglass
{

namespace
{

struct Entry {
    QString menu, command, keys;
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

void collect(const QMenu& menu, const QString& title, QList<Entry>& entries)
{
    for (const QAction* action : menu.actions()) {
        if (action->menu()) {
            collect(*action->menu(), title, entries);
        } else if (!action->shortcuts().isEmpty()) {
            QStringList keys;
            for (const QKeySequence& key : action->shortcuts())
                keys.append(key.toString(QKeySequence::NativeText));
            entries.append({title, plain(action->text()), keys.join(QStringLiteral(", "))});
        }
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<Entry> entries;
    for (const QAction* top : menus.actions())
        if (top->menu())
            collect(*top->menu(), plain(top->text()), entries);
    const QString lists = tr("In lists");
    entries.append({lists, tr("Open the run"), QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)});
    entries.append({lists, tr("Mark a range of runs"), tr("Shift+Up, Shift+Down")});
    entries.append({lists, tr("First or last run"), tr("Home, End")});

    auto* table = new QTableWidget(static_cast<int>(entries.size()), 3, this);
    table->setObjectName(QStringLiteral("shortcuts"));
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({tr("Menu"), tr("Command"), tr("Keys")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int row = 0; row < entries.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(entries[row].menu));
        table->setItem(row, 1, new QTableWidgetItem(entries[row].command));
        table->setItem(row, 2, new QTableWidgetItem(entries[row].keys));
    }
    table->setCurrentCell(0, 0);
    table->setColumnWidth(2, 180);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(620, 560);
}

} // namespace runglass
