// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SdkFileTexts.h"

#include <algorithm>
#include <vector>

namespace runglass
{

namespace
{

constexpr std::string_view kBlank = " \t\r\n";

struct Stretch {
    std::size_t begin = 0, end = 0;
};

/// The words of a text, comments left out.
std::vector<Stretch> wordsOf(std::string_view text)
{
    std::vector<Stretch> words;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(kBlank, at)) != std::string_view::npos) {
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
        words.push_back({at, end});
        at = end;
    }
    return words;
}

/// From "machine" up to the next entry; empty when there is none of that name.
Stretch entryOf(std::string_view text, const std::string& machine)
{
    const std::vector<Stretch> words = wordsOf(text);
    const auto word = [&](std::size_t i) { return text.substr(words[i].begin, words[i].end - words[i].begin); };
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (word(i) != "machine" || word(i + 1) != machine)
            continue;
        for (std::size_t next = i + 2; next < words.size(); next += 2)
            if (word(next) == "machine" || word(next) == "default" || word(next) == "macdef")
                return {words[i].begin, words[next].begin};
        return {words[i].begin, text.size()};
    }
    return {};
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "key = value", "key: value" or "key=value".
bool hasKey(std::string_view line, const std::string& key)
{
    const std::size_t sign = line.find_first_of("=:");
    return sign != std::string_view::npos && trimmed(line.substr(0, sign)) == key;
}

struct Place {
    std::size_t header = std::string::npos; ///< line of "[default]"
    std::size_t end = 0;                    ///< line behind the section's last one that is not blank
    std::size_t key = std::string::npos;    ///< line of the key
};

Place placeOf(const std::vector<std::string>& lines, const std::string& key)
{
    Place place;
    bool isInside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = trimmed(lines[i]);
        if (line.starts_with('[')) {
            isInside = line == "[default]" && place.header == std::string::npos;
            if (isInside)
                place.header = i;
        } else if (isInside && hasKey(line, key)) {
            place.key = i;
        }
        if (isInside && !line.empty())
            place.end = i + 1;
    }
    return place;
}

} // namespace

std::string netrcEntry(std::string_view text, const std::string& machine)
{
    const Stretch entry = entryOf(text, machine);
    return std::string(text.substr(entry.begin, entry.end - entry.begin));
}

std::string withNetrcEntry(std::string_view text, const std::string& machine, const std::string& password)
{
    const Stretch entry = entryOf(text, machine);
    std::string result(text.substr(0, entry.begin));
    result += text.substr(entry.end);
    if (entry.end == 0)
        result = text;
    if (password.empty())
        return result;
    if (!result.empty() && !result.ends_with('\n'))
        result += '\n';
    return result + "machine " + machine + "\n  login user\n  password " + password + '\n';
}

std::string settingIn(std::string_view text, const std::string& key)
{
    const std::vector<std::string> lines = linesOf(text);
    const Place place = placeOf(lines, key);
    if (place.key == std::string::npos)
        return {};
    const std::string_view line = lines[place.key];
    return std::string(trimmed(line.substr(line.find_first_of("=:") + 1)));
}

std::string withSetting(std::string_view text, const std::string& key, const std::string& value)
{
    std::vector<std::string> lines = linesOf(text);
    const Place place = placeOf(lines, key);
    const std::string line = key + " = " + value;
    const auto at = [&lines](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
    if (place.key != std::string::npos) {
        if (value.empty())
            lines.erase(at(place.key));
        else
            lines[place.key] = line;
    } else if (!value.empty()) {
        if (place.header == std::string::npos)
            lines.insert(lines.end(), {"[default]", line});
        else
            lines.insert(at(place.end), line);
    }
    std::string result;
    for (const std::string& one : lines)
        result += one + '\n';
    return result;
}

} // namespace runglass
