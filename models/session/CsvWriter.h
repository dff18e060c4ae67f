// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/session/ByteSink.h"

namespace runglass
{

/// Writes CSV as RFC 4180 has it: fields with commas, quotes or line breaks in quotes, lines that end with CR LF; UTF-8
/// without a byte order mark.
/// Numbers read back exactly, integers without and doubles with a decimal point or exponent; NaN, Infinity and
/// -Infinity are words. The elements of a list stand with ", " between them, other structures as JSON. What is missing
/// is empty, an empty text is "". A text that a spreadsheet would take for a formula, since it begins with = + - @, a
/// tab or CR, gets a ' before it; numbers never do.
/// @thread any one at a time
class CsvWriter
{
public:
    explicit CsvWriter(ByteSink& output)
        : m_output(output)
    {
    }

    void text(std::string_view text);
    void value(const Value& value);
    void endLine();

private:
    void field(std::string_view bytes);

    ByteSink& m_output;
    bool m_first = true;
};

} // namespace runglass
