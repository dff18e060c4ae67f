// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsHeader.h"

#include "models/items/RunsModel.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/RunNameLayout.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QToolTip>

#include <utility>

namespace runglass
{

namespace
{
constexpr int kHeight = 28;
constexpr int kSmallest = 40;
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kArrow = 14;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

} // namespace

RunsHeader::RunsHeader(Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("runsHeader"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(kSmallest);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideMiddle);
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_pressed)
            return;
        m_dragged = section;
        emit sectionDragged(section, width);
    });
    const auto sort = [this](int section) { emit sortClicked(section, m_also); };
    connect(this, &QHeaderView::sectionClicked, this, sort);
    // The second of two quick clicks is none for Qt.
    connect(this, &QHeaderView::sectionDoubleClicked, this, sort);
}

QSize RunsHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QString origin = model()->headerData(logicalIndex, Qt::Horizontal, RunsModel::OriginRole).toString();
    int width = fontMetrics().horizontalAdvance(text) + 2 * kPadding;
    if (!origin.isEmpty())
        width += QFontMetrics(smallFont(font())).horizontalAdvance(origin) + kGap;
    return {width, std::max(kHeight, fontMetrics().height() + 10)};
}

void RunsHeader::mousePressEvent(QMouseEvent* event)
{
    if (pressBox(*event))
        return;
    m_pressed = true;
    m_also = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mousePressEvent(event);
}

void RunsHeader::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (pressBox(*event))
        return;
    m_also = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseDoubleClickEvent(event);
}

bool RunsHeader::isOnBox(const QPoint& position) const
{
    const int section = logicalIndexAt(position);
    if (section < 0 || !model()->headerData(section, Qt::Horizontal, Qt::CheckStateRole).isValid())
        return false;
    const QRect head(sectionViewportPosition(section), 0, sectionSize(section), height());
    return position.x() <= RunNameLayout::headBox(head).right() + kGap / 2 && position.x() >= head.x();
}

/// A press on the box ticks, and sorts nothing.
bool RunsHeader::pressBox(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !isOnBox(event.pos()))
        return false;
    const int section = logicalIndexAt(event.pos());
    const bool all = model()->headerData(section, Qt::Horizontal, Qt::CheckStateRole).toInt() == Qt::Checked;
    model()->setHeaderData(section, Qt::Horizontal, all ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

bool RunsHeader::viewportEvent(QEvent* event)
{
    const auto* help = event->type() == QEvent::ToolTip ? static_cast<QHelpEvent*>(event) : nullptr;
    const int section = help ? logicalIndexAt(help->pos()) : -1;
    if (section < 0)
        return QHeaderView::viewportEvent(event);
    const auto* runs = qobject_cast<const RunListModel*>(model());
    const int listed = runs ? static_cast<int>(runs->list()->rows.size()) : model()->rowCount();
    // Keys are run data: they are shown as they are, whatever they look like.
    const QString text = isOnBox(help->pos())
                             ? tr("Select all %n that match", nullptr, listed)
                             : model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
    return true;
}

void RunsHeader::mouseReleaseEvent(QMouseEvent* event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_pressed = false;
    if (const int section = std::exchange(m_dragged, -1); section >= 0 && section < count())
        emit sectionDropped(section, sectionSize(section));
}

void RunsHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, logicalIndex);
    option.rect = rect;
    option.text.clear();
    option.sortIndicator = QStyleOptionHeader::None;
    painter->save();
    painter->setClipRect(rect);
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    QRect place = rect.adjusted(kPadding, 0, -kPadding, 0);
    if (const QVariant ticked = model()->headerData(logicalIndex, Qt::Horizontal, Qt::CheckStateRole);
        ticked.isValid()) {
        const QRect box = RunNameLayout::headBox(rect);
        paintBox(painter, box, static_cast<Qt::CheckState>(ticked.toInt()));
        place.setLeft(box.right() + 1 + kPadding);
    }
    const bool right = Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
                           .testFlag(Qt::AlignRight);
    // The mark stands on the side that the text does not stand on, and gives way to nothing.
    const int mark = paintSortMark(painter, place, logicalIndex, right);
    place.adjust(right ? mark : 0, 0, right ? 0 : -mark, 0);
    paintWords(painter, place, logicalIndex, right, mark > 0);
    painter->restore();
}

/// The arrow of a sort key, and its rank where there are several. Gives the width that it takes, 0 without one.
int RunsHeader::paintSortMark(QPainter* painter, const QRect& place, int logicalIndex, bool right) const
{
    const auto fact = [this, logicalIndex](int role) {
        return model()->headerData(logicalIndex, Qt::Horizontal, role);
    };
    const int rank = fact(RunsModel::SortRankRole).toInt();
    if (rank == 0)
        return 0;
    const QString text = fact(RunsModel::SortCountRole).toInt() > 1 ? QString::number(rank) : QString();
    const QFont small = smallFont(font());
    const int width = kArrow + QFontMetrics(small).horizontalAdvance(text);
    const QRect mark(right ? place.left() : place.right() - width + 1, place.top(), width, place.height());
    const QRect arrow(mark.left(), mark.center().y() - kArrow / 2 + 1, kArrow, kArrow);
    const bool descending = fact(RunsModel::SortDescendingRole).toBool();
    m_theme.icon(descending ? QStringLiteral("sort-desc") : QStringLiteral("sort-asc"), Theme::Token::Accent)
        .paint(painter, arrow);
    painter->setFont(small);
    painter->setPen(m_theme.color(Theme::Token::Accent));
    painter->drawText(mark, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return width + kGap;
}

void RunsHeader::paintBox(QPainter* painter, const QRect& place, Qt::CheckState state) const
{
    QStyleOptionViewItem box;
    box.initFrom(this);
    box.rect = place;
    box.state.setFlag(QStyle::State_On, state == Qt::Checked);
    box.state.setFlag(QStyle::State_Off, state == Qt::Unchecked);
    box.state.setFlag(QStyle::State_NoChange, state == Qt::PartiallyChecked);
    style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, this);
}

void RunsHeader::paintWords(QPainter* painter, QRect place, int logicalIndex, bool right, bool sorted) const
{
    const QString origin = model()->headerData(logicalIndex, Qt::Horizontal, RunsModel::OriginRole).toString();
    const QFont small = smallFont(font());
    const int originWidth = origin.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(origin) + kGap;
    const QString text = fontMetrics().elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(),
                                                  Qt::ElideMiddle, place.width());
    const int textWidth = fontMetrics().horizontalAdvance(text);
    // The origin is left out first.
    const bool withOrigin = originWidth > 0 && textWidth + originWidth <= place.width();
    const int whole = textWidth + (withOrigin ? originWidth : 0);
    if (right)
        place.setLeft(place.right() - whole + 1);
    painter->setFont(font());
    painter->setPen(m_theme.color(sorted ? Theme::Token::Text : Theme::Token::Muted));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (withOrigin) {
        painter->setFont(small);
        painter->setPen(m_theme.color(Theme::Token::Muted));
        painter->drawText(place.adjusted(textWidth + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, origin);
    }
}

} // namespace runglass
