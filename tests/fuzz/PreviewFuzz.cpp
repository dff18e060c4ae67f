// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilePreview.h"
#include "tests/fuzz/FuzzTarget.h"

#include <array>

using namespace runglass;

namespace
{

void checkTable(const PreviewTable& table)
{
    using fuzz::require;
    for (const std::vector<QString>& row : table.rows) {
        require(row.size() <= table.columns.size(), "no row is wider than the table");
        for (const QString& cell : row)
            require(cell.size() <= 500 && !cell.contains(u'\n'), "a cell is short and one line");
    }
}

} // namespace

/// Files as the Files tab shows them; the first byte says what the file is called and whether it is whole. Pictures are
/// left out: the libraries that decode them are others'.
RUNGLASS_FUZZ_TARGET(preview)
{
    using fuzz::require;
    if (bytes.empty())
        return;
    constexpr std::array<const char*, 7> kNames = {"a.csv", "a.table.json", "a.json", "a.txt", "a.md", "a.wav", "a"};
    const auto choice = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    RunFile file;
    file.path = kNames.at(choice % kNames.size());
    file.sizeBytes = bytes.size() + (choice >= 128 ? 1 : 0);
    const FilePreview preview = decodePreview(file, bytes);
    if (preview.page == FilePreview::Page::Table) {
        checkTable(*preview.table);
    } else if (preview.page == FilePreview::Page::Lines) {
        for (std::size_t i = 0; i < preview.lines->size(); ++i) {
            const QString text = preview.lines->text(i);
            require(!text.contains(u'\n') && !text.contains(QChar(0)), "a line is one line");
            require(columnsOf(text).back() == preview.lines->columns(i), "a line is as wide as it was measured");
        }
    }
}
