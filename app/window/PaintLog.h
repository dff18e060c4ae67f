// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace runglass
{

/// For benchmarks and checks from outside: with QT_LOGGING_RULES="runglass.paint.debug=true" says on the standard error
/// each time the runs table or the run selector was painted: how many rows it has, the first one in view, and when, in
/// microseconds of the steady clock. Without that rule nothing is watched.
/// @thread GUI
class PaintLog : public QObject
{
    Q_OBJECT

public:
    /// Watches the views in window, which must outlive this.
    explicit PaintLog(const QObject& window, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace runglass
