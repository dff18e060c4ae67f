// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/StateMark.h"

#include "models/run/RunFields.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace runglass
{

namespace
{

/// What the state then rests on: "marked by hand: the computer lost power".
constexpr std::string_view kByHand = "marked by hand";
constexpr std::string_view kBeforeReason = ": ";
/// Of the edits that a mark makes, the one that every mark does: one may agree with the source's own state.
constexpr const char* kReasonField = "state_reason";
constexpr const char* kStateField = "state";

const FieldEdit* editOf(const Run& run, const char* field)
{
    const auto found = std::find_if(run.edits.begin(), run.edits.end(),
                                    [field](const FieldEdit& edit) { return edit.field == field; });
    return found == run.edits.end() ? nullptr : &*found;
}

template <typename Number> Value orNull(const std::optional<Number>& number)
{
    return number ? Value(*number) : Value();
}

/// Whether the run has said nothing since it was marked. A part of a run that is opened alone may know less of it.
bool stands(const StateMark& mark, const Run& run)
{
    return run.lastSign <= mark.lastSign && (run.exitCode == mark.exitCode || !run.exitCode);
}

} // namespace

bool isMarkable(RunState state)
{
    return state == RunState::Finished || state == RunState::Failed || state == RunState::Crashed ||
           state == RunState::Killed;
}

bool isMarkReason(const std::string& stateReason)
{
    return stateReason.starts_with(kByHand);
}

std::string reasonOfMark(const std::string& stateReason)
{
    const std::size_t begin = kByHand.size() + kBeforeReason.size();
    return isMarkReason(stateReason) && stateReason.size() > begin ? stateReason.substr(begin) : std::string();
}

Value markValue(const StateMark& mark)
{
    return Value(Value::Object{{"state", Value(toName(mark.state))},
                               {"reason", Value(mark.reason)},
                               {"last_sign", orNull(mark.lastSign)},
                               {"exit_code", orNull(mark.exitCode)}});
}

std::optional<StateMark> markOf(const Value& value)
{
    const std::optional<RunState> state = runStateFromName(member(value, "state").text());
    if (!state || !isMarkable(*state))
        return std::nullopt;
    StateMark mark{*state, member(value, "reason").text(), {}, {}};
    if (const Value& sign = member(value, "last_sign"); sign.kind() == Value::Kind::Integer)
        mark.lastSign = sign.toInteger();
    if (const Value& code = member(value, "exit_code"); code.kind() == Value::Kind::Integer)
        mark.exitCode = static_cast<int>(code.toInteger());
    return mark;
}

Value markOf(const Run& run)
{
    return editOf(run, kReasonField) ? markValue({run.state, reasonOfMark(run.stateReason), run.lastSign, run.exitCode})
                                     : Value();
}

void applyMark(Run& run, const StateMark& mark, const std::string& user, std::optional<TimeNs> when)
{
    if (!stands(mark, run))
        return;
    run.edits.push_back({kStateField, Value(toName(run.state)), user, when});
    run.edits.push_back({kReasonField, Value(run.stateReason), user, when});
    run.state = mark.state;
    run.stateReason = std::string(kByHand);
    if (!mark.reason.empty())
        run.stateReason.append(kBeforeReason).append(mark.reason);
}

void takeMarkBack(Run& run)
{
    std::erase_if(run.edits, [&run](const FieldEdit& edit) {
        const bool isOfMark = edit.field == kReasonField || edit.field == kStateField;
        return isOfMark && setField(run, edit.field, edit.original);
    });
}

RunState ownState(const Run& run)
{
    const FieldEdit* const edit = editOf(run, kStateField);
    return edit ? runStateFromName(edit->original.text()).value_or(run.state) : run.state;
}

void setOwnState(Run& run, RunState state, std::string reason)
{
    const std::optional<StateMark> mark = markOf(markOf(run));
    const FieldEdit* const edit = editOf(run, kReasonField);
    const FieldEdit made = edit ? *edit : FieldEdit();
    takeMarkBack(run);
    run.state = state;
    run.stateReason = std::move(reason);
    if (mark)
        applyMark(run, *mark, made.user, made.when);
}

} // namespace runglass
