// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlExecutor.h"

#include "models/run/ValueMember.h"

#include <algorithm>
#include <optional>

namespace runglass
{

namespace
{

/// What one request may ask for: a short text with fragments in fragments could ask for everything.
constexpr int kMaxFields = 200'000;
constexpr int kMaxDepth = 64;

class Executor
{
public:
    Executor(const GraphqlDocument& document, const Value& variables)
        : m_document(document)
        , m_variables(variables)
    {
    }

    Result<GraphqlAnswer> run(const GraphqlObject& root)
    {
        GraphqlAnswer answer;
        answer.data = object(root, m_document.selections, 0);
        if (m_error)
            return *m_error;
        answer.unknown = std::move(m_unknown);
        return answer;
    }

private:
    void fail(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

    Value resolve(const GraphqlInput& input) const
    {
        switch (input.kind) {
        case GraphqlInput::Kind::Literal:
            return input.literal;
        case GraphqlInput::Kind::List: {
            Value::Array items;
            for (const GraphqlInput& item : input.items)
                items.push_back(resolve(item));
            return Value(std::move(items));
        }
        case GraphqlInput::Kind::Object: {
            Value::Object members;
            for (std::size_t i = 0; i < input.items.size(); ++i)
                members[input.names[i]] = resolve(input.items[i]);
            return Value(std::move(members));
        }
        case GraphqlInput::Kind::Variable:
            break;
        }
        const auto given = m_variables.object().find(input.variable);
        if (given != m_variables.object().end())
            return given->second;
        const auto usual = m_document.defaults.find(input.variable);
        return usual == m_document.defaults.end() ? Value() : resolve(usual->second);
    }

    GraphqlArguments resolveAll(const std::vector<GraphqlArgument>& arguments) const
    {
        Value::Object values;
        for (const GraphqlArgument& argument : arguments)
            values[argument.name] = resolve(argument.value);
        return GraphqlArguments(std::move(values));
    }

    bool isWanted(const GraphqlSelection& selection) const
    {
        return std::all_of(
            selection.directives.begin(), selection.directives.end(), [this](const GraphqlDirective& directive) {
                const bool condition = resolveAll(directive.arguments).value("if").toBool();
                return (directive.name != "include" || condition) && (directive.name != "skip" || !condition);
            });
    }

    Value object(const GraphqlObject& object, const std::vector<GraphqlSelection>& selections, int depth)
    {
        Value::Object members;
        select(object, selections, depth, members);
        return Value(std::move(members));
    }

    void select(const GraphqlObject& object, const std::vector<GraphqlSelection>& selections, int depth,
                Value::Object& members)
    {
        if (depth > kMaxDepth)
            fail({Error::Kind::InvalidArgument, "The query is nested too deep.", {}});
        for (const GraphqlSelection& selection : selections) {
            if (m_error)
                return;
            if (++m_fields > kMaxFields)
                return fail({Error::Kind::InvalidArgument, "The query asks for too much at once.", {}});
            if (isWanted(selection))
                take(object, selection, depth, members);
        }
    }

    void take(const GraphqlObject& object, const GraphqlSelection& selection, int depth, Value::Object& members)
    {
        if (selection.kind == GraphqlSelection::Kind::Inline) {
            if (selection.type.empty() || selection.type == object.type())
                select(object, selection.selections, depth + 1, members);
            return;
        }
        if (selection.kind == GraphqlSelection::Kind::Field) {
            mergeField(members[selection.alias], field(object, selection, depth));
            return;
        }
        // A fragment is taken whatever type it is for, since interfaces are not known here; fields that the object has
        // not are null.
        const auto fragment = m_document.fragments.find(selection.name);
        if (fragment == m_document.fragments.end())
            return fail({Error::Kind::InvalidArgument, "The query has no fragment " + selection.name + '.', {}});
        select(object, fragment->second.selections, depth + 1, members);
    }

    /// Two fragments may ask for different things of one object.
    static void mergeField(Value& into, Value value)
    {
        if (into.isObject() && value.isObject())
            mergeInto(into, value);
        else
            into = std::move(value);
    }

    Value field(const GraphqlObject& object, const GraphqlSelection& selection, int depth)
    {
        if (selection.name == "__typename")
            return object.type();
        const GraphqlObject::Resolver* resolver = object.find(selection.name);
        if (!resolver) {
            m_unknown.push_back(object.type() + '.' + selection.name);
            return {};
        }
        Result<GraphqlNode> node = (*resolver)(resolveAll(selection.arguments));
        if (!node) {
            fail(node.error());
            return {};
        }
        return render(std::move(node).value(), selection, depth);
    }

    Value render(GraphqlNode node, const GraphqlSelection& selection, int depth)
    {
        if (auto* value = std::get_if<Value>(&node))
            return std::move(*value);
        if (const auto* one = std::get_if<GraphqlObjectPtr>(&node))
            return *one ? object(**one, selection.selections, depth + 1) : Value();
        Value::Array items;
        for (const GraphqlObjectPtr& item : std::get<std::vector<GraphqlObjectPtr>>(node))
            items.push_back(item ? object(*item, selection.selections, depth + 1) : Value());
        return Value(std::move(items));
    }

    const GraphqlDocument& m_document;
    const Value& m_variables;
    std::optional<Error> m_error;
    std::vector<std::string> m_unknown;
    int m_fields = 0;
};

} // namespace

const Value& GraphqlArguments::value(std::string_view name) const
{
    static const Value kNothing;
    const auto found = m_values.find(name);
    return found == m_values.end() ? kNothing : found->second;
}

void GraphqlObject::link(const std::string& name, GraphqlNode node)
{
    m_fields[name] = [node = std::move(node)](const GraphqlArguments&) -> Result<GraphqlNode> { return node; };
}

std::string GraphqlObject::text(std::string_view name) const
{
    const Resolver* resolver = find(name);
    const Result<GraphqlNode> node = resolver ? (*resolver)(GraphqlArguments({})) : GraphqlNode(Value());
    const Value* value = node ? std::get_if<Value>(&*node) : nullptr;
    return value ? value->text() : std::string();
}

const GraphqlObject::Resolver* GraphqlObject::find(std::string_view name) const
{
    const auto found = m_fields.find(name);
    return found == m_fields.end() ? nullptr : &found->second;
}

Result<GraphqlAnswer> executeGraphql(const GraphqlDocument& document, const Value& variables, const GraphqlObject& root)
{
    return Executor(document, variables).run(root);
}

} // namespace runglass
