// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

namespace runglass
{

/// For benchmarks and checks from outside: with QT_LOGGING_RULES="runglass.paint.debug=true" says on the standard error
/// each time the runs table or the run selector was painted: how many rows it has, the first one in view, and when, in
/// microseconds of the steady clock; and each time a chart was that shows lines: how many, and of how many charts that
/// can be said by then. Without that rule nothing is watched.
/// @thread GUI
class PaintLog : public QObject
{
    Q_OBJECT

public:
    /// Watches the views in window, which must outlive this.
    explicit PaintLog(const QObject& window, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QSet<const QObject*> m_viewports; ///< of the runs table and the run selector
    QSet<const QObject*> m_charts;    ///< that have shown lines
};

} // namespace runglass
