// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// Paints a column in the columns panel: grip, eye, name, note and pin of a visible one, "+", name and note of a hidden
/// one.
/// @thread GUI
class ColumnListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ColumnListDelegate(Theme& theme, QObject* parent = nullptr);

    /// Whether it can be dragged elsewhere.
    bool hasGrip(const QModelIndex& index) const;
    /// Where a click pins; null: nowhere.
    QRect pinRect(const QRect& row, const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGrip(QPainter& painter, const QRect& place) const;

    Theme& m_theme;
};

} // namespace runglass
