// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/WelcomePane.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace runglass
{

namespace
{

constexpr int kWidth = 720;
constexpr int kAppIcon = 64;
constexpr int kWayIcon = 20;

/// A box with a thin border, one for each way in.
class Card : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePane::WelcomePane(Theme& theme, QAction* openFolder, QAction* openExample, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("welcome"));
    auto* column = new QWidget(this);
    column->setMaximumWidth(kWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(head());
    layout->addSpacing(12);
    layout->addWidget(way(QStringLiteral("folder-open"), tr("Open a folder of runs"),
                          tr("A wandb/ folder, any folder above it, or one run.\nYou can also drop it here."),
                          openFolder, true));
    if (openExample)
        layout->addWidget(way(QStringLiteral("play"), tr("Look around first"),
                              tr("Real runs with charts, logs, images and artifacts."), openExample, false));

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 20, 20, 20);
    outer->addStretch(2);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, kWidth);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(3);
}

QWidget* WelcomePane::head()
{
    auto* head = new QWidget(this);
    auto* icon = new QLabel(head);
    icon->setPixmap(applicationIcon().pixmap(QSize(kAppIcon, kAppIcon), devicePixelRatioF()));
    icon->setFixedSize(kAppIcon, kAppIcon);
    QLabel* title = plainLabel(tr("No runs yet"), head);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.55);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    QLabel* line = plainLabel(tr("Open runs that exist. Nothing leaves this computer."), head);
    line->setForegroundRole(QPalette::PlaceholderText);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addStretch();
    texts->addWidget(title);
    texts->addWidget(line);
    texts->addStretch();
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(20);
    layout->addWidget(icon);
    layout->addLayout(texts, 1);
    return head;
}

QWidget* WelcomePane::way(const QString& icon, const QString& title, const QString& line, QAction* action,
                          bool isDefault)
{
    auto* card = new Card(this);
    auto* picture = new QLabel(card);
    const auto paint = [this, picture, icon] {
        const QIcon drawn = m_theme.icon(icon, Theme::Token::Accent);
        picture->setPixmap(drawn.pixmap(QSize(kWayIcon, kWayIcon), picture->devicePixelRatioF()));
    };
    paint();
    connect(&m_theme, &Theme::changed, picture, paint);
    QLabel* head = plainLabel(title, card);
    QFont font = head->font();
    font.setWeight(QFont::DemiBold);
    head->setFont(font);
    QLabel* text = plainLabel(line, card);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto* button = new ActionButton(action, card);
    button->setDefault(isDefault);
    if (isDefault)
        setFocusProxy(button);
    button->setMinimumWidth(132);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(head);
    texts->addWidget(text);
    auto* layout = new QHBoxLayout(card);
    layout->setContentsMargins(20, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(picture);
    layout->addLayout(texts, 1);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!keys.isEmpty()) {
        QLabel* shortcut = plainLabel(keys, card);
        shortcut->setWordWrap(false);
        shortcut->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(shortcut);
    }
    layout->addWidget(button);
    return card;
}

} // namespace runglass
