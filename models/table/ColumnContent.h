// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnBinder.h"

#include <vector>

namespace runglass
{

/// Which kinds of values a column holds.
struct ColumnContent {
    struct Kinds {
        bool numbers = false, texts = false, booleans = false;
        bool any() const { return numbers || texts || booleans; }
    };
    Kinds scalars;
    Kinds elements; ///< of the lists in it
    bool lists = false;
    bool others = false; ///< objects, lists in lists

    bool holdsNumbers() const { return scalars.numbers || elements.numbers; }
    bool holdsTexts() const { return scalars.texts || elements.texts; }
    bool holdsBooleans() const { return scalars.booleans || elements.booleans; }
};

/// What is in the column; of one without a value what it is made for.
ColumnContent contentOf(const BoundColumn& column);

/// Why a condition cannot be met by what the column holds; nothing when it can.
std::vector<FilterRemark> typeProblem(const FilterTest& test, const BoundColumn& column, const ColumnContent& content);

} // namespace runglass
