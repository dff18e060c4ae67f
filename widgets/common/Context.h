// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

class Session;
class Theme;

/// What every pane of the window is given. Both outlive it.
struct Context {
    Session& session;
    Theme& theme;
};

} // namespace runglass
