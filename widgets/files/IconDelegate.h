// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// Paints rows of a tree whose model names an icon for them. The other columns are muted.
class IconDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Which roles of the model say what; 0: none does.
    struct Roles {
        int icon = 0;  ///< QString
        int muted = 0; ///< bool: the whole row is
        int group = 0; ///< bool: a heading
        int chips = 0; ///< QStringList, painted in place of the text
    };

    IconDelegate(Theme& theme, const Roles& roles, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
    Roles m_roles;
};

} // namespace runglass
