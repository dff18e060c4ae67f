// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/runs/ColumnKeysPopover.h"

namespace runglass
{

class SortKeysModel;

/// What the runs are sorted by. The chosen columns can be reversed too.
/// @thread GUI
class SortPopover : public ColumnKeysPopover
{
    Q_OBJECT

public:
    SortPopover(Context& context, QWidget* owner);

protected:
    QWidget* firstFocus() const override;
    void refresh() override;

private:
    SortPopover(Context& context, SortKeysModel* keys, QWidget* owner);
    void addParts();
    void reverseKey();

    SortKeysModel* m_keys;
    QAction* m_reverse;
};

} // namespace runglass
