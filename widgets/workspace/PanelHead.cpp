// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelHead.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace runglass
{

namespace
{

constexpr int kNameWidth = 240, kLongestName = 200, kNamedDevices = 3;

} // namespace

PanelHead::PanelHead(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_toggle(new QToolButton(this))
    , m_name(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_devices(new QToolButton(this))
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
    m_name->setObjectName(QStringLiteral("sectionName"));
    m_name->setAccessibleName(tr("Name of the section"));
    m_name->setMaxLength(kLongestName);
    m_name->setFixedWidth(kNameWidth);
    m_name->installEventFilter(this);
    m_name->hide();
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_devices->setObjectName(QStringLiteral("sectionDevices"));
    m_devices->setIcon(theme.icon(QStringLiteral("filter")));
    m_devices->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_devices->setAutoRaise(true);
    m_devices->setFocusPolicy(Qt::StrongFocus);
    m_devices->installEventFilter(this);
    m_devices->hide();
    m_menuButton->setObjectName(QStringLiteral("sectionMenu"));
    m_menuButton->setIcon(theme.icon(QStringLiteral("more")));
    m_menuButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_menuButton->setToolTip(tr("Section menu"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFixedSize(24, 24);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    m_menuButton->installEventFilter(this);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 5, 0);
    layout->setSpacing(4);
    layout->addWidget(m_toggle);
    layout->addWidget(m_name);
    layout->addWidget(m_count);
    layout->addWidget(m_devices);
    layout->addStretch(1);
    layout->addWidget(m_menuButton);
    connect(m_devices, &QToolButton::clicked, this, &PanelHead::devicesRequested);
    connect(m_toggle, &QToolButton::clicked, this, [this] { emit collapseRequested(!m_collapsed); });
    connect(m_menuButton, &QToolButton::clicked, this,
            [this] { emit menuRequested(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { endRenaming(true); });
}

void PanelHead::setSection(const PanelSection& section, bool searching)
{
    m_id = section.id;
    m_title = section.title;
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
    m_count->setText(searching || section.isNarrowed ? tr("%1 of %2 panels").arg(count).arg(section.total)
                                                     : tr("%n panels", nullptr, count));
    showDevices(section);
}

void PanelHead::showDevices(const PanelSection& section)
{
    m_devices->setVisible(section.isNarrowed || section.devices.size() > 1);
    QStringList chosen;
    for (const PanelDevice& device : section.devices) {
        if (device.chosen)
            chosen += device.title;
    }
    QString text = section.isNarrowed ? chosen.mid(0, kNamedDevices).join(QStringLiteral(", ")) : tr("All devices");
    if (const auto more = static_cast<int>(chosen.size()) - kNamedDevices; more > 0)
        text += QStringLiteral(", ") + tr("+ %n more", nullptr, more);
    //: Name of the button that narrows a section to devices; %1 is the section, %2 the devices.
    m_devices->setAccessibleName(tr("Devices of section %1: %2").arg(section.title, text));
    m_devices->setToolTip(section.isNarrowed ? tr("Only panels of %1").arg(chosen.join(QStringLiteral(", ")))
                                             : tr("Show panels of some devices only"));
    m_devices->setText(text.replace(u'&', QStringLiteral("&&")));
}

QList<QWidget*> PanelHead::tabStops() const
{
    return {m_toggle, m_name, m_devices, m_menuButton};
}

void PanelHead::rename()
{
    m_name->setText(m_title);
    m_toggle->hide();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void PanelHead::endRenaming(bool accept)
{
    if (m_name->isHidden())
        return;
    const bool hadFocus = m_name->hasFocus();
    const QString name = m_name->text().simplified();
    m_toggle->show();
    if (hadFocus)
        m_toggle->setFocus(Qt::OtherFocusReason);
    m_name->hide();
    if (accept && name != m_title)
        emit renamed(name == usualTitle(m_id) ? QString() : name);
}

bool PanelHead::toggleKey(const QKeyEvent& event)
{
    const int key = event.key();
    const bool close = key == Qt::Key_Left && !m_collapsed;
    const bool open = key == Qt::Key_Right && m_collapsed;
    const bool alt = event.modifiers() & Qt::AltModifier;
    if (alt && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        emit moveRequested(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key == Qt::Key_F2) {
        rename();
        return true;
    }
    if (!alt && (key == Qt::Key_Return || key == Qt::Key_Enter || close || open)) {
        emit collapseRequested(!m_collapsed);
        return true;
    }
    return false;
}

bool PanelHead::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit activated();
    if (watched == m_name) {
        const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        if (key && key->key() == Qt::Key_Escape) {
            endRenaming(false);
            return true;
        }
        if (event->type() == QEvent::FocusOut)
            endRenaming(true);
    } else if (watched == m_toggle) {
        if (event->type() == QEvent::KeyPress && toggleKey(*static_cast<QKeyEvent*>(event)))
            return true;
        if (event->type() == QEvent::ShortcutOverride) {
            // These keys are the section's here, whatever they mean to the window.
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool moves =
                key->modifiers() & Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
            if (moves || key->key() == Qt::Key_F2)
                event->accept();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PanelHead::contextMenuEvent(QContextMenuEvent* event)
{
    emit activated();
    emit menuRequested(event->globalPos());
}

void PanelHead::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_held = event->position().toPoint();
}

void PanelHead::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_held)
        return;
    const int distance = (event->position().toPoint() - *m_held).manhattanLength();
    m_dragging = m_dragging || distance >= QApplication::startDragDistance();
    if (m_dragging)
        emit dragged(event->globalPosition().toPoint());
}

void PanelHead::mouseReleaseEvent(QMouseEvent* event)
{
    m_held.reset();
    if (std::exchange(m_dragging, false))
        emit dropped(event->globalPosition().toPoint());
}

void PanelHead::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        rename();
}

} // namespace runglass
