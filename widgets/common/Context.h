// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/SourceNames.h"

namespace runglass
{

class Session;
class Theme;

/// What every pane of the window is given. Session and theme outlive it.
struct Context {
    Session& session;
    Theme& theme;
    SourceNames names{}; ///< how the sources are called
};

} // namespace runglass
