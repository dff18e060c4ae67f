// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace runglass
{

/// How the Files tab shows a file.
enum class PreviewKind { Text, Json, Markdown, Image, Csv, WandbTable, Hex };

/// By the name alone; what is in the file may turn it into Hex or Text (PreviewDecoder).
PreviewKind previewKind(std::string_view path);
/// Name of the icon of resources/icons for a file.
QString previewIcon(std::string_view path);
/// How much of a file is read to show it that way.
std::uint64_t previewLimit(PreviewKind kind);

} // namespace runglass
