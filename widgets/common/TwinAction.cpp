// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/TwinAction.h"

#include <QAbstractScrollArea>
#include <QMenu>

namespace runglass
{

TwinAction::TwinAction(QAction* original, QObject* parent)
    : QAction(parent)
    , m_original(original)
{
    setObjectName(original->objectName());
    // Shown, but no second key to press: a menu never has the focus of a key.
    setShortcutContext(Qt::WidgetShortcut);
    follow();
    connect(original, &QAction::changed, this, &TwinAction::follow);
    connect(original, &QObject::destroyed, this, [this] { setEnabled(false); });
    connect(this, &QAction::triggered, this, [this] {
        if (m_original)
            m_original->trigger();
        follow();
    });
}

void TwinAction::follow()
{
    if (!m_original)
        return;
    setSeparator(m_original->isSeparator());
    setText(m_original->text());
    setIcon(m_original->icon());
    setToolTip(m_original->toolTip());
    setStatusTip(m_original->statusTip());
    setShortcuts(m_original->shortcuts());
    setCheckable(m_original->isCheckable());
    setChecked(m_original->isChecked());
    setEnabled(m_original->isEnabled());
    setVisible(m_original->isVisible());
}

void addTwins(QMenu* menu, const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        if (QMenu* below = action->menu())
            addTwins(menu->addMenu(action->icon(), action->text()), below->actions());
        else
            menu->addAction(new TwinAction(action, menu));
    }
}

QMenu* popUpTwins(QWidget* owner, const QList<QAction*>& actions, const QPoint& globalPlace)
{
    auto* menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addTwins(menu, actions);
    menu->popup(globalPlace);
    return menu;
}

void offerActionsInMenu(QWidget* widget)
{
    widget->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(widget, &QWidget::customContextMenuRequested, widget, [widget](const QPoint& place) {
        const auto* area = qobject_cast<QAbstractScrollArea*>(widget);
        popUpTwins(widget, widget->actions(), (area ? area->viewport() : widget)->mapToGlobal(place));
    });
}

} // namespace runglass
