// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <string>

namespace runglass
{

/// The fields of a run that users may edit, by the names that FieldEdit and FieldChange have for them.

/// A text, for "tags" an array of texts, for "locked" a bool; null for a name that is none of them. Users change
/// "state" and "state_reason" by a mark (StateMark.h).
Value fieldOf(const Run& run, const std::string& field);
/// Puts the field to such a value. False: there is no such field, or the value is of another kind.
bool setField(Run& run, const std::string& field, const Value& value);
/// The run as its source has it.
void takeEditsBack(Run& run);

/// Tags as a value, and back.
Value tagsValue(const std::vector<std::string>& tags);
std::vector<std::string> tagsOf(const Value& value);
/// Takes over what a change from before to after did to tags, not what it found: others may have changed them too.
void changeTags(std::vector<std::string>& tags, const std::vector<std::string>& before,
                const std::vector<std::string>& after);

} // namespace runglass
