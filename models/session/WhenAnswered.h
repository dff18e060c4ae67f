// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace runglass
{

/// Calls answered(result) on owner's thread when future has one, canceled() when it ends without; neither when owner is
/// gone by then. Never within this call. QFuture::then(owner, …) of Qt 6.4 may not be used for that: it asserts that
/// owner still lives, and of a future that ends in that moment it calls within then(), or twice, which crashes.
/// @thread owner's
template <typename T, typename Answered, typename Canceled>
void whenAnswered(QObject* owner, const QFuture<T>& future, Answered answered, Canceled canceled)
{
    auto* watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, answered = std::move(answered), canceled = std::move(canceled)] {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             answered(watcher->future().resultAt(0));
                         else
                             canceled();
                     });
    watcher->setFuture(future);
}

/// The same where nothing is to be done without a result.
template <typename T, typename Answered> void whenAnswered(QObject* owner, const QFuture<T>& future, Answered answered)
{
    whenAnswered(owner, future, std::move(answered), [] {});
}

} // namespace runglass
