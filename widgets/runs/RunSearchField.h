// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/SearchField.h"

namespace runglass
{

class Session;

/// The one search for runs, bound to the session's state: what is typed narrows table, selector and charts at once.
/// @thread GUI
class RunSearchField : public SearchField
{
    Q_OBJECT

public:
    RunSearchField(Session& session, Theme& theme, QWidget* parent = nullptr);
};

} // namespace runglass
