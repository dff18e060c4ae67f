// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace runglass
{

class Theme;

/// Cells of CommandRunsModel: the dot of the run, IDs in a fixed width, the icon of the state; what is left out is
/// muted, with its reason in the place of the state.
class CommandRunsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CommandRunsDelegate(Theme& theme, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
};

} // namespace runglass
