// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/CompareTable.h"

#include "models/items/CompareModel.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourDot.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 26;
constexpr int kColumnWidth = 208;
constexpr int kLeastColumn = 60;
constexpr int kLeastKeys = 140, kMostKeys = 360;
constexpr int kPadding = 8;
constexpr int kMarkRoom = 16;
constexpr int kDot = 10;

/// A value, with what tells it from the first run's.
class CompareDelegate : public QStyledItemDelegate
{
public:
    CompareDelegate(Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.data(CompareModel::SectionRole).toBool()) {
            painter->fillRect(option.rect, m_theme.color(Theme::Token::Header));
            paintRule(painter, option.rect);
            return;
        }
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.text.clear();
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        paintRule(painter, option.rect);
        paintText(painter, option, index);
    }

private:
    void paintRule(QPainter* painter, const QRect& rect) const
    {
        painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, m_theme.color(Theme::Token::Grid));
    }

    void paintText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool quiet =
            index.data(CompareModel::MissingRole).toBool() || !index.data(CompareModel::KeyDiffersRole).toBool();
        const QColor muted = m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted);
        const bool differs = index.data(CompareModel::DiffersRole).toBool();
        QFont font = option.font;
        if (differs)
            font.setWeight(QFont::DemiBold);
        QRect room = option.rect.adjusted(kPadding, 0, -kPadding, -1);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(muted);
        if (differs)
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("≠"));
        room.setLeft(room.left() + kMarkRoom);
        painter->setFont(font);
        const QString text =
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, std::max(0, room.width()));
        drawMarkedText(*painter, room, text, quiet ? muted : m_theme.color(Theme::Token::Text), muted);
        painter->restore();
    }

    Theme& m_theme;
};

/// The names of the runs, each with the dot of its colour.
class RunHeads : public QHeaderView
{
public:
    RunHeads(Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setDefaultSectionSize(kColumnWidth);
        setMinimumSectionSize(kLeastColumn);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        option->text.clear();
    }

    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override
    {
        QHeaderView::paintSection(painter, rect, logicalIndex);
        const QVariant colour = model()->headerData(logicalIndex, Qt::Horizontal, CompareModel::RunColourRole);
        const QRect room = rect.adjusted(kPadding, 0, -kPadding, 0);
        const QRect dot(room.x(), room.y(), kDot, room.height());
        if (colour.isValid())
            dotIcon(m_theme.runColour(colour.value<RunColour>()), kDot, devicePixelRatioF())
                .paint(painter, dot, Qt::AlignCenter);
        const QRect name = room.adjusted(kMarkRoom, 0, 0, 0);
        painter->setPen(m_theme.color(Theme::Token::Text));
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(),
                                                   Qt::ElideMiddle, name.width()));
    }

private:
    Theme& m_theme;
};

/// The keys; those of sections are strong.
class KeyHeads : public QHeaderView
{
public:
    KeyHeads(Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Vertical, parent)
        , m_theme(theme)
    {
        setMinimumWidth(kLeastKeys);
        setMaximumWidth(kMostKeys);
        setSectionResizeMode(QHeaderView::Fixed);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override
    {
        const bool isSection = model()->headerData(logicalIndex, Qt::Vertical, CompareModel::SectionRole).toBool();
        painter->fillRect(rect, m_theme.color(Theme::Token::Header));
        painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, m_theme.color(Theme::Token::Grid));
        painter->fillRect(rect.right(), rect.y(), 1, rect.height(), m_theme.color(Theme::Token::Border));
        QFont strong = font();
        strong.setWeight(isSection ? QFont::DemiBold : QFont::Normal);
        painter->setFont(strong);
        painter->setPen(m_theme.color(Theme::Token::Text));
        const QRect room = rect.adjusted(kPadding, 0, -kPadding, -1);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(strong).elidedText(model()->headerData(logicalIndex, Qt::Vertical).toString(),
                                                          Qt::ElideMiddle, room.width()));
    }

private:
    Theme& m_theme;
};

} // namespace

CompareTable::CompareTable(CompareModel& model, Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("compareTable"));
    setItemDelegate(new CompareDelegate(theme, this));
    setHorizontalHeader(new RunHeads(theme, this));
    setVerticalHeader(new KeyHeads(theme, this));
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->show();
    setModel(&model);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    adoptFont();
    connect(&model, &CompareModel::changed, this, &CompareTable::keepCurrentValid);
    keepCurrentValid();
}

void CompareTable::adoptFont()
{
    const int height = std::max(kRowHeight, fontMetrics().height() + 8);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void CompareTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adoptFont();
}

/// Assistive tools ask for the current cell: where there are rows there is one. Sections cannot be it.
void CompareTable::keepCurrentValid()
{
    if (currentIndex().isValid() || m_model.rowCount() < 2)
        return;
    selectionModel()->setCurrentIndex(m_model.index(1, 0), QItemSelectionModel::NoUpdate);
}

std::vector<int> CompareTable::chosenRows() const
{
    std::set<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    if (rows.empty())
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.insert(rows.end(), row);
    return {rows.begin(), rows.end()};
}

std::vector<int> CompareTable::chosenColumns() const
{
    std::set<int> columns;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    if (columns.empty())
        for (int column = 0; column < m_model.columnCount(); ++column)
            columns.insert(columns.end(), column);
    return {columns.begin(), columns.end()};
}

void CompareTable::copy()
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.size() > 1)
        return QGuiApplication::clipboard()->setText(
            m_model.text(TableText::Format::Tsv, chosenRows(), chosenColumns()));
    const QModelIndex alone = selected.isEmpty() ? currentIndex() : selected.front();
    if (alone.isValid() && !alone.data(CompareModel::SectionRole).toBool())
        QGuiApplication::clipboard()->setText(alone.data(CompareModel::CopyRole).toString());
}

} // namespace runglass
