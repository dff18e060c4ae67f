// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"

#include "models/formats/JsonNumber.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const double kNan = std::numeric_limits<double>::quiet_NaN();

Value parsed(std::string_view text)
{
    const Result<Value> value = parseJson(text);
    EXPECT_TRUE(value.ok()) << text << ": " << (value ? "" : value.error().detail);
    return value ? *value : Value("parse error");
}

struct Case {
    std::string_view text;
    Value value;
};

TEST(Json, readsValues)
{
    const std::vector<Case> cases = {
        {"null", {}},
        {" true ", true},
        {"false", false},
        {"0", 0},
        {"-12", -12},
        {"1.5", 1.5},
        {"1.0", 1.0},
        {"1.7954150996373875e+09", 1795415099.6373875},
        {"1E-3", 0.001},
        {"NaN", kNan},
        {"Infinity", kInfinity},
        {"-Infinity", -kInfinity},
        {"\"\"", ""},
        {"[]", Value::Array()},
        {"{}", Value::Object()},
        {"[1, [NaN], {\"a\" : -Infinity}]", Value::Array{1, Value::Array{kNan}, Value::Object{{"a", -kInfinity}}}},
        {"{\"a\":1,\"b\":2,\"a\":3}", Value::Object{{"a", 3}, {"b", 2}}},
        {"\t\r\n[1]\n", Value::Array{1}},
    };
    for (const Case& one : cases)
        EXPECT_EQ(parsed(one.text), one.value) << one.text;
}

TEST(Json, keepsIntegersExact)
{
    EXPECT_EQ(parsed("9223372036854775807"), Value(std::int64_t{INT64_MAX}));
    EXPECT_EQ(parsed("-9223372036854775808"), Value(std::int64_t{INT64_MIN}));
    EXPECT_EQ(parsed("9007199254740993"), Value(std::int64_t{9007199254740993}));
    EXPECT_EQ(parsed("9223372036854775808"), Value(9223372036854775808.0));
    EXPECT_EQ(parsed("-9223372036854775809"), Value(-9223372036854775808.0));
    EXPECT_EQ(parsed(std::string(400, '9')), Value(kInfinity));
}

TEST(Json, mapsNumbersOutOfRange)
{
    EXPECT_EQ(parsed("5e-324"), Value(5e-324));
    EXPECT_EQ(parsed("1.7976931348623157e308"), Value(std::numeric_limits<double>::max()));
    EXPECT_EQ(parsed("1e309"), Value(kInfinity));
    EXPECT_EQ(parsed("-1e309"), Value(-kInfinity));
    EXPECT_EQ(parsed("1e-400"), Value(0.0));
    EXPECT_TRUE(std::signbit(parsed("-1e-400").toDouble()));
    EXPECT_EQ(parsed("1e99999999999999999999"), Value(kInfinity));
    EXPECT_EQ(parsed("1e-99999999999999999999"), Value(0.0));
    EXPECT_EQ(parsed("0e99999999999999999999"), Value(0.0));
    EXPECT_EQ(parsed("0." + std::string(400, '0') + "1"), Value(0.0));
    EXPECT_EQ(parsed(std::string(400, '1') + ".5"), Value(kInfinity));
    EXPECT_EQ(parsed("0." + std::string(400, '0') + "1e401"), Value(1.0));
}

TEST(Json, readsStrings)
{
    EXPECT_EQ(parsed(R"("\"\\\/\b\f\n\r\t")"), Value("\"\\/\b\f\n\r\t"));
    EXPECT_EQ(parsed(R"("日本 A\u00e9\u65e5")"), Value("日本 Aé日"));
    EXPECT_EQ(parsed(R"("\ud83d\ude80")"), Value("🚀"));
    EXPECT_EQ(parsed(R"("\ud83d")"), Value("\uFFFD"));
    EXPECT_EQ(parsed(R"("\ud83dx")"), Value("\uFFFDx"));
    EXPECT_EQ(parsed(R"("\ude80\ud83d\ud83d\ude80")"), Value("\uFFFD\uFFFD🚀"));
    EXPECT_EQ(parsed(R"("\u0000")"), Value(std::string(1, '\0')));
    EXPECT_EQ(parsed("\"a\xFF z\xC3\""), Value("a\uFFFD z\uFFFD"));
    EXPECT_EQ(parsed("\"\xED\xA0\x80\""), Value("\uFFFD\uFFFD\uFFFD")) << "a surrogate in UTF-8";
    EXPECT_EQ(parsed("\"\xC0\xAF\""), Value("\uFFFD\uFFFD")) << "an overlong form";
    EXPECT_EQ(parsed("{\"k\xFF\":1}"), Value(Value::Object{{"k\uFFFD", 1}}));
}

TEST(Json, refusesWhatIsNoJson)
{
    for (const std::string_view text : {"",      " ",    "nul",       "tru",      "nan",          "inf",
                                        "+1",    "01",   "-",         "1.",       ".5",           "1e",
                                        "1e+",   "--1",  "-NaN",      "1 2",      "[1,]",         "[1",
                                        "[",     "{",    "{\"a\"}",   "{\"a\":}", "{\"a\":1,}",   "{a:1}",
                                        "{1:1}", "\"",   "\"\\",      "\"\\x\"",  "\"\\u12\"",    "\"\\u12g4\"",
                                        "'a'",   "[1]]", "Infinity1", "0x10",     "\xEF\xBB\xBF", "True"}) {
        const Result<Value> value = parseJson(text);
        ASSERT_FALSE(value.ok()) << text;
        EXPECT_EQ(value.error().kind, Error::Kind::Corruption);
        ASSERT_TRUE(value.error().offset) << text;
        EXPECT_LE(*value.error().offset, text.size()) << text;
        EXPECT_FALSE(value.error().detail.empty());
    }
    EXPECT_FALSE(parseJson(std::string_view("1\0", 2)).ok());
}

TEST(Json, everyBeginningOfADocumentIsAnErrorOrAValue)
{
    const std::string text = R"({"a":[1,2.5e3,"x\u00e9\n"],"b":{"c":null,"d":[true,false,-Infinity]}})";
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(parseJson(text.substr(0, length)).ok()) << length;
    EXPECT_TRUE(parseJson(text).ok());
}

TEST(Json, boundsDepth)
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parseJson(nested(128)).ok());
    EXPECT_FALSE(parseJson(nested(129)).ok());
    EXPECT_TRUE(parseJson(nested(3), 3).ok());
    EXPECT_FALSE(parseJson(nested(4), 3).ok());
    EXPECT_FALSE(parseJson(nested(200'000)).ok());
    EXPECT_FALSE(parseJson(nested(200'000), 1 << 30).ok());
    EXPECT_FALSE(parseJson(std::string(200'000, '[')).ok());
    std::string objects;
    for (int i = 0; i < 200'000; ++i)
        objects += "{\"a\":";
    EXPECT_FALSE(parseJson(objects).ok());
}

TEST(Json, fastLaneTakesBareNumbersOnly)
{
    bool isInteger = false;
    std::int64_t integer = 0;
    double number = 0;
    ASSERT_TRUE(parseJsonNumber("42", isInteger, integer, number));
    EXPECT_TRUE(isInteger);
    EXPECT_EQ(integer, 42);
    ASSERT_TRUE(parseJsonNumber("-0.25", isInteger, integer, number));
    EXPECT_FALSE(isInteger);
    EXPECT_EQ(number, -0.25);
    ASSERT_TRUE(parseJsonNumber("-Infinity", isInteger, integer, number));
    EXPECT_EQ(number, -kInfinity);
    ASSERT_TRUE(parseJsonNumber("NaN", isInteger, integer, number));
    EXPECT_TRUE(std::isnan(number));
    for (const std::string_view text : {"", " 1", "1 ", "null", "true", "\"1\"", "[1]", "1,", "01", "1.e2", "NaNs"})
        EXPECT_FALSE(parseJsonNumber(text, isInteger, integer, number)) << text;
}

/// A number as JSON, C, Python or Go may write it, with any mixture of digits.
std::string drawnNumber(std::mt19937_64& random)
{
    const auto below = [&random](std::uint64_t end) { return random() % end; };
    const auto digits = [&](std::string& text, std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i)
            text += static_cast<char>('0' + below(below(3) == 0 ? 1 : 10));
    };
    std::string text = below(2) == 0 ? "-" : "";
    if (below(3) == 0) {
        text += '0';
    } else {
        text += static_cast<char>('1' + below(9));
        digits(text, below(below(2) == 0 ? 4 : 22));
    }
    text += '.';
    digits(text, 1 + below(22));
    if (below(3) == 0) {
        text += below(8) == 0 ? "E" : "e";
        text += below(3) == 0 ? "+" : below(8) == 0 ? "" : "-";
        digits(text, 1 + below(3));
    }
    return text;
}

TEST(Json, roundsRealsAsTheLibraryDoes)
{
    const std::uint64_t seed = std::random_device()();
    std::mt19937_64 random(seed);
    for (int i = 0; i < 300'000; ++i) {
        std::string text = drawnNumber(random);
        if (i % 4 == 0) // what is exactly between two doubles, or close to it, is hard to round
            text = std::to_string(random() >> 10) + (i % 8 == 0 ? ".5" : ".4999");
        else if (i % 4 == 1) { // the shortest text of any double, as the SDK writes it
            text.clear();
            const auto magnitude =
                static_cast<double>(random()) * std::pow(10.0, static_cast<double>(random() % 40) - 35);
            appendJsonNumber(text, magnitude);
        }
        JsonNumber number;
        ASSERT_EQ(scanJsonNumber(text, number), text.size()) << text << ", seed " << seed;
        ASSERT_FALSE(number.isInteger) << text << ", seed " << seed;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(number.real),
                  std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)))
            << text << ", seed " << seed;
        JsonNumber before;
        ASSERT_EQ(scanJsonNumber(text + ",1]", before), text.size()) << text << ", seed " << seed;
        ASSERT_EQ(before.real, number.real) << text << ", seed " << seed;
    }
}

TEST(Json, refusesWhatLooksLikeAReal)
{
    for (const char* text :
         {"0.12345678x", "0.1234567e8.5", "01.25", "0.e-05", "1.5e-", "0.1234567890123456e", "1.25e+0x",
          "0.12345678/123456", "0.1234567:12345678", "0.-1234567", "1.12345678e-05e-05"}) {
        bool isInteger = false;
        std::int64_t integer = 0;
        double real = 0;
        EXPECT_FALSE(parseJsonNumber(text, isInteger, integer, real)) << text;
    }
}

TEST(Json, writesWhatItReads)
{
    const Value value(Value::Object{
        {"array", Value::Array{1, 1.0, -0.0, 1e22, 0.1, 5e-324, std::int64_t{INT64_MIN}, kNan, kInfinity, -kInfinity}},
        {"text", "\"\\\n\t\x01 日本 🚀"},
        {"empty", Value::Array{Value::Array(), Value::Object()}},
        {"nested", Value::Object{{"null", Value()}, {"bool", true}}},
    });
    for (const int indent : {-1, 0, 2}) {
        const Result<Value> again = parseJson(toJson(value, indent));
        ASSERT_TRUE(again.ok()) << toJson(value, indent);
        EXPECT_EQ(*again, value) << toJson(value, indent);
    }
}

TEST(Json, writesDoublesThatLookLikeDoubles)
{
    EXPECT_EQ(toJson(1.0), "1.0");
    EXPECT_EQ(toJson(-3.0), "-3.0");
    EXPECT_EQ(toJson(0.1), "0.1");
    EXPECT_EQ(toJson(1e100), "1e+100");
    EXPECT_EQ(toJson(1), "1");
    EXPECT_EQ(toJson(kNan), "NaN");
    EXPECT_EQ(toJson(-kInfinity), "-Infinity");
    EXPECT_EQ(toJson("\x1F\xFF/"), "\"\\u001f\uFFFD/\"");
    EXPECT_EQ(toJson(Value::Object{{"a", Value::Array{1, 2}}}), "{\"a\":[1,2]}");
    EXPECT_EQ(toJson(Value::Object{{"a", Value::Array{1, 2}}, {"b", Value::Object()}}, 2),
              "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
}

TEST(Utf8, mendsWhatIsInvalid)
{
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"", ""},
        {"plain ASCII of more than eight bytes", "plain ASCII of more than eight bytes"},
        {"ü日🚀", "ü日🚀"},
        {"\xFF", "\uFFFD"},
        {"a\xE6\x97", "a\uFFFD"},
        {"\xE6\x97z", "\uFFFDz"},
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\xF0\x9F\x9A\x80\xF0\x9F\x9A", "🚀\uFFFD"},
        {"\x80\x80", "\uFFFD\uFFFD"},
        {"12345678\x80", "12345678\uFFFD"},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(validUtf8(text), expected);
}

} // namespace
} // namespace runglass::test
