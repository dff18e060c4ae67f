// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Http.h"
#include "models/recorder/Inflate.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// A body is opened up to the limit, or refused; addresses come back from their escapes.
RUNGLASS_FUZZ_TARGET(gzip_body)
{
    using fuzz::require;
    constexpr std::size_t kMost = 1'000'000;
    const Result<std::string> text = inflateGzip(bytes, kMost);
    require(text.ok() ? text->size() <= kMost : text.error().kind == Error::Kind::InvalidArgument,
            "a body is at most as large as it may be");
    require(percentDecoded(percentEncoded(bytes)) == bytes, "what is escaped comes back");
    require(percentDecoded(bytes).size() <= bytes.size(), "what is unescaped is no longer");
}
