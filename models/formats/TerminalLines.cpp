// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalLines.h"

#include "models/formats/TerminalScreen.h"
#include "models/formats/TerminalStyle.h"
#include "models/formats/Utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

constexpr char kEscape = '\x1B';
/// A fragment may be of any length, and each of its bytes a line.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

/// Reads one stream's bytes, which may be cut anywhere, and tells its screen.
class Stream
{
public:
    explicit Stream(ConsoleStream stream)
        : m_screen(stream)
    {
    }

    void append(std::string_view text, std::optional<TimeNs> time)
    {
        constexpr std::size_t kTab = 8;
        m_screen.setTime(time);
        m_screen.addPadding(text.size() * kTab);
        if (m_cut.empty()) {
            read(text);
            return;
        }
        const std::string whole = std::exchange(m_cut, {}).append(text);
        read(whole);
    }

    TerminalScreen& screen() { return m_screen; }

private:
    enum class State { Text, Escape, Control, Command };

    void read(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t used = m_state == State::Text ? readText(text) : readEscape(text.front());
            text.remove_prefix(used);
        }
    }

    /// @return bytes used, 0 never
    std::size_t readText(std::string_view text)
    {
        std::size_t plain = 0;
        while (plain < text.size() && text[plain] >= ' ' && text[plain] <= '~')
            ++plain;
        if (plain > 0) {
            m_screen.printAscii(text.substr(0, plain));
            return plain;
        }
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            control(text.front());
            return 1;
        }
        const Utf8Unit unit = decodeUtf8(text);
        if (unit.truncated) {
            m_cut = text;
            return text.size();
        }
        const bool isControl = unit.codePoint >= 0x80 && unit.codePoint <= 0x9F;
        if (!isControl)
            m_screen.print(unit.codePoint);
        return unit.length;
    }

    void control(char c)
    {
        switch (c) {
        case '\n':
            m_screen.lineFeed();
            break;
        case '\r':
            m_screen.carriageReturn();
            break;
        case '\b':
            m_screen.backspace();
            break;
        case '\t':
            m_screen.tab();
            break;
        case kEscape:
            enter(State::Escape);
            break;
        default:
            break;
        }
    }

    void enter(State state)
    {
        m_state = state;
        m_parameters.clear();
        m_length = 0;
        m_sawEscape = false;
    }

    /// @return 1 when c belongs to the escape, 0 when it is text again
    std::size_t readEscape(char c)
    {
        constexpr char kCancel = '\x18';
        constexpr char kSubstitute = '\x1A';
        if (c == kCancel || c == kSubstitute) {
            enter(State::Text);
            return 1;
        }
        if (m_state == State::Command)
            return readCommand(c);
        if (c == kEscape) {
            enter(State::Escape);
            return 1;
        }
        if (static_cast<unsigned char>(c) < ' ') {
            control(c);
            return 1;
        }
        if (static_cast<unsigned char>(c) >= 0x7F) {
            enter(State::Text);
            return c == '\x7F' ? 1 : 0;
        }
        return m_state == State::Escape ? readIntroducer(c) : readControl(c);
    }

    /// After ESC: what kind of escape it is.
    std::size_t readIntroducer(char c)
    {
        constexpr std::string_view kCommands = "]PX^_";
        if (c >= ' ' && c <= '/') { // such as "(" before the name of a character set
            ++m_length;
            return 1;
        }
        const bool first = m_length == 0;
        if (first && c == '[') {
            enter(State::Control);
        } else if (first && kCommands.find(c) != std::string_view::npos) {
            enter(State::Command);
            m_endsAtLine = c == ']';
        } else {
            enter(State::Text);
        }
        return 1;
    }

    /// After CSI: parameters, then a final letter.
    std::size_t readControl(char c)
    {
        constexpr std::size_t kLongest = 256;
        if (c >= '@') {
            const std::string parameters = std::exchange(m_parameters, {});
            const bool known = m_length <= kLongest;
            enter(State::Text);
            if (known)
                perform(c, parameters);
        } else if (++m_length <= kLongest) {
            m_parameters += c;
        }
        return 1;
    }

    /// A command to the terminal (title, link, image): ends at BEL or ESC \. One that never ends must not swallow the
    /// rest of the log.
    std::size_t readCommand(char c)
    {
        constexpr std::size_t kLongest = std::size_t{1} << 20;
        constexpr char kBell = '\a';
        if (m_sawEscape) {
            enter(c == '\\' ? State::Text : State::Escape);
            return c == '\\' ? 1 : 0;
        }
        m_sawEscape = c == kEscape;
        const bool cut = (c == '\n' && m_endsAtLine) || ++m_length > kLongest;
        if (c == kBell || cut)
            enter(State::Text);
        return cut ? 0 : 1;
    }

    void perform(char final, const std::string& parameters)
    {
        if (parameters.find_first_not_of("0123456789;:") != std::string::npos)
            return; // private to some terminal
        const int number = firstNumber(parameters);
        const int count = std::max(number, 1);
        switch (final) {
        case 'm':
            return applySgr(parameters, m_screen.style());
        case 'A':
            return m_screen.moveRows(-count);
        case 'B':
            return m_screen.moveRows(count);
        case 'C':
            return m_screen.moveColumns(count);
        case 'D':
            return m_screen.moveColumns(-count);
        case 'E':
        case 'F':
            m_screen.carriageReturn();
            return m_screen.moveRows(final == 'E' ? count : -count);
        case 'G':
            return m_screen.moveToColumn(static_cast<std::size_t>(count) - 1);
        case 'K':
            return m_screen.erase(number);
        default:
            return;
        }
    }

    static int firstNumber(std::string_view text)
    {
        constexpr int kFar = 1'000'000;
        int number = 0;
        for (const char c : text) {
            if (c < '0' || c > '9')
                break;
            number = std::min(number * 10 + (c - '0'), kFar);
        }
        return number;
    }

    TerminalScreen m_screen;
    State m_state = State::Text;
    std::string m_parameters;
    std::size_t m_length = 0; ///< bytes of the escape so far, those left out included
    bool m_sawEscape = false;
    bool m_endsAtLine = false;
    std::string m_cut; ///< the beginning of a character that was cut by the end of a fragment
};

} // namespace

struct TerminalLines::Impl {
    explicit Impl(LogLines before, std::size_t droppedBefore)
        : lines(std::move(before))
        , dropped(droppedBefore)
    {
        connect();
    }
    Impl(const Impl& other)
        : lines(other.lines)
        , streams(other.streams)
        , dropped(other.dropped)
    {
        connect();
    }
    Impl& operator=(const Impl&) = delete;

    void connect()
    {
        for (Stream& stream : streams)
            stream.screen().setLines(lines);
    }
    void dropOldest();

    LogLines lines;
    std::array<Stream, 3> streams = {Stream(ConsoleStream::Stderr), Stream(ConsoleStream::Stdout),
                                     Stream(ConsoleStream::Logger)};
    std::size_t dropped = 0; ///< lines, from the beginning, without the one that says so
};

/// Now and then only, since whoever shows the lines has to begin anew. The first line kept says what is gone.
void TerminalLines::Impl::dropOldest()
{
    if (lines.size() <= kMaxLines + kMaxLines / 4)
        return;
    const std::size_t before = lines.size();
    lines.dropFront(before - kMaxLines);
    const std::size_t count = before - lines.size();
    for (Stream& stream : streams)
        stream.screen().forgetLines(count, 1);
    dropped += count;
    LogLine note;
    note.stream = ConsoleStream::Logger;
    note.text = "[" + std::to_string(dropped + 1) + " earlier lines are left out]";
    lines.set(0, std::move(note));
}

TerminalLines::TerminalLines()
    : TerminalLines(LogLines())
{
}

TerminalLines::TerminalLines(LogLines before, std::size_t dropped)
    : m_impl(std::make_unique<Impl>(std::move(before), dropped))
{
}

TerminalLines::TerminalLines(const TerminalLines& other)
    : m_impl(std::make_unique<Impl>(*other.m_impl))
{
}

TerminalLines& TerminalLines::operator=(const TerminalLines& other)
{
    m_impl = std::make_unique<Impl>(*other.m_impl);
    return *this;
}

TerminalLines::~TerminalLines() = default;
TerminalLines::TerminalLines(TerminalLines&&) noexcept = default;
TerminalLines& TerminalLines::operator=(TerminalLines&&) noexcept = default;

void TerminalLines::append(const ConsoleFragment& fragment)
{
    Stream& stream = m_impl->streams.at(static_cast<std::size_t>(fragment.stream));
    const std::string_view text = fragment.text;
    for (std::size_t start = 0; start < text.size(); start += kPieceBytes) {
        stream.append(text.substr(start, kPieceBytes), fragment.time);
        m_impl->dropOldest();
    }
}

LogLines TerminalLines::lines()
{
    for (Stream& stream : m_impl->streams)
        stream.screen().flush();
    return m_impl->lines;
}

std::size_t TerminalLines::dropped() const
{
    return m_impl->dropped;
}

LogLines toLines(const std::vector<ConsoleFragment>& fragments)
{
    TerminalLines terminal;
    for (const ConsoleFragment& fragment : fragments)
        terminal.append(fragment);
    return terminal.lines();
}

} // namespace runglass
