// SPDX-License-Identifier: GPL-3.0-or-later
// Where words and icons stand: heads of columns, push buttons, menu items.
#include "widgets/common/ButtonTone.h"
#include "widgets/common/RunglassStyle.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace runglass
{

namespace
{

constexpr int kMenuIconColumn = 32;
constexpr int kPadding = 8;
constexpr int kArrowSpace = 20;

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] != QLatin1Char('&') || (i > 0 && text[i - 1] == QLatin1Char('&')))
            plain += text[i];
    return plain;
}

/// Where the cells of the first column of a tree begin: behind the arrows that open its rows.
int arrowColumn(const QStyleOptionHeader& header, const QWidget* widget)
{
    const auto* view = qobject_cast<const QHeaderView*>(widget);
    const auto* tree = view ? qobject_cast<const QTreeView*>(view->parentWidget()) : nullptr;
    const bool first = tree && view->visualIndex(header.section) == 0;
    return first && tree->rootIsDecorated() ? tree->indentation() : 0;
}

} // namespace

bool RunglassStyle::drawHeader(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const QRect& area = option->rect;
    if (element == CE_Header) {
        // The common style would set the label off a second time.
        painter->save();
        painter->setClipRect(area);
        drawHeader(CE_HeaderSection, option, painter, widget);
        drawHeader(CE_HeaderLabel, option, painter, widget);
        painter->restore();
        return true;
    }
    if (element == CE_HeaderEmptyArea || element == CE_HeaderSection) {
        const auto* section = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool hovered = element == CE_HeaderSection && option->state.testFlag(State_MouseOver);
        painter->fillRect(area, colour(hovered ? Token::Inactive : Token::Header));
        painter->fillRect(area.x(), area.bottom(), area.width(), 1, colour(Token::Border));
        const bool last = !section || section->position == QStyleOptionHeader::End ||
                          section->position == QStyleOptionHeader::OnlyOneSection;
        if (element == CE_HeaderSection && !last)
            painter->fillRect(area.right(), area.y() + 6, 1, area.height() - 12, colour(Token::Border));
        return true;
    }
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (element != CE_HeaderLabel || !header)
        return false;
    QRect place = area.adjusted(kPadding + arrowColumn(*header, widget), 0, -kPadding, 0);
    const bool right = header->textAlignment.testFlag(Qt::AlignRight);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    if (sorted) {
        const QRect arrow(right ? place.left() : place.right() - 15, place.y(), 16, place.height());
        // SortDown is Qt's word for ascending.
        drawIcon(painter, arrow,
                 header->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("sort-asc")
                                                                       : QStringLiteral("sort-desc"),
                 colour(Token::Accent));
        place.adjust(right ? kArrowSpace : 0, 0, right ? 0 : -kArrowSpace, 0);
    }
    painter->setPen(colour(sorted ? Token::Text : Token::Muted));
    painter->drawText(place, static_cast<int>(header->textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      header->fontMetrics.elidedText(header->text, Qt::ElideMiddle, place.width()));
    return true;
}

/// The colour of a push button's words; an invalid one: the palette's.
QColor RunglassStyle::buttonText(const QStyleOptionButton& button, const QWidget* widget) const
{
    if (!button.state.testFlag(State_Enabled))
        return {};
    const bool flat = button.features & QStyleOptionButton::Flat;
    switch (toneOf(widget)) {
    case ButtonTone::Danger:
        return colour(flat ? Token::Danger : Token::OnDanger);
    case ButtonTone::DangerOutline:
        return colour(Token::Danger);
    case ButtonTone::Usual:
        break;
    }
    return button.features & QStyleOptionButton::DefaultButton && !flat ? colour(Token::OnAccent) : QColor();
}

bool RunglassStyle::drawButtonLabel(ControlElement element, const QStyleOption* option, QPainter* painter,
                                    const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element != CE_PushButtonLabel || !button)
        return false;
    // The arrow of a menu is drawn with the button's edge.
    const int arrow =
        button->features & QStyleOptionButton::HasMenu ? pixelMetric(PM_MenuButtonIndicator, option, nullptr) : 0;
    const QRect room = visualRect(button->direction, button->rect, button->rect.adjusted(0, 0, -arrow, 0));
    const bool enabled = button->state.testFlag(State_Enabled);
    const QString text = withoutMnemonic(button->text);
    const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
    const int gap = icon > 0 && !text.isEmpty() ? kPadding : 0;
    const int words = std::min(button->fontMetrics.horizontalAdvance(text), room.width() - icon - gap);
    const QRect whole = alignedRect(button->direction, Qt::AlignCenter, QSize(icon + gap + words, room.height()), room);
    if (icon > 0) {
        const QIcon::State state = button->state.testFlag(State_On) ? QIcon::On : QIcon::Off;
        const QRect place(whole.x(), whole.y(), icon, whole.height());
        button->icon.paint(painter, visualRect(button->direction, whole, place), Qt::AlignCenter,
                           enabled ? QIcon::Normal : QIcon::Disabled, state);
    }
    const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor tint = buttonText(*button, widget);
    painter->setPen(tint.isValid() ? tint : button->palette.color(group, QPalette::ButtonText));
    const QRect place(whole.x() + icon + gap, whole.y(), words, whole.height());
    painter->drawText(visualRect(button->direction, whole, place), Qt::AlignCenter | Qt::TextSingleLine,
                      button->fontMetrics.elidedText(text, Qt::ElideRight, words + 1));
    return true;
}

void RunglassStyle::drawMenuItem(const QStyleOptionMenuItem& item, QPainter* painter) const
{
    const QRect& area = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(area.x() + 4, area.center().y(), area.width() - 8, 1, colour(Token::Border));
        return;
    }
    const bool enabled = item.state.testFlag(State_Enabled);
    if (item.state.testFlag(State_Selected))
        drawBox(painter, area, colour(enabled ? Token::Selection : Token::Hover), {});
    const bool rightToLeft = item.direction == Qt::RightToLeft;
    const auto place = [&](int x, int width) {
        return visualRect(item.direction, area, QRect(area.x() + x, area.y(), width, area.height()));
    };
    if (item.checked)
        drawIcon(painter, place(8, 16), QStringLiteral("check"), colour(Token::Accent));
    else if (!item.icon.isNull())
        item.icon.paint(painter, place(8, 16), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const bool submenu = item.menuItemType == QStyleOptionMenuItem::SubMenu;
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    const QColor text = item.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    painter->setPen(text);
    painter->setFont(item.font);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter->drawText(place(kMenuIconColumn, area.width() - kMenuIconColumn - 8),
                      flags | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft), withoutMnemonic(parts.value(0)));
    if (submenu) {
        drawIcon(painter, place(area.width() - 24, 16),
                 rightToLeft ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"), colour(Token::Muted));
    } else if (parts.size() > 1) {
        const Token shortcut = item.state.testFlag(State_Selected) ? Token::SelMuted : Token::Muted;
        painter->setPen(enabled ? colour(shortcut) : text);
        painter->drawText(place(8, area.width() - 20), flags | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight),
                          parts.value(1));
    }
}

} // namespace runglass
