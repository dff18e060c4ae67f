// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ThemeColours.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

namespace runglass
{

namespace
{

ThemeColours::Pair readPair(const QJsonValue& value)
{
    return {QColor(value[0].toString()), QColor(value[1].toString())};
}

} // namespace

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
    const QJsonArray light = root[u"runs"][u"light"].toArray();
    const QJsonArray dark = root[u"runs"][u"dark"].toArray();
    for (int i = 0; i < light.size(); ++i)
        colours->m_runs.push_back({QColor(light[i].toString()), QColor(dark[i].toString())});
    return colours;
}

} // namespace runglass
