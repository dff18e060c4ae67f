// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"

#include <deque>
#include <string>
#include <string_view>

/// The rarer messages of a .wandb file, one function each. All throw what protozero throws, and none keeps a view that
/// is not into the message or into texts.
namespace runglass::wandb
{

/// Makes texts valid UTF-8; owns those that had to be mended.
class Texts
{
public:
    void clear() { m_mended.clear(); }
    std::string_view valid(std::string_view text);

private:
    std::deque<std::string> m_mended;
};

struct Telemetry {
    std::string_view cliVersion;
    std::string_view pythonVersion;
    bool offline = false;
};

/// A RunRecord's fields apart from the messages in it, which are handed on unread.
struct RunMessage {
    WandbRunRecord run;
    std::string_view config;    ///< ConfigRecord
    std::string_view telemetry; ///< TelemetryRecord
};

RunMessage run(std::string_view message, Texts& texts);
WandbEnvironment environment(std::string_view message, Texts& texts);
Telemetry telemetry(std::string_view message, Texts& texts);
Artifact artifact(std::string_view message);
Alert alert(std::string_view message);
MetricDefinition metric(std::string_view message);

} // namespace runglass::wandb
