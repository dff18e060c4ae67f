// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterColumnBox.h"

#include "models/items/FilterText.h"
#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterSubject.h"
#include "widgets/runs/NotedItemDelegate.h"

#include <QListView>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kMostRows = 16;
constexpr int kListWidth = 280;
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kArrow = 24;

} // namespace

FilterColumnBox::FilterColumnBox(FilterSubject& subject, Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_subject(subject)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("filterColumn"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(kMostRows);
    setModel(&m_columns);
    setItemDelegate(new NotedItemDelegate(theme, FilterColumnsModel::NameRole, FilterColumnsModel::NoteRole, this));
    if (auto* list = qobject_cast<QListView*>(view()))
        list->setUniformItemSizes(true);
    view()->setMinimumWidth(kListWidth);
    connect(this, &QComboBox::currentIndexChanged, this, &FilterColumnBox::describe);
}

std::optional<FilterColumn> FilterColumnBox::column() const
{
    return currentIndex() < 0 ? std::nullopt : m_columns.entry(currentIndex()).column;
}

void FilterColumnBox::setColumn(const std::optional<FilterColumn>& column)
{
    const QSignalBlocker quiet(this);
    fill(column);
    describe();
}

void FilterColumnBox::fill(const std::optional<FilterColumn>& column)
{
    auto entries = std::make_shared<std::vector<FilterColumnEntry>>(*filterColumns(*m_subject.list()));
    const bool isKnown = std::any_of(entries->begin(), entries->end(),
                                     [&column](const FilterColumnEntry& entry) { return entry.column == column; });
    // A plain name, or one that no run has any more.
    if (!isKnown)
        entries->insert(entries->begin() + 1, filterColumnEntry(*m_subject.list()->table, column));
    m_columns.setEntries(std::move(entries));
    setCurrentIndex(m_columns.rowOf(column));
}

/// Runs may have come that have other keys.
void FilterColumnBox::showPopup()
{
    setColumn(column());
    QComboBox::showPopup();
}

void FilterColumnBox::describe()
{
    const QModelIndex current = m_columns.index(std::max(0, currentIndex()));
    setToolTip(current.data(Qt::ToolTipRole).toString());
    setAccessibleDescription(current.data(FilterColumnsModel::NoteRole).toString());
}

void FilterColumnBox::paintEvent(QPaintEvent*)
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QModelIndex current = m_columns.index(std::max(0, currentIndex()));
    const QString note = current.data(FilterColumnsModel::NoteRole).toString();
    const QRect place = rect().adjusted(kPadding, 0, -kArrow, 0);
    const auto alignment =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    // The name gives way: config and summary must not look alike.
    const int noteWidth = note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(note) + kGap;
    const QString name = fontMetrics().elidedText(current.data(FilterColumnsModel::NameRole).toString(),
                                                  Qt::ElideMiddle, place.width() - noteWidth);
    painter.setPen(m_theme.color(Theme::Token::Text));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), alignment, name);
    painter.setPen(m_theme.color(Theme::Token::Muted));
    const QRect behind = place.adjusted(fontMetrics().horizontalAdvance(name) + kGap, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), behind), alignment, note);
}

} // namespace runglass
