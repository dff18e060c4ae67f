// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace runglass
{

/// The 44 px bar on top of a tab's content: search and view controls left, counts and downloads right.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget* parent = nullptr);

    /// Taken over; in the order of the calls.
    void addLeft(QWidget* widget, int stretch = 0);
    void addRight(QWidget* widget, int stretch = 0);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

} // namespace runglass
