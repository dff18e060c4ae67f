// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// Paints the tree of sources and projects: icons by name, counts muted at the right.
class ProjectsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ProjectsDelegate(Theme& theme, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
};

} // namespace runglass
