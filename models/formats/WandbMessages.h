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

/// What is read of one record at most. Each of these takes far more memory than the two bytes that ask for one.
inline constexpr std::size_t kMaxTags = 10'000;
inline constexpr std::size_t kMaxArguments = 100'000;
inline constexpr std::size_t kMaxGpus = 10'000;
inline constexpr std::size_t kMaxMembers = 200'000; ///< of an artifact; the SDK puts more than 100,000 elsewhere
inline constexpr std::size_t kMaxAliases = 1'000;   ///< and tags of an artifact

/// Makes texts valid UTF-8; owns those that had to be mended. Also notes that a record had too much of something.
class Texts
{
public:
    void clear()
    {
        m_mended.clear();
        m_isCut = false;
    }
    std::string_view valid(std::string_view text);

    /// Whether a list that has size entries may take one more; if not, the record is noted as cut.
    bool hasRoom(std::size_t size, std::size_t most)
    {
        m_isCut = m_isCut || size >= most;
        return size < most;
    }
    bool isCut() const { return m_isCut; }

private:
    std::deque<std::string> m_mended;
    bool m_isCut = false;
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
Artifact artifact(std::string_view message, Texts& texts);
Alert alert(std::string_view message);
MetricDefinition metric(std::string_view message);

} // namespace runglass::wandb
