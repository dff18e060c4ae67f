// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlDocument.h"

#include <functional>
#include <map>
#include <memory>
#include <variant>

namespace runglass
{

class GraphqlObject;
using GraphqlObjectPtr = std::shared_ptr<const GraphqlObject>;
/// What a field holds: a plain value, an object (null pointers are null), or a list of objects.
using GraphqlNode = std::variant<Value, GraphqlObjectPtr, std::vector<GraphqlObjectPtr>>;

/// Arguments of a field, variables replaced. What is missing and what is null are the same.
class GraphqlArguments
{
public:
    explicit GraphqlArguments(Value::Object values)
        : m_values(std::move(values))
    {
    }
    const Value& value(std::string_view name) const;
    /// Empty when it is null or no text.
    const std::string& text(std::string_view name) const { return value(name).text(); }
    bool has(std::string_view name) const { return !value(name).isNull(); }

private:
    Value::Object m_values;
};

/// An object of a type, whose fields are worked out when they are asked for.
class GraphqlObject
{
public:
    using Resolver = std::function<Result<GraphqlNode>(const GraphqlArguments& arguments)>;

    explicit GraphqlObject(std::string type)
        : m_type(std::move(type))
    {
    }
    const std::string& type() const { return m_type; }
    void set(const std::string& name, Value value) { link(name, GraphqlNode(std::move(value))); }
    void link(const std::string& name, GraphqlNode node);
    void add(const std::string& name, Resolver resolver) { m_fields[name] = std::move(resolver); }
    /// What a field of plain text holds; empty when it is none.
    std::string text(std::string_view name) const;
    /// Null when the type has no such field here.
    const Resolver* find(std::string_view name) const;

private:
    std::string m_type;
    std::map<std::string, Resolver, std::less<>> m_fields;
};

/// What came of an operation.
struct GraphqlAnswer {
    Value data;
    std::vector<std::string> unknown; ///< "Type.field" that nobody knows; they are null in data
};

/// Answers a document from its root object.
/// @errors the first one that a field ended with · InvalidArgument: a fragment that is not there, or too much asked for
Result<GraphqlAnswer> executeGraphql(const GraphqlDocument& document, const Value& variables,
                                     const GraphqlObject& root);

} // namespace runglass
