// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/RunglassStyle.h"

#include "widgets/common/ButtonTone.h"
#include "widgets/common/IconEngine.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

namespace runglass
{

namespace
{

constexpr qreal kRadius = 4;
constexpr int kSmallArrow = 10;
constexpr int kControlHeight = 28;
constexpr int kPopupRowHeight = 26;
constexpr int kTabHeight = 36;
constexpr int kCellPadding = 8;
constexpr int kIconGap = 8;

/// Rows and controls grow with the font, so that Japanese never clips.
int controlHeight(const QFontMetrics& metrics)
{
    return std::max(kControlHeight, metrics.height() + 8);
}

/// A field of several lines looks like one of one line.
bool isTextField(const QWidget* widget)
{
    const auto* edit = qobject_cast<const QPlainTextEdit*>(widget);
    return edit && !edit->isReadOnly();
}

} // namespace

RunglassStyle::RunglassStyle(std::shared_ptr<const ThemeColours> colours)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_colours(std::move(colours))
{
    setObjectName(QStringLiteral("runglass"));
}

void RunglassStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QMenuBar") || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
}

int RunglassStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? 2 : 1;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_TreeViewIndentation:
        return 16;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderThickness:
    case PM_SliderLength:
        return 14;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
    case PM_HeaderGripMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
    case PM_ToolBarItemMargin:
    case PM_HeaderMargin: // also decides how low the rows of a table may be
        return 6;
    case PM_FocusFrameHMargin:
        // The style adds one to make it the padding of a cell.
        return kCellPadding - 1;
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int RunglassStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize RunglassStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                      const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = option ? controlHeight(option->fontMetrics) : kControlHeight;
    const int rowHeight = height - kControlHeight + kPopupRowHeight;
    switch (type) {
    case CT_PushButton: {
        // A push button reckons with four pixels between its icon and its text.
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool both = button && !button->icon.isNull() && !button->text.isEmpty();
        return {contents.width() + 28 + (both ? kIconGap - 4 : 0), height};
    }
    case CT_ComboBox:
        return {size.width() + 8, height};
    case CT_LineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth > 0 ? QSize(size.width() + 8, height) : size;
    }
    case CT_ItemViewItem: {
        const bool popsUp = widget && widget->window()->windowType() == Qt::Popup;
        return {size.width(), popsUp ? std::max(size.height(), rowHeight) : size.height()};
    }
    case CT_MenuBarItem:
        return {size.width() + 4, height};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool separator = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        return separator ? QSize(size.width(), 9) : QSize(size.width() + 24, height);
    }
    case CT_TabBarTab:
        return {contents.width() + 8, std::max(kTabHeight, height)};
    case CT_HeaderSection:
        return {size.width() + 2 * (kCellPadding - pixelMetric(PM_HeaderMargin, option, widget)), height};
    default:
        return size;
    }
}

QRect RunglassStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    QRect place = QProxyStyle::subElementRect(element, option, widget);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    // A ring around the text alone would touch its first letter.
    if (element == SE_ItemViewItemFocusRect && item)
        return item->rect;
    if (element != SE_ItemViewItemText || !item || item->decorationPosition != QStyleOptionViewItem::Left ||
        !item->features.testFlag(QStyleOptionViewItem::HasDecoration))
        return place;
    // Icon and text have a padding each: between them one is enough.
    if (item->direction == Qt::RightToLeft)
        place.setRight(place.right() + kCellPadding);
    else
        place.setLeft(place.left() - kCellPadding);
    return place;
}

QIcon RunglassStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    const auto muted = [this](const QString& name) {
        return QIcon(new IconEngine(
            name, [colours = m_colours](QIcon::Mode, QIcon::State) { return (*colours)(Token::Muted); }));
    };
    switch (icon) {
    case SP_LineEditClearButton:
        return muted(QStringLiteral("close"));
    // Every tool bar asks for them when it is made; Fusion's are files that are read then.
    case SP_ToolBarHorizontalExtensionButton:
        return muted(QStringLiteral("chevron-right"));
    case SP_ToolBarVerticalExtensionButton:
        return muted(QStringLiteral("chevron-down"));
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

void RunglassStyle::drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& tint) const
{
    const int side = std::min({16, rect.width(), rect.height()});
    const QRect place(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(place, recolouredIcon(name, place.size(), ratio, tint));
}

void RunglassStyle::drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void RunglassStyle::drawFocusRing(QPainter* painter, const QRect& rect, const QColor& tint) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tint.isValid() ? tint : colour(Token::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter->restore();
}

void RunglassStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    if (element == PE_FrameFocusRect) {
        if (option->state.testFlag(State_KeyboardFocusChange))
            drawFocusRing(painter, option->rect);
        return;
    }
    if (drawButtonPanel(element, option, painter, widget) || drawIndicator(element, option, painter) ||
        drawItemPanel(element, option, painter, widget) || drawFrame(element, option, painter, widget))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool RunglassStyle::drawButtonPanel(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                    const QWidget* widget) const
{
    if (element != PE_PanelButtonCommand && element != PE_PanelButtonTool)
        return false;
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool pressed = option->state.testFlag(State_Sunken);
    const bool hovered = enabled && option->state.testFlag(State_MouseOver);
    // What cannot be pressed draws no look: that it is on shows again when it can.
    const bool checked = enabled && option->state.testFlag(State_On);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool flat = element == PE_PanelButtonTool || (button && button->features & QStyleOptionButton::Flat);
    const bool isDefault = enabled && button && button->features & QStyleOptionButton::DefaultButton;
    const ButtonTone tone = enabled ? toneOf(widget) : ButtonTone::Usual;
    const bool isFilled = !flat && (isDefault || tone == ButtonTone::Danger);
    if (isFilled) {
        const QColor fill = colour(tone == ButtonTone::Danger ? Token::Danger : Token::Accent);
        drawBox(painter, option->rect, pressed ? fill.darker(115) : hovered ? fill.darker(106) : fill, {});
    } else if (flat) {
        const QColor fill = checked              ? colour(Token::Selection)
                            : pressed || hovered ? colour(Token::Inactive)
                                                 : QColor();
        if (fill.isValid())
            drawBox(painter, option->rect, fill, {});
    } else {
        const Token fill = checked || pressed ? Token::Selection : hovered ? Token::Hover : Token::Surface;
        const Token edge = tone == ButtonTone::DangerOutline ? Token::Danger : Token::Control;
        drawBox(painter, option->rect, colour(fill), colour(enabled ? edge : Token::Border));
    }
    if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange)) {
        const Token ring = tone == ButtonTone::Danger ? Token::OnDanger : Token::OnAccent;
        drawFocusRing(painter, isFilled ? option->rect.adjusted(2, 2, -2, -2) : option->rect,
                      colour(isFilled ? ring : Token::Focus));
    }
    return true;
}

bool RunglassStyle::drawIndicator(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_IndicatorArrowDown:
        // Push buttons with a menu leave the arrow less than an icon needs.
        drawIcon(painter, option->rect.width() < kSmallArrow ? option->rect.adjusted(-4, -4, 4, 4) : option->rect,
                 QStringLiteral("chevron-down"), colour(Token::Muted));
        return true;
    case PE_IndicatorArrowUp:
        drawIcon(painter, option->rect, QStringLiteral("chevron-up"), colour(Token::Muted));
        return true;
    case PE_IndicatorArrowLeft:
        drawIcon(painter, option->rect, QStringLiteral("chevron-left"), colour(Token::Muted));
        return true;
    case PE_IndicatorArrowRight:
        drawIcon(painter, option->rect, QStringLiteral("chevron-right"), colour(Token::Muted));
        return true;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            drawIcon(painter, option->rect, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                     colour(Token::Text));
        }
        return true;
    case PE_IndicatorHeaderArrow:
        return true; // drawn with the label
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool on = option->state.testFlag(State_On);
        const bool partly = option->state.testFlag(State_NoChange);
        const QColor fill = colour(on || partly ? Token::Accent : Token::Surface);
        drawBox(painter, option->rect, fill,
                on || partly ? QColor() : colour(enabled ? Token::Control : Token::Border));
        if (on || partly)
            drawIcon(painter, option->rect, on ? QStringLiteral("check") : QStringLiteral("minus"),
                     colour(Token::OnAccent));
        return true;
    }
    case PE_IndicatorRadioButton:
        drawRadio(*option, painter);
        return true;
    default:
        return false;
    }
}

bool RunglassStyle::drawItemPanel(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    if (element != PE_PanelItemViewItem && element != PE_PanelItemViewRow)
        return false;
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    // Grey while the window has no focus, not while another part of it has.
    const bool active = widget ? widget->isActiveWindow() : option->state.testFlag(State_Active);
    if (option->state.testFlag(State_Selected))
        painter->fillRect(option->rect, colour(active ? Token::Selection : Token::Inactive));
    else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
        painter->fillRect(option->rect, colour(Token::Hover));
    else if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    return true;
}

bool RunglassStyle::drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const bool focused = option->state.testFlag(State_HasFocus);
    if (element == PE_Frame && isTextField(widget)) {
        drawBox(painter, option->rect, colour(Token::Surface), colour(Token::Control));
        if (focused)
            drawFocusRing(painter, option->rect);
        return true;
    }
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            const bool enabled = option->state.testFlag(State_Enabled);
            drawBox(painter, option->rect, colour(enabled ? Token::Surface : Token::Window),
                    colour(enabled ? Token::Control : Token::Border));
            if (focused)
                drawFocusRing(painter, option->rect);
        }
        return true;
    }
    case PE_FrameLineEdit:
        drawBox(painter, option->rect, {}, colour(Token::Control));
        return true;
    case PE_Frame: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            painter->save();
            painter->setPen(colour(Token::Border));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
        }
        return true;
    }
    default:
        return drawPlainFrame(element, option, painter);
    }
}

bool RunglassStyle::drawPlainFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const
{
    switch (element) {
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, colour(Token::Surface));
        return true;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colour(Token::Raised));
        if (element == PE_PanelTipLabel) {
            painter->setPen(colour(Token::Border));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return true;
    case PE_FrameMenu:
        painter->setPen(colour(Token::Border));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return true;
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_IndicatorToolBarSeparator: {
        QRect line = option->rect;
        if (element == PE_FrameTabBarBase)
            painter->fillRect(line.x(), line.bottom(), line.width(), 1, colour(Token::Border));
        else if (element == PE_IndicatorToolBarSeparator)
            painter->fillRect(line.center().x(), line.y() + 8, 1, line.height() - 16, colour(Token::Border));
        return true;
    }
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, colour(Token::Window));
        painter->fillRect(option->rect.x(), option->rect.y(), option->rect.width(), 1, colour(Token::Border));
        return true;
    default:
        return false;
    }
}

} // namespace runglass
