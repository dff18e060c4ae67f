// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FindRuns.h"

#include "models/expression/TextFold.h"

namespace runglass
{

namespace
{

constexpr std::uint32_t kRowsBetweenLooks = 4096;

/// The name is the first line of what a search looks in.
bool isName(const std::string& searchText, const std::string& folded)
{
    return !folded.empty() && searchText.starts_with(folded) &&
           (searchText.size() == folded.size() || searchText[folded.size()] == '\n');
}

} // namespace

FoundRuns findRuns(const RunTable& table, std::string_view text, std::size_t mostPartial, const CancelToken& cancel)
{
    FoundRuns found;
    const std::optional<RunReference> reference = parseRunReference(text);
    const std::string folded = searchFold(text);
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        if (row % kRowsBetweenLooks == 0 && cancel.isCanceled())
            break;
        const std::string& words = table.searchText(row);
        if ((reference && matches(*reference, table.ref(row).path)) || isName(words, folded))
            found.exact.push_back(table.ref(row));
        else if (found.partial.size() < mostPartial && words.find(folded) != std::string::npos)
            found.partial.push_back(table.ref(row));
    }
    return found;
}

} // namespace runglass
