// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ActionButton.h"

#include <QAction>
#include <QKeyEvent>

namespace runglass
{

ActionButton::ActionButton(QAction* action, QWidget* parent)
    : QPushButton(parent)
    , m_action(action)
{
    setObjectName(action->objectName() + QStringLiteral("Button"));
    // In a window, unlike in a dialog, it would take the look of the default button with the focus.
    setAutoDefault(false);
    follow();
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(action, &QObject::destroyed, this, [this] { setEnabled(false); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void ActionButton::follow()
{
    if (!m_action)
        return;
    setText(m_action->text());
    setToolTip(m_action->toolTip());
    // Without the marks of a tool tip, and without its key.
    setAccessibleDescription(m_action->statusTip());
    setEnabled(m_action->isEnabled());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
}

} // namespace runglass
