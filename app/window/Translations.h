// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace runglass
{

/// Installs the user's language, as far as it is there, for our texts and Qt's own. English comes first: it holds the
/// plural forms that the source texts leave open.
void installTranslations(QCoreApplication& application);

} // namespace runglass
