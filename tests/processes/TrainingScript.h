// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestEnvironment.h"

#include <QProcess>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace runglass::test
{

/// A process that stands for a training script: it answers every interrupt with a line and goes on.
class TrainingScript
{
public:
    enum class Interrupts { Answers, Ignores };

    /// Leads a process group of its own.
    explicit TrainingScript(Interrupts interrupts = Interrupts::Answers, std::uint32_t user = 0);
    ~TrainingScript();
    TrainingScript(const TrainingScript&) = delete;
    TrainingScript& operator=(const TrainingScript&) = delete;

    std::int64_t pid() const { return m_process.processId(); }
    /// Waits for the next answer. False: none came.
    bool answers();
    /// Ends it. @return how many answers came beside those that were waited for
    int end();

private:
    QProcess m_process;
};

/// A process that stands for the SDK's wandb-core: it has logs open for writing and says for which script.
class CoreProcess
{
public:
    /// @param directory  where the program is put
    CoreProcess(const std::filesystem::path& directory, const std::vector<std::filesystem::path>& logs,
                std::int64_t script, const std::string& name = "wandb-core", std::uint32_t user = 0);
    ~CoreProcess();
    CoreProcess(const CoreProcess&) = delete;
    CoreProcess& operator=(const CoreProcess&) = delete;

    std::int64_t pid() const { return m_process.processId(); }

private:
    QProcess m_process;
};

} // namespace runglass::test
