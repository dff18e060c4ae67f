// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/CommandRunsDelegate.h"

#include "models/items/CommandRunsModel.h"
#include "widgets/common/Theme.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kDot = 10;

QIcon dotIcon(const QColor& colour, qreal ratio)
{
    QPixmap dot(QSize(kDot, kDot) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0.5, 0.5, kDot - 1, kDot - 1));
    return QIcon(dot);
}

} // namespace

CommandRunsDelegate::CommandRunsDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize CommandRunsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), std::max(26, option.fontMetrics.height() + 8)};
}

void CommandRunsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const bool isLeftOut = index.data(CommandRunsModel::LeftOutRole).toBool();
    const bool isMuted = isLeftOut || index.column() == CommandRunsModel::Created;
    if (isMuted) {
        const QColor muted = m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted);
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
    }
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1.0;
    switch (index.column()) {
    case CommandRunsModel::Name:
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(kDot, kDot);
        option->icon = dotIcon(m_theme.runColour(index.data(ColourRole).value<RunColour>()), ratio);
        option->textElideMode = Qt::ElideMiddle;
        break;
    case CommandRunsModel::Id:
        option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        break;
    case CommandRunsModel::State:
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = index.data(LockedRole).toBool()
                           ? m_theme.icon(QStringLiteral("lock"), Theme::Token::Muted)
                           : m_theme.stateIcon(static_cast<RunState>(index.data(RunStateRole).toInt()));
        break;
    default:
        break;
    }
}

} // namespace runglass
