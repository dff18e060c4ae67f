// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Value.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// A value as written in a query: a literal, a variable, or a list or object that may hold variables.
struct GraphqlInput {
    enum class Kind { Literal, Variable, List, Object };
    Kind kind = Kind::Literal;
    Value literal;                   ///< enum names are texts
    std::string variable;            ///< without "$"
    std::vector<GraphqlInput> items; ///< of a list, or the values of an object
    std::vector<std::string> names;  ///< of an object's values
};

struct GraphqlArgument {
    std::string name;
    GraphqlInput value;
};

struct GraphqlDirective {
    std::string name;
    std::vector<GraphqlArgument> arguments;
};

/// One thing that is asked for inside braces.
struct GraphqlSelection {
    enum class Kind { Field, Fragment, Inline };
    Kind kind = Kind::Field;
    std::string name;  ///< of the field or fragment
    std::string alias; ///< of a field; the name where there is none
    std::string type;  ///< of an inline fragment; empty: any
    std::vector<GraphqlArgument> arguments;
    std::vector<GraphqlDirective> directives;
    std::vector<GraphqlSelection> selections;
};

struct GraphqlFragment {
    std::string type;
    std::vector<GraphqlSelection> selections;
};

/// The one operation of a request and its fragments.
struct GraphqlDocument {
    bool isMutation = false;
    std::string name;                             ///< empty: none
    std::map<std::string, GraphqlInput> defaults; ///< of variables that have one
    std::vector<GraphqlSelection> selections;
    std::map<std::string, GraphqlFragment> fragments;
};

/// Reads the part of the GraphQL language that the SDK uses: no subscriptions, no block strings, one operation.
/// @errors InvalidArgument: what was found in place of what, or nested more than 64 deep
/// @source GraphQL, October 2021 edition
Result<GraphqlDocument> parseGraphql(std::string_view text);

} // namespace runglass
