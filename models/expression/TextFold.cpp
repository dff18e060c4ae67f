// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TextFold.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace runglass
{

namespace
{

/// Lower-case letters of what is ASCII; false when the text is not. In one pass that the compiler makes wide.
bool foldAscii(std::string_view text, std::string& folded)
{
    folded.resize(text.size());
    const char* const from = text.data();
    char* const to = folded.data();
    unsigned all = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(from[i]);
        all |= byte;
        const bool upper = static_cast<unsigned char>(byte - 'A') < 26;
        to[i] = static_cast<char>(byte | (upper ? 0x20 : 0));
    }
    return all < 0x80;
}

} // namespace

void searchFold(std::string_view text, std::string& folded)
{
    if (foldAscii(text, folded))
        return;
    folded.assign(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status))
        return;
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 1U << 30));
    const icu::UnicodeString string = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size));
    const icu::UnicodeString result = normalizer->normalize(string, status);
    if (U_FAILURE(status))
        return;
    folded.clear();
    result.toUTF8String(folded);
}

std::string searchFold(std::string_view text)
{
    std::string folded;
    searchFold(text, folded);
    return folded;
}

} // namespace runglass
