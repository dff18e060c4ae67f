// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// A column in a list: its name, then where it is from in the muted colour. A sort key has its rank and arrow before
/// that, and at the right what the arrow says.
class SortItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Kind { Column, Key };

    /// @param originRole  of the model: QString
    SortItemDelegate(Theme& theme, Kind kind, int originRole, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    QRect paintKey(QPainter& painter, QRect place, const QModelIndex& index, const QColor& muted) const;

    Theme& m_theme;
    Kind m_kind;
    int m_originRole;
};

} // namespace runglass
