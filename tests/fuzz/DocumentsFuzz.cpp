// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Documents.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

void check(auto decode, auto encode, std::string_view bytes)
{
    const auto document = decode(bytes);
    if (!document) {
        fuzz::require(document.error().kind == Error::Kind::Corruption, "what is no document is damage");
        return;
    }
    const std::string written = encode(*document);
    const auto again = decode(written);
    fuzz::require(again.ok() && encode(*again) == written, "what is written reads back");
}

} // namespace

/// The store's documents of a run (first byte even) and of its detail (odd).
RUNGLASS_FUZZ_TARGET(documents)
{
    if (bytes.empty())
        return;
    const bool isRun = bytes.front() % 2 == 0;
    bytes.remove_prefix(1);
    if (isRun)
        check(decodeRun, encodeRun, bytes);
    else
        check(decodeDetail, encodeDetail, bytes);
}
