// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/PreviewTableView.h"

#include "models/items/PreviewTable.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kFittedColumns = 60, kSampledRows = 100, kNarrowest = 48, kWidest = 320;

/// A rule below each row, as in the table of runs.
class RuledDelegate : public QStyledItemDelegate
{
public:
    RuledDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1,
                          m_theme.color(Theme::Token::Grid));
    }

private:
    const Theme& m_theme;
};

} // namespace

PreviewTableView::PreviewTableView(Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_model(new PreviewTableModel(this))
{
    setModel(m_model);
    setItemDelegate(new RuledDelegate(theme, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000")) + 16);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setResizeContentsPrecision(kSampledRows);
    auto* copyAction = new QAction(tr("Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &PreviewTableView::copy);
    addAction(copyAction);
    offerActionsInMenu(this);
}

void PreviewTableView::fitColumns()
{
    for (int column = 0; column < std::min(m_model->columnCount(), kFittedColumns); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::clamp(columnWidth(column) + 8, kNarrowest, kWidest));
    }
}

void PreviewTableView::copy()
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return;
    std::sort(cells.begin(), cells.end());
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells[i].row() == cells[i - 1].row() ? u'\t' : u'\n';
        text += cells[i].data().toString().simplified();
    }
    QGuiApplication::clipboard()->setText(text);
}

void PreviewTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

} // namespace runglass
