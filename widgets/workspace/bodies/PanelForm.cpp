// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PanelForm.h"

#include <QFormLayout>

namespace runglass
{

QFormLayout* makePlotForm(QWidget* page)
{
    constexpr int kGap = 12;
    auto* layout = new QFormLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGap);
    layout->setVerticalSpacing(kGap);
    return layout;
}

} // namespace runglass
