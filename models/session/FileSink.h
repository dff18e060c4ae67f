// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ByteSink.h"
#include "models/session/FileWriter.h"

#include <string>

namespace runglass
{

/// A file that many small pieces are written to: gathers them for a FileWriter.
/// @thread any one at a time; waits for the disk
class FileSink : public ByteSink
{
public:
    explicit FileSink(std::string destination)
        : m_file(std::move(destination))
    {
    }

    void write(std::string_view bytes) override;
    bool isClosed() const override { return !m_status.ok(); }
    /// Puts the file in its place; without this nothing changes there.
    /// @errors as FileWriter
    Status commit();

private:
    void flush();

    FileWriter m_file;
    std::string m_buffer;
    Status m_status = Done{};
};

} // namespace runglass
