// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunPath.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace runglass
{

namespace
{

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string decodePercent(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (;;) {
        const std::size_t slash = text.find('/', start);
        parts.push_back(text.substr(start, slash - start));
        if (slash == std::string_view::npos)
            return parts;
        start = slash + 1;
    }
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

/// A first part like "wandb.example.org" or "localhost:8765" of four or more parts is a host without its scheme.
bool looksLikeHost(std::string_view part)
{
    return part.find('.') != std::string_view::npos || part.find(':') != std::string_view::npos || part == "localhost";
}

std::optional<RunReference> fromParts(const std::vector<std::string_view>& parts, bool decode)
{
    const auto text = [&](std::size_t i) { return decode ? decodePercent(parts[i]) : std::string(parts[i]); };
    const std::size_t last = parts.size() - 1;
    if (parts.size() == 4 && parts[2] != "runs")
        return std::nullopt;
    if (parts.size() < 3 || parts.size() > 4 || parts[last].empty())
        return std::nullopt;
    return RunReference{text(0), text(1), text(last)};
}

std::optional<RunReference> fromUrl(std::string_view text)
{
    const std::size_t end = text.find_first_of("?#");
    if (end != std::string_view::npos)
        text = text.substr(0, end);
    while (!text.empty() && text.back() == '/')
        text.remove_suffix(1);
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    std::vector<std::string_view> parts = split(text.substr(slash + 1));
    // A page of the run may follow: …/runs/ID/overview, …/runs/ID/files/media.
    if (parts.size() > 4 && parts[2] == "runs")
        parts.resize(4);
    return fromParts(parts, true);
}

} // namespace

std::string toString(const RunPath& path)
{
    return path.entity + '/' + path.project + '/' + path.id;
}

std::optional<RunReference> parseRunReference(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos)
        return fromUrl(text.substr(scheme + 3));
    const std::vector<std::string_view> parts = split(text);
    if (parts.size() == 1)
        return RunReference{std::nullopt, std::nullopt, std::string(text)};
    if (parts.size() >= 4 && !parts[0].empty() && looksLikeHost(parts[0]))
        return fromUrl(text);
    // "/entity/project/runs/id" and "/entity/project/id" are URLs without their host; "/project/id" is a path.
    if (parts.size() >= 4 && parts[0].empty())
        return fromParts({parts.begin() + 1, parts.end()}, false);
    return fromParts(parts, false);
}

bool matches(const RunReference& reference, const RunPath& path)
{
    if (reference.id != path.id)
        return false;
    if (reference.entity && *reference.entity != path.entity)
        return false;
    if (!reference.project || *reference.project == path.project)
        return true;
    return equalsIgnoringCase(*reference.project, kUncategorized) && equalsIgnoringCase(path.project, kUncategorized);
}

} // namespace runglass
