// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/WorkProgress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

namespace runglass
{

namespace
{
constexpr int kDelayMs = 300;
constexpr int kBarWidth = 120;
} // namespace

WorkProgress::WorkProgress(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("workProgress"));
    m_label->setObjectName(QStringLiteral("workLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setObjectName(QStringLiteral("workBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    m_cancel->setFlat(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        refresh();
        setVisible(m_watcher && !m_watcher->isFinished());
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_watcher)
            m_watcher->cancel();
    });
}

void WorkProgress::follow(QFutureWatcherBase* watcher, const QString& name, const QString& cancel,
                          std::function<QString(int done, int total)> words)
{
    m_watcher = watcher;
    m_words = std::move(words);
    m_bar->setAccessibleName(name);
    m_cancel->setText(cancel);
    m_cancel->setToolTip(cancel);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, &WorkProgress::refresh);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (watcher != m_watcher)
            return;
        m_delay.stop();
        hide();
    });
    m_delay.start();
}

void WorkProgress::refresh()
{
    if (!m_watcher || !m_words)
        return;
    m_bar->setRange(m_watcher->progressMinimum(), m_watcher->progressMaximum());
    m_bar->setValue(m_watcher->progressValue());
    m_label->setText(m_words(m_watcher->progressValue(), m_watcher->progressMaximum()));
}

} // namespace runglass
