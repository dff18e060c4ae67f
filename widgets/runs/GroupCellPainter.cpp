// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupCellPainter.h"

#include "models/items/Format.h"
#include "models/items/RunRoles.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/MarkedText.h"
#include "widgets/runs/GroupHeadLayout.h"
#include "widgets/runs/TabularText.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 44;
constexpr int kPadding = 8, kGap = 8;
constexpr int kBarsWidth = 96, kBarsHeight = 34;
constexpr int kLeastBars = 40; ///< narrower ones tell nothing

using Token = Theme::Token;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QString fitted(const QFontMetrics& metrics, const QString& text, int room)
{
    // elidedText measures in fractions and would cut what fits exactly.
    return metrics.horizontalAdvance(text) <= room ? text : metrics.elidedText(text, Qt::ElideRight, room);
}

bool isNumber(const QModelIndex& index)
{
    const auto kind = static_cast<CellKind>(index.data(CellKindRole).toInt());
    return kind == CellKind::Number || kind == CellKind::Duration;
}

/// "5 runs"; the value beside it is drawn in another font.
QString countText(const QModelIndex& index)
{
    const int count = index.data(GroupCountRole).toInt();
    return isPlainRow(index) ? QApplication::translate("GroupText", "%n row(s)", nullptr, count)
                             : QApplication::translate("GroupText", "%n run(s)", nullptr, count);
}

QString columnText(const QModelIndex& index)
{
    //: a column, before the value that the runs of a group share
    return QApplication::translate("GroupText", "%1:").arg(index.data(GroupColumnRole).toString());
}

} // namespace

int GroupCellPainter::rowHeight(const QFontMetrics& metrics)
{
    return std::max(kRowHeight, 2 * metrics.height() + 8);
}

QColor GroupCellPainter::mutedOn(const QStyleOptionViewItem& option) const
{
    return m_theme.color(option.state.testFlag(QStyle::State_Selected) ? Token::SelMuted : Token::Muted);
}

void GroupCellPainter::paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& colour) const
{
    painter.drawPixmap(place, recolouredIcon(name, place.size(), painter.device()->devicePixelRatioF(), colour));
}

void GroupCellPainter::paintBox(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                                Qt::CheckState state) const
{
    QStyleOptionViewItem box = option;
    box.rect = place;
    box.state.setFlag(QStyle::State_On, state == Qt::Checked);
    box.state.setFlag(QStyle::State_Off, state == Qt::Unchecked);
    box.state.setFlag(QStyle::State_NoChange, state == Qt::PartiallyChecked);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

void GroupCellPainter::paint(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const TabularText& tabular) const
{
    if (static_cast<CellKind>(index.data(CellKindRole).toInt()) == CellKind::Name) {
        paintHead(painter, option, index);
        return;
    }
    const QVariant known = index.data(GroupCellRole);
    if (!known.isValid())
        return;
    const auto cell = known.value<GroupCellText>();
    if (cell.hasBars)
        paintNumbers(painter, option, cell, tabular);
    else
        paintValues(painter, option, cell, isNumber(index));
}

void GroupCellPainter::paintHead(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect cell = insideGroups(option.rect, index.data(DepthRole).toInt());
    const auto ticked = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    const bool isPlain = isPlainRow(index);
    const auto layout =
        isPlain ? GroupHeadLayout::plain(cell) : GroupHeadLayout::of(cell, m_isSelector, ticked != Qt::Unchecked);
    const QColor muted = mutedOn(option);
    if (!layout.box.isNull())
        paintBox(painter, option, layout.box, ticked);
    if (!layout.tick.isNull())
        paintIcon(painter, layout.tick, ticked == Qt::Checked ? QStringLiteral("check") : QStringLiteral("minus"),
                  m_theme.color(Token::Accent));
    const bool folded = index.data(FoldedRole).toBool();
    paintIcon(painter, layout.fold, folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
              m_theme.color(Token::Text));
    const bool shown = index.data(ShownRole).toBool();
    if (!isPlain)
        paintIcon(painter, layout.eye, shown ? QStringLiteral("eye") : QStringLiteral("eye-off"), muted);
    paintHeadText(painter, option, index, layout.text);
}

void GroupCellPainter::paintHeadText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                     const QRect& place) const
{
    const QColor muted = mutedOn(option);
    const QFontMetrics metrics(option.font), strong(strongFont(option.font));
    const QString value = index.data(GroupValueRole).toString(), count = countText(index), column = columnText(index);
    const int countWidth = metrics.horizontalAdvance(count) + kGap;
    const int columnWidth = metrics.horizontalAdvance(column) + kGap / 2;
    QRect rest = place;
    // The column is left out first, then the value is cut: the count stays.
    if (columnWidth + strong.horizontalAdvance(value) + countWidth <= rest.width()) {
        drawMarkedText(painter, rest, column, muted, muted);
        rest.setLeft(rest.left() + columnWidth);
    }
    const QString shown = fitted(strong, value, std::max(0, rest.width() - countWidth));
    painter.setFont(strongFont(option.font));
    drawMarkedText(painter, rest, shown, m_theme.color(Token::Text), muted);
    painter.setFont(option.font);
    rest.setLeft(rest.left() + strong.horizontalAdvance(shown) + kGap);
    drawMarkedText(painter, rest, fitted(metrics, count, rest.width()), muted, muted);
}

void GroupCellPainter::paintBars(QPainter& painter, const QRect& place, const GroupCellText& cell) const
{
    painter.fillRect(place.x(), place.bottom(), place.width(), 1, m_theme.color(Token::Border));
    const std::uint32_t most = *std::max_element(cell.bars.begin(), cell.bars.end());
    if (most == 0)
        return;
    const auto count = static_cast<int>(cell.bars.size());
    const QColor colour = m_theme.color(Token::Hist);
    for (int bar = 0; bar < count; ++bar) {
        const std::uint32_t runs = cell.bars[static_cast<std::size_t>(bar)];
        if (runs == 0)
            continue;
        const int left = place.x() + place.width() * bar / count;
        const int right = place.x() + place.width() * (bar + 1) / count - 1;
        const auto height =
            std::max<int>(2, static_cast<int>(std::uint64_t{runs} * static_cast<unsigned>(place.height() - 1) / most));
        painter.fillRect(left, place.bottom() - height, std::max(1, right - left), height, colour);
    }
}

/// The numbers stand at the right, above those of the runs, the histogram at the left where there is room for it.
void GroupCellPainter::paintNumbers(QPainter& painter, const QStyleOptionViewItem& option, const GroupCellText& cell,
                                    const TabularText& tabular) const
{
    const QRect area = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QFont small = smallFont(option.font);
    const QFontMetrics smallMetrics(small);
    const int words = std::max(tabular.width(cell.main), smallMetrics.horizontalAdvance(cell.detail));
    const int bars = std::min(kBarsWidth, area.width() - words - kGap);
    if (bars >= kLeastBars)
        paintBars(painter, QRect(area.x(), area.center().y() - kBarsHeight / 2 + 1, bars, kBarsHeight), cell);
    painter.setPen(cell.main == QLatin1String("NaN") ? m_theme.color(Token::Worse) : m_theme.color(Token::Text));
    const int line = option.fontMetrics.height();
    const int below = cell.detail.isEmpty() ? 0 : smallMetrics.height();
    const QRect upper(area.x(), area.center().y() - (line + below) / 2 + 1, area.width(), line);
    tabular.drawRight(painter, upper, cell.main);
    if (below == 0)
        return;
    painter.setFont(small);
    painter.setPen(mutedOn(option));
    painter.drawText(QRect(area.x(), upper.bottom() + 1, area.width(), below),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, cell.detail);
    painter.setFont(option.font);
}

void GroupCellPainter::paintValues(QPainter& painter, const QStyleOptionViewItem& option, const GroupCellText& cell,
                                   bool isRight) const
{
    const QRect area = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QColor muted = mutedOn(option);
    const QFont small = smallFont(option.font);
    const QFontMetrics smallMetrics(small);
    const int line = option.fontMetrics.height();
    const int below = cell.detail.isEmpty() ? 0 : smallMetrics.height();
    const int top = area.center().y() - (line + below) / 2 + 1;
    const auto draw = [&](const QString& text, const QFontMetrics& metrics, int y, int height, const QColor& colour) {
        const QString shown = fitted(metrics, text, area.width());
        const int left = isRight ? area.right() + 1 - metrics.horizontalAdvance(shown) : area.x();
        drawMarkedText(painter, QRect(left, y, area.right() + 1 - left, height), shown, colour, muted);
    };
    draw(cell.main, option.fontMetrics, top, line, cell.isNothing ? muted : m_theme.color(Token::Text));
    if (below == 0)
        return;
    painter.setFont(small);
    draw(cell.detail, smallMetrics, top + line, below, muted);
    painter.setFont(option.font);
}

int GroupCellPainter::contentWidth(const QModelIndex& index, const QFont& font, const TabularText& tabular) const
{
    const auto kind = static_cast<CellKind>(index.data(CellKindRole).toInt());
    const QFontMetrics metrics(font), small(smallFont(font));
    if (kind == CellKind::Name) {
        const QRect probe(0, 0, 1000, kRowHeight);
        const auto layout = GroupHeadLayout::of(insideGroups(probe, index.data(DepthRole).toInt()), m_isSelector);
        return probe.width() - layout.text.width() + metrics.horizontalAdvance(columnText(index) + countText(index)) +
               QFontMetrics(strongFont(font)).horizontalAdvance(index.data(GroupValueRole).toString()) + 2 * kGap;
    }
    const QVariant known = index.data(GroupCellRole);
    if (!known.isValid() && isNumber(index)) {
        const QString usual = kind == CellKind::Number ? QStringLiteral("± 0.0000") : QStringLiteral("± 00m 00s");
        return kBarsWidth + kGap + tabular.width(usual) + 2 * kPadding;
    }
    // Times of groups are exact ones, longer than those of the runs below.
    if (!known.isValid() && kind == CellKind::Time)
        return metrics.horizontalAdvance(format::exactTime(0)) + 2 * kPadding + 2;
    const auto cell = known.value<GroupCellText>();
    const int words = std::max(isNumber(index) ? tabular.width(cell.main) : metrics.horizontalAdvance(cell.main),
                               small.horizontalAdvance(cell.detail));
    return words + 2 * kPadding + 2 + (cell.hasBars ? kBarsWidth + kGap : 0);
}

} // namespace runglass
