// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterCompletion.h"

#include "models/expression/FilterLexer.h"
#include "models/expression/FilterParser.h"
#include "tests/table/TableText.h"

#include <gmock/gmock.h>

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

namespace runglass::test
{

namespace
{

std::shared_ptr<const RunTable> varied()
{
    std::vector<runglass::Run> runs = {makeRun("a", "brave", 1), makeRun("b", "calm", 2), makeRun("c", "brave", 3)};
    runs[0].tags = {"baseline", "v1"};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        setPath(runs[i].config, {"opt"}, i == 0 ? "sgd" : "adam");
        setPath(runs[i].config, {"on"}, i == 0);
        setPath(runs[i].summary, {"val/loss"}, 0.5 * static_cast<double>(i));
    }
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

/// What could stand at the "|" of the text.
std::vector<std::string> at(std::string text, FilterCompletion* whole = nullptr)
{
    const std::size_t bar = text.find('|');
    text.erase(bar, 1);
    const FilterCompletion completion = completeFilter(*varied(), text, characterCount(text.substr(0, bar)));
    if (whole)
        *whole = completion;
    std::vector<std::string> texts;
    for (const CompletionItem& item : completion.items)
        texts.push_back(item.text);
    return texts;
}

} // namespace

TEST(FilterCompletionTest, offersColumnsWhereAConditionBegins)
{
    for (const char* text : {"|", "state = running and |", "not |", "(|", "a = 1 |"}) {
        const std::vector<std::string> found = at(text);
        EXPECT_THAT(found, Contains("state")) << text;
        EXPECT_THAT(found, Contains("config.opt")) << text;
        EXPECT_THAT(found, Contains("summary.`val/loss`")) << text;
        EXPECT_THAT(found, Not(Contains("pinned"))) << text;
    }
}

TEST(FilterCompletionTest, whatIsTypedComesFirstAndIsReplaced)
{
    FilterCompletion completion;
    EXPECT_EQ(at("created exists and op| = 1", &completion).front(), "config.opt");
    EXPECT_EQ(completion.position, 19U);
    EXPECT_EQ(completion.length, 2U);
    EXPECT_EQ(at("LOS|").front(), "summary.`val/loss`");
    EXPECT_THAT(at("zzz|"), Not(Contains("state")));
    at("'損失' sta|", &completion);
    EXPECT_EQ(completion.position, 5U);
}

TEST(FilterCompletionTest, operatorsFitTheColumn)
{
    EXPECT_THAT(at("created |"), Contains("within last"));
    EXPECT_THAT(at("created |"), Not(Contains("contains")));
    EXPECT_THAT(at("config.opt |"), Contains("matches"));
    EXPECT_THAT(at("config.opt |"), Not(Contains("within last")));
    EXPECT_THAT(at("config.on |"), Contains("="));
    EXPECT_THAT(at("config.on |"), Not(Contains("<")));
    EXPECT_THAT(at("tags |"), Contains("not in"));
    EXPECT_THAT(at("tags |"), Not(Contains("<")));
    EXPECT_THAT(at("tags not |"), Contains("in"));
    EXPECT_THAT(at("exit_code is |"), ElementsAre("not", "null"));
}

TEST(FilterCompletionTest, valuesAreThoseOfTheColumnMostFrequentFirst)
{
    EXPECT_THAT(at("config.opt = |"), ElementsAre("'adam'", "'sgd'"));
    EXPECT_THAT(at("opt in (sgd, |"), ElementsAre("'adam'", "'sgd'"));
    EXPECT_THAT(at("opt = s|"), ElementsAre("'sgd'"));
    EXPECT_THAT(at("opt = 's|"), ElementsAre("'sgd'"));
    EXPECT_THAT(at("name != |"), ElementsAre("'brave'", "'calm'"));
    EXPECT_THAT(at("tags = |"), ElementsAre("'baseline'", "'v1'"));
    EXPECT_THAT(at("config.on = |"), ElementsAre("false", "true"));
    EXPECT_THAT(at("val/loss < |"), ElementsAre("0.0", "0.5", "1.0"));
    EXPECT_THAT(at("created within last |"), Contains("7d"));
    EXPECT_THAT(at("opt in (sgd |"), ElementsAre(",", ")"));
}

TEST(FilterCompletionTest, nothingIsOfferedBehindAnError)
{
    EXPECT_THAT(at("a < ) and |"), testing::IsEmpty());
    EXPECT_THAT(at("gone = |"), testing::IsEmpty());
}

TEST(FilterCompletionTest, anyCursorIsFine)
{
    const std::string text = "損失 in ('a', \"b) and tag:x `q";
    const auto table = varied();
    for (std::size_t cursor = 0; cursor < text.size() + 3; ++cursor) {
        const FilterCompletion completion = completeFilter(*table, text, cursor);
        EXPECT_LE(completion.position + completion.length, characterCount(text));
        EXPECT_LE(completion.position, cursor);
    }
}

TEST(FilterCompletionTest, everyItemCanBePutIn)
{
    for (const std::string text : {"", "opt ", "opt = ", "created ", "created within last ", "tags ", "opt in (",
                                   "opt is ", "created within ", "(opt = 'sgd' "}) {
        const FilterCompletion completion = completeFilter(*varied(), text, text.size());
        EXPECT_FALSE(completion.items.empty()) << text;
        for (const CompletionItem& item : completion.items) {
            const FilterParse parse = parseFilter(text + item.text);
            const std::size_t end = characterCount(text + item.text);
            EXPECT_TRUE(parse.ok() || parse.error->span.position == end) << text << item.text;
        }
    }
}

} // namespace runglass::test
