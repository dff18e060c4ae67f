// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace runglass
{

/// Text for setToolTip or QToolTip::showText that is shown letter by letter, whatever it looks like, and wraps when it
/// is long. Run data goes into tool tips through this only.
QString plainToolTip(const QString& text);

} // namespace runglass
