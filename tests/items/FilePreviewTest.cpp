// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilePreview.h"

#include "tests/items/ModelText.h"
#include "tests/support/QtMessages.h"

#include <QBuffer>

namespace runglass
{

using test::toText;
using test::watchModel;
using Page = FilePreview::Page;

namespace
{

FilePreview decode(const std::string& name, const std::string& bytes, std::uint64_t size = 0)
{
    RunFile file;
    file.path = name;
    file.sizeBytes = size == 0 ? bytes.size() : size;
    return decodePreview(file, bytes);
}

std::string allLines(const FilePreview& preview)
{
    std::string text;
    for (std::size_t i = 0; preview.lines && i < preview.lines->size(); ++i)
        text += preview.lines->text(i).toStdString() + '\n';
    return text;
}

std::string png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data().toStdString();
}

} // namespace

TEST(FilePreview, IndentsJsonAndKeepsItsNumbers)
{
    const FilePreview preview = decode("summary.json", R"({"a":9223372036854775807,"b":NaN})");
    EXPECT_EQ(preview.page, Page::Lines);
    EXPECT_EQ(allLines(preview), "{\n  \"a\": 9223372036854775807,\n  \"b\": NaN\n}\n");
    EXPECT_TRUE(preview.notice.isEmpty());
}

TEST(FilePreview, ShowsBrokenJsonAsItIs)
{
    const FilePreview preview = decode("x.json", "{\"a\": ");
    EXPECT_EQ(allLines(preview), "{\"a\": \n");
    EXPECT_TRUE(preview.notice.contains(QStringLiteral("no valid JSON")));
}

TEST(FilePreview, ShowsHtmlAndSvgAsSource)
{
    EXPECT_EQ(allLines(decode("a.html", "<img src=x onerror=alert(1)>")), "<img src=x onerror=alert(1)>\n");
    const FilePreview svg = decode("a.svg", "<svg><image href=\"/etc/passwd\"/></svg>");
    EXPECT_EQ(svg.page, Page::Lines);
    // An SVG in a picture's clothes is not given to a decoder either.
    EXPECT_EQ(decode("a.png", "<svg><image href=\"/etc/passwd\"/></svg>").page, Page::Lines);
}

TEST(FilePreview, SaysWhenOnlyTheBeginningIsShown)
{
    const FilePreview preview = decode("big.log", std::string(1'000'000, 'x'), 5'000'000);
    EXPECT_EQ(preview.notice, QStringLiteral("Too large to preview (5.0 MB). The first 1.0 MB are shown."));
}

TEST(FilePreview, DumpsBinaryFiles)
{
    const FilePreview preview = decode("model.pt", std::string("PK\x03\x04\0\xff", 6));
    EXPECT_EQ(allLines(preview), "00000000  50 4b 03 04 00 ff                                 PK....\n");
    const FilePreview large = decode("model.pt", std::string(100'000, '\0'));
    EXPECT_EQ(large.lines->size(), 65'536U / 16);
    EXPECT_FALSE(large.notice.isEmpty());
}

TEST(FilePreview, DecodesPicturesAndRefusesBombs)
{
    const FilePreview preview = decode("a.png", png(6, 4));
    ASSERT_EQ(preview.page, Page::Image);
    EXPECT_EQ(preview.image.size(), QSize(6, 4));
    EXPECT_EQ(preview.dimensions, QStringLiteral("6 × 4"));
    std::string bomb = png(6, 4);
    bomb.replace(16, 8, std::string("\0\0\xff\xff\0\0\xff\xff", 8));
    const FilePreview refused = decode("a.png", bomb);
    EXPECT_EQ(refused.page, Page::Lines);
    EXPECT_FALSE(refused.notice.isEmpty());
    const FilePreview cut = decode("a.png", png(6, 4).substr(0, 40));
    EXPECT_EQ(cut.page, Page::Lines);
    EXPECT_FALSE(cut.notice.isEmpty());
}

TEST(FilePreview, GivesMarkdownWithoutControlCharacters)
{
    const FilePreview preview = decode("README.md", "# Title\r\n\x1b text <img src=x>");
    EXPECT_EQ(preview.page, Page::Markdown);
    EXPECT_EQ(preview.markdown, QStringLiteral("# Title\n␛ text <img src=x>"));
}

TEST(PreviewTable, ReadsQuotedCsv)
{
    const FilePreview preview = decode("a.csv", "name,value\r\n\"a, \"\"b\"\"\nc\",1\r\nshort\r\n");
    ASSERT_EQ(preview.page, Page::Table);
    PreviewTableModel model;
    const auto watch = watchModel(&model);
    model.setTable(preview.table);
    EXPECT_EQ(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("value"));
    EXPECT_EQ(toText(model), "a, \"b\"↵c | 1\nshort | \n");
}

TEST(PreviewTable, LeavesOutACutLine)
{
    const PreviewTable table = tableFromCsv("a;b\n1;2\n3;", false);
    EXPECT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.columns.size(), 2U);
    EXPECT_TRUE(tableFromCsv("", true).rows.empty());
}

TEST(PreviewTable, ShowsMediaCellsOfWandbTablesAsText)
{
    const FilePreview preview = decode(
        "t.table.json",
        R"({"columns": ["id", "img"], "data": [[1, {"_type": "image-file", "path": "media/a.png"}], [NaN, null]]})");
    ASSERT_EQ(preview.page, Page::Table);
    PreviewTableModel model;
    const auto watch = watchModel(&model);
    model.setTable(preview.table);
    EXPECT_EQ(toText(model), "1 | image-file: media/a.png\nNaN | –\n");
    EXPECT_EQ(decode("t.table.json", R"({"other": 1})").page, Page::Lines);
}

} // namespace runglass
