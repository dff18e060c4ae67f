// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/StatusStrip.h"

#include "models/session/Session.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/window/Problems.h"
#include "widgets/window/WorkProgress.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace runglass
{

namespace
{

constexpr int kProgressDelayMs = 300; ///< shorter work shows no bar
constexpr int kHeight = 28;
constexpr int kMessageMs = 10'000;

} // namespace

StatusStrip::StatusStrip(Session& session, Theme& theme, QWidget* parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_theme(theme)
    , m_main(new QLabel(this))
    , m_dot(new QLabel(QStringLiteral("·"), this))
    , m_counts(new ElidedLabel({}, this))
    , m_problems(new QToolButton(this))
    , m_recorder(new QToolButton(this))
    , m_work(new WorkProgress(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    m_main->setObjectName(QStringLiteral("loadedLabel"));
    m_main->setTextFormat(Qt::PlainText);
    m_counts->setObjectName(QStringLiteral("countsLabel"));
    for (QLabel* label : {m_main, m_dot, static_cast<QLabel*>(m_counts)}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    m_problems->setObjectName(QStringLiteral("problemsButton"));
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIcon(theme.icon(QStringLiteral("warning"), Theme::Token::WarnText));
    m_problems->setToolTip(tr("Show what could not be read"));
    m_problems->setFocusPolicy(Qt::TabFocus);
    m_recorder->setObjectName(QStringLiteral("recorderButton"));
    m_recorder->setAutoRaise(true);
    m_recorder->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recorder->setFocusPolicy(Qt::TabFocus);
    m_recorder->hide();
    m_progress->setObjectName(QStringLiteral("readingProgress"));
    m_progress->setAccessibleName(tr("Reading runs"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_cancel->setObjectName(QStringLiteral("cancelReading"));
    m_cancel->setToolTip(tr("Stop reading. What was read stays."));
    m_cancel->setFlat(true);

    layOut();
    follow();
    showProgress(false);
    refresh();
}

void StatusStrip::layOut()
{
    // One widget over the whole width: a status tip would hide ordinary ones.
    auto* strip = new QWidget(this);
    strip->setMinimumHeight(std::max(kHeight, fontMetrics().height() + 12));
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(12, 1, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_main);
    layout->addWidget(m_dot);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_work);
    layout->addWidget(m_problems);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_recorder);
    addPermanentWidget(strip, 1);
}

void StatusStrip::follow()
{
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(kProgressDelayMs);
    m_messageEnd.setSingleShot(true);
    m_messageEnd.setInterval(kMessageMs);
    connect(&m_progressDelay, &QTimer::timeout, this, [this] { showProgress(m_session.isBusy()); });
    connect(&m_messageEnd, &QTimer::timeout, this, [this] { say({}); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_canceled = true;
        m_session.cancelReading();
    });
    connect(m_problems, &QToolButton::clicked, this, &StatusStrip::problemsRequested);
    connect(m_recorder, &QToolButton::clicked, this, &StatusStrip::recorderRequested);
    connect(&m_session, &Session::sourcesChanged, this, &StatusStrip::refresh);
    connect(&m_session, &Session::listChanged, this, &StatusStrip::refresh);
    connect(&m_session, &Session::stateChanged, this, &StatusStrip::refresh);
}

void StatusStrip::setPaused(bool paused)
{
    m_paused = paused;
    refresh();
}

void StatusStrip::say(const QString& text)
{
    m_message = text;
    if (text.isEmpty())
        m_messageEnd.stop();
    else
        m_messageEnd.start();
    refresh();
}

void StatusStrip::setRecorder(const QString& text, const QString& toolTip, bool isWrong, bool isOn)
{
    m_recorder->setVisible(!text.isEmpty());
    m_recorder->setText(text);
    m_recorder->setAccessibleName(text);
    m_recorder->setToolTip(QStringLiteral("<span>%1</span>").arg(toolTip.toHtmlEscaped()));
    m_recorder->setAccessibleDescription(toolTip);
    m_recorder->setIcon(
        isWrong ? m_theme.icon(QStringLiteral("warning"), Theme::Token::WarnText)
                : m_theme.icon(QStringLiteral("record"), isOn ? Theme::Token::Better : Theme::Token::Muted));
}

QString StatusStrip::mainText(bool busy) const
{
    const auto runs = static_cast<int>(m_session.list()->table->rowCount());
    if (!busy && m_canceled)
        return tr("Cancelled. %n run(s) were read.", nullptr, runs);
    if (!busy)
        return m_paused ? tr("Loaded %n run(s), updated with F5 only", nullptr, runs)
                        : tr("Loaded %n run(s)", nullptr, runs);
    const SyncProgress progress = readingProgress(m_session);
    if (progress.total == 0)
        return tr("Looking for runs…");
    const QLocale locale;
    return tr("Reading %1 of %2 runs").arg(locale.toString(progress.done), locale.toString(progress.total));
}

QString StatusStrip::countsText() const
{
    if (!m_message.isEmpty())
        return m_message;
    const auto list = m_session.list();
    if (list->table->rowCount() == 0)
        return {};
    const QLocale locale;
    return tr("%1 of %2 shown in charts")
        .arg(locale.toString(list->shown), locale.toString(static_cast<int>(list->rows.size())));
}

void StatusStrip::refresh()
{
    const bool busy = m_session.isBusy();
    if (busy && !m_progress->isVisible() && !m_progressDelay.isActive()) {
        m_canceled = false;
        m_progressDelay.start();
    }
    if (!busy)
        showProgress(false);
    const SyncProgress progress = readingProgress(m_session);
    m_progress->setRange(0, progress.total);
    m_progress->setValue(progress.done);
    m_main->setText(mainText(busy));
    m_counts->setText(countsText());
    m_dot->setVisible(!m_counts->text().isEmpty());
    const int problems = problemCount(m_session);
    m_problems->setText(tr("%n problem(s)", nullptr, problems));
    m_problems->setVisible(problems > 0);
}

void StatusStrip::showProgress(bool busy)
{
    if (!busy)
        m_progressDelay.stop();
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
}

} // namespace runglass
