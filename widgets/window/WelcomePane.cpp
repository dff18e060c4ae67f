// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/WelcomePane.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
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

WelcomePane::WelcomePane(Theme& theme, const Ways& ways, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("welcome"));
    auto* column = new QWidget(this);
    column->setMaximumWidth(kWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(head(ways.record != nullptr));
    layout->addSpacing(12);
    layout->addWidget(way(QStringLiteral("folder-open"), tr("Open a folder of runs"),
                          tr("A wandb/ folder, any folder above it, or one run.\nYou can also drop it here."),
                          ways.openFolder, true));
    if (ways.record)
        layout->addWidget(way(QStringLiteral("record"), tr("Record runs on this computer"),
                              tr("Training scripts that use the wandb SDK log straight to Runglass."), ways.record,
                              false, tr("Start recording")));
    if (ways.openExample)
        layout->addWidget(way(QStringLiteral("play"), tr("Look around first"),
                              tr("Real runs with charts, logs, images and artifacts."), ways.openExample, false));
    if (!ways.script.isEmpty())
        layout->addWidget(script(ways.script));

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

/// Two lines for a terminal, with a button that copies them.
QWidget* WelcomePane::script(const QString& lines)
{
    auto* part = new QWidget(this);
    QLabel* title = plainLabel(tr("Or point a script here"), part);
    QFont small = title->font();
    small.setWeight(QFont::DemiBold);
    title->setFont(small);
    title->setForegroundRole(QPalette::PlaceholderText);
    auto* card = new Card(part);
    QLabel* text = plainLabel(lines, card);
    text->setObjectName(QStringLiteral("scriptLines"));
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("Lines for a terminal"));
    auto* copy = new QToolButton(card);
    copy->setObjectName(QStringLiteral("copyScriptLines"));
    copy->setAutoRaise(true);
    copy->setFocusPolicy(Qt::TabFocus);
    copy->setText(tr("Copy these lines"));
    copy->setToolTip(copy->text());
    copy->setIcon(m_theme.icon(QStringLiteral("copy")));
    connect(copy, &QToolButton::clicked, this, [lines] { QGuiApplication::clipboard()->setText(lines); });
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(text, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    QLabel* note =
        plainLabel(tr("Recording starts when you press Start recording. A new run appears here within a second of its "
                      "first log."),
                   part);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(card);
    layout->addWidget(note);
    return part;
}

QWidget* WelcomePane::head(bool isRecording)
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
    QLabel* line =
        plainLabel(isRecording ? tr("Open runs that exist, or record the next one. Nothing leaves this computer.")
                               : tr("Open runs that exist. Nothing leaves this computer."),
                   head);
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
                          bool isDefault, const QString& buttonText)
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
    QPushButton* button = buttonText.isEmpty() ? new ActionButton(action, card) : new QPushButton(buttonText, card);
    if (!buttonText.isEmpty()) {
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setAutoDefault(true);
        button->setToolTip(line);
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    }
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
