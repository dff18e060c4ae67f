// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandReport.h"

#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"

namespace runglass::cli
{

void CommandReport::add(Entry entry)
{
    if (entry.error) {
        say(toString(entry.run) + ": " + describe(*entry.error));
        m_refused += entry.error->kind == Error::Kind::Refused ? 1 : 0;
    } else {
        ++m_done;
        m_bytes += entry.sizeBytes.value_or(0);
        if (!entry.note.empty())
            say(toString(entry.run) + ": " + entry.note);
    }
    m_entries.push_back(std::move(entry));
}

void CommandReport::writeJson(Output& output) const
{
    JsonWriter json(output);
    json.beginArray();
    for (const Entry& entry : m_entries) {
        json.beginObject();
        json.member("path", toString(entry.run));
        json.key("ok");
        json.boolean(!entry.error);
        json.memberOrNull("reason", entry.error ? describe(*entry.error) : std::string());
        if (entry.sizeBytes) {
            json.key("size");
            json.unsignedInteger(*entry.sizeBytes);
        }
        if (!entry.note.empty())
            json.member("note", entry.note);
        json.endObject();
    }
    json.endArray();
    json.finish();
}

void CommandReport::writeText(const std::string& done, Output& output) const
{
    for (const Entry& entry : m_entries) {
        if (entry.error)
            continue;
        const std::string size = entry.sizeBytes ? " (" + sizeText(*entry.sizeBytes) + ")" : std::string();
        output.write(done + ' ' + printable(toString(entry.run)) + size + '\n');
    }
}

ExitStatus CommandReport::status() const
{
    if (m_done == m_entries.size())
        return ExitStatus::Done;
    return m_done == 0 && m_refused == m_entries.size() ? ExitStatus::Refused : ExitStatus::Partly;
}

} // namespace runglass::cli
