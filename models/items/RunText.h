// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <QString>
#include <QStringList>

namespace runglass
{

/// Texts of runs and of cells that more than one model shows. All of it is plain text with every control character made
/// visible.

/// The run's name, or its ID.
QString nameText(const RunTable& table, std::uint32_t row);
/// The state, what it rests on, the exit code with the signal it hints at, the last lines of the traceback of a run
/// that died: for people who point at it and for those who have it read to them.
QString stateToolTip(const RunTable& table, std::uint32_t row);
/// Name, state, path, how many problems were met in reading it: a line each; then what stateToolTip tells beside the
/// state.
QString runToolTip(const RunTable& table, std::uint32_t row);
/// A cell as one line: numbers with four significant decimals, lists and objects as JSON. "–" for null.
QString cellText(const Value& value);
/// The same with every digit, in full up to a length that a tooltip can show.
QString exactCellText(const Value& value);
/// Elements of a list of texts.
QStringList listTexts(const Value& value);

} // namespace runglass
