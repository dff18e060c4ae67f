// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QPushButton>

class QAction;

namespace runglass
{

/// A push button that is its action: text, tool tip, enabled and checked state follow it; a click triggers it.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    /// @param action borrowed; the button is disabled when it goes away
    explicit ActionButton(QAction* action, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();

    QPointer<QAction> m_action;
};

} // namespace runglass
