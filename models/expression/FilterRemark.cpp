// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterRemark.h"

#include "models/expression/Filter.h"

#include <algorithm>
#include <array>
#include <cstddef>

// Qt's mark for texts that are translated elsewhere: this library has no Qt, its sentences have translations.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#endif

namespace runglass
{

namespace
{

using Kind = FilterRemark::Kind;

struct Sentence {
    Kind kind = Kind::Unexpected;
    const char* text = nullptr;
    bool placed = false; ///< follows the position
};

constexpr std::array kSentences = {
    Sentence{Kind::Unexpected, QT_TRANSLATE_NOOP("FilterError", "At character %1: found %2, expected %3.")},
    Sentence{Kind::QuoteKeyword, QT_TRANSLATE_NOOP("FilterError", "To search for the word, write it in quotes: '%1'.")},
    Sentence{Kind::QuoteText, QT_TRANSLATE_NOOP("FilterError", "As a text it stands in quotes: '%1'.")},
    Sentence{Kind::QuoteMark,
             QT_TRANSLATE_NOOP("FilterError", "Put a text that holds \"%1\" in quotes; patterns are regular "
                                              "expressions: name matches '^run'.")},
    Sentence{Kind::QuoteOpen, QT_TRANSLATE_NOOP("FilterError", "The quote is not closed.")},
    Sentence{Kind::ListInParentheses,
             QT_TRANSLATE_NOOP("FilterError", "A list stands in parentheses after in: state in (running, failed).")},
    Sentence{Kind::WriteAnd, QT_TRANSLATE_NOOP("FilterError", "Write and.")},
    Sentence{Kind::WriteMatches, QT_TRANSLATE_NOOP("FilterError", "Write matches: name matches '^run'.")},
    Sentence{Kind::WriteIt, QT_TRANSLATE_NOOP("FilterError", "Write %1.")},
    Sentence{Kind::TextInColumn,
             QT_TRANSLATE_NOOP("FilterError", "Write tags = '%1' for lists, name contains '%1' for text.")},
    Sentence{Kind::ColumnAsValue, QT_TRANSLATE_NOOP("FilterError", "A column cannot be compared with another.")},
    Sentence{Kind::ApiObject,
             QT_TRANSLATE_NOOP("FilterError", "A W&B API filter is one JSON object that begins the text.")},
    Sentence{Kind::TooDeep, QT_TRANSLATE_NOOP("FilterError", "groups are nested deeper than %1."), true},
    Sentence{Kind::TooLong, QT_TRANSLATE_NOOP("FilterError", "The filter is longer than a megabyte.")},
    Sentence{Kind::ColumnMissing, QT_TRANSLATE_NOOP("FilterError", "a column is missing."), true},
    Sentence{Kind::NoColumn, QT_TRANSLATE_NOOP("FilterError", "\"%1\" is no column."), true},
    Sentence{Kind::NameGap,
             QT_TRANSLATE_NOOP("FilterError", "\"%1\" is no column: a name between two dots is missing."), true},
    Sentence{Kind::ColumnFirst,
             QT_TRANSLATE_NOOP("FilterError", "the column comes first: write \"summary.loss > %1\"."), true},
    Sentence{Kind::NullOrder, QT_TRANSLATE_NOOP("FilterError", "null has no order: write \"%1 is null\"."), true},
    Sentence{Kind::NotFirst,
             QT_TRANSLATE_NOOP("FilterError", "\"not\" comes before the column: write \"not %1 %2 …\"."), true},
    Sentence{Kind::BadPattern, QT_TRANSLATE_NOOP("FilterError", "the regular expression cannot be read: %1."), true},
    Sentence{Kind::ApiProblem, QT_TRANSLATE_NOOP("FilterError", "The W&B API filter cannot be read: %1")},
    Sentence{Kind::ReadAsLeet, QT_TRANSLATE_NOOP("FilterError", "\"%1\" is read as leet's."), true},
    Sentence{Kind::WriteExists,
             QT_TRANSLATE_NOOP("FilterError", "Write \"config.%1 exists\" or \"summary.%1 exists\".")},
    Sentence{Kind::NameTheKey, QT_TRANSLATE_NOOP("FilterError", "No filter looks in all of config: name the key, as in "
                                                                "\"config.opt contains 'adam'\".")},
    Sentence{Kind::WriteEqual, QT_TRANSLATE_NOOP("FilterError", "Write \"%1 = '%2'\".")},
    Sentence{Kind::NotKnownYet, QT_TRANSLATE_NOOP("FilterError", "\"%1\" is not known yet of any run.")},
    Sentence{Kind::NoRunHas, QT_TRANSLATE_NOOP("FilterError", "No run has %1.")},
    Sentence{Kind::InternalKey,
             QT_TRANSLATE_NOOP("FilterError",
                               "No run has %1: keys that begin with \"_\" are the SDK's own and no columns.")},
    Sentence{Kind::InBoth, QT_TRANSLATE_NOOP("FilterError", "\"%1\" is in both config and summary. Write %2 or %3.")},
    Sentence{Kind::Nowhere, QT_TRANSLATE_NOOP("FilterError", "There is no column \"%1\".")},
    Sentence{Kind::IsIt, QT_TRANSLATE_NOOP("FilterError", "Is it %1?")},
    Sentence{Kind::NotInTable, QT_TRANSLATE_NOOP("FilterError", "%1 is no column of the table.")},
    Sentence{Kind::HoldsKeys, QT_TRANSLATE_NOOP("FilterError", "%1 holds more keys: name one.")},
    Sentence{Kind::Holds, QT_TRANSLATE_NOOP("FilterError", "\"%1\" holds %2.")},
    Sentence{Kind::CompareTime,
             QT_TRANSLATE_NOOP("FilterError", "Compare it with a time: 2026-11-23 or 2026-11-23T14:02.")},
    Sentence{Kind::CompareSeconds,
             QT_TRANSLATE_NOOP("FilterError", "Compare it with seconds or a duration: 90 or 2h.")},
    Sentence{Kind::CompareQuoted, QT_TRANSLATE_NOOP("FilterError", "Compare it with a text: '%1'.")},
    Sentence{Kind::CompareNumber, QT_TRANSLATE_NOOP("FilterError", "Compare it with a number.")},
    Sentence{Kind::CompareText, QT_TRANSLATE_NOOP("FilterError", "Compare it with a text.")},
    Sentence{Kind::CompareBool, QT_TRANSLATE_NOOP("FilterError", "Compare it with true or false.")},
    Sentence{Kind::OnlyExists, QT_TRANSLATE_NOOP("FilterError", "Only exists and is null can be asked.")},
    Sentence{Kind::OnlyTextSearched, QT_TRANSLATE_NOOP("FilterError", "Only text can be searched with %1.")},
    Sentence{Kind::OnlyTimesWithin, QT_TRANSLATE_NOOP("FilterError", "Only times lie within.")},
    Sentence{Kind::BoolOrder, QT_TRANSLATE_NOOP("FilterError", "They have no order: use = or ≠.")},
    Sentence{Kind::ListOrder, QT_TRANSLATE_NOOP("FilterError", "A list has no order: use =, in or contains.")},
    Sentence{Kind::NoState,
             QT_TRANSLATE_NOOP("FilterError", "No state is called %1: there are running, finished, failed, crashed, "
                                              "killed, pending and unknown.")},
};

/// Words that are put into sentences: what could stand somewhere, what a column holds, what RE2 complains of.
[[maybe_unused]] constexpr std::array kWords = {
    QT_TRANSLATE_NOOP("FilterError", "a condition"),
    QT_TRANSLATE_NOOP("FilterError", "an operator"),
    QT_TRANSLATE_NOOP("FilterError", "a value"),
    QT_TRANSLATE_NOOP("FilterError", "a text"),
    QT_TRANSLATE_NOOP("FilterError", "a duration as 7d"),
    QT_TRANSLATE_NOOP("FilterError", "the end"),
    QT_TRANSLATE_NOOP("FilterError", "times"),
    QT_TRANSLATE_NOOP("FilterError", "seconds"),
    QT_TRANSLATE_NOOP("FilterError", "lists"),
    QT_TRANSLATE_NOOP("FilterError", "numbers"),
    QT_TRANSLATE_NOOP("FilterError", "text"),
    QT_TRANSLATE_NOOP("FilterError", "true and false"),
    QT_TRANSLATE_NOOP("FilterError", "objects"),
    QT_TRANSLATE_NOOP("FilterError", "more keys"),
    QT_TRANSLATE_NOOP("FilterError", "invalid escape sequence"),
    QT_TRANSLATE_NOOP("FilterError", "invalid character class"),
    QT_TRANSLATE_NOOP("FilterError", "invalid character class range"),
    QT_TRANSLATE_NOOP("FilterError", "missing ]"),
    QT_TRANSLATE_NOOP("FilterError", "missing )"),
    QT_TRANSLATE_NOOP("FilterError", "unexpected )"),
    QT_TRANSLATE_NOOP("FilterError", "trailing \\"),
    QT_TRANSLATE_NOOP("FilterError", "no argument for repetition operator"),
    QT_TRANSLATE_NOOP("FilterError", "invalid repetition size"),
    QT_TRANSLATE_NOOP("FilterError", "bad repetition operator"),
    QT_TRANSLATE_NOOP("FilterError", "invalid perl operator"),
    QT_TRANSLATE_NOOP("FilterError", "invalid UTF-8"),
    QT_TRANSLATE_NOOP("FilterError", "invalid named capture group"),
    QT_TRANSLATE_NOOP("FilterError", "pattern too large - compile failed"),
};
constexpr const char* kOr = QT_TRANSLATE_NOOP("FilterError", "%1 or %2");
constexpr const char* kComma = QT_TRANSLATE_NOOP("FilterError", "%1, %2");
constexpr const char* kListsOf = QT_TRANSLATE_NOOP("FilterError", "lists of %1");
constexpr const char* kNext = QT_TRANSLATE_NOOP("FilterError", "%1 %2");
constexpr const char* kPlace = QT_TRANSLATE_NOOP("FilterError", "At character %1: %2");

const Sentence& sentenceOf(Kind kind)
{
    return *std::find_if(kSentences.begin(), kSentences.end(), [kind](const Sentence& s) { return s.kind == kind; });
}

/// "%1" is the first argument.
std::string filled(const std::string& text, const std::vector<std::string>& arguments)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto number = i + 1 < text.size() ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (text[i] != '%' || number >= arguments.size()) {
            result += text[i];
            continue;
        }
        result += arguments[number];
        ++i;
    }
    return result;
}

class Writer
{
public:
    explicit Writer(const FilterTranslation& translate)
        : m_translate(translate)
    {
    }

    std::string text(const FilterError& error) const
    {
        std::string text;
        for (const FilterRemark& remark : error.remarks) {
            const std::string sentence = this->sentence(error, remark);
            const bool begins = text.empty() && sentenceOf(remark.kind).placed;
            const std::string next = begins ? put(kPlace, {std::to_string(error.span.position), sentence}) : sentence;
            text = text.empty() ? next : put(kNext, {text, next});
        }
        return text;
    }

    std::string patternProblem(std::string_view problem) const
    {
        const std::size_t colon = std::min(problem.find(": "), problem.size());
        return word(std::string(problem.substr(0, colon))) + std::string(problem.substr(colon));
    }

private:
    std::string word(const std::string& text) const { return m_translate(text.c_str()); }
    std::string put(const char* text, const std::vector<std::string>& arguments) const
    {
        return filled(m_translate(text), arguments);
    }

    std::string sentence(const FilterError& error, const FilterRemark& remark) const
    {
        const char* text = sentenceOf(remark.kind).text;
        switch (remark.kind) {
        case Kind::Unexpected:
            return put(text, {std::to_string(error.span.position), word(error.found), alternatives(error.expected)});
        case Kind::IsIt: {
            std::string columns;
            for (const std::string& column : remark.arguments)
                columns = columns.empty() ? column : put(kOr, {columns, column});
            return put(text, {columns});
        }
        case Kind::Holds:
            return put(text, {remark.arguments.front(), kinds(remark.arguments)});
        case Kind::BadPattern:
            return put(text, {patternProblem(remark.arguments.front())});
        default:
            return put(text, remark.arguments);
        }
    }

    std::string alternatives(const std::vector<std::string>& expected) const
    {
        std::string all;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::string one = word(expected[i]);
            all = i == 0 ? one : put(i + 1 < expected.size() ? kComma : kOr, {all, one});
        }
        return all;
    }

    std::string kinds(const std::vector<std::string>& arguments) const
    {
        const bool lists = arguments.size() > 2 && arguments[1] == "lists";
        std::string all;
        for (std::size_t i = lists ? 2 : 1; i < arguments.size(); ++i)
            all = all.empty() ? word(arguments[i]) : put(kComma, {all, word(arguments[i])});
        return lists ? put(kListsOf, {all}) : all;
    }

    const FilterTranslation& m_translate;
};

} // namespace

std::string describe(const FilterError& error, const FilterTranslation& translate)
{
    return Writer(translate).text(error);
}

std::string describePatternProblem(std::string_view problem, const FilterTranslation& translate)
{
    return Writer(translate).patternProblem(problem);
}

FilterError filterError(FilterSpan span, std::string found, std::vector<FilterRemark> remarks,
                        std::vector<std::string> expected)
{
    FilterError error{span, std::move(found), std::move(expected), {}, std::move(remarks)};
    error.detail = describe(error, [](const char* text) { return std::string(text); });
    return error;
}

} // namespace runglass
