// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/StepLink.h"

namespace runglass
{

void StepLink::setStep(const std::optional<std::int64_t>& step)
{
    if (step == m_step)
        return;
    m_step = step;
    emit stepChanged();
}

} // namespace runglass
