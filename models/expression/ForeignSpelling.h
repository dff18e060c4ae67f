// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/FilterLexer.h"

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// "LIKE" and "ILIKE" of MLflow and SQL as contains or matches: "%" is any text, "_" any character.
FilterTest likeTest(FilterColumn column, const FilterToken& pattern, bool ignoreCase);

/// What leet writes as "qualifier:text": "tag:baseline", "cfg.opt:adam".
struct LeetQualifier {
    FilterColumn column;
    std::string text;
    std::optional<FilterRemark> advice; ///< it has no counterpart: how the same can be written, or what can be
};
/// Nothing when the word is no qualifier of leet.
std::optional<LeetQualifier> leetQualifier(const FilterToken& word);

/// The column that MLflow, leet or the W&B API mean by a name ("metrics.loss", "params.opt", "attributes.status",
/// "cfg.lr", "summary_metrics.loss"), to be tried when there is none of that name.
std::optional<FilterColumn> foreignColumn(const FilterColumn& column);

/// The column that a key of a W&B API filter means: "display_name", "config.lr.value", "summary_metrics.loss".
std::optional<FilterColumn> apiColumn(std::string_view key);

/// How what begins at this token is written in a filter; nothing when nothing is known about it.
std::optional<FilterRemark> adviceAt(const FilterToken& token);

} // namespace runglass
