// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunRef.h"

#include <QObject>

#include <optional>

namespace runglass
{

/// The run that the pointer is on, wherever that is: it stands out in every chart and list.
/// @thread GUI
class RunHighlight : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::optional<RunRef>& run() const { return m_run; }
    void setRun(const std::optional<RunRef>& run)
    {
        if (run == m_run)
            return;
        m_run = run;
        emit changed();
    }

signals:
    void changed();

private:
    std::optional<RunRef> m_run;
};

} // namespace runglass
