// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace runglass
{

/// Where something long is written piece by piece. What goes wrong is kept by the sink, whose owner asks for it.
/// @thread any one at a time
class ByteSink
{
public:
    ByteSink() = default;
    virtual ~ByteSink() = default;
    ByteSink(const ByteSink&) = delete;
    ByteSink& operator=(const ByteSink&) = delete;

    virtual void write(std::string_view bytes) = 0;
    /// Nothing more can be written: long work may stop.
    virtual bool isClosed() const = 0;
};

} // namespace runglass
