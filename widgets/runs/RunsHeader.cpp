// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsHeader.h"

#include "models/items/RunsModel.h"
#include "widgets/common/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

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
        if (m_pressed)
            emit sectionDragged(section, width);
    });
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
    m_pressed = true;
    QHeaderView::mousePressEvent(event);
}

void RunsHeader::mouseReleaseEvent(QMouseEvent* event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_pressed = false;
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
    const bool right = Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
                           .testFlag(Qt::AlignRight);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    if (sorted) {
        // The arrow stands on the side that the text does not stand on, and gives way to nothing.
        const QRect arrow(right ? place.left() : place.right() - kArrow + 1, place.center().y() - kArrow / 2 + 1,
                          kArrow, kArrow);
        const QString name =
            sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("sort-asc") : QStringLiteral("sort-desc");
        m_theme.icon(name, Theme::Token::Accent).paint(painter, arrow);
        place.adjust(right ? kArrow + kGap : 0, 0, right ? 0 : -kArrow - kGap, 0);
    }
    paintWords(painter, place, logicalIndex, right, sorted);
    painter->restore();
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
