// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PlotBody.h"

namespace runglass
{

/// A scatter plot over config and summary.
/// @thread GUI
class ScatterBody : public PlotBody
{
    Q_OBJECT

public:
    using PlotBody::PlotBody;

protected:
    void renew() override;
    QString nameOf(const QString& title) const override;
};

} // namespace runglass
