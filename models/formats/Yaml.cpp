// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Yaml.h"

#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

namespace runglass
{

namespace
{

constexpr std::size_t kMaxDepth = 128;
/// What a document may grow to once its aliases are unfolded: bytes of text, and some for every value.
constexpr std::size_t kMaxWeight = std::size_t{64} << 20;
constexpr std::size_t kValueWeight = 64;

std::size_t weightOf(const Value& value)
{
    std::size_t weight = kValueWeight + value.text().size();
    for (const Value& element : value.array())
        weight += weightOf(element);
    for (const auto& [key, member] : value.object())
        weight += key.size() + weightOf(member);
    return weight;
}

std::optional<Value> plainWord(std::string_view text)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (text == "true" || text == "True" || text == "TRUE")
        return Value(true);
    if (text == "false" || text == "False" || text == "FALSE")
        return Value(false);
    if (text == "null" || text == "Null" || text == "NULL" || text == "~" || text.empty())
        return Value();
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return Value(std::numeric_limits<double>::quiet_NaN());
    const bool signedWord = text.front() == '-' || text.front() == '+';
    const std::string_view word = text.substr(signedWord ? 1 : 0);
    if (word == ".inf" || word == ".Inf" || word == ".INF")
        return Value(text.front() == '-' ? -kInfinity : kInfinity);
    return std::nullopt;
}

/// YAML writes numbers as JSON does, and also "+1", "1." and ".5".
std::optional<Value> plainNumber(std::string_view text)
{
    std::string number(text.starts_with('+') ? text.substr(1) : text);
    const std::size_t digits = number.starts_with('-') ? 1 : 0;
    if (number.size() > digits && number[digits] == '.')
        number.insert(digits, "0");
    if (const std::size_t point = number.find('.'); point != std::string::npos) {
        const bool digitFollows = point + 1 < number.size() && number[point + 1] >= '0' && number[point + 1] <= '9';
        if (!digitFollows)
            number.insert(point + 1, "0");
    }
    // The words of JSON are texts in YAML.
    if (number.size() == digits || number[digits] < '0' || number[digits] > '9')
        return std::nullopt;
    JsonNumber scanned;
    if (scanJsonNumber(number, scanned) != number.size())
        return std::nullopt;
    return scanned.isInteger ? Value(scanned.integer) : Value(scanned.real);
}

Value scalar(const std::string& tag, const std::string& text)
{
    const bool plain = tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float" ||
                       tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:null";
    if (plain) {
        if (std::optional<Value> word = plainWord(text))
            return *word;
        if (std::optional<Value> number = plainNumber(text); number && text != ".")
            return *number;
    }
    return validUtf8(text);
}

class Builder : public YAML::EventHandler
{
public:
    Value take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, anchor, Value()); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override
    {
        add(mark, anchor, scalar(tag, text));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw YAML::ParserException(mark, "an alias inside what it stands for");
        weigh(mark, found->second.weight);
        put(found->second.value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, Value(Value::Array()));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, Value(Value::Object()));
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        Value value;
        YAML::anchor_t anchor = 0;
        std::optional<std::string> key; ///< of the member that comes next
    };
    struct Anchored {
        Value value;
        std::size_t weight = 0;
    };

    void weigh(const YAML::Mark& mark, std::size_t weight)
    {
        m_weight += weight;
        if (m_weight > kMaxWeight)
            throw YAML::ParserException(mark, "the document unfolds into too much");
    }

    void add(const YAML::Mark& mark, YAML::anchor_t anchor, Value value)
    {
        weigh(mark, kValueWeight + value.text().size());
        remember(anchor, value);
        put(std::move(value));
    }

    void open(const YAML::Mark& mark, YAML::anchor_t anchor, Value value)
    {
        if (m_levels.size() >= kMaxDepth)
            throw YAML::ParserException(mark, "the document is nested too deeply");
        weigh(mark, kValueWeight);
        m_levels.push_back({std::move(value), anchor, std::nullopt});
    }

    void close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        remember(level.anchor, level.value);
        put(std::move(level.value));
    }

    /// Every alias is a copy, and so is what it is copied from: both count.
    void remember(YAML::anchor_t anchor, const Value& value)
    {
        if (anchor == 0)
            return;
        const std::size_t weight = weightOf(value);
        weigh(YAML::Mark::null_mark(), weight);
        m_anchors[anchor] = {value, weight};
    }

    void put(Value value)
    {
        if (m_levels.empty()) {
            m_root = std::move(value);
            return;
        }
        Level& level = m_levels.back();
        if (level.value.isArray()) {
            level.value.makeArray().push_back(std::move(value));
        } else if (!level.key) {
            level.key = value.isText() ? value.text() : toJson(value);
        } else {
            level.value.makeObject().insert_or_assign(std::move(*level.key), std::move(value));
            level.key.reset();
        }
    }

    Value m_root;
    std::vector<Level> m_levels;
    std::map<YAML::anchor_t, Anchored> m_anchors;
    std::size_t m_weight = 0;
};

} // namespace

Result<Value> parseYaml(std::string_view text)
{
    if (text.size() > kMaxYamlBytes)
        return Error{Error::Kind::Corruption, "it is larger than the 1 MiB that are read of YAML", {}};
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Builder builder;
        parser.HandleNextDocument(builder);
        return builder.take();
    } catch (const YAML::Exception& exception) {
        std::string detail = validUtf8(exception.msg); // it may quote a byte of the text
        if (!exception.mark.is_null())
            detail += " (line " + std::to_string(exception.mark.line + 1) + ")";
        return Error{Error::Kind::Corruption, "it is no readable YAML: " + detail, {}};
    } catch (const std::exception& exception) {
        return Error{Error::Kind::Corruption, std::string("it is no readable YAML: ") + exception.what(), {}};
    }
}

} // namespace runglass
