// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ActionButton.h"

#include <QStringList>

namespace runglass
{

class Theme;

/// "Group by" with the columns that the runs are grouped by as chips.
/// @thread GUI
class GroupByButton : public ActionButton
{
    Q_OBJECT

public:
    GroupByButton(Theme& theme, QAction* action, QWidget* parent);

    void setColumns(const QStringList& names);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int chipsRoom() const;

    Theme& m_theme;
    QStringList m_columns;
};

} // namespace runglass
