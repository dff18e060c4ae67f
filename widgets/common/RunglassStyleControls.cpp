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

constexpr int kGrooveThickness = 4;
constexpr int kRadio = 14;

} // namespace

void RunglassStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (drawBar(element, option, painter, widget) || drawTab(element, option, painter, widget) ||
        drawHeader(element, option, painter, widget) || drawProgress(element, option, painter) ||
        drawButtonLabel(element, option, painter, widget))
        return;
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item && element == CE_MenuItem) {
        drawMenuItem(*item, painter);
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
    // In the middle of the groove: the handle's own place is a pixel above it, and would be cut off.
    knob.moveCenter(horizontal ? QPointF(handle.center().x(), area.center().y())
                               : QPointF(area.center().x(), handle.center().y()));
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

void RunglassStyle::drawRadio(const QStyleOption& option, QPainter* painter) const
{
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRect place = alignedRect(option.direction, Qt::AlignCenter, QSize(kRadio, kRadio), option.rect);
    const QRectF ring = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colour(!enabled ? Token::Border : on ? Token::Accent : Token::Control));
    painter->setBrush(colour(Token::Surface));
    painter->drawEllipse(ring);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(enabled ? Token::Accent : Token::Border));
        painter->drawEllipse(ring.adjusted(3, 3, -3, -3));
    }
    painter->restore();
}

} // namespace runglass
