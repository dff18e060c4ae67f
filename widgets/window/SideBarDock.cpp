// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SideBarDock.h"

#include "widgets/runs/RunSelector.h"
#include "widgets/window/SideBar.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace runglass
{

namespace
{

constexpr int kUsualWidth = 300;
constexpr int kLeastContent = 120; ///< stays in view beside an overlay, to be clicked

/// Esc empties a search before it closes anything.
bool takesEscape(const QObject* object)
{
    const auto* field = qobject_cast<const QLineEdit*>(object);
    return field && !field->isReadOnly() && !field->text().isEmpty();
}

} // namespace

SideBarDock::SideBarDock(SideBar* sideBar, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_sideBar(sideBar)
    , m_content(content)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_edge(new QWidget(this))
{
    setObjectName(QStringLiteral("sideBarDock"));
    m_splitter->setObjectName(QStringLiteral("windowSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sideBar);
    m_splitter->addWidget(m_content);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_sideBar->setAutoFillBackground(true);
    m_edge->setBackgroundRole(QPalette::Dark);
    m_edge->setAutoFillBackground(true);
    m_edge->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

SideBarDock::~SideBarDock()
{
    if (m_isOverlay && isShown())
        qApp->removeEventFilter(this);
}

bool SideBarDock::isShown() const
{
    return !m_sideBar->isHidden();
}

void SideBarDock::setDocked(bool docked)
{
    m_isDocked = docked;
    if (!m_isOverlay)
        setShown(docked);
}

void SideBarDock::setShown(bool shown)
{
    if (!m_isOverlay)
        m_isDocked = shown;
    if (m_isOverlay && shown && !isShown()) {
        openOverlay();
    } else if (m_isOverlay && !shown) {
        closeOverlay();
        return;
    } else {
        m_sideBar->setVisible(shown);
    }
    emit shownChanged(isShown());
}

void SideBarDock::openOverlay()
{
    m_focusBefore = QApplication::focusWidget();
    place();
    m_sideBar->show();
    m_sideBar->raise();
    m_edge->show();
    m_edge->raise();
    m_sideBar->selector()->setFocus(Qt::OtherFocusReason);
    qApp->installEventFilter(this);
}

void SideBarDock::closeOverlay()
{
    if (!m_isOverlay || !isShown())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isInside(m_sideBar, QApplication::focusWidget());
    m_edge->hide();
    m_sideBar->hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    emit shownChanged(false);
}

QList<int> SideBarDock::columns() const
{
    return m_isOverlay ? m_columns : m_splitter->sizes();
}

void SideBarDock::setColumns(const QList<int>& widths)
{
    m_columns = widths.size() == 2 ? widths : QList<int>{kUsualWidth, std::max(0, width() - kUsualWidth)};
    if (!m_isOverlay)
        m_splitter->setSizes(m_columns);
}

void SideBarDock::setOverlay(bool overlay)
{
    const bool wasShown = isShown();
    if (overlay) {
        m_columns = m_splitter->sizes();
        m_isOverlay = true;
        m_sideBar->hide();
        m_sideBar->setParent(this);
    } else {
        closeOverlay();
        m_isOverlay = false;
        m_splitter->insertWidget(0, m_sideBar);
        m_sideBar->setVisible(m_isDocked);
        const int side = m_columns.value(0, kUsualWidth) > 0 ? m_columns.value(0, kUsualWidth) : kUsualWidth;
        m_splitter->setSizes({side, std::max(0, width() - side)});
    }
    if (wasShown != isShown())
        emit shownChanged(isShown());
}

void SideBarDock::place()
{
    const int side = m_columns.value(0, kUsualWidth) > 0 ? m_columns.value(0, kUsualWidth) : kUsualWidth;
    const int room = std::max(m_sideBar->minimumWidth(), width() - kLeastContent);
    m_sideBar->setGeometry(0, 0, std::min(side, room), height());
    m_edge->setGeometry(m_sideBar->width(), 0, 1, height());
}

void SideBarDock::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (const bool overlay = width() < kDockedFrom; overlay != m_isOverlay)
        setOverlay(overlay);
    if (m_isOverlay)
        place();
}

bool SideBarDock::isInside(const QWidget* pane, const QObject* object) const
{
    const auto* widget = qobject_cast<const QWidget*>(object);
    return widget && (widget == pane || pane->isAncestorOf(widget));
}

bool SideBarDock::eventFilter(QObject* watched, QEvent* event)
{
    const bool leaves = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusIn;
    if (leaves && isInside(m_content, watched)) {
        closeOverlay();
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
               isInside(m_sideBar, watched) && !takesEscape(watched)) {
        closeOverlay();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
