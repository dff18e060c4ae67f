// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <cstdint>
#include <filesystem>
#include <string>

namespace runglass::test
{

/// A user number that has no account and no processes but those of the test.
inline constexpr std::uint32_t kStranger = 64321;
inline constexpr std::uint32_t kOnlooker = 64322;

/// A child process with a file open on its descriptor 3. Ends with its object.
class HoldingProcess
{
public:
    enum class How { Writing, Appending, ReadingAndWriting, Reading };

    /// Returns when the file is open. user: whom it runs as, by number; 0: as the test. Throws when it cannot be
    /// started.
    explicit HoldingProcess(const std::filesystem::path& file, How how = How::Appending, std::uint32_t user = 0);
    ~HoldingProcess();
    HoldingProcess(const HoldingProcess&) = delete;
    HoldingProcess& operator=(const HoldingProcess&) = delete;

    std::int64_t pid() const { return m_process.processId(); }
    /// Ends it and waits until it is gone.
    void kill();

private:
    QProcess m_process;
};

/// The output of a program that is run to its end as a user, by number; 0: as the test.
std::string outputOf(const std::string& program, const QStringList& arguments, std::uint32_t user = 0);

/// Whether the test may act as other users. Without: adds a failure that says how to run it.
bool mayActAsOthers();

} // namespace runglass::test
