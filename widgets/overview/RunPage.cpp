// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/RunPage.h"

#include "models/items/VisibleText.h"
#include "widgets/common/EmptyState.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QStackedLayout>

#include <chrono>

namespace runglass
{

namespace
{
using namespace std::chrono_literals;
constexpr auto kSlowAfter = 300ms;
constexpr auto kGatherChanges = 150ms;
} // namespace

RunPage::RunPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedLayout(this))
    , m_state(new EmptyState(context.theme, this))
    , m_reading(new QLabel(tr("Reading the run…"), this))
    , m_retry(new QAction(tr("Retry"), this))
    , m_copyDetails(new QAction(tr("Copy details"), this))
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_reading->setAlignment(Qt::AlignCenter);
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    m_reading->setObjectName(QStringLiteral("readingLabel"));
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_reading);

    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowAfter);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kGatherChanges);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_reading); });
    connect(&m_refresh, &QTimer::timeout, this, &RunPage::refresh);
    connect(m_retry, &QAction::triggered, this, &RunPage::reload);
    connect(m_copyDetails, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(&session(), &Session::currentRunChanged, this, &RunPage::onCurrentRunChanged);
    connect(&session(), &Session::runsChanged, this, &RunPage::onRunsChanged);
}

void RunPage::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(m_state);
}

void RunPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void RunPage::onCurrentRunChanged()
{
    // What is still on its way belongs to another run.
    ++m_generation;
    m_pending = 0;
    m_isStale = true;
    if (isVisible())
        reload();
}

void RunPage::onRunsChanged(const RunChanges& changes)
{
    const std::optional<RunRef>& run = session().currentRun();
    if (!run || !changes.concern(*run))
        return;
    m_isStale = true;
    if (!m_refresh.isActive())
        m_refresh.start();
}

/// What is being read is let come to its end first: a run may change faster than it can be read.
void RunPage::refresh()
{
    if (m_isStale && isVisible() && !isLoading())
        reload();
}

void RunPage::reload()
{
    m_isStale = false;
    m_slow.stop();
    ++m_generation;
    m_pending = 0;
    const std::optional<RunRef> run = session().currentRun();
    if (!run) {
        m_shown.reset();
        showEmpty(QStringLiteral("info"), tr("No run is chosen"), tr("Choose a run in the selector."));
        emit loaded();
        return;
    }
    // While the run on the screen is read again it stays; another one's data goes when the new one takes long.
    if (m_shown != run || m_stack->currentWidget() != m_content)
        m_slow.start();
    m_shown = run;
    load(*run);
}

void RunPage::begin()
{
    ++m_pending;
}

void RunPage::end()
{
    if (--m_pending > 0)
        return;
    m_slow.stop();
    emit loaded();
    if (m_isStale && !m_refresh.isActive())
        m_refresh.start();
}

void RunPage::showContent()
{
    m_slow.stop();
    m_stack->setCurrentWidget(m_content);
}

void RunPage::showState()
{
    m_slow.stop();
    m_stack->setCurrentWidget(m_state);
}

void RunPage::showEmpty(const QString& icon, const QString& title, const QString& line)
{
    m_state->setContent(icon, title, line);
    m_state->setActions({});
    showState();
}

void RunPage::showError(const Error& error)
{
    m_details = visibleLines(QString::fromStdString(describe(error)));
    m_state->setContent(QStringLiteral("error"), tr("This run could not be read"), m_details);
    m_state->setActions({m_retry, m_copyDetails});
    showState();
}

} // namespace runglass
