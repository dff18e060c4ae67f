// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/LookText.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QStringList>

namespace runglass
{

QString smoothingName(SmoothingKind kind)
{
    switch (kind) {
    case SmoothingKind::TimeWeightedEma:
        return QCoreApplication::translate("LookText", "Time-weighted EMA");
    case SmoothingKind::Ema:
        return QCoreApplication::translate("LookText", "EMA");
    case SmoothingKind::Gaussian:
        return QCoreApplication::translate("LookText", "Gaussian");
    case SmoothingKind::RunningAverage:
        break;
    }
    return QCoreApplication::translate("LookText", "Running average");
}

QString aggregateName(Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Mean:
        return QCoreApplication::translate("LookText", "Mean");
    case Aggregate::Min:
        return QCoreApplication::translate("LookText", "Minimum");
    case Aggregate::Max:
        return QCoreApplication::translate("LookText", "Maximum");
    case Aggregate::Median:
        break;
    }
    return QCoreApplication::translate("LookText", "Median");
}

QString bandName(Band band)
{
    switch (band) {
    case Band::None:
        return QCoreApplication::translate("LookText", "None");
    case Band::MinMax:
        return QCoreApplication::translate("LookText", "Min–max");
    case Band::StdDev:
        return QCoreApplication::translate("LookText", "Standard deviation");
    case Band::StdErr:
        break;
    }
    return QCoreApplication::translate("LookText", "Standard error");
}

QString xAxisText(const XAxis& axis)
{
    switch (axis.kind) {
    case XAxisKind::Defined:
        return QCoreApplication::translate("LookText", "As logged");
    case XAxisKind::Step:
        return QCoreApplication::translate("LookText", "Step");
    case XAxisKind::RelativeWall:
        return QCoreApplication::translate("LookText", "Relative time (wall)");
    case XAxisKind::RelativeProcess:
        return QCoreApplication::translate("LookText", "Relative time (process)");
    case XAxisKind::WallTime:
        return QCoreApplication::translate("LookText", "Wall time");
    case XAxisKind::Metric:
        break;
    }
    return visibleExcerpt(displayKey(axis.metric), 200);
}

QString lookText(const ChartLook& look, bool isGrouped)
{
    QStringList parts;
    if (isGrouped) {
        QString how = aggregateName(look.aggregate).toLower();
        if (look.band != Band::None)
            how += QStringLiteral(", ") + bandName(look.band).toLower();
        parts += how;
    }
    if (!look.smoothing.isOff())
        //: Beside a panel's title; %1 is how much.
        parts += QCoreApplication::translate("LookText", "smoothed %1").arg(format::number(look.smoothing.amount));
    if (look.ignoreOutliers)
        parts += QCoreApplication::translate("LookText", "without outliers");
    return parts.join(QStringLiteral(" · "));
}

} // namespace runglass
