// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowSettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace runglass
{

namespace
{

constexpr qsizetype kMostRecent = 12;
constexpr std::size_t kMostHidden = 10'000;

QString text(const std::string& from)
{
    return QString::fromStdString(from);
}

QJsonArray toJson(const std::vector<std::string>& parts)
{
    QJsonArray array;
    for (const std::string& part : parts)
        array.append(text(part));
    return array;
}

QJsonObject toJson(const RememberedRun& run)
{
    return {{QStringLiteral("location"), run.location},
            {QStringLiteral("path"), toJson({run.path.entity, run.path.project, run.path.id})}};
}

std::optional<RememberedRun> runFrom(const QJsonValue& value)
{
    const QJsonArray path = value[u"path"].toArray();
    if (path.size() != 3)
        return std::nullopt;
    return RememberedRun{
        value[u"location"].toString(),
        {path[0].toString().toStdString(), path[1].toString().toStdString(), path[2].toString().toStdString()}};
}

QString listAsText(const RememberedSession& from)
{
    QJsonObject list{{QStringLiteral("source"), from.scopeSource}, {QStringLiteral("search"), text(from.list.search)}};
    if (from.list.scope.entity)
        list[QStringLiteral("entity")] = text(*from.list.scope.entity);
    if (from.list.scope.project)
        list[QStringLiteral("project")] = text(*from.list.scope.project);
    QJsonArray hidden;
    for (std::size_t i = 0; i < std::min(from.hidden.size(), kMostHidden); ++i)
        hidden.append(toJson(from.hidden[i]));
    list[QStringLiteral("hidden")] = hidden;
    if (from.currentRun)
        list[QStringLiteral("currentRun")] = toJson(*from.currentRun);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void listFromText(RememberedSession& into, const QString& from)
{
    const QJsonObject list = QJsonDocument::fromJson(from.toUtf8()).object();
    into.scopeSource = list[u"source"].toString();
    into.list.search = list[u"search"].toString().toStdString();
    if (list.contains(u"entity"))
        into.list.scope.entity = list[u"entity"].toString().toStdString();
    if (list.contains(u"project"))
        into.list.scope.project = list[u"project"].toString().toStdString();
    for (const QJsonValue& value : list[u"hidden"].toArray())
        if (auto run = runFrom(value))
            into.hidden.push_back(std::move(*run));
    into.currentRun = runFrom(list[u"currentRun"]);
}

QVariant sizesToVariant(const QList<int>& sizes)
{
    QStringList words;
    for (const int size : sizes)
        words.append(QString::number(size));
    return words;
}

QList<int> sizesFrom(const QVariant& value)
{
    QList<int> sizes;
    for (const QString& word : value.toStringList())
        sizes.append(std::max(0, word.toInt()));
    return sizes;
}

/// One setting: its key, how it is written, how it is read.
struct Setting {
    const char* key;
    QVariant (*write)(const RememberedSession&);
    void (*read)(RememberedSession&, const QVariant&);
};

using R = RememberedSession;
using V = const QVariant&;

const Setting kSettings[] = {
    {"window/geometry", [](const R& r) -> QVariant { return r.window.geometry; },
     [](R& r, V v) { r.window.geometry = v.toByteArray(); }},
    {"window/tab", [](const R& r) -> QVariant { return r.window.tab; }, [](R& r, V v) { r.window.tab = v.toInt(); }},
    {"window/sideBar", [](const R& r) -> QVariant { return r.window.sideBarVisible; },
     [](R& r, V v) { r.window.sideBarVisible = v.toBool(); }},
    {"window/columns", [](const R& r) { return sizesToVariant(r.window.columns); },
     [](R& r, V v) { r.window.columns = sizesFrom(v); }},
    {"window/side", [](const R& r) { return sizesToVariant(r.window.side); },
     [](R& r, V v) { r.window.side = sizesFrom(v); }},
    {"view/theme", [](const R& r) -> QVariant { return static_cast<int>(r.window.theme); },
     [](R& r, V v) { r.window.theme = static_cast<Theme::Mode>(std::clamp(v.toInt(), 0, 2)); }},
    {"view/updates", [](const R& r) -> QVariant { return r.window.updates; },
     [](R& r, V v) { r.window.updates = std::clamp(v.toInt(), -1, 3600); }},
    {"view/cropping", [](const R& r) -> QVariant { return static_cast<int>(r.window.cropping); },
     [](R& r, V v) { r.window.cropping = static_cast<Qt::TextElideMode>(std::clamp(v.toInt(), 0, 2)); }},
    {"session/sources", [](const R& r) -> QVariant { return r.sources; },
     [](R& r, V v) { r.sources = v.toStringList(); }},
    {"session/list", [](const R& r) -> QVariant { return listAsText(r); },
     [](R& r, V v) { listFromText(r, v.toString()); }},
    {"recent/locations", [](const R& r) -> QVariant { return r.recent; },
     [](R& r, V v) { r.recent = v.toStringList().mid(0, kMostRecent); }},
};

} // namespace

WindowSettings::WindowSettings(QString path)
    : m_path(std::move(path))
{
}

QString WindowSettings::usualPath()
{
    // Qt takes the root for the home of somebody who has none, and a relative path for one below where we stand.
    const auto absolute = [](const char* variable) {
        const QString path = qEnvironmentVariable(variable);
        return path.startsWith(QLatin1Char('/')) ? path : QString();
    };
    QString directory = absolute("XDG_CONFIG_HOME");
    if (directory.isEmpty() && !absolute("HOME").isEmpty())
        directory = absolute("HOME") + QStringLiteral("/.config");
    return directory.isEmpty() ? QString() : QString(directory + QStringLiteral("/runglass/window.ini"));
}

RememberedSession WindowSettings::read() const
{
    RememberedSession remembered;
    if (m_path.isEmpty())
        return remembered;
    const QSettings settings(m_path, QSettings::IniFormat);
    for (const Setting& setting : kSettings) {
        const QVariant value = settings.value(QLatin1String(setting.key));
        if (value.isValid())
            setting.read(remembered, value);
    }
    return remembered;
}

bool WindowSettings::write(const RememberedSession& remembered) const
{
    if (m_path.isEmpty())
        return false;
    QSettings settings(m_path, QSettings::IniFormat);
    for (const Setting& setting : kSettings)
        settings.setValue(QLatin1String(setting.key), setting.write(remembered));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

void addRecent(QStringList& recent, const QString& location)
{
    recent.removeAll(location);
    recent.prepend(location);
    while (recent.size() > kMostRecent)
        recent.removeLast();
}

} // namespace runglass
