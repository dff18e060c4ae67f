// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

class Database;

/// What a user made of a field of a recorded run (RunFields.h). It stands over what the run's writer sends.
struct RecordedEdit {
    std::string field;
    Value value;
    std::string user;
    TimeNs when = 0;
};

/// That a run shall stop, and how its writer hears of it.
struct RecordedStop {
    enum class Way {
        Asked = 0,      ///< by the recorder, with the answer to its next lines
        Interrupted = 1 ///< its process got the interrupt already: the recorder says nothing
    };
    Way way = Way::Asked;
    std::string user;
    TimeNs when = 0;
};

/// The field of an edit that says, of a run in the trash, that the artifacts it made are removed with it.
inline constexpr const char* kArtifactsGo = "artifacts_go";

/// What the state of a run that still runs rests on once it shall stop.
std::string_view reasonOf(RecordedStop::Way way);

/// Of a recorded run, by its number; ordered by field. For RecorderStore and its parts.
std::vector<RecordedEdit> editsOf(Database& database, std::int64_t run);
/// @param value  unset: the field is what was sent again
void writeEdit(Database& database, std::int64_t run, const std::string& field, const std::optional<Value>& value,
               const std::string& user, TimeNs when);
std::optional<RecordedStop> stopOf(Database& database, std::int64_t run);
void writeStop(Database& database, std::int64_t run, const std::optional<RecordedStop>& stop);

/// Puts the fields of a run as it was sent to what users made of them, and notes what they were.
void applyEdits(Run& run, const std::vector<RecordedEdit>& edits);

} // namespace runglass
