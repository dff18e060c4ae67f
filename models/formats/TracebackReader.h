// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/TracebackLines.h"

namespace runglass
{

/// Reads one traceback from its head on, with those that it names as the consequence of.
class TracebackReader
{
public:
    struct Found {
        std::vector<std::string_view> lines;
        std::string_view exception; ///< empty: it breaks off before
        std::size_t end = 0;        ///< place after it
    };

    explicit TracebackReader(TracebackLines at)
        : m_at(at)
    {
    }

    Found read(const TracebackHead& head);
    /// Frames without a head.
    Found readFrames();

private:
    void take(std::string_view shown);
    void take() { take(*m_at.line()); }
    void readChain(const TracebackHead& head);
    void readBody(const TracebackHead& head);
    void readGroup();
    void passFrame();
    void passFrames();
    bool passOverStranger(std::string_view line);
    void readException();
    bool goesOnIndented() const;
    bool readNextOfChain();
    void readDump();

    TracebackLines m_at;
    Found m_found;
};

} // namespace runglass
