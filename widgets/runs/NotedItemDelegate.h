// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// Items of a list that pops up: the text, and at the right in the muted colour a note about it.
/// @thread GUI
class NotedItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @param noteRole  of a QString
    NotedItemDelegate(const Theme& theme, int textRole, int noteRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    int m_textRole, m_noteRole;
};

} // namespace runglass
