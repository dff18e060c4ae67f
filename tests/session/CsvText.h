// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ByteSink.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace runglass::test
{

/// Keeps what is written.
class StringSink : public ByteSink
{
public:
    void write(std::string_view more) override { bytes += more; }
    bool isClosed() const override { return closed; }

    std::string bytes;
    bool closed = false;
};

/// A reader of CSV after the grammar of RFC 4180 and nothing else.
inline std::vector<std::vector<std::string>> readCsv(const std::string& text)
{
    std::vector<std::vector<std::string>> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string>& line = lines.emplace_back();
        for (bool more = true; more;) {
            std::string& field = line.emplace_back();
            const bool quoted = at < text.size() && text[at] == '"';
            if (quoted) {
                for (++at; at < text.size(); ++at) {
                    if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"'))
                        break;
                    at += text[at] == '"' ? 1 : 0;
                    field += text[at];
                }
                ++at;
            } else {
                const std::size_t end = std::min(text.find_first_of(",\r\"", at), text.size());
                field = text.substr(at, end - at);
                at = end;
            }
            more = at < text.size() && text[at] == ',';
            if (more) {
                ++at;
            } else if (text.compare(at, 2, "\r\n") == 0) {
                at += 2;
            } else {
                ADD_FAILURE() << "no end of a line at byte " << at;
                return lines;
            }
        }
    }
    return lines;
}

} // namespace runglass::test
