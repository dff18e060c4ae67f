// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstddef>
#include <vector>

class QCollator;

namespace runglass
{

/// The order of names: numbers in them by what they count, and without regard to case.
QCollator panelCollator();
/// Where names stand in that order, those it takes for equal as they stood.
/// @param descending  the last first; equal ones still as they stood
/// @return places in names, one each
/// @thread any
std::vector<std::size_t> naturalOrder(const std::vector<QStringView>& names, bool descending = false);

} // namespace runglass
