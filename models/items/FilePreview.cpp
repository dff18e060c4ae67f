// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilePreview.h"

#include "models/items/Format.h"
#include "models/items/Picture.h"
#include "models/items/VisibleText.h"
#include "models/session/JsonText.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

#include <algorithm>

namespace runglass
{

namespace
{

/// A decoded picture takes four bytes a pixel; more than this is made smaller while it is read.
constexpr qint64 kMaxPixels = 40'000'000;
constexpr qint64 kMaxSide = 100'000;
/// What is laid out as rich text, which takes far longer than lines do; and its longest word.
constexpr std::size_t kMaxMarkdownBytes = 100'000;
constexpr std::size_t kMaxWordBytes = 2'000;
constexpr std::size_t kMaxIndentation = std::size_t{32} << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilePreview)
};

QString cutNotice(const RunFile& file, std::uint64_t shown)
{
    //: %1 and %2 are sizes
    return Words::tr("Too large to preview (%1). The first %2 are shown.")
        .arg(format::bytes(file.sizeBytes), format::bytes(shown));
}

bool looksBinary(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 8192);
    const auto isOdd = [](char c) { return c == 0 || (c > 0 && c < 9) || (c > 13 && c < 27) || (c > 27 && c < 32); };
    return head.find('\0') != std::string_view::npos ||
           std::count_if(head.begin(), head.end(), isOdd) * 20 > static_cast<std::ptrdiff_t>(head.size());
}

FilePreview asLines(const RunFile& file, std::string_view bytes, const std::string& text)
{
    FilePreview preview;
    preview.lines = LogDocument::fromText(text);
    preview.dimensions = Words::tr("%n line(s)", nullptr, static_cast<int>(preview.lines->size()));
    if (bytes.size() < file.sizeBytes)
        preview.notice = cutNotice(file, bytes.size());
    return preview;
}

FilePreview asHex(const RunFile& file, std::string_view bytes)
{
    bytes = bytes.substr(0, previewLimit(PreviewKind::Hex));
    FilePreview preview = asLines(file, bytes, hexDump(bytes));
    preview.dimensions.clear();
    return preview;
}

FilePreview asText(const RunFile& file, std::string_view bytes)
{
    if (looksBinary(bytes))
        return asHex(file, bytes);
    bytes = bytes.substr(0, previewLimit(PreviewKind::Text));
    return asLines(file, bytes, asValidUtf8(bytes));
}

/// Spaces that two a level would make of a value: more than the value itself when it is nested deeply.
std::size_t indentation(const Value& value, std::size_t depth)
{
    std::size_t spaces = 2 * depth;
    for (const Value& element : value.array())
        spaces += indentation(element, depth + 1);
    for (const auto& [key, member] : value.object())
        spaces += indentation(member, depth + 1);
    return spaces;
}

FilePreview asJson(const RunFile& file, std::string_view bytes)
{
    if (bytes.size() < file.sizeBytes)
        return asText(file, bytes);
    const Result<Value> value = valueFromJson(bytes);
    if (value)
        return asLines(file, bytes, jsonOf(*value, indentation(*value, 0) < kMaxIndentation ? 2 : 0));
    FilePreview preview = asText(file, bytes);
    preview.notice = Words::tr("This is no valid JSON (%1). The text is shown as it is.")
                         .arg(visibleExcerpt(describe(value.error()), 200));
    return preview;
}

FilePreview asTable(const RunFile& file, std::string_view bytes, PreviewKind kind)
{
    const bool isWhole = bytes.size() >= file.sizeBytes;
    FilePreview preview;
    preview.page = FilePreview::Page::Table;
    if (kind == PreviewKind::Csv) {
        preview.table = std::make_shared<const PreviewTable>(tableFromCsv(bytes, isWhole));
        if (preview.table->isCut)
            preview.notice = cutNotice(file, preview.table->readBytes);
    } else {
        Result<PreviewTable> table = isWhole ? tableFromWandbJson(bytes) : Error{};
        if (!table)
            return asJson(file, bytes);
        preview.table = std::make_shared<const PreviewTable>(std::move(table).value());
    }
    preview.dimensions = Words::tr("%n row(s)", nullptr, static_cast<int>(preview.table->rows.size())) +
                         QStringLiteral(", ") +
                         Words::tr("%n column(s)", nullptr, static_cast<int>(preview.table->columns.size()));
    return preview;
}

FilePreview asImage(const RunFile& file, std::string_view bytes)
{
    const QByteArray imageType = pictureFormat(bytes);
    if (imageType.isEmpty())
        return asText(file, bytes);
    FilePreview preview;
    const auto fail = [&](const QString& why) {
        preview = asHex(file, bytes);
        preview.notice = why;
        return preview;
    };
    if (bytes.size() < file.sizeBytes)
        return fail(cutNotice(file, previewLimit(PreviewKind::Hex)));
    const QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer;
    buffer.setData(data);
    QImageReader reader(&buffer, imageType);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kMaxSide || size.height() > kMaxSide)
        return fail(Words::tr("This picture could not be decoded: %1.").arg(Words::tr("its size is not valid")));
    const qint64 pixels = qint64{size.width()} * size.height();
    if (pixels > kMaxPixels) {
        if (imageType != "jpeg")
            return fail(
                Words::tr("This picture is too large to preview (%1 × %2).").arg(size.width()).arg(size.height()));
        reader.setScaledSize(size.scaled(4096, 4096, Qt::KeepAspectRatio));
        preview.notice = Words::tr("This picture is shown smaller than it is.");
    }
    preview.image = reader.read();
    if (preview.image.isNull())
        return fail(Words::tr("This picture could not be decoded: %1.").arg(reader.errorString()));
    preview.page = FilePreview::Page::Image;
    preview.dimensions = QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
    return preview;
}

bool hasLongWord(std::string_view text)
{
    while (text.size() > kMaxWordBytes) {
        const std::size_t end = text.find_first_of(" \n\t");
        if (end > kMaxWordBytes)
            return true;
        text.remove_prefix(end + 1);
    }
    return false;
}

FilePreview asMarkdown(const RunFile& file, std::string_view bytes)
{
    const bool isLong = bytes.size() > kMaxMarkdownBytes || hasLongWord(bytes);
    if (looksBinary(bytes) || bytes.size() < file.sizeBytes || isLong)
        return asText(file, bytes);
    FilePreview preview;
    preview.page = FilePreview::Page::Markdown;
    const std::string text = asValidUtf8(bytes);
    preview.markdown = visibleLines(QString::fromStdString(text).remove(u'\r'));
    preview.dimensions = Words::tr("%n line(s)", nullptr, static_cast<int>(preview.markdown.count(u'\n')));
    return preview;
}

} // namespace

FilePreview decodePreview(const RunFile& file, std::string_view bytes)
{
    switch (const PreviewKind kind = previewKind(file.path)) {
    case PreviewKind::Json:
        return asJson(file, bytes);
    case PreviewKind::Markdown:
        return asMarkdown(file, bytes);
    case PreviewKind::Image:
        return asImage(file, bytes);
    case PreviewKind::Csv:
    case PreviewKind::WandbTable:
        return looksBinary(bytes) ? asHex(file, bytes) : asTable(file, bytes, kind);
    case PreviewKind::Hex:
        return asHex(file, bytes);
    case PreviewKind::Text:
        break;
    }
    return asText(file, bytes);
}

std::string hexDump(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::size_t kPerLine = 16;
    std::string dump;
    dump.reserve(bytes.size() * 5);
    for (std::size_t start = 0; start < bytes.size(); start += kPerLine) {
        for (int shift = 28; shift >= 0; shift -= 4)
            dump += kDigits[(start >> shift) & 15];
        std::string characters;
        for (std::size_t i = start; i < start + kPerLine; ++i) {
            dump += i % 8 == 0 ? "  " : " ";
            if (i >= bytes.size()) {
                dump += "  ";
                continue;
            }
            const auto byte = static_cast<unsigned char>(bytes[i]);
            dump += kDigits[byte >> 4];
            dump += kDigits[byte & 15];
            characters += byte >= 32 && byte < 127 ? static_cast<char>(byte) : '.';
        }
        dump += "  " + characters + '\n';
    }
    return dump;
}

} // namespace runglass
