// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlDocument.h"

#include "models/formats/Json.h"
#include "models/recorder/GraphqlLexer.h"

#include <optional>

namespace runglass
{

namespace
{

using Kind = GraphqlLexer::Kind;
using Arguments = std::vector<GraphqlArgument>;

constexpr int kMaxDepth = 64;

/// Reads on after a mistake without harm; the first mistake is what is told.
class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_lexer(text)
    {
    }

    Result<GraphqlDocument> read()
    {
        bool hasOperation = false;
        while (m_lexer.kind() != Kind::End && !m_mistake) {
            if (m_lexer.isName("fragment")) {
                readFragment();
            } else if (hasOperation) {
                fail("a fragment");
            } else {
                hasOperation = true;
                readOperation();
            }
        }
        if (!m_mistake && !hasOperation)
            fail("an operation");
        if (m_mistake)
            return Error{Error::Kind::InvalidArgument, *m_mistake, {}};
        return std::move(m_document);
    }

private:
    void fail(const std::string& wanted)
    {
        const std::string found = m_lexer.kind() == Kind::End ? "the end" : '"' + m_lexer.token() + '"';
        if (!m_mistake)
            m_mistake = "The query has " + found + " in place of " + wanted + '.';
    }

    bool takeSign(std::string_view sign)
    {
        if (!m_lexer.isSign(sign))
            return false;
        m_lexer.advance();
        return true;
    }

    void expectSign(std::string_view sign)
    {
        if (!takeSign(sign))
            fail('"' + std::string(sign) + '"');
    }

    std::string takeName()
    {
        if (m_lexer.kind() != Kind::Name) {
            fail("a name");
            return {};
        }
        std::string name = m_lexer.token();
        m_lexer.advance();
        return name;
    }

    /// Up to the closing sign, item by item.
    template <typename ReadItem> void readUntil(std::string_view end, ReadItem&& readItem)
    {
        while (!m_mistake && !m_lexer.isSign(end) && m_lexer.kind() != Kind::End)
            readItem();
        expectSign(end);
    }

    void readOperation()
    {
        if (m_lexer.kind() == Kind::Name) {
            m_document.isMutation = m_lexer.isName("mutation");
            if (!m_document.isMutation && !m_lexer.isName("query"))
                return fail("query or mutation");
            m_lexer.advance();
            if (m_lexer.kind() == Kind::Name)
                m_document.name = takeName();
            if (takeSign("("))
                readUntil(")", [this] { readVariable(); });
            readDirectives();
        }
        m_document.selections = readSelections(0);
    }

    void readVariable()
    {
        expectSign("$");
        const std::string name = takeName();
        expectSign(":");
        while (!m_mistake && (takeSign("[") || takeSign("]") || takeSign("!") || m_lexer.kind() == Kind::Name)) {
            if (m_lexer.kind() == Kind::Name)
                m_lexer.advance();
        }
        if (takeSign("="))
            m_document.defaults[name] = readInput(0);
    }

    void readFragment()
    {
        m_lexer.advance();
        const std::string name = takeName();
        if (!m_lexer.isName("on"))
            return fail("\"on\"");
        m_lexer.advance();
        GraphqlFragment& fragment = m_document.fragments[name];
        fragment.type = takeName();
        readDirectives();
        fragment.selections = readSelections(0);
    }

    std::vector<GraphqlDirective> readDirectives()
    {
        std::vector<GraphqlDirective> directives;
        while (!m_mistake && takeSign("@")) {
            GraphqlDirective& directive = directives.emplace_back();
            directive.name = takeName();
            directive.arguments = readArguments();
        }
        return directives;
    }

    Arguments readArguments()
    {
        Arguments arguments;
        if (takeSign("("))
            readUntil(")", [&] { arguments.push_back(readMember(0)); });
        return arguments;
    }

    GraphqlArgument readMember(int depth)
    {
        std::string name = takeName();
        expectSign(":");
        return {std::move(name), readInput(depth)};
    }

    std::vector<GraphqlSelection> readSelections(int depth)
    {
        std::vector<GraphqlSelection> selections;
        expectSign("{");
        if (depth > kMaxDepth)
            fail("an end of so much nesting");
        if (!m_mistake)
            readUntil("}", [&] { selections.push_back(readSelection(depth)); });
        return selections;
    }

    GraphqlSelection readSelection(int depth)
    {
        GraphqlSelection selection;
        if (takeSign("...")) {
            const bool hasType = m_lexer.isName("on");
            const bool isInline = hasType || m_lexer.isSign("{") || m_lexer.isSign("@");
            selection.kind = isInline ? GraphqlSelection::Kind::Inline : GraphqlSelection::Kind::Fragment;
            if (hasType)
                m_lexer.advance();
            if (hasType)
                selection.type = takeName();
            else if (!isInline)
                selection.name = takeName();
            selection.directives = readDirectives();
            if (isInline)
                selection.selections = readSelections(depth + 1);
            return selection;
        }
        selection.alias = takeName();
        selection.name = takeSign(":") ? takeName() : selection.alias;
        selection.arguments = readArguments();
        selection.directives = readDirectives();
        if (m_lexer.isSign("{"))
            selection.selections = readSelections(depth + 1);
        return selection;
    }

    GraphqlInput readInput(int depth)
    {
        GraphqlInput input;
        if (depth > kMaxDepth) {
            fail("an end of so much nesting");
        } else if (takeSign("$")) {
            input.kind = GraphqlInput::Kind::Variable;
            input.variable = takeName();
        } else if (takeSign("[")) {
            input.kind = GraphqlInput::Kind::List;
            readUntil("]", [&] { input.items.push_back(readInput(depth + 1)); });
        } else if (takeSign("{")) {
            input.kind = GraphqlInput::Kind::Object;
            readUntil("}", [&] {
                GraphqlArgument member = readMember(depth + 1);
                input.names.push_back(std::move(member.name));
                input.items.push_back(std::move(member.value));
            });
        } else {
            input.literal = readLiteral();
        }
        return input;
    }

    Value readLiteral()
    {
        const std::string token = m_lexer.token();
        Value value;
        switch (m_lexer.kind()) {
        case Kind::Text:
            value = token;
            break;
        case Kind::Name:
            value = token == "true" || token == "false" ? Value(token == "true") : Value(token);
            if (token == "null")
                value = Value();
            break;
        case Kind::Integer:
        case Kind::Real: {
            Result<Value> number = parseJson(token);
            if (!number)
                fail("a number");
            else
                value = std::move(number).value();
            break;
        }
        default:
            fail("a value");
            return {};
        }
        m_lexer.advance();
        return value;
    }

    GraphqlLexer m_lexer;
    GraphqlDocument m_document;
    std::optional<std::string> m_mistake;
};

} // namespace

Result<GraphqlDocument> parseGraphql(std::string_view text)
{
    return Parser(text).read();
}

} // namespace runglass
