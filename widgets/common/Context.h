// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/SourceNames.h"

namespace runglass
{

class LoginStart;
class RecorderControl;
class RunHighlight;
class Session;
class StoppingRuns;
class Theme;

/// What every pane of the window is given. What it refers to outlives it.
struct Context {
    Session& session;
    Theme& theme;
    SourceNames names{};                 ///< how the sources are called
    RecorderControl* recorder = nullptr; ///< null: nothing is recorded from here
    LoginStart* login = nullptr;         ///< null: as recorder
    StoppingRuns* stopping = nullptr;    ///< null: nobody stops runs from here
    RunHighlight* highlight = nullptr;   ///< null: pointing at a run changes nothing elsewhere
};

} // namespace runglass
