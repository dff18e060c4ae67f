// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ByteSink.h"

#include <string>
#include <string_view>

namespace runglass::cli
{

/// Buffered bytes to a file descriptor. A reader that goes away (`| head`) is no error: the rest is dropped quietly.
/// @thread any one at a time
class Output : public ByteSink
{
public:
    explicit Output(int descriptor);
    ~Output() override;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view bytes) override;
    void flush();
    /// Nothing more can be written: the reader has gone, or an error. Long work may stop.
    bool isClosed() const override { return m_closed; }
    /// Why writing failed, in the system's words; empty when it did not.
    const std::string& error() const { return m_error; }

private:
    int m_descriptor;
    std::string m_buffer;
    bool m_closed = false;
    std::string m_error;
};

/// Says one line on standard error, as "runglass: text". Control characters are replaced.
void say(std::string_view text);

} // namespace runglass::cli
