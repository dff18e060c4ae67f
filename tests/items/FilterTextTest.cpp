// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilterText.h"

#include "models/expression/FilterParser.h"
#include "models/expression/TextPattern.h"
#include "models/items/FilterColumnsModel.h"
#include "models/table/FilterCheck.h"
#include "models/table/RunTableBuilder.h"
#include "tests/support/QtMessages.h"

#include <QCoreApplication>
#include <QTranslator>

namespace runglass::test
{

namespace
{

/// A language in which every sentence and word about filters stands in brackets.
class Marking : public QTranslator
{
public:
    Marking() { QCoreApplication::installTranslator(this); }
    ~Marking() override { QCoreApplication::removeTranslator(this); }
    Marking(const Marking&) = delete;
    Marking& operator=(const Marking&) = delete;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return qstrcmp(context, "FilterError") == 0 ? QString(u'[' + QString::fromUtf8(source) + u']') : QString();
    }
};

std::shared_ptr<const RunTable> table()
{
    Run one, other;
    one.path = {"e", "p", "a"};
    other.path = {"e", "p", "b"};
    setPath(one.config, {"both"}, 1);
    setPath(one.summary, {"both"}, 1);
    setPath(one.config, {"number"}, 1);
    setPath(one.config, {"text"}, "a");
    setPath(one.config, {"flag"}, true);
    setPath(one.config, {"list"}, Value::Array{Value(1), Value("a")});
    setPath(one.config, {"object", "inner"}, 1);
    RunTableBuilder builder;
    builder.apply(0, {one, other});
    return builder.snapshot();
}

/// All that can be wrong with a filter, or odd.
std::vector<FilterError> allErrors()
{
    std::vector<FilterError> errors;
    const auto runs = table();
    for (const char* text : {"a and",
                             "(",
                             "a in",
                             "a in (1",
                             "a is",
                             "a within last x",
                             "a contains (",
                             "a matches '('",
                             "number < null",
                             "a = 'x",
                             "a..b = 1",
                             "a = `b`",
                             "1 < a",
                             "a = run*",
                             "a =~ 'x'",
                             "a & b",
                             "{",
                             "a = last",
                             "true",
                             "'x' in tags",
                             "a not contains 'x'",

                             "created > 2026-11-23 14:00",
                             "a [1]",
                             "has:x",
                             "config:x",
                             "state:x",
                             "both = 1",
                             "nowhere = 1",
                             "umber = 1",
                             "number = x",
                             "text = 1",
                             "text < true",
                             "flag < true",
                             "flag = 1",
                             "list < a",
                             "list = true",
                             "object.inner = x",
                             "object = 1",
                             "created = 1",
                             "runtime = x",
                             "number contains a",
                             "number within last 5m",
                             "pinned = true"}) {
        const TypedFilter read = readFilter(*runs, text);
        EXPECT_TRUE(read.error) << text;
        errors.push_back(read.error.value_or(FilterError()));
    }
    errors.push_back(*parseFilter(std::string(1000, '(')).error);
    errors.push_back(*parseFilter(std::string(2'000'000, 'a')).error);
    errors.push_back(*parseColumns("", true).error);
    for (const char* text : {"config.gone = 1", "config.umber = 1", "config._x = 1", "state = gone"}) {
        const FilterCheck check = checkFilter(*runs, parseFilter(text).filter);
        EXPECT_EQ(check.warnings.size(), 1U) << text;
        errors.insert(errors.end(), check.warnings.begin(), check.warnings.end());
    }
    return errors;
}

TEST(FilterText, SaysInEnglishWhatTheCommandLineSays)
{
    for (const FilterError& error : allErrors()) {
        EXPECT_FALSE(error.remarks.empty()) << error.detail;
        EXPECT_EQ(filterErrorText(error).toStdString(), error.detail);
        EXPECT_EQ(error.detail.find('%'), std::string::npos) << error.detail;
    }
}

TEST(FilterText, SaysNothingThatCouldNotBeTranslated)
{
    std::vector<FilterError> errors = allErrors();
    const Marking marking;
    for (const FilterError& error : errors) {
        const QString text = filterErrorText(error);
        // One sentence after the other, each whole in its brackets.
        int depth = 0;
        for (const QChar character : text) {
            depth += character == u'[' ? 1 : character == u']' ? -1 : 0;
            if (character == u'"' || error.detail.find('[') != std::string::npos)
                break;
            EXPECT_TRUE(depth > 0 || character == u' ' || character == u']') << text.toStdString();
        }
        EXPECT_TRUE(text.startsWith(u'[')) << text.toStdString();
        EXPECT_TRUE(text.endsWith(u']')) << text.toStdString();
    }
    const Result<TextPattern> wrong = TextPattern::make("a(");
    EXPECT_EQ(patternProblemText(wrong.error().detail), QStringLiteral("[missing )]: a("));
}

TEST(FilterText, WhatRe2ComplainsOfHasWords)
{
    const Marking marking;
    for (const char* pattern : {"\\8", "[[:x:]]", "[b-a]", "[a", "(", ")", "a\\", "*", "a{1001}", "a**", "(?x", "\xff",
                                "(?P<a", "((a{100}){100}){100}"}) {
        const Result<TextPattern> made = TextPattern::make(pattern);
        ASSERT_FALSE(made.ok()) << pattern;
        const QString text = patternProblemText(made.error().detail);
        EXPECT_TRUE(text.startsWith(u'[')) << text.toStdString();
    }
}

TEST(FilterColumnsModel, TellsColumnsOfOneNameApart)
{
    RunList list = makeRunList(table(), {});
    FilterColumnsModel model;
    const auto watch = watchModel(&model);
    model.setEntries(filterColumns(list));
    const auto shown = [&model](const FilterColumn& column, int role) {
        return model.index(model.rowOf(column)).data(role).toString();
    };
    const FilterColumn config{FilterColumn::Origin::Config, {"both"}};
    const FilterColumn summary{FilterColumn::Origin::Summary, {"both"}};
    EXPECT_EQ(shown(config, Qt::DisplayRole), QStringLiteral("both (config)"));
    EXPECT_EQ(shown(summary, Qt::DisplayRole), QStringLiteral("both (summary)"));
    EXPECT_EQ(shown(config, FilterColumnsModel::NameRole), QStringLiteral("both"));
    EXPECT_EQ(shown(summary, FilterColumnsModel::NoteRole), QStringLiteral("summary"));
    EXPECT_EQ(shown({FilterColumn::Origin::Config, {"number"}}, Qt::DisplayRole), QStringLiteral("number"));
    QSet<QString> names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.insert(model.index(row).data().toString());
    EXPECT_EQ(names.size(), model.rowCount());
    model.setSearch(QStringLiteral("oth"));
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(FilterColumn{FilterColumn::Origin::Config, {"number"}}), -1);
}

} // namespace

} // namespace runglass::test
