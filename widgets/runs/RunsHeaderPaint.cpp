// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/RunNameLayout.h"
#include "widgets/runs/RunsHeader.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kHeight = 28;
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kArrow = 14;
constexpr int kPin = 12;
constexpr int kDots = 20, kDotsInset = 3;
constexpr int kEdge = 2;

using Token = Theme::Token;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QVariant headData(const QAbstractItemModel& model, int section, int role)
{
    return model.headerData(section, Qt::Horizontal, role);
}

/// The components above the last one; empty of a key that has one only.
QStringList parentsOf(const QAbstractItemModel& model, int section)
{
    QStringList path = headData(model, section, RunsModel::PathRole).toStringList();
    if (!path.isEmpty())
        path.removeLast();
    return path;
}

} // namespace

bool RunsHeader::isNested() const
{
    return model() && headData(*model(), 0, RunsModel::NestedRole).toBool();
}

int RunsHeader::nameHeight() const
{
    return std::max(kHeight, fontMetrics().height() + 10);
}

int RunsHeader::bandHeight() const
{
    return isNested() ? QFontMetrics(smallFont(font())).height() + 6 : 0;
}

QRect RunsHeader::nameRect(const QRect& head) const
{
    return head.adjusted(0, bandHeight(), 0, 0);
}

QRect RunsHeader::boxOf(const QRect& head) const
{
    return RunNameLayout::headBox(nameRect(head));
}

QRect RunsHeader::dotsOf(const QRect& head) const
{
    const QRect name = nameRect(head);
    return {name.right() - kDotsInset - kDots + 1, name.center().y() - kDots / 2 + 1, kDots, kDots};
}

bool RunsHeader::showsDots(int section) const
{
    return section == m_hovered || section == m_open || (hasFocus() && section == m_current) ||
           headData(*model(), section, RunsModel::SortRankRole).toInt() > 0;
}

/// Of a nested key its last component: the others stand above.
QString RunsHeader::words(int section) const
{
    const QStringList path = headData(*model(), section, RunsModel::PathRole).toStringList();
    return isNested() && path.size() > 1 ? path.last() : headData(*model(), section, Qt::DisplayRole).toString();
}

QSize RunsHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString origin = headData(*model(), logicalIndex, RunsModel::NoteRole).toString();
    int width = fontMetrics().horizontalAdvance(words(logicalIndex)) + 2 * kPadding;
    // The origin is left out where there is no room beside "…".
    const int beside = origin.isEmpty() ? 0 : QFontMetrics(smallFont(font())).horizontalAdvance(origin) + kGap;
    width += std::max(beside, kDots);
    return {width, nameHeight() + bandHeight()};
}

void RunsHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const int pinned = pinnedCount();
    if (isNested())
        paintBands(painter, pinned, count(), pinnedWidth());
    if (offset() > 0)
        for (int section = 0; section < pinned; ++section)
            paintSection(&painter, sectionRect(section), section);
    if (isNested())
        paintBands(painter, 0, pinned, 0);
    if (pinned > 0 && pinned < count())
        painter.fillRect(pinnedWidth() - kEdge, 0, kEdge, height(), m_theme.color(Token::Control));
    if (m_isMoving)
        paintDrag(painter);
}

/// The parents that adjacent keys have in common, above them.
void RunsHeader::paintBands(QPainter& painter, int first, int end, int left) const
{
    painter.save();
    painter.setFont(smallFont(font()));
    // Only those that are in sight: thousands may have the same parents.
    const int right = viewport()->width();
    int section = std::max(first, sectionAt(left));
    while (section < end && sectionRect(section).left() < right) {
        int last = section;
        while (last + 1 < end && sectionRect(last).right() < right && sharesParents(last, last + 1))
            ++last;
        paintBand(painter, section, last, left);
        section = last + 1;
    }
    painter.restore();
}

bool RunsHeader::sharesParents(int one, int other) const
{
    const QStringList parents = parentsOf(*model(), one);
    return !parents.isEmpty() && parents == parentsOf(*model(), other) &&
           headData(*model(), one, RunsModel::OriginRole) == headData(*model(), other, RunsModel::OriginRole);
}

void RunsHeader::paintBand(QPainter& painter, int first, int last, int left) const
{
    const QStringList parents = parentsOf(*model(), first);
    if (parents.isEmpty())
        return;
    QRect band = sectionRect(first).united(sectionRect(last));
    band.setHeight(bandHeight());
    band.setLeft(std::max(band.left(), left));
    if (band.width() < kPadding)
        return;
    painter.fillRect(band.adjusted(0, 0, -1, 0), m_theme.color(Token::Header));
    painter.fillRect(band.left() + kPadding, band.bottom(), band.width() - 2 * kPadding, 1,
                     m_theme.color(Token::Border));
    painter.setPen(m_theme.color(Token::Muted));
    const QRect place = band.adjusted(kPadding, 2, -kPadding, 0).intersected(viewport()->rect());
    painter.drawText(
        place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(parents.join(QStringLiteral(" / ")), Qt::ElideMiddle, place.width()));
}

/// The head at the pointer, and a line where it would come.
void RunsHeader::paintDrag(QPainter& painter) const
{
    const int to = dropPlace(m_pointer.x());
    const QRect over = sectionRect(to);
    const int x = to > m_moved ? over.right() : over.left();
    QRect head = sectionRect(m_moved);
    head.moveLeft(m_draggedFrom + m_pointer.x() - m_pressedAt.x());
    painter.setOpacity(0.75);
    paintSection(&painter, head, m_moved);
    painter.setOpacity(1);
    painter.setPen(m_theme.color(Token::Accent));
    painter.drawRect(head.adjusted(0, 0, -1, -1));
    if (isDropWanted())
        painter.fillRect(std::max(0, x - 1), 0, 3, height(), m_theme.color(Token::Accent));
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
    option.state.setFlag(QStyle::State_MouseOver, logicalIndex == m_hovered);
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    QRect place = nameRect(rect).adjusted(kPadding, 0, -kPadding, 0);
    if (const QVariant ticked = headData(*model(), logicalIndex, Qt::CheckStateRole); ticked.isValid()) {
        const QRect box = boxOf(rect);
        paintBox(painter, box, static_cast<Qt::CheckState>(ticked.toInt()));
        place.setLeft(box.right() + 1 + kPadding);
    }
    if (showsDots(logicalIndex)) {
        paintDots(*painter, rect, logicalIndex);
        place.setRight(dotsOf(rect).left() - 2);
    }
    const bool right =
        Qt::Alignment(headData(*model(), logicalIndex, Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    // The mark stands on the side that the text does not stand on, and gives way to nothing.
    const int mark = paintSortMark(painter, place, logicalIndex, right);
    place.adjust(right ? mark : 0, 0, right ? 0 : -mark, 0);
    paintWords(painter, place, logicalIndex, right, mark > 0);
    if (hasFocus() && logicalIndex == m_current) {
        painter->setPen(QPen(m_theme.color(Token::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
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
    m_theme.icon(descending ? QStringLiteral("sort-desc") : QStringLiteral("sort-asc"), Token::Accent)
        .paint(painter, arrow);
    painter->setFont(small);
    painter->setPen(m_theme.color(Token::Accent));
    painter->drawText(mark, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return width + kGap;
}

void RunsHeader::paintDots(QPainter& painter, const QRect& head, int section) const
{
    const QRect place = dotsOf(head);
    if (section == m_open || (section == m_hovered && m_onDots)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Selection));
        painter.drawRoundedRect(place, 4, 4);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    m_theme.icon(QStringLiteral("more"), Token::Text).paint(&painter, place.adjusted(2, 2, -2, -2));
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
    const QString origin = headData(*model(), logicalIndex, RunsModel::NoteRole).toString();
    const QFont small = smallFont(font());
    const int originWidth = origin.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(origin) + kGap;
    // Where it is from is left out first, but never which value it shows.
    const bool isNeeded = !headData(*model(), logicalIndex, RunsModel::ShownValueRole).toString().isEmpty();
    const int room = std::max(0, place.width() - (isNeeded ? originWidth : 0));
    const QString text = fontMetrics().elidedText(words(logicalIndex), Qt::ElideMiddle, room);
    const int textWidth = fontMetrics().horizontalAdvance(text);
    const bool isPinned = headData(*model(), logicalIndex, RunsModel::PinnedRole).toBool();
    const bool withPin = isPinned && textWidth + kGap + kPin <= room;
    const int pinWidth = withPin ? kGap + kPin : 0;
    const bool withOrigin = originWidth > 0 && (isNeeded || textWidth + originWidth + pinWidth <= place.width());
    const int whole = textWidth + (withOrigin ? originWidth : 0) + pinWidth;
    if (right)
        place.setLeft(place.right() - whole + 1);
    painter->setFont(font());
    painter->setPen(m_theme.color(sorted ? Token::Text : Token::Muted));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (withOrigin) {
        painter->setFont(small);
        painter->setPen(m_theme.color(Token::Muted));
        painter->drawText(place.adjusted(textWidth + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, origin);
    }
    if (withPin)
        m_theme.icon(QStringLiteral("pin"), Token::Muted)
            .paint(painter, QRect(place.left() + whole - kPin, place.center().y() - kPin / 2 + 1, kPin, kPin));
}

} // namespace runglass
