// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/KeySearch.h"

#include "models/table/RunList.h"
#include "models/table/SearchText.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace runglass
{

namespace
{

constexpr int kTogether = 8, kWordStart = 6, kGap = 1, kLate = 1, kMostLate = 10;
constexpr std::size_t kLongest = 256; ///< of what is compared letter by letter
constexpr int kNone = std::numeric_limits<int>::min() / 2;

bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
           static_cast<unsigned char>(character) >= 0x80;
}

bool startsWord(std::string_view text, std::size_t at)
{
    return at == 0 || !isLetter(text[at - 1]);
}

} // namespace

std::optional<int> fuzzyFit(std::string_view text, std::string_view wanted)
{
    text = text.substr(0, kLongest);
    if (wanted.empty())
        return 0;
    if (wanted.size() > text.size())
        return std::nullopt;
    // best[i]: of all ways in which the letters so far end at text[i].
    std::vector<int> before(text.size(), kNone);
    std::vector<int> best(text.size(), kNone);
    for (std::size_t letter = 0; letter < wanted.size(); ++letter) {
        int reached = kNone; ///< the best that ended earlier, less for each letter passed over since
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (letter > 0 && at > 0)
                reached = std::max(reached - kGap, before[at - 1] - kGap);
            best[at] = kNone;
            if (text[at] != wanted[letter])
                continue;
            const int start = startsWord(text, at) ? kWordStart : 0;
            if (letter == 0)
                best[at] = start - std::min(kMostLate, static_cast<int>(at) * kLate);
            else if (reached > kNone / 2)
                best[at] = start + std::max(reached, before[at - 1] + kTogether);
        }
        std::swap(before, best);
    }
    const int fit = *std::max_element(before.begin(), before.end());
    return fit > kNone / 2 ? std::optional(fit) : std::nullopt;
}

Result<KeySearch> KeySearch::make(const std::string& text, Mode mode)
{
    KeySearch search;
    search.m_mode = mode;
    if (mode != Mode::Regex) {
        search.m_wanted = searchText(text);
        if (mode == Mode::Fuzzy)
            std::erase(search.m_wanted, ' ');
        return search;
    }
    if (text.empty())
        return search;
    Result<TextPattern> pattern = searchPattern(text);
    if (!pattern)
        return pattern.error();
    search.m_pattern = std::move(*pattern);
    return search;
}

std::optional<int> KeySearch::fit(std::string_view name, std::string_view folded) const
{
    if (m_pattern)
        return m_pattern->isIn(name) ? std::optional(0) : std::nullopt;
    if (m_mode == Mode::Fuzzy)
        return fuzzyFit(folded, m_wanted);
    return folded.find(m_wanted) != std::string_view::npos ? std::optional(0) : std::nullopt;
}

} // namespace runglass
