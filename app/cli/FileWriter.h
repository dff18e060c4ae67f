// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>
#include <string_view>

namespace runglass::cli
{

/// Writes a file beside its destination and moves it there when it is whole: a failure leaves what was there before.
/// @thread any one at a time
/// @errors Io, with the system's words
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
    Error failure() const;

    std::string m_destination;
    std::string m_temporary;
    int m_descriptor = -1;
};

} // namespace runglass::cli
