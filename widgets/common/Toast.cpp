// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Toast.h"

#include "widgets/common/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kStaysMs = 10'000;
constexpr int kLeastWidth = 360;
constexpr int kHeight = 44;
constexpr int kAboveBottom = 16;
constexpr qreal kRadius = 6;

/// A tool button for a ground of the other theme: it shows the pointer by a line below its words.
class ToastButton : public QToolButton
{
public:
    ToastButton(const Theme& theme, QWidget* parent)
        : QToolButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
        setMinimumHeight(28);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.color(Theme::Token::ToastLink));
        if (icon().isNull()) {
            QFont words = font();
            words.setUnderline(underMouse());
            painter.setFont(words);
            painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        } else {
            icon().paint(&painter, rect().adjusted(6, 6, -6, -6));
        }
        if (!hasFocus())
            return;
        painter.setPen(QPen(m_theme.color(Theme::Token::ToastLink), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }

private:
    const Theme& m_theme;
};
} // namespace

Toast::Toast(Theme& theme, QWidget* content)
    : QFrame(content)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
    , m_close(new ToastButton(theme, this))
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(tr("What was done"));
    m_text->setObjectName(QStringLiteral("toastText"));
    m_text->setTextFormat(Qt::PlainText);
    m_close->setObjectName(QStringLiteral("closeToast"));
    m_close->setText(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    m_close->setIcon(theme.icon(QStringLiteral("close"), Theme::Token::OnToast));
    m_close->setFixedSize(28, 28);
    m_layout->setContentsMargins(16, 6, 8, 6);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_close);
    m_end.setSingleShot(true);
    m_end.setInterval(kStaysMs);
    connect(&m_end, &QTimer::timeout, this, &Toast::leaveInTime);
    connect(m_close, &QToolButton::clicked, this, &Toast::dismiss);
    connect(&theme, &Theme::changed, this, &Toast::followTheme);
    content->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text, const QList<Choice>& choices)
{
    qDeleteAll(m_choices);
    m_choices.clear();
    m_text->setText(text);
    int at = 1;
    for (const Choice& choice : choices) {
        auto* button = new ToastButton(m_theme, this);
        button->setText(choice.text);
        button->setToolTip(choice.toolTip);
        // The bar goes first: what is done may say something itself.
        connect(button, &QToolButton::clicked, this, [this, act = choice.act] {
            dismiss();
            act();
        });
        m_layout->insertWidget(at++, button);
        m_choices.append(button);
    }
    followTheme();
    place();
    show();
    raise();
    m_end.start();
    // Not in the way of the keyboard, but said aloud.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::dismiss()
{
    m_end.stop();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus)
        parentWidget()->setFocus(Qt::OtherFocusReason);
}

void Toast::leaveInTime()
{
    const bool isUsed = underMouse() || isAncestorOf(window()->focusWidget());
    if (isUsed)
        m_end.start();
    else
        dismiss();
}

void Toast::place()
{
    const QSize area = parentWidget()->size();
    m_layout->activate();
    const int wanted = std::max(kLeastWidth, m_layout->sizeHint().width());
    const int width = std::clamp(area.width() - 2 * kAboveBottom, 0, wanted);
    const int height = std::max(kHeight, fontMetrics().height() + 24);
    setGeometry((area.width() - width) / 2, area.height() - height - kAboveBottom, width, height);
}

void Toast::followTheme()
{
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, m_theme.color(Theme::Token::OnToast));
    m_text->setPalette(colours);
    update();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Token::Toast));
    painter.drawRoundedRect(rect(), kRadius, kRadius);
}

} // namespace runglass
