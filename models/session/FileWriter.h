// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>
#include <string_view>

namespace runglass
{

/// Writes a file beside its destination and moves it there when it is whole: a failure leaves what was there before.
/// Where a link leads to a file, that file is replaced; a pipe or a device is written to as it is.
/// @thread any one at a time; waits for the disk
/// @errors Io, with the system's words; the first one comes again from every later call
class FileWriter
{
public:
    explicit FileWriter(std::string destination);
    /// Removes what was not committed.
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    Status write(std::string_view bytes);
    Status commit();

private:
    Status open();
    Status openBeside();
    Status fail(int error);

    std::string m_destination;
    std::string m_target;    ///< where m_destination leads to
    std::string m_temporary; ///< empty: the destination itself is written to, or nothing is
    int m_descriptor = -1;
    Status m_status = Done{};
};

} // namespace runglass
