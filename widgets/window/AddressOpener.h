// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QObject>

#include <optional>

namespace runglass
{

/// Goes to the run whose page's address somebody gave: in the sources that are open, and, where the address is this
/// computer's, in the store of its recorder.
/// @thread GUI
class AddressOpener : public QObject
{
    Q_OBJECT

public:
    AddressOpener(Context& context, QObject* parent);

    static bool isAddress(const QString& location);
    /// Ends in found() or in failed(), when what it may be in has been read.
    void open(const QString& address);

signals:
    void found(const runglass::RunRef& run);
    /// @param text  what to say
    void failed(const QString& text);

private:
    void look();

    Context& m_context;
    QString m_address;
    std::optional<RunPath> m_wanted;
};

} // namespace runglass
