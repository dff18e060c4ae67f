// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelHead.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace runglass
{

PanelHead::PanelHead(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_toggle(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_menuButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("panelHead"));
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_toggle->setFont(semibold);
    m_toggle->setObjectName(QStringLiteral("sectionToggle"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_toggle->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_menuButton->setObjectName(QStringLiteral("sectionMenu"));
    m_menuButton->setIcon(theme.icon(QStringLiteral("more")));
    m_menuButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_menuButton->setToolTip(tr("Section menu"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFixedSize(24, 24);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 5, 0);
    layout->setSpacing(4);
    layout->addWidget(m_toggle);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_menuButton);
    connect(m_toggle, &QToolButton::clicked, this, [this] { emit collapseRequested(!m_collapsed); });
    connect(m_menuButton, &QToolButton::clicked, this, &PanelHead::openMenu);
}

void PanelHead::setSection(const PanelSection& section, bool searching)
{
    m_id = section.id;
    m_collapsed = section.collapsed;
    QString name = section.title;
    // Not a mnemonic: names are data.
    m_toggle->setText(name.replace(u'&', QStringLiteral("&&")));
    //: Name of a section's button; %1 is the section.
    m_toggle->setAccessibleName(tr("Section %1").arg(section.title));
    m_toggle->setAccessibleDescription(m_collapsed ? tr("Collapsed") : tr("Expanded"));
    m_toggle->setToolTip(m_collapsed ? tr("Show these panels (Right)") : tr("Hide these panels (Left)"));
    m_toggle->setIcon(m_theme.icon(m_collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    //: Name of a section's "…" button; %1 is the section.
    m_menuButton->setText(tr("Menu of section %1").arg(section.title));
    const int count = static_cast<int>(section.panels.size());
    m_count->setText(searching ? tr("%1 of %2 panels").arg(count).arg(section.total) : tr("%n panels", nullptr, count));
}

QList<QWidget*> PanelHead::tabStops() const
{
    return {m_toggle, m_menuButton};
}

void PanelHead::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_collapsed ? tr("Expand") : tr("Collapse"), this,
                    [this] { emit collapseRequested(!m_collapsed); });
    menu->addAction(tr("Sort A–Z"), this, &PanelHead::sortRequested);
    menu->addSeparator();
    menu->addAction(tr("Collapse all sections"), this, [this] { emit allCollapseRequested(true); });
    menu->addAction(tr("Expand all sections"), this, [this] { emit allCollapseRequested(false); });
    menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
}

bool PanelHead::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool close = key == Qt::Key_Left && !m_collapsed;
        const bool open = key == Qt::Key_Right && m_collapsed;
        if (key == Qt::Key_Return || key == Qt::Key_Enter || close || open) {
            emit collapseRequested(!m_collapsed);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
