// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ProjectsDelegate.h"

#include "models/items/ProjectsModel.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace runglass
{

namespace
{
constexpr int kRowHeight = 24;
} // namespace

ProjectsDelegate::ProjectsDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ProjectsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(kRowHeight, option.fontMetrics.height() + 6)};
}

void ProjectsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    if (index.column() == ProjectsModel::CountColumn) {
        const QColor muted = m_theme.color(selected ? Theme::Token::SelMuted : Theme::Token::Muted);
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::HighlightedText, muted);
        return;
    }
    const auto status = static_cast<SourceInfo::Status>(index.data(ProjectsModel::SourceStatusRole).toInt());
    const auto kind = static_cast<ProjectsModel::NodeKind>(index.data(ProjectsModel::NodeKindRole).toInt());
    const bool failed = kind == ProjectsModel::NodeKind::Source && status == SourceInfo::Status::Failed;
    QString icon = failed ? QStringLiteral("warning") : index.data(ProjectsModel::IconNameRole).toString();
    if (kind == ProjectsModel::NodeKind::Project && selected)
        icon = QStringLiteral("folder-open");
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
    option->icon = m_theme.icon(icon, failed ? Theme::Token::WarnText : Theme::Token::Text);
    option->textElideMode = Qt::ElideMiddle;
}

bool ProjectsDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (!event || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

} // namespace runglass
