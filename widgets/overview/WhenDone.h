// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace runglass
{

/// Calls handler with the future's result on owner's thread, unless the future is canceled or owner goes first.
/// QFuture::then(owner, …) of Qt 6.4 asserts that owner is still there; a page may be closed while it waits.
template <typename T, typename Handler> void whenDone(QObject* owner, const QFuture<T>& future, Handler handler)
{
    auto* watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, then = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace runglass
