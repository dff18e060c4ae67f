// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/AddressOpener.h"

#include "models/items/VisibleText.h"
#include "models/session/RecorderControl.h"
#include "models/session/Session.h"

#include <QUrl>

#include <utility>

namespace runglass
{

namespace
{

constexpr qsizetype kLongestText = 300;

bool isThisComputer(const QUrl& address)
{
    const QString host = address.host();
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("::1") || host == QLatin1String("localhost");
}

} // namespace

AddressOpener::AddressOpener(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.session, &Session::listChanged, this, &AddressOpener::look);
    connect(&context.session, &Session::sourcesChanged, this, &AddressOpener::look);
}

bool AddressOpener::isAddress(const QString& location)
{
    return location.startsWith(QLatin1String("http://")) || location.startsWith(QLatin1String("https://"));
}

void AddressOpener::open(const QString& address)
{
    const std::optional<RunReference> reference = parseRunReference(address.toStdString());
    m_address = visibleExcerpt(address.toStdString(), kLongestText);
    if (!reference || !reference->project) {
        emit failed(tr("%1 is not the address of a run.", "%1: an address").arg(m_address));
        return;
    }
    m_wanted = RunPath{reference->entity.value_or(""), *reference->project, reference->id};
    if (m_context.recorder && m_context.recorder->canRecord() && isThisComputer(QUrl(address)))
        m_context.session.open(m_context.recorder->storeFile());
    look();
}

void AddressOpener::look()
{
    if (!m_wanted)
        return;
    const RunTable& table = *m_context.session.list()->table;
    // A folder's run may not say which entity the server chose.
    for (const RunPath& path : {*m_wanted, RunPath{{}, m_wanted->project, m_wanted->id}})
        for (const SourceInfo& source : m_context.session.sources())
            if (table.rowOf({source.id, path})) {
                m_wanted.reset();
                emit found({source.id, path});
                return;
            }
    if (m_context.session.isBusy())
        return;
    m_wanted.reset();
    emit failed(tr("No open source has the run of %1.", "%1: an address").arg(m_address));
}

} // namespace runglass
