// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowMessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace runglass
{

namespace
{

constexpr qsizetype kLongestToken = 500;

bool isLocation(const QString& text)
{
    return text.startsWith(QLatin1Char('/')) || text.contains(QStringLiteral("://"));
}

} // namespace

QByteArray messageOf(const WindowRequest& request)
{
    const QJsonObject message{
        {QStringLiteral("open"), QJsonArray::fromStringList(request.locations)},
        {QStringLiteral("activationToken"), QString::fromUtf8(request.activationToken)},
    };
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

std::optional<WindowRequest> requestFrom(const QByteArray& message)
{
    const QJsonDocument document = QJsonDocument::fromJson(message);
    const QJsonObject object = document.object();
    if (!document.isObject() || !object[u"open"].isArray())
        return std::nullopt;
    WindowRequest request;
    for (const QJsonValue& value : object[u"open"].toArray()) {
        if (!isLocation(value.toString()))
            return std::nullopt;
        request.locations.append(value.toString());
    }
    const QByteArray token = object[u"activationToken"].toString().toUtf8();
    if (token.size() <= kLongestToken && !token.contains('\0'))
        request.activationToken = token;
    return request;
}

} // namespace runglass
