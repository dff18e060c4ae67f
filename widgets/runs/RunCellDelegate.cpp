// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunCellDelegate.h"

#include "models/items/Format.h"
#include "models/items/RunRoles.h"
#include "widgets/common/Chips.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/runs/GroupHeadLayout.h"
#include "widgets/runs/RunNameLayout.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kRowHeight = 26;
constexpr int kPadding = 8;
constexpr int kCurrentMark = 3;
constexpr int kDivider = 3;
constexpr int kPinSide = 12, kPinGap = 4;
constexpr int kLongestText = 2000;

using Token = Theme::Token;

CellKind kindOf(const QModelIndex& index)
{
    return static_cast<CellKind>(index.data(CellKindRole).toInt());
}

/// What is drawn in one line: notes may have many, and megabytes.
QString lineOf(const QModelIndex& index)
{
    QString text = index.data(Qt::DisplayRole).toString();
    if (text.size() > kLongestText)
        text.truncate(kLongestText);
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    if (end >= 0)
        text = text.left(end) + QStringLiteral(" …");
    return text;
}

/// elidedText measures in fractions and would cut what fits exactly.
QString fitted(const QFontMetrics& metrics, const QString& text, Qt::TextElideMode mode, int room)
{
    return metrics.horizontalAdvance(text) <= room ? text : metrics.elidedText(text, mode, room);
}

RunPin pinOf(const QModelIndex& index)
{
    return static_cast<RunPin>(index.data(PinRole).toInt());
}

bool isGroup(const QModelIndex& index)
{
    return index.data(GroupRole).toBool();
}

bool isNumber(CellKind kind)
{
    return kind == CellKind::Number || kind == CellKind::Duration;
}

} // namespace

RunCellDelegate::RunCellDelegate(Theme& theme, Kind kind, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_group(theme, kind == Kind::Selector)
{
}

int RunCellDelegate::rowHeight(const QFontMetrics& metrics)
{
    return std::max(kRowHeight, metrics.height() + 8);
}

QSize RunCellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {contentWidth(index, option.font), rowHeight(option.fontMetrics)};
}

QColor RunCellDelegate::mutedOn(const QStyleOptionViewItem& option) const
{
    return m_theme.color(option.state.testFlag(QStyle::State_Selected) ? Token::SelMuted : Token::Muted);
}

const TabularText& RunCellDelegate::tabular(const QFont& font) const
{
    if (!m_tabular || m_tabular->font() != font)
        m_tabular.emplace(font);
    return *m_tabular;
}

void RunCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || !index.data(TickedRole).toBool()) {
        paintCell(painter, option, index, isSelected);
        return;
    }
    QStyleOptionViewItem ticked = option;
    ticked.state.setFlag(QStyle::State_Selected);
    paintCell(painter, ticked, index, false);
}

/// @param isCurrent  selected in the view, not only ticked
void RunCellDelegate::paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                bool isCurrent) const
{
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    paintBackground(*painter, option, index, isCurrent);
    if (isGroup(index)) {
        m_group.paint(*painter, option, index, tabular(option.font));
        painter->restore();
        return;
    }
    paintContent(*painter, option, index);
    painter->restore();
}

void RunCellDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    switch (kindOf(index)) {
    case CellKind::Name:
        paintName(painter, option, index);
        break;
    case CellKind::State:
        paintState(painter, option, index);
        break;
    case CellKind::Tags: {
        const QStringList tags = index.data(TagsRole).toStringList();
        if (tags.isEmpty()) {
            paintText(painter, option, index);
            break;
        }
        QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        if (index.data(EditedRole).toBool())
            room = paintedBehind(painter, room, QStringLiteral("pencil"), mutedOn(option));
        paintChips(painter, room, tags, option.font, m_theme);
        break;
    }
    case CellKind::Number:
    case CellKind::Duration:
        paintNumber(painter, option, index);
        break;
    default:
        paintText(painter, option, index);
    }
}

void RunCellDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                      bool isCurrent) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.widget ? option.widget->isActiveWindow() : option.state.testFlag(QStyle::State_Active);
    if (selected)
        painter.fillRect(option.rect, m_theme.color(active ? Token::Selection : Token::Inactive));
    else if (index.row() == m_hoveredRow)
        painter.fillRect(option.rect, m_theme.color(Token::Hover));
    else if (isGroup(index))
        painter.fillRect(option.rect, m_theme.color(Token::Header));
    const bool isLastPinned = pinOf(index) == RunPin::Last;
    if (isLastPinned)
        painter.fillRect(option.rect.x(), option.rect.bottom() - kDivider + 1, option.rect.width(), kDivider,
                         m_theme.color(Token::Control));
    else if (m_kind == Kind::Table)
        painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, m_theme.color(Token::Grid));
    if (isCurrent && m_kind == Kind::Selector)
        painter.fillRect(option.rect.x(), option.rect.y(), kCurrentMark, option.rect.height(),
                         m_theme.color(Token::Accent));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(m_theme.color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void RunCellDelegate::paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& colour) const
{
    painter.drawPixmap(place, recolouredIcon(name, place.size(), painter.device()->devicePixelRatioF(), colour));
}

/// A small sign at the end of a text's room. @return the room that is left
QRect RunCellDelegate::paintedBehind(QPainter& painter, const QRect& room, const QString& name,
                                     const QColor& colour) const
{
    const QRect place(room.right() - kPinSide + 1, room.center().y() - kPinSide / 2 + 1, kPinSide, kPinSide);
    if (room.width() < 4 * kPinSide)
        return room;
    paintIcon(painter, place, name, colour);
    return room.adjusted(0, 0, -kPinSide - kPinGap, 0);
}

void RunCellDelegate::paintBox(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                               bool ticked) const
{
    QStyleOptionViewItem box = option;
    box.rect = place;
    box.state.setFlag(QStyle::State_On, ticked);
    box.state.setFlag(QStyle::State_Off, !ticked);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

void RunCellDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isPlain = isPlainRow(index);
    const bool shown = isPlain || index.data(ShownRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool warned = index.data(WarningCountRole).toInt() > 0;
    const bool ticked = index.data(TickedRole).toBool();
    const QRect cell = insideGroups(option.rect, index.data(DepthRole).toInt());
    const auto layout = isPlain ? RunNameLayout::plain(cell)
                                : RunNameLayout::of(cell, warned, m_kind == Kind::Selector, ticked, m_reserved);
    const QColor muted = mutedOn(option);
    if (!layout.box.isNull())
        paintBox(painter, option, layout.box, ticked);
    if (!layout.tick.isNull())
        paintIcon(painter, layout.tick, QStringLiteral("check"), m_theme.color(Token::Accent));
    if (!isPlain)
        paintIcon(painter, layout.eye, shown ? QStringLiteral("eye") : QStringLiteral("eye-off"), muted);

    const QColor colour = m_theme.runColour(index.data(ColourRole).value<RunColour>());
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown) {
        painter.setPen(selected ? QPen(m_theme.color(Token::SelMuted), 1) : QPen(Qt::NoPen));
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(layout.dot).adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(layout.dot).adjusted(1, 1, -1, -1));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);

    QRect text = layout.text;
    if (pinOf(index) != RunPin::None) {
        const QRect pin(text.left(), text.center().y() - kPinSide / 2 + 1, kPinSide, kPinSide);
        paintIcon(painter, pin, QStringLiteral("pin"), muted);
        text.setLeft(text.left() + kPinSide + kPinGap);
    }
    QFont named = option.font;
    if (index.data(BaselineRole).toBool()) {
        const QRect mark(text.left(), text.center().y() - kPinSide / 2 + 1, kPinSide, kPinSide);
        paintIcon(painter, mark, QStringLiteral("baseline"), m_theme.color(Token::Accent));
        text.setLeft(text.left() + kPinSide + kPinGap);
        named.setWeight(QFont::DemiBold);
        painter.setFont(named);
    }
    if (index.data(LockedRole).toBool())
        text = paintedBehind(painter, text, QStringLiteral("lock"), muted);
    if (index.data(EditedRole).toBool())
        text = paintedBehind(painter, text, QStringLiteral("pencil"), muted);
    const bool quiet =
        (m_kind == Kind::Selector && !shown) || index.data(NameFromIdRole).toBool() || !index.data(MatchRole).toBool();
    drawMarkedText(painter, text, fitted(QFontMetrics(named), lineOf(index), m_cropping, text.width()),
                   quiet ? muted : m_theme.color(Token::Text), muted);
    if (warned)
        paintIcon(painter, layout.warning, QStringLiteral("warning"), m_theme.stateColour(RunState::Crashed));
    if (m_kind == Kind::Selector) {
        const auto state = static_cast<RunState>(index.data(RunStateRole).toInt());
        const QIcon icon = index.data(StoppingRole).toBool() ? m_theme.stoppingIcon() : m_theme.stateIcon(state);
        icon.paint(&painter, layout.state);
    }
}

void RunCellDelegate::paintState(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect area = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QRect icon(area.x(), area.center().y() - 7, 16, 16);
    const auto state = static_cast<RunState>(index.data(RunStateRole).toInt());
    (index.data(StoppingRole).toBool() ? m_theme.stoppingIcon() : m_theme.stateIcon(state)).paint(&painter, icon);
    QRect word = area.adjusted(22, 0, 0, 0);
    if (index.data(EditedRole).toBool())
        word = paintedBehind(painter, word, QStringLiteral("pencil"), mutedOn(option));
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(word, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fitted(option.fontMetrics, lineOf(index), Qt::ElideRight, word.width()));
}

void RunCellDelegate::paintNumber(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = lineOf(index);
    if (text == QLatin1String("NaN"))
        painter.setPen(m_theme.color(Token::Worse));
    else
        painter.setPen(text == format::missing() ? mutedOn(option) : m_theme.color(Token::Text));
    tabular(option.font).drawRight(painter, option.rect.adjusted(kPadding, 0, -kPadding, 0), text);
}

void RunCellDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = lineOf(index);
    const bool quiet = kindOf(index) == CellKind::Time || text == format::missing();
    QRect area = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (index.data(EditedRole).toBool())
        area = paintedBehind(painter, area, QStringLiteral("pencil"), mutedOn(option));
    drawMarkedText(painter, area, fitted(option.fontMetrics, text, Qt::ElideRight, area.width()),
                   quiet ? mutedOn(option) : m_theme.color(Token::Text), mutedOn(option));
}

int RunCellDelegate::contentWidth(const QModelIndex& index, const QFont& font, int least) const
{
    if (isGroup(index))
        return std::max(least, m_group.contentWidth(index, font, tabular(font)));
    const CellKind kind = kindOf(index);
    const QString line = lineOf(index);
    const bool isPlain = isNumber(kind) || kind == CellKind::Text || kind == CellKind::Time;
    if (isPlain && tabular(font).mostWidth(line) + 2 * kPadding + 2 <= least)
        return least;
    const int text = isNumber(kind) ? tabular(font).width(line) : QFontMetrics(font).horizontalAdvance(line);
    return std::max(least, contentWidth(index, font, kind, text));
}

int RunCellDelegate::contentWidth(const QModelIndex& index, const QFont& font, CellKind kind, int text) const
{
    if (kind == CellKind::Name) {
        const QRect probe(0, 0, 1000, kRowHeight);
        const QRect cell = insideGroups(probe, index.data(DepthRole).toInt());
        const bool warned = index.data(WarningCountRole).toInt() > 0;
        const auto layout = RunNameLayout::of(cell, warned, m_kind == Kind::Selector, index.data(TickedRole).toBool());
        const bool isBaseline = index.data(BaselineRole).toBool();
        const int signs = (pinOf(index) != RunPin::None ? 1 : 0) + (isBaseline ? 1 : 0);
        const int pin = signs * (kPinSide + kPinGap) + (isBaseline ? text / 8 : 0); // semibold is wider
        // The middle of a cell is where one clicks to choose the run: no box, eye or dot lies there.
        return std::max(probe.width() - layout.text.width() + pin + text + 1, 2 * (layout.text.left() + kPadding));
    }
    if (kind == CellKind::State)
        return text + 22 + 2 * kPadding;
    if (kind == CellKind::Tags) {
        const QStringList tags = index.data(TagsRole).toStringList();
        return (tags.isEmpty() ? text : chipsWidth(tags, font)) + 2 * kPadding;
    }
    return text + 2 * kPadding + 2;
}

bool RunCellDelegate::editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&, const QModelIndex&)
{
    return false;
}

bool RunCellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (!event || event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && contentWidth(index, option.font) > option.rect.width())
        text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), plainToolTip(text), view, option.rect);
    return true;
}

} // namespace runglass
