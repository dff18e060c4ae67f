// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TextFold.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace runglass
{

namespace
{

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

void searchFold(std::string_view text, std::string& folded)
{
    folded.assign(text);
    if (isAscii(text)) {
        std::transform(folded.begin(), folded.end(), folded.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return;
    }
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
