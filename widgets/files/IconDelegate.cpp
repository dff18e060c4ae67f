// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/IconDelegate.h"

#include "widgets/common/Chips.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace runglass
{

IconDelegate::IconDelegate(Theme& theme, const Roles& roles, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{
}

QSize IconDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    if (m_roles.chips != 0)
        hint.setWidth(std::max(hint.width(), chipsWidth(index.data(m_roles.chips).toStringList(), option.font) + 16));
    return {hint.width(), std::max(26, option.fontMetrics.height() + 8)};
}

void IconDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const bool isMuted = index.column() > 0 || (m_roles.muted != 0 && index.data(m_roles.muted).toBool());
    if (isMuted) {
        const QColor muted = m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted);
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
    }
    if (m_roles.group != 0 && index.data(m_roles.group).toBool())
        option->font.setWeight(QFont::DemiBold);
    const QString icon = index.column() == 0 ? index.data(m_roles.icon).toString() : QString();
    if (icon.isEmpty())
        return;
    option->icon = m_theme.icon(icon, Theme::Token::Muted);
    option->decorationSize = QSize(16, 16);
    option->features |= QStyleOptionViewItem::HasDecoration;
}

void IconDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStringList chips = m_roles.chips == 0 ? QStringList() : index.data(m_roles.chips).toStringList();
    if (chips.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    paintChips(*painter, option.rect.adjusted(8, 0, -8, 0), chips, option.font, m_theme);
}

} // namespace runglass
