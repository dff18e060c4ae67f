// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ThemeColours.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>

namespace runglass
{

namespace
{

ThemeColours::Pair readPair(const QJsonValue& value)
{
    return {QColor(value[0].toString()), QColor(value[1].toString())};
}

std::vector<ThemeColours::Pair> readPairs(const QJsonValue& value)
{
    std::vector<ThemeColours::Pair> pairs;
    const QJsonArray light = value[u"light"].toArray();
    const QJsonArray dark = value[u"dark"].toArray();
    for (int i = 0; i < light.size(); ++i)
        pairs.push_back({QColor(light[i].toString()), QColor(dark[i].toString())});
    return pairs;
}

} // namespace

const ThemeColours::Pair& ThemeColours::bucket(const RunColour& colour) const
{
    const auto& colours = ramp(colour.ramp);
    // One bucket alone stands where the highest of several would: it is seen best.
    const std::size_t last = colours.size() - 1, steps = colour.count > 1 ? colour.count - 1U : 1U;
    const std::size_t place = colour.count > 1 ? colour.index : 1;
    return colours[std::min(last, (place * last + steps / 2) / steps)];
}

std::shared_ptr<ThemeColours> ThemeColours::load()
{
    auto colours = std::make_shared<ThemeColours>();
    QFile file(QStringLiteral(":/colours.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("colours.json is not built into the program");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject tokens = root[u"tokens"].toObject();
    const auto names = QMetaEnum::fromType<Theme::Token>();
    for (std::size_t i = 0; i < colours->m_tokens.size(); ++i) {
        const QString name = QString::fromLatin1(names.valueToKey(static_cast<int>(i))).toLower();
        colours->m_tokens[i] = readPair(tokens[name]);
    }
    const QJsonObject states = root[u"states"].toObject();
    for (std::size_t i = 0; i < colours->m_states.size(); ++i) {
        const std::string_view name = toName(static_cast<RunState>(i));
        colours->m_states[i] = readPair(states[QString::fromUtf8(name.data(), static_cast<int>(name.size()))]);
    }
    for (const QJsonValue& pair : root[u"ansi"].toArray())
        colours->m_ansi.push_back(readPair(pair));
    colours->m_runs = readPairs(root[u"runs"]);
    colours->m_ramps = {readPairs(root[u"ramps"][u"green"]), readPairs(root[u"ramps"][u"magenta"])};
    return colours;
}

} // namespace runglass
