// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunText.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/run/ExitCode.h"
#include "models/session/JsonText.h"
#include "models/session/StateReason.h"

#include <QCoreApplication>

#include <string_view>

namespace runglass
{

namespace
{

constexpr qsizetype kCellLength = 300, kToolTipLength = 2000;
/// Parts of a list or object that a text made of it may hold.
constexpr int kCellParts = 60, kToolTipParts = 400;

/// The beginning of a value: as many parts as are left.
Value beginning(const Value& value, int& left)
{
    if (value.isArray()) {
        Value::Array kept;
        for (const Value& element : value.array()) {
            if (--left < 0)
                break;
            kept.push_back(beginning(element, left));
        }
        return kept;
    }
    if (value.isObject()) {
        Value::Object kept;
        for (const auto& [name, member] : value.object()) {
            if (--left < 0)
                break;
            kept.emplace(name, beginning(member, left));
        }
        return kept;
    }
    return value;
}

QString structureText(const Value& value, int parts, qsizetype length)
{
    int left = parts;
    const std::string json = jsonOf(beginning(value, left));
    const QString text = visibleExcerpt(json, length);
    return left < 0 && !text.endsWith(u'…') ? QString(text + u" …") : text;
}

/// Text that is worth converting: at most what is shown of it, in bytes.
std::string_view front(std::string_view text, qsizetype length)
{
    constexpr std::size_t kBytesPerUnit = 4;
    return text.substr(0, static_cast<std::size_t>(length + 1) * kBytesPerUnit);
}

/// What is known beside the state: what it rests on, how the run ended.
QStringList stateNotes(const RunTable& table, std::uint32_t row)
{
    QStringList lines;
    const StateNote* note = table.stateNote(row);
    if (note && !note->reason.empty())
        lines << visibleExcerpt(stateReasonText(note->reason), kToolTipLength);
    if (const Value code = table.field(Field::ExitCode).value(row); !code.isNull())
        //: %1 is a number, or a number with the signal it hints at: "143 (128 + SIGTERM)"
        lines << QCoreApplication::translate("RunText", "Exit code %1")
                     .arg(QString::fromStdString(exitCodeText(static_cast<int>(code.toInteger()))));
    if (note && !note->traceback.empty())
        lines << visibleLines(QString::fromStdString(note->traceback));
    return lines;
}

} // namespace

QString nameText(const RunTable& table, std::uint32_t row)
{
    return visibleExcerpt(front(table.name(row), kCellLength), kCellLength);
}

QString stateToolTip(const RunTable& table, std::uint32_t row)
{
    return (QStringList(format::state(table.state(row))) + stateNotes(table, row)).join(u'\n');
}

QString runToolTip(const RunTable& table, std::uint32_t row)
{
    QStringList lines;
    lines << visibleExcerpt(front(table.name(row), kToolTipLength), kToolTipLength);
    if (table.isNameFromId(row))
        lines << QCoreApplication::translate("RunText", "This run has no name. Its ID is shown.");
    lines << format::state(table.state(row));
    lines << visibleExcerpt(toString(table.ref(row).path), kToolTipLength);
    if (const std::uint32_t warnings = table.warningCount(row); warnings > 0)
        lines << QCoreApplication::translate("RunText", "%n problem(s) met while reading", nullptr,
                                             static_cast<int>(warnings));
    if (table.isLocked(row))
        lines << QCoreApplication::translate("RunText", "Locked: it is not to be deleted or edited.");
    if (!table.editedFields(row).empty())
        lines << QCoreApplication::translate("RunText", "Edited here. Overview shows the original.");
    lines << stateNotes(table, row);
    return lines.join(u'\n');
}

QString cellText(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text:
        return visibleExcerpt(front(value.text(), kCellLength), kCellLength);
    case Value::Kind::Array:
    case Value::Kind::Object:
        return structureText(value, kCellParts, kCellLength);
    default:
        return format::value(value);
    }
}

QString exactCellText(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text:
        return visibleLines(QString::fromUtf8(asValidUtf8(front(value.text(), kToolTipLength)))).left(kToolTipLength);
    case Value::Kind::Array:
    case Value::Kind::Object:
        return structureText(value, kToolTipParts, kToolTipLength);
    case Value::Kind::Double:
        return format::exactNumber(value.toDouble());
    default:
        return format::value(value);
    }
}

QStringList listTexts(const Value& value)
{
    QStringList texts;
    for (const Value& element : value.array())
        texts << visibleExcerpt(front(element.text(), kCellLength), kCellLength);
    return texts;
}

} // namespace runglass
