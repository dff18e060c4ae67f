// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace runglass
{

class Theme;

/// What is wrong with a run, in one strip: a line each, a few of them, all of them by Copy details.
class WarningStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WarningStrip(Theme& theme, QWidget* parent = nullptr);

    /// Plain texts; none hides the strip.
    void setProblems(const QStringList& problems);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QStringList m_problems;
};

} // namespace runglass
