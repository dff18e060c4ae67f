// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/PreviewKind.h"

#include <algorithm>
#include <array>
#include <string>

namespace runglass
{

namespace
{

struct Suffix {
    std::string_view end; ///< lower case, with its dot
    PreviewKind kind;
    const char* icon;
};

/// The first that fits counts. HTML and SVG are shown as their source: rendering them would run what a run wrote.
constexpr std::array<Suffix, 33> kSuffixes = {{{".table.json", PreviewKind::WandbTable, "table"},
                                               {".json", PreviewKind::Json, "file"},
                                               {".syncstate", PreviewKind::Json, "file"},
                                               {".ipynb", PreviewKind::Json, "code"},
                                               {".md", PreviewKind::Markdown, "file"},
                                               {".markdown", PreviewKind::Markdown, "file"},
                                               {".png", PreviewKind::Image, "image"},
                                               {".jpg", PreviewKind::Image, "image"},
                                               {".jpeg", PreviewKind::Image, "image"},
                                               {".gif", PreviewKind::Image, "image"},
                                               {".bmp", PreviewKind::Image, "image"},
                                               {".webp", PreviewKind::Image, "image"},
                                               {".csv", PreviewKind::Csv, "table"},
                                               {".tsv", PreviewKind::Csv, "table"},
                                               {".svg", PreviewKind::Text, "code"},
                                               {".html", PreviewKind::Text, "code"},
                                               {".htm", PreviewKind::Text, "code"},
                                               {".xml", PreviewKind::Text, "code"},
                                               {".py", PreviewKind::Text, "code"},
                                               {".sh", PreviewKind::Text, "code"},
                                               {".cpp", PreviewKind::Text, "code"},
                                               {".h", PreviewKind::Text, "code"},
                                               {".js", PreviewKind::Text, "code"},
                                               {".patch", PreviewKind::Text, "code"},
                                               {".diff", PreviewKind::Text, "code"},
                                               {".log", PreviewKind::Text, "log"},
                                               {".txt", PreviewKind::Text, "file"},
                                               {".yaml", PreviewKind::Text, "file"},
                                               {".yml", PreviewKind::Text, "file"},
                                               {".toml", PreviewKind::Text, "file"},
                                               {".wav", PreviewKind::Hex, "audio"},
                                               {".mp3", PreviewKind::Hex, "audio"},
                                               {".ogg", PreviewKind::Hex, "audio"}}};

const Suffix* suffixOf(std::string_view path)
{
    std::string tail(path.substr(path.size() > 16 ? path.size() - 16 : 0));
    std::transform(tail.begin(), tail.end(), tail.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto found = std::find_if(kSuffixes.begin(), kSuffixes.end(),
                                    [&](const Suffix& suffix) { return tail.ends_with(suffix.end); });
    return found == kSuffixes.end() ? nullptr : &*found;
}

} // namespace

PreviewKind previewKind(std::string_view path)
{
    const Suffix* suffix = suffixOf(path);
    return suffix ? suffix->kind : PreviewKind::Text;
}

QString previewIcon(std::string_view path)
{
    const Suffix* suffix = suffixOf(path);
    return QString::fromLatin1(suffix ? suffix->icon : "file");
}

std::uint64_t previewLimit(PreviewKind kind)
{
    constexpr std::uint64_t kMegabyte = 1'000'000;
    switch (kind) {
    case PreviewKind::Image:
        return 64 * kMegabyte;
    case PreviewKind::Csv:
    case PreviewKind::WandbTable:
        return 16 * kMegabyte;
    case PreviewKind::Json:
        return 4 * kMegabyte;
    case PreviewKind::Hex:
        return 65'536;
    default:
        return kMegabyte;
    }
}

} // namespace runglass
