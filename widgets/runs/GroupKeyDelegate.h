// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// A column that runs are grouped by as a chip: its name, where it is from, and a cross that takes it out.
class GroupKeyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    GroupKeyDelegate(Theme& theme, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    Theme& m_theme;
};

} // namespace runglass
