// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Run.h"
#include "models/run/RunCommand.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// One command's changes of one run: a line of an edits file,
/// {"run": [entity, project, id], "time": RFC 3339, "user", "host", "changes": [{"field", "before", "after"}]}.
struct EditLine {
    RunPath run;
    TimeNs when = 0;
    std::string user, host;
    std::vector<FieldChange> changes;

    bool operator==(const EditLine&) const = default;
};

std::string toLine(const EditLine& line);
/// Nothing when it is none, or one of a form that is not known; changes of unknown fields are left out.
std::optional<EditLine> parseEditLine(std::string_view text);

/// The run's path as the lines have it, and back.
Value pathValue(const RunPath& path);
std::optional<RunPath> pathOf(const Value& value);

/// What users have made of one run. Lines come in any order from any number of users: the last one by time decides; of
/// tags every addition and removal counts.
class RunOverlay
{
public:
    /// One that is known already counts once.
    void add(EditLine line);
    /// The time of the last one.
    TimeNs last() const { return m_lines.empty() ? 0 : m_lines.back().when; }
    /// Puts the run's fields, edits and lock to what they are with these edits.
    /// @param run  without edits: see takeEditsBack in RunFields.h
    void applyTo(Run& run) const;

private:
    std::vector<EditLine> m_lines; ///< by time, then user and host
};

/// What a command would change in a run that is as it should be shown.
/// @errors InvalidArgument: text that cannot be kept
Result<std::vector<FieldChange>> changesOf(const RunCommand& command, const Run& run);

} // namespace runglass
