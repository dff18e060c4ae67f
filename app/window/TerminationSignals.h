// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace runglass
{

/// Turns SIGTERM, SIGINT and SIGHUP into a Qt signal, so that the program can end in order. One in a process.
/// @thread GUI
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject* parent = nullptr);
    ~TerminationSignals() override;

signals:
    void asked();

private:
    int m_sockets[2] = {-1, -1};
};

} // namespace runglass
