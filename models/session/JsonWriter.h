// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/session/ByteSink.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace runglass
{

/// Writes one JSON document piece by piece, so that a long history never lies in memory as text.
/// Integers and doubles stay apart ("1" and "1.0"); doubles have the shortest form that reads back exactly; NaN and
/// ±Infinity are strings; what is no valid UTF-8 becomes U+FFFD. Indented by two; rows of scalars stand on one line, as
/// does everything in the layout of that name.
/// @thread any one at a time
class JsonWriter
{
public:
    enum class Layout { Indented, OneLine };

    explicit JsonWriter(ByteSink& output, Layout layout = Layout::Indented);

    void beginObject() { begin('{', m_oneLine); }
    void endObject() { end('}'); }
    void beginArray() { begin('[', m_oneLine); }
    /// An array whose elements stand on one line.
    void beginRow() { begin('[', true); }
    void endArray() { end(']'); }
    void key(std::string_view name);

    void null();
    void boolean(bool value);
    void integer(std::int64_t value);
    void unsignedInteger(std::uint64_t value);
    void number(double value);
    void text(std::string_view value);
    /// Empty text is null.
    void textOrNull(std::string_view value);
    void value(const Value& value);
    void texts(const std::vector<std::string>& values);

    void member(std::string_view name, std::string_view value);
    void memberOrNull(std::string_view name, std::string_view value);

    /// Ends the document with a line end.
    void finish();

private:
    struct Level {
        bool row = false;
        bool empty = true;
    };

    void begin(char bracket, bool row);
    void end(char bracket);
    void separate();
    void newLine();
    void quoted(std::string_view value);

    ByteSink& m_output;
    bool m_oneLine;
    std::vector<Level> m_levels;
    bool m_afterKey = false;
};

} // namespace runglass
