// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Traceback.h"

#include "models/formats/Json.h"
#include "models/formats/Utf8.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::filesystem::path kFixtures = fixture("tracebacks");
constexpr std::string_view kHead = "Traceback (most recent call last):\n";
constexpr std::string_view kFrame = "  File \"train.py\", line 3, in <module>\n    step()\n";

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string concat(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

/// Empty when there is no traceback.
std::string textIn(std::string_view console)
{
    const auto found = lastTraceback(console);
    return found ? found->text : std::string();
}

std::string exceptionIn(std::string_view console)
{
    const auto found = lastTraceback(console);
    return found ? found->exception : std::string();
}

std::size_t lineCount(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

void expectBounded(const Traceback& traceback)
{
    EXPECT_LE(lineCount(traceback.text), kMostTracebackLines);
    EXPECT_LE(traceback.text.size(), kMostTracebackBytes);
    EXPECT_LE(traceback.exception.size(), kMostTracebackBytes);
    EXPECT_EQ(validUtf8Length(traceback.text), traceback.text.size());
    EXPECT_EQ(validUtf8Length(traceback.exception), traceback.exception.size());
    EXPECT_EQ(traceback.text.find('\x1b'), std::string::npos);
}

} // namespace

TEST(TracebackTest, readsWhatRealPythonsPrint)
{
    const Result<Value> expected = parseJson(bytesOf(kFixtures / "expected.json"));
    ASSERT_TRUE(expected);
    ASSERT_GE(expected->array().size(), 50U);
    for (const Value& entry : expected->array()) {
        const Value::Object& is = entry.object();
        SCOPED_TRACE(is.at("file").text());
        const std::string console = bytesOf(kFixtures / is.at("file").text());
        ASSERT_FALSE(console.empty());
        const auto found = lastTraceback(console);
        ASSERT_EQ(found.has_value(), is.at("exception").isText());
        if (!found)
            continue;
        expectBounded(*found);
        EXPECT_THAT(found->exception, StartsWith(is.at("exception").text()));
        EXPECT_THAT(found->text, HasSubstr(found->exception));
        EXPECT_THAT(found->text, Not(HasSubstr("goes on")));
        for (const Value& text : is.at("texts").array())
            EXPECT_THAT(found->text, HasSubstr(text.text()));
    }
}

TEST(TracebackTest, survivesEveryCut)
{
    for (const char* name : {"chained-3.11.txt", "group-3.13.txt", "segfault-3.11.txt", "pool-3.8.txt",
                             "coloured-3.13.txt", "prefixed-3.8.txt", "ignored-3.13.txt", "unicode-3.11.txt"}) {
        SCOPED_TRACE(name);
        const std::string console = bytesOf(kFixtures / name);
        for (std::size_t at = 0; at <= console.size(); ++at) {
            for (const auto& found : {lastTraceback(console.substr(0, at)), lastTraceback(console.substr(at))}) {
                if (found)
                    expectBounded(*found);
            }
        }
    }
}

TEST(TracebackTest, theTextIsWhatPythonWrote)
{
    const std::string traceback = concat({kHead, kFrame, "ValueError: boom"});
    EXPECT_EQ(textIn(traceback + "\n"), traceback);
    EXPECT_EQ(textIn(traceback), traceback);
    EXPECT_EQ(textIn("step 1\n\n" + traceback + "\n\nwandb: done\n"), traceback);
    EXPECT_EQ(exceptionIn(traceback), "ValueError: boom");
}

TEST(TracebackTest, theLastOneCounts)
{
    const std::string first = concat({kHead, kFrame, "KeyError: 'a'\n"});
    const std::string second = concat({kHead, kFrame, "IndexError\n"});
    EXPECT_EQ(exceptionIn(first + second), "IndexError");
    EXPECT_EQ(textIn(first + second), second.substr(0, second.size() - 1));
    EXPECT_EQ(exceptionIn(first + "retrying\n" + second + "gave up\n\nbye\n"), "IndexError");
}

TEST(TracebackTest, sentencesAreNone)
{
    EXPECT_EQ(lastTraceback(""), std::nullopt);
    EXPECT_EQ(lastTraceback("see the Traceback (most recent call last): above\n"), std::nullopt);
    EXPECT_EQ(lastTraceback("Traceback\nFile \"x\"\n"), std::nullopt);
    EXPECT_EQ(lastTraceback("step 1\nstep 2\nwarning\n  File \"x.py\", line 3, in f\n    g()\nValueError: no head\n"),
              std::nullopt);
}

TEST(TracebackTest, aHeadThatIsCutOffIsNotNeeded)
{
    const std::string rest = concat({"    call()\n", kFrame, "ValueError: boom\n"});
    EXPECT_EQ(textIn(rest), concat({"…\n", kFrame, "ValueError: boom"}));
    EXPECT_EQ(exceptionIn(rest), "ValueError: boom");
}

TEST(TracebackTest, anEndThatIsMissingIsNotInvented)
{
    const std::string torn = concat({kHead, kFrame});
    EXPECT_EQ(textIn(torn), torn.substr(0, torn.size() - 1));
    EXPECT_EQ(exceptionIn(torn), "");
    EXPECT_EQ(exceptionIn(torn + "\nstep 2\n"), "");
}

TEST(TracebackTest, progressBarsAndEscapesAreApplied)
{
    const std::string traceback = concat({kHead, kFrame, "ValueError: boom"});
    EXPECT_EQ(textIn("\r 10%|#   |\r 20%|##  |" + traceback), traceback);
    EXPECT_EQ(textIn("\x1b[31mERROR:root:" + traceback + "\x1b[0m\n"), traceback);
    EXPECT_EQ(textIn(concat({"\x1b[1m", kHead, kFrame, "\x1b[1;35mValue", "Error\x1b[0m: boom\r\n"})), traceback);
    EXPECT_EQ(textIn(concat({"Traceback (most recent call last):\r\n", "  File \"train.py\", line 3, in <module>\r\n",
                             "    step()\r\nValueError: boom\r\n"})),
              traceback);
}

TEST(TracebackTest, whatALauncherPutsBeforeEachLineIsTakenOff)
{
    const std::string traceback = concat({kHead, kFrame, "ValueError: boom"});
    const auto prefixed = [&traceback](auto prefix) {
        std::string text;
        std::size_t start = 0;
        for (int number = 0; start < traceback.size(); ++number) {
            const std::size_t end = std::min(traceback.find('\n', start), traceback.size());
            text += prefix(number) + traceback.substr(start, end - start) + '\n';
            start = end + 1;
        }
        return text;
    };
    EXPECT_EQ(textIn(prefixed([](int) { return "[rank0]: "; })), traceback);
    EXPECT_EQ(textIn(prefixed([](int) { return "(train pid=4711, ip=10.0.0.7) "; })), traceback);
    EXPECT_EQ(textIn(prefixed([](int n) { return "2026-11-23 06:55:5" + std::to_string(n / 2) + " | E | "; })),
              traceback);
    EXPECT_EQ(textIn(prefixed([](int n) { return '0' + std::to_string(n) + "| "; })), traceback);
    EXPECT_EQ(textIn(prefixed([](int) { return "    "; }) + "next\n"), traceback);
    EXPECT_EQ(textIn(prefixed([](int) { return "3: "; }) + "3: \n3: bye\n2: step\n"), traceback);
}

TEST(TracebackTest, otherRanksLinesAreLeftOut)
{
    const std::string console = "[rank1]: Traceback (most recent call last):\n"
                                "[rank0]: Traceback (most recent call last):\n"
                                "[rank1]:   File \"train.py\", line 1, in f\n"
                                "[rank0]:   File \"train.py\", line 2, in g\n"
                                "[rank0]: ValueError: rank 0\n"
                                "[rank1]: ValueError: rank 1\n";
    EXPECT_EQ(textIn(console), "Traceback (most recent call last):\n  File \"train.py\", line 1, in f\n"
                               "ValueError: rank 1");
}

TEST(TracebackTest, anotherThreadsLineBetweenTwoFramesIsLeftOut)
{
    EXPECT_EQ(textIn(concat({kHead, kFrame, "step 19 of 20\n", kFrame, "ValueError: boom\n"})),
              concat({kHead, kFrame, kFrame, "ValueError: boom"}));
}

TEST(TracebackTest, messagesMayHaveLines)
{
    const std::string message = "RuntimeError: CUDA error: device-side assert triggered\n"
                                "CUDA kernel errors might be asynchronously reported at some other API call.\n"
                                "For debugging consider passing CUDA_LAUNCH_BLOCKING=1";
    EXPECT_EQ(textIn(concat({kHead, kFrame, message, "\n\nwandb: bye\n"})), concat({kHead, kFrame, message}));
    EXPECT_EQ(exceptionIn(concat({kHead, kFrame, message})), "RuntimeError: CUDA error: device-side assert triggered");
    const std::string spaced = "ValueError: sizes:\n\n    encoder 3\n\n    decoder 4";
    EXPECT_EQ(textIn(concat({kHead, kFrame, spaced, "\n\nbye\n"})), concat({kHead, kFrame, spaced}));
}

TEST(TracebackTest, whatTheProgramPrintsAfterwardsIsNotTheMessageForEver)
{
    std::string console = concat({kHead, kFrame, "ValueError: handled\n"});
    for (int i = 0; i < 5000; ++i)
        console += "step " + std::to_string(i) + '\n';
    const std::string text = textIn(console);
    EXPECT_THAT(text, StartsWith(concat({kHead, kFrame, "ValueError: handled\n"})));
    EXPECT_THAT(text, EndsWith("step 19"));
}

TEST(TracebackTest, outOfMemoryIsOneLongLine)
{
    const std::string message =
        "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a "
        "total capacity of 23.64 GiB of which 1.12 GiB is free. See documentation for Memory "
        "Management (https://pytorch.org/docs/stable/notes/cuda.html#environment-variables)";
    EXPECT_EQ(exceptionIn(concat({kHead, kFrame, message, "\n"})), message);
}

TEST(TracebackTest, theWorkersOwnTracebackBelongsToIt)
{
    const std::string console =
        concat({kHead, kFrame, "RuntimeError: Caught ValueError in DataLoader worker process 0.\n",
                "Original Traceback (most recent call last):\n", kFrame, "ValueError: bad image"});
    EXPECT_EQ(textIn(console), console);
    EXPECT_EQ(exceptionIn(console), "ValueError: bad image");
}

TEST(TracebackTest, framesAsRichDrawsThem)
{
    const std::string console = "╭───── Traceback (most recent call last) ─────╮\n"
                                "│ /home/nico/train.py:3 in <module>           │\n"
                                "│ ❱ 3     raise ValueError(\"boom\")            │\n"
                                "╰─────────────────────────────────────────────╯\n"
                                "ValueError: boom\n\nbye\n";
    EXPECT_EQ(exceptionIn(console), "ValueError: boom");
    EXPECT_THAT(textIn(console), StartsWith("╭"));
    EXPECT_THAT(textIn(console), EndsWith("╯\nValueError: boom"));
}

TEST(TracebackTest, exceptionsOfNestedClasses)
{
    EXPECT_EQ(exceptionIn(concat({kHead, kFrame, "__main__.make.<locals>.Diverged: at 3\n"})),
              "__main__.make.<locals>.Diverged: at 3");
}

TEST(TracebackTest, longOnesAreCutInTheMiddle)
{
    std::string console(kHead);
    for (int i = 0; i < 500; ++i)
        console += "  File \"deep.py\", line " + std::to_string(i) + ", in f\n    f()\n";
    console += "RecursionError: too deep\n";
    const auto found = lastTraceback(console);
    ASSERT_TRUE(found);
    expectBounded(*found);
    EXPECT_EQ(lineCount(found->text), kMostTracebackLines);
    EXPECT_THAT(found->text, StartsWith(kHead));
    EXPECT_THAT(found->text, HasSubstr("line 0, in f"));
    EXPECT_THAT(found->text, HasSubstr("\n  … 963 lines left out …\n"));
    EXPECT_THAT(found->text, EndsWith("line 499, in f\n    f()\nRecursionError: too deep"));
}

TEST(TracebackTest, longLinesAreCutInTheMiddle)
{
    std::string tensor;
    while (tensor.size() < 100'000)
        tensor += "0.1234, é";
    const std::string console = concat({kHead, kFrame, "ValueError: bad tensor [", tensor, "] at step 7\n"});
    const auto found = lastTraceback(console);
    ASSERT_TRUE(found);
    expectBounded(*found);
    EXPECT_THAT(found->exception, StartsWith("ValueError: bad tensor [0.1234"));
    EXPECT_THAT(found->exception, EndsWith("] at step 7"));
    EXPECT_THAT(found->text, EndsWith(found->exception));
}

TEST(TracebackTest, hostileTextIsBounded)
{
    std::string heads, ranks, bars;
    for (int i = 0; i < 3000; ++i) {
        heads += std::to_string(i) + kHead.data();
        ranks += concat({"[rank", std::to_string(i % 10), "]: ", kHead});
        bars += "  + Exception Group Traceback (most recent call last):\n  | \n";
    }
    for (const std::string& console : {heads, ranks, bars, heads + ranks + bars}) {
        const auto found = lastTraceback(console);
        ASSERT_TRUE(found);
        expectBounded(*found);
    }
}

} // namespace runglass::test
