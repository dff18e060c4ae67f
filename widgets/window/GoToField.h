// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace runglass
{

class Theme;

/// What looks like a search field in the tool bar and opens the Go to run dialog.
class GoToField : public QPushButton
{
    Q_OBJECT

public:
    /// @param action borrowed
    GoToField(Theme& theme, QAction* action, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_keys;
};

} // namespace runglass
