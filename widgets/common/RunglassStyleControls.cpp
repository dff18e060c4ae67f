// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/RunglassStyle.h"

#include <QFrame>
#include <QPainter>
#include <QStyleOption>
#include <QStyleOptionSlider>

namespace runglass
{

namespace
{

constexpr int kMenuIconColumn = 32;
constexpr int kGrooveThickness = 4;

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] != QLatin1Char('&') || (i > 0 && text[i - 1] == QLatin1Char('&')))
            plain += text[i];
    return plain;
}

} // namespace

void RunglassStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (drawBar(element, option, painter, widget) || drawTab(element, option, painter, widget) ||
        drawHeader(element, option, painter) || drawProgress(element, option, painter))
        return;
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item && element == CE_MenuItem) {
        drawMenuItem(*item, painter);
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        button && element == CE_PushButtonLabel && button->features & QStyleOptionButton::DefaultButton &&
        !(button->features & QStyleOptionButton::Flat) && button->state.testFlag(State_Enabled)) {
        QStyleOptionButton accented = *button;
        accented.palette.setColor(QPalette::ButtonText, colour(Token::OnAccent));
        QProxyStyle::drawControl(element, &accented, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

bool RunglassStyle::drawBar(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colour(Token::Window));
        return true;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (!item)
            return false;
        painter->fillRect(option->rect, colour(Token::Window));
        if (item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled))
            drawBox(painter, item->rect.adjusted(1, 2, -1, -2), colour(Token::Inactive), {});
        drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, item->palette,
                     item->state.testFlag(State_Enabled), item->text, QPalette::WindowText);
        return true;
    }
    case CE_ToolBar: {
        const QRect& area = option->rect;
        painter->fillRect(area, colour(Token::Window));
        painter->fillRect(area.x(), area.bottom(), area.width(), 1, colour(Token::Border));
        return true;
    }
    case CE_Splitter:
        painter->fillRect(option->rect, colour(Token::Border));
        return true;
    case CE_SizeGrip:
        return true;
    case CE_ShapedFrame: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (!frame || (frame->frameShape != QFrame::HLine && frame->frameShape != QFrame::VLine))
            return false;
        const QPoint middle = option->rect.center();
        if (frame->frameShape == QFrame::HLine)
            painter->fillRect(option->rect.x(), middle.y(), option->rect.width(), 1, colour(Token::Border));
        else
            painter->fillRect(middle.x(), option->rect.y(), 1, option->rect.height(), colour(Token::Border));
        return true;
    }
    default:
        Q_UNUSED(widget)
        return false;
    }
}

bool RunglassStyle::drawTab(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (!tab)
        return false;
    const bool selected = tab->state.testFlag(State_Selected);
    if (element == CE_TabBarTabShape) {
        const QRect& area = tab->rect;
        if (selected)
            painter->fillRect(area.x() + 6, area.bottom() - 1, area.width() - 12, 2, colour(Token::Accent));
        else if (tab->state.testFlag(State_MouseOver) && tab->state.testFlag(State_Enabled))
            painter->fillRect(area.x() + 6, area.bottom() - 1, area.width() - 12, 2, colour(Token::Border));
        return true;
    }
    if (element == CE_TabBarTabLabel) {
        QStyleOptionTab labelled = *tab;
        const bool hovered = tab->state.testFlag(State_MouseOver);
        labelled.palette.setColor(QPalette::WindowText, colour(selected || hovered ? Token::Text : Token::Muted));
        labelled.state.setFlag(State_HasFocus, false);
        QProxyStyle::drawControl(element, &labelled, painter, widget);
        if (tab->state.testFlag(State_HasFocus) && tab->state.testFlag(State_KeyboardFocusChange))
            drawFocusRing(painter, tab->rect.adjusted(2, 4, -2, -4));
        return true;
    }
    return false;
}

bool RunglassStyle::drawHeader(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    const QRect& area = option->rect;
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
    QRect place = area.adjusted(6, 0, -6, 0);
    const bool right = header->textAlignment.testFlag(Qt::AlignRight);
    if (header->sortIndicator != QStyleOptionHeader::None) {
        const QRect arrow(right ? place.left() : place.right() - 15, place.y(), 16, place.height());
        // SortDown is Qt's word for ascending.
        drawIcon(painter, arrow,
                 header->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("sort-asc")
                                                                       : QStringLiteral("sort-desc"),
                 colour(Token::Accent));
        place.adjust(right ? 20 : 0, 0, right ? 0 : -20, 0);
    }
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    painter->setPen(colour(sorted ? Token::Text : Token::Muted));
    painter->drawText(place, static_cast<int>(header->textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      header->fontMetrics.elidedText(header->text, Qt::ElideMiddle, place.width()));
    return true;
}

bool RunglassStyle::drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (!bar)
        return false;
    if (element == CE_ProgressBarLabel)
        return !bar->textVisible;
    if (element != CE_ProgressBarGroove && element != CE_ProgressBarContents)
        return false;
    const QRectF groove(bar->rect.x(), bar->rect.center().y() - 1.5, bar->rect.width(), kGrooveThickness);
    QRectF filled = groove;
    if (element == CE_ProgressBarContents) {
        const int range = bar->maximum - bar->minimum;
        // Without an end in sight the bar stands still at a third: the words beside it say what goes on.
        filled.setWidth(groove.width() * (range > 0 ? qreal(bar->progress - bar->minimum) / range : 0.33));
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(element == CE_ProgressBarContents ? Token::Accent : Token::Border));
    painter->drawRoundedRect(filled, 2, 2);
    painter->restore();
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

QRect RunglassStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                    const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
    const int least = std::min(pixelMetric(PM_ScrollBarSliderMin, bar, widget), length);
    int size = length;
    if (range > 0)
        size = std::clamp(static_cast<int>(static_cast<qint64>(bar->pageStep) * length / (range + bar->pageStep)),
                          least, length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect& area = bar->rect;
        const QRect place = horizontal ? QRect(area.x() + from, area.y(), to - from, area.height())
                                       : QRect(area.x(), area.y() + from, area.width(), to - from);
        return visualRect(bar->direction, area, place);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return stretch(start, start + size);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + size, length);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

void RunglassStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider)
        drawScrollBar(*slider, painter, widget);
    else if (control == CC_Slider && slider)
        drawSlider(*slider, painter, widget);
    else if (control == CC_ComboBox)
        drawComboBox(*option, painter);
    else if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
             control == CC_ToolButton && button && button->toolButtonStyle == Qt::ToolButtonIconOnly &&
             !(button->features & QStyleOptionToolButton::MenuButtonPopup)) {
        // "…" opens a menu as it stands; an arrow beside it says nothing more.
        QStyleOptionToolButton plain = *button;
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    } else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void RunglassStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const
{
    painter->fillRect(option.rect, colour(Token::Surface));
    if (option.maximum <= option.minimum)
        return;
    const QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool held = option.activeSubControls.testFlag(SC_ScrollBarSlider) &&
                      (option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken));
    QColor handle = colour(Token::Control);
    // The handle passes 3:1 only while it is held; at rest the position can be read from the content as well.
    handle.setAlphaF(held ? 1.0F : 0.75F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(handle);
    painter->drawRoundedRect(QRectF(slider).adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

void RunglassStyle::drawSlider(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRectF handle = QProxyStyle::subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const QRectF area = option.rect;
    const QRectF groove = horizontal ? QRectF(area.x(), area.center().y() - 2, area.width(), kGrooveThickness)
                                     : QRectF(area.center().x() - 2, area.y(), kGrooveThickness, area.height());
    const bool enabled = option.state.testFlag(State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(Token::Border));
    painter->drawRoundedRect(groove, 2, 2);
    painter->setPen(QPen(colour(enabled ? Token::Control : Token::Border), 1));
    painter->setBrush(colour(Token::Surface));
    const qreal side = std::min(handle.width(), handle.height()) - 1;
    QRectF knob(0, 0, side, side);
    knob.moveCenter(handle.center());
    painter->drawEllipse(knob);
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        painter->setPen(QPen(colour(Token::Focus), 2));
        painter->drawEllipse(knob);
    }
    painter->restore();
}

void RunglassStyle::drawComboBox(const QStyleOptionComplex& option, QPainter* painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hovered = enabled && option.state.testFlag(State_MouseOver);
    drawBox(painter, option.rect, colour(hovered ? Token::Hover : Token::Surface),
            colour(enabled ? Token::Control : Token::Border));
    const QRect arrow = visualRect(option.direction, option.rect,
                                   QRect(option.rect.right() - 22, option.rect.y(), 16, option.rect.height()));
    drawIcon(painter, arrow, QStringLiteral("chevron-down"), colour(enabled ? Token::Text : Token::Control));
    if (option.state.testFlag(State_HasFocus))
        drawFocusRing(painter, option.rect);
}

} // namespace runglass
