// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LogDocument.h"

#include "models/items/LogSearch.h"
#include "models/items/VisibleText.h"
#include "tests/support/QtMessages.h"

#include <QElapsedTimer>

#include <numeric>

namespace runglass
{

namespace
{

LogDocument documentOf(std::vector<LogLine> lines)
{
    return LogDocument(LogLines(std::move(lines)));
}

LogLine line(std::string text)
{
    LogLine made;
    made.text = std::move(text);
    return made;
}

LogMatches find(const LogDocument& document, const LogQuery& query)
{
    std::vector<std::uint32_t> all(document.size());
    std::iota(all.begin(), all.end(), 0U);
    return findInLog(document, all, query, CancelToken());
}

} // namespace

TEST(VisibleText, ShowsControlAndBidiCharacters)
{
    EXPECT_EQ(visibleText(std::string_view("a\x1b[1m\r\n\x7f", 8)), QStringLiteral("a␛[1m␍↵␡"));
    EXPECT_EQ(visibleText(std::string_view("x\u202Ey\u2066\u2028")), QStringLiteral("x␦y␦↵"));
    EXPECT_EQ(visibleLines(QStringLiteral("a\n\tb\a")), QStringLiteral("a\n\tb␇"));
    EXPECT_EQ(visibleExcerpt("abcdef", 4), QStringLiteral("abc…"));
    EXPECT_EQ(literalToolTip(QStringLiteral("<b>&\n")), QStringLiteral("<span>&lt;b&gt;&amp;<br/></span>"));
}

TEST(LogDocument, MeasuresCellsOfWideAndCombiningCharacters)
{
    const LogDocument document =
        documentOf({line("abc"), line("学習"), line("e\u0301x"), line("\xF0\x9F\x98\x80!"), line("")});
    EXPECT_EQ(document.columns(0), 3U);
    EXPECT_EQ(document.columns(1), 4U);
    EXPECT_EQ(document.columns(2), 2U);
    EXPECT_EQ(document.columns(3), 3U);
    EXPECT_EQ(document.columns(4), 0U);
    EXPECT_EQ(document.widestColumns(), 4U);
    EXPECT_EQ(columnsOf(QStringLiteral("学a")), (std::vector<std::uint32_t>{0, 2, 3}));
    EXPECT_EQ(columnsOf(document.text(3)), (std::vector<std::uint32_t>{0, 2, 2, 3}));
}

TEST(LogDocument, TurnsByteSpansIntoUnits)
{
    LogLine styled = line("損失 loss");
    styled.spans = {{0, 6, {1, -1, true}}, {7, 400, {2}}};
    const std::vector<LogSpan> spans = documentOf({styled}).spans(0);
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(spans[0].start, 0);
    EXPECT_EQ(spans[0].length, 2);
    EXPECT_TRUE(spans[0].style.bold);
    EXPECT_EQ(spans[1].start, 3);
    EXPECT_EQ(spans[1].length, 4);
}

TEST(LogDocument, ReadsTextWithAnyLineEnds)
{
    const std::shared_ptr<const LogDocument> document = LogDocument::fromText("a\tb\r\n\nlast");
    ASSERT_EQ(document->size(), 3U);
    EXPECT_EQ(document->text(0), QStringLiteral("a       b"));
    EXPECT_EQ(document->text(1), QString());
    EXPECT_EQ(document->text(2), QStringLiteral("last"));
    EXPECT_EQ(LogDocument::fromText("")->size(), 0U);
    EXPECT_EQ(LogDocument::fromText("one\n")->size(), 1U);
}

TEST(LogDocument, GoesOnAtTheCostOfWhatIsNew)
{
    LogLines lines;
    for (int i = 0; i < 300'000; ++i)
        lines.push(line("line " + std::to_string(i)));
    const auto timed = [](const auto& work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return timer.nsecsElapsed();
    };
    std::unique_ptr<LogDocument> whole, next;
    const qint64 anew = timed([&] { whole = std::make_unique<LogDocument>(lines); });
    for (int i = 0; i < 100; ++i)
        lines.push(line(std::string(200, 'x')));
    std::size_t common = 0;
    const qint64 appended = timed([&] {
        next = std::make_unique<LogDocument>(lines, whole.get());
        common = next->commonWith(*whole);
    });
    EXPECT_EQ(common, 300'000U);
    EXPECT_EQ(next->size(), 300'100U);
    EXPECT_EQ(next->widestColumns(), 200U);
    EXPECT_EQ(next->sizeBytes(), whole->sizeBytes() + 100 * 201);
    EXPECT_EQ(next->columns(300'050), 200U);
    EXPECT_LT(appended, anew / 5) << anew << " ns anew";
    lines.set(777, line("other"));
    EXPECT_EQ(LogDocument(lines, next.get()).commonWith(*next), 777U);
    // Lines that were made again are the same lines.
    LogLines again;
    for (const LogLine& each : lines)
        again.push(each);
    EXPECT_EQ(LogDocument(again).commonWith(LogDocument(lines)), lines.size());
}

TEST(LogSearch, CountsMatchesWithAndWithoutCase)
{
    const LogDocument document = documentOf({line("Loss loss"), line("x"), line("LOSS")});
    EXPECT_EQ(find(document, {QStringLiteral("loss"), false, false}).matches.size(), 3U);
    const LogMatches exact = find(document, {QStringLiteral("loss"), true, false});
    EXPECT_EQ(exact.matches, (std::vector<LogMatch>{{0, 5, 4}}));
    EXPECT_TRUE(find(document, {QString(), false, false}).matches.empty());
    EXPECT_TRUE(find(document, {QStringLiteral("["), false, false}).error.isEmpty());
}

TEST(LogSearch, ObeysRegularExpressionsAndSaysWhatIsNone)
{
    const LogDocument document = documentOf({line("step=12 step=345"), line("none")});
    const LogMatches found = find(document, {QStringLiteral("step=\\d+"), true, true});
    EXPECT_EQ(found.matches, (std::vector<LogMatch>{{0, 0, 7}, {0, 8, 8}}));
    EXPECT_TRUE(find(document, {QStringLiteral("x*"), true, true}).matches.empty());
    EXPECT_FALSE(find(document, {QStringLiteral("("), true, true}).error.isEmpty());
}

TEST(LogSearch, StopsAtTheLimitAndWhenCanceled)
{
    const LogDocument document = documentOf(std::vector<LogLine>(150, line(std::string(1000, 'a'))));
    const LogMatches found = find(document, {QStringLiteral("a"), true, false});
    EXPECT_EQ(found.matches.size(), kMaxLogMatches);
    EXPECT_TRUE(found.isCut);
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_TRUE(findInLog(document, {0, 1}, {QStringLiteral("a"), true, false}, cancel).matches.empty());
}

TEST(LogSearch, EndsOnExpressionsThatExplode)
{
    const LogDocument document = documentOf({line(std::string(40, 'a') + "!")});
    EXPECT_TRUE(find(document, {QStringLiteral("^(a+)+$"), true, true}).matches.empty());
}

} // namespace runglass
