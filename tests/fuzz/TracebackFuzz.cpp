// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Traceback.h"
#include "models/formats/Utf8.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>

using namespace runglass;

RUNGLASS_FUZZ_TARGET(traceback)
{
    using fuzz::require;
    const auto found = lastTraceback(bytes);
    if (!found)
        return;
    const std::string& text = found->text;
    require(!text.empty(), "a traceback has a text");
    require(text.size() <= kMostTracebackBytes && found->exception.size() <= kMostTracebackBytes, "it is bounded");
    require(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) < kMostTracebackLines,
            "it has few lines");
    require(validUtf8Length(text) == text.size(), "it is valid UTF-8");
    require(validUtf8Length(found->exception) == found->exception.size(), "so is the exception");
    require(found->exception.find('\n') == std::string::npos, "the exception is one line");
    require(text.find('\x1B') == std::string::npos && text.find('\r') == std::string::npos, "escapes are applied");
}
