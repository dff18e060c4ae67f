// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/CsvWriter.h"

#include "tests/session/CsvText.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

std::string line(const std::vector<Value>& values)
{
    StringSink sink;
    CsvWriter csv(sink);
    for (const Value& value : values)
        csv.value(value);
    csv.endLine();
    return sink.bytes;
}

} // namespace

TEST(CsvWriterTest, quotesWhatWouldBreakALine)
{
    EXPECT_EQ(line({"plain", "two words", "a,b", "say \"so\"", "one\r\ntwo", " edge "}),
              "plain,two words,\"a,b\",\"say \"\"so\"\"\",\"one\r\ntwo\",\" edge \"\r\n");
    EXPECT_EQ(line({"損失", "\xff"}), "損失,\xef\xbf\xbd\r\n");
}

TEST(CsvWriterTest, tellsMissingFromEmpty)
{
    EXPECT_EQ(line({Value(), "", Value(Value::Array()), Value(Value::Object())}), ",\"\",[],{}\r\n");
}

TEST(CsvWriterTest, defusesTextsButNoNumbers)
{
    EXPECT_EQ(line({"=1+1", "+1", "-1", "@x", "\tx", "\rx"}), "'=1+1,'+1,'-1,'@x,'\tx,\"'\rx\"\r\n");
    EXPECT_EQ(line({"=HYPERLINK(\"http://x\",\"y\")"}), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    EXPECT_EQ(line({-1, -1.5, -std::numeric_limits<double>::infinity(), "a=b", "'=x"}),
              "-1,-1.5,-Infinity,a=b,'=x\r\n");
    EXPECT_EQ(line({Value(Value::Array{-1, 2})}), "\"'-1, 2\"\r\n") << "a list is a text";
    StringSink sink;
    CsvWriter csv(sink);
    csv.text("=cmd|'/c calc'!A1");
    csv.endLine();
    EXPECT_EQ(sink.bytes, "'=cmd|'/c calc'!A1\r\n") << "heads too";
}

TEST(CsvWriterTest, keepsWhatValuesAre)
{
    EXPECT_EQ(line({true, 1, 1.0, 0.1, 1e-300, std::numeric_limits<std::int64_t>::max(),
                    std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}),
              "true,1,1.0,0.1,1e-300,9223372036854775807,NaN,Infinity\r\n");
    EXPECT_EQ(line({Value(Value::Array{"a", 1, true, Value(), "b,c"})}), "\"a, 1, true, null, b,c\"\r\n");
    EXPECT_EQ(line({Value(Value::Array{Value(Value::Array{1, 2}), 3})}), "\"[[1,2],3]\"\r\n");
    EXPECT_EQ(line({Value(Value::Object{{"k", "v"}})}), "\"{\"\"k\"\":\"\"v\"\"}\"\r\n");
}

TEST(CsvWriterTest, anyTextsAndNumbersReadBack)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const std::string letters = "a, \"'\r\n\t=+-@;|x";
    for (int round = 0; round < 500; ++round) {
        std::vector<Value> values;
        std::vector<std::string> wanted;
        for (int cell = 0; cell < 5; ++cell) {
            std::string text;
            for (auto left = random() % 8; left > 0; --left)
                text += letters[random() % letters.size()];
            values.emplace_back(text);
            const bool defused = !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos;
            wanted.push_back(defused ? "'" + text : text);
            const auto bits = random();
            const double number = std::ldexp(static_cast<double>(static_cast<std::int64_t>(bits)),
                                             static_cast<int>(random() % 2000) - 1000);
            values.emplace_back(number);
            wanted.emplace_back();
        }
        const std::vector<std::vector<std::string>> read = readCsv(line(values));
        ASSERT_EQ(read.size(), 1U);
        ASSERT_EQ(read.front().size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i].isText())
                EXPECT_EQ(read.front()[i], wanted[i]);
            else
                EXPECT_EQ(std::stod(read.front()[i]), values[i].toDouble());
        }
    }
}

} // namespace runglass::test
