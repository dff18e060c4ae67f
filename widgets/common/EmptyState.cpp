// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/EmptyState.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr int kIconSide = 24;
constexpr int kLineWidth = 560;
} // namespace

EmptyState::EmptyState(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("emptyState"));
    for (QLabel* label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMaximumWidth(kLineWidth);
    }
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_icon->setAlignment(Qt::AlignCenter);
    m_buttons->setSpacing(8);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    for (QLabel* label : {m_title, m_line}) {
        auto* row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(label, kLineWidth);
        row->addStretch();
        layout->addLayout(row);
    }
    layout->addSpacing(8);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void EmptyState::setContent(const QString& icon, const QString& title, const QString& line)
{
    const auto show = [this, icon] {
        m_icon->setPixmap(
            m_theme.icon(icon, Theme::Token::Muted).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    };
    show();
    disconnect(&m_theme, nullptr, m_icon, nullptr);
    connect(&m_theme, &Theme::changed, m_icon, show);
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void EmptyState::setActions(const QList<QAction*>& actions)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_buttons->addStretch();
    for (QAction* action : actions) {
        auto* button = new ActionButton(action, this);
        button->setDefault(action == actions.first());
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

} // namespace runglass
