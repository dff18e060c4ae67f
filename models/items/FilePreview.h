// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogDocument.h"
#include "models/items/PreviewKind.h"
#include "models/items/PreviewTable.h"
#include "models/run/RunDetail.h"

#include <QImage>

namespace runglass
{

/// A file as the Files tab shows it, made of its bytes. Nothing in a file makes anything else be read: no link, no
/// picture, no style is followed.
struct FilePreview {
    enum class Page { Lines, Markdown, Image, Table };

    Page page = Page::Lines;
    std::shared_ptr<const LogDocument> lines;  ///< of Lines; text, source or a hex dump
    QString markdown;                          ///< of Markdown
    QImage image;                              ///< of Image
    std::shared_ptr<const PreviewTable> table; ///< of Table
    QString notice;                            ///< what is not shown and why; empty: all of it is shown
    QString dimensions;                        ///< "624 × 512", "12 rows, 3 columns", "38 lines"
};

/// Decodes what was read of a file (at most previewLimit of its kind, from its beginning).
/// @thread worker: decoding an image or a table may take long
FilePreview decodePreview(const RunFile& file, std::string_view bytes);

/// Lines of offset, bytes in hexadecimal and their ASCII characters.
std::string hexDump(std::string_view bytes);

} // namespace runglass
