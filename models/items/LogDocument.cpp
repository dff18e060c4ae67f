// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LogDocument.h"

#include "models/items/VisibleText.h"

#include <QList>

#include <algorithm>

namespace runglass
{

namespace
{

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::uint32_t widthOf(const std::string& text)
{
    if (isAscii(text))
        return static_cast<std::uint32_t>(text.size());
    std::uint32_t width = 0;
    const QString decoded = visibleText(text);
    for (const char32_t point : decoded.toUcs4())
        width += static_cast<std::uint32_t>(terminalColumns(point));
    return width;
}

std::string withoutTabs(std::string_view line)
{
    std::string widened;
    for (const char c : line) {
        if (c != '\t')
            widened += c;
        else
            widened.append(8 - widened.size() % 8, ' ');
    }
    return widened;
}

} // namespace

std::shared_ptr<const LogDocument::Measures> LogDocument::measure(const LogLines::Chunk& chunk)
{
    auto measures = std::make_shared<Measures>();
    measures->columns.reserve(chunk.size());
    for (const LogLine& line : chunk) {
        measures->columns.push_back(widthOf(line.text));
        measures->widest = std::max(measures->widest, measures->columns.back());
        measures->sizeBytes += line.text.size() + 1;
        measures->hasTimes = measures->hasTimes || line.time.has_value();
    }
    return measures;
}

LogDocument::LogDocument(LogLines lines, const LogDocument* before)
    : m_lines(std::move(lines))
{
    m_measures.reserve(m_lines.chunkCount());
    for (std::size_t i = 0; i < m_lines.chunkCount(); ++i) {
        const bool isKnown = before && i < before->m_lines.chunkCount() && before->m_lines.chunk(i) == m_lines.chunk(i);
        m_measures.push_back(isKnown ? before->m_measures[i] : measure(*m_lines.chunk(i)));
        const Measures& measures = *m_measures.back();
        m_widest = std::max(m_widest, measures.widest);
        m_sizeBytes += measures.sizeBytes;
        m_hasTimes = m_hasTimes || measures.hasTimes;
    }
}

std::size_t LogDocument::commonWith(const LogDocument& other) const
{
    const auto isSame = [](const LogLine& a, const LogLine& b) {
        return a.stream == b.stream && a.text == b.text && a.spans == b.spans && a.time == b.time;
    };
    const std::size_t most = std::min(size(), other.size());
    std::size_t common = 0;
    while (common < most) {
        const std::size_t chunk = common / LogLines::kChunk;
        const std::size_t end = std::min(most, (chunk + 1) * LogLines::kChunk);
        const bool isShared = m_lines.chunk(chunk) == other.m_lines.chunk(chunk);
        while (common < end && (isShared || isSame(line(common), other.line(common))))
            ++common;
        if (common < end)
            break;
    }
    return common;
}

std::shared_ptr<const LogDocument> LogDocument::fromText(std::string_view utf8)
{
    LogLines lines;
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find('\n'), utf8.size());
        std::string_view line = utf8.substr(0, end);
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push({ConsoleStream::Stdout, std::nullopt, withoutTabs(line), {}});
    }
    return std::make_shared<const LogDocument>(std::move(lines));
}

QString LogDocument::text(std::size_t i) const
{
    return visibleText(line(i).text);
}

std::vector<LogSpan> LogDocument::spans(std::size_t i) const
{
    const LogLine& at = line(i);
    std::vector<LogSpan> spans;
    spans.reserve(at.spans.size());
    const std::string_view text = at.text;
    std::size_t byte = 0;
    qsizetype unit = 0;
    // Offsets grow from span to span, so the line is decoded once.
    const auto unitAt = [&](std::size_t offset) {
        offset = std::min(offset, text.size());
        if (offset > byte) {
            const std::string_view part = text.substr(byte, offset - byte);
            unit += QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())).size();
            byte = offset;
        }
        return unit;
    };
    for (const StyleSpan& span : at.spans) {
        const qsizetype start = unitAt(span.start);
        const qsizetype end = unitAt(std::size_t{span.start} + span.length);
        if (end > start)
            spans.push_back({start, end - start, span.style});
    }
    return spans;
}

std::vector<std::uint32_t> columnsOf(const QString& text)
{
    std::vector<std::uint32_t> columns;
    columns.reserve(static_cast<std::size_t>(text.size()) + 1);
    std::uint32_t column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        columns.push_back(column);
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            column += static_cast<std::uint32_t>(terminalColumns(QChar::surrogateToUcs4(unit, text[i + 1])));
            columns.push_back(column);
            ++i;
        } else {
            column += static_cast<std::uint32_t>(terminalColumns(unit.unicode()));
        }
    }
    columns.push_back(column);
    return columns;
}

} // namespace runglass
