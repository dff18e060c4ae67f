// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

namespace runglass
{

/// What time it is: a seam, so that tests can say it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimeNs now() const = 0;
};

class SystemClock : public Clock
{
public:
    TimeNs now() const override;
};

} // namespace runglass
