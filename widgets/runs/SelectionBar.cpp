// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SelectionBar.h"

#include "models/items/RunTicks.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/ButtonTone.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace runglass
{

namespace
{

constexpr int kHeight = 40;
constexpr int kInset = 12;
constexpr int kGap = 4;

QToolButton* iconButton(const QString& name, const QIcon& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(name);
    button->setToolTip(name);
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SelectionBar::SelectionBar(Theme& theme, RunTicks& ticks, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ticks(ticks)
    , m_count(new QLabel(this))
    , m_leftOut(new ElidedLabel({}, this))
    , m_layout(new QHBoxLayout(this))
    , m_more(iconButton(tr("More for the selected runs"), theme.icon(QStringLiteral("more")), this))
    , m_close(iconButton(tr("Clear selection"), theme.icon(QStringLiteral("close")), this))
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("selectionBar"));
    setMinimumHeight(std::max(kHeight, fontMetrics().height() + 20));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_count->setObjectName(QStringLiteral("selectedCount"));
    m_count->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_count->setFont(strong);
    m_leftOut->setObjectName(QStringLiteral("selectedLeftOut"));
    m_more->setObjectName(QStringLiteral("moreForSelection"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_close->setObjectName(QStringLiteral("closeSelection"));
    m_layout->setContentsMargins(kInset, 4, kInset, 5);
    m_layout->setSpacing(kGap);
    m_layout->addWidget(m_count);
    m_layout->addWidget(m_leftOut);
    m_layout->addStretch(1);
    m_layout->addWidget(m_more);
    m_layout->addWidget(m_close);
    connect(&ticks, &RunTicks::changed, this, &SelectionBar::follow);
    follow();
}

QPushButton* SelectionBar::addButton(QAction* action)
{
    auto* button = new ActionButton(action, this);
    button->setFlat(true);
    const auto showIcon = [action, button] { button->setIcon(action->icon()); };
    connect(action, &QAction::changed, button, showIcon);
    showIcon();
    if (const QMenu* menu = action->menu()) {
        auto* twins = new QMenu(button);
        addTwins(twins, menu->actions());
        button->setMenu(twins);
    }
    addTwins(m_menu, {action});
    m_buttons.append(button);
    m_twins.append(m_menu->actions().constLast());
    m_actions.append(action);
    return button;
}

void SelectionBar::setActions(const QList<QAction*>& actions, const QList<QAction*>& last, QAction* all, QAction* clear)
{
    int place = m_layout->indexOf(m_leftOut) + 1;
    for (QAction* action : actions)
        m_layout->insertWidget(place++, addButton(action));
    for (QAction* action : last) {
        m_last.append(addButton(action));
        setButtonTone(*m_last.constLast(), ButtonTone::Danger);
        m_layout->insertWidget(m_layout->indexOf(m_more), m_last.constLast());
    }
    // After the stretch, before "…".
    m_layout->insertWidget(m_layout->indexOf(m_more), addButton(all));
    m_all = all;
    connect(m_close, &QToolButton::clicked, clear, &QAction::trigger);
    arrange();
}

void SelectionBar::follow()
{
    const int selected = m_ticks.listedCount();
    const int leftOut = m_ticks.leftOutCount();
    m_count->setText(tr("%n selected", nullptr, selected));
    m_leftOut->setText(leftOut > 0 ? tr("%n more not listed", "ticked, but left out by search or filter", leftOut)
                                   : QString());
    m_leftOut->setToolTip(leftOut > 0 ? tr("%n ticked run(s) are left out by the search or the filter. Nothing is done "
                                           "to them; they count again when they are listed again.",
                                           nullptr, leftOut)
                                      : QString());
    m_leftOut->setVisible(leftOut > 0);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(Theme::Token::SelMuted));
    m_leftOut->setPalette(quiet);
    const bool wanted = selected + leftOut > 0;
    if (!wanted && isVisible() && focusWidget() && focusWidget()->hasFocus())
        focusNextChild();
    setVisible(wanted);
    arrange();
}

void SelectionBar::arrange()
{
    int room = width() - 2 * kInset - m_count->sizeHint().width() - m_close->width() - 2 * kGap;
    if (!m_leftOut->isHidden())
        room -= m_leftOut->sizeHint().width() + kGap;
    const auto widthOf = [](const QPushButton* button) { return button->sizeHint().width() + kGap; };
    const auto isWanted = [this](int place) { return m_twins[place]->isVisible(); };
    int whole = 0;
    for (int place = 0; place < m_buttons.size(); ++place)
        whole += isWanted(place) ? widthOf(m_buttons[place]) : 0;
    const bool all = whole <= room;
    if (!all)
        room -= m_more->width() + kGap;
    for (const QPushButton* button : std::as_const(m_last))
        room -= widthOf(button);
    bool fits = true;
    for (int place = 0; place < m_buttons.size(); ++place) {
        if (m_last.contains(m_buttons[place]))
            continue;
        fits = fits && (!isWanted(place) || widthOf(m_buttons[place]) <= room);
        m_buttons[place]->setVisible(fits && isWanted(place));
        if (fits && isWanted(place))
            room -= widthOf(m_buttons[place]);
    }
    m_more->setVisible(!all);
}

QWidget* SelectionBar::controlOf(const QAction* action) const
{
    const qsizetype place = m_actions.indexOf(action);
    if (!isVisible() || place < 0)
        return nullptr;
    return m_buttons[place]->isVisible() ? static_cast<QWidget*>(m_buttons[place]) : m_more;
}

void SelectionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool SelectionBar::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // A button says something else.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Token::Selection));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace runglass
