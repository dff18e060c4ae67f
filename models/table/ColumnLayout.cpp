// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnLayout.h"

#include <algorithm>

namespace runglass
{

bool ColumnLayout::isPinned(const ColumnId& id) const
{
    return std::find(pinned.begin(), pinned.end(), id) != pinned.end();
}

bool ColumnLayout::isVisible(const ColumnId& id, bool byItself) const
{
    if (shown.contains(id) || isPinned(id))
        return true;
    return byItself && !onlyShown && !hidden.contains(id);
}

void ColumnLayout::show(const ColumnId& id)
{
    hidden.erase(id);
    shown.insert(id);
}

void ColumnLayout::hide(const ColumnId& id)
{
    std::erase(pinned, id);
    shown.erase(id);
    hidden.insert(id);
}

void ColumnLayout::pin(const ColumnId& id)
{
    show(id);
    if (!isPinned(id))
        pinned.push_back(id);
}

void ColumnLayout::unpin(const ColumnId& id)
{
    std::erase(pinned, id);
    show(id);
}

void ColumnLayout::showAll(const std::vector<ColumnId>& ids)
{
    onlyShown = false;
    onlyDiffering = false;
    hidden.clear();
    shown.insert(ids.begin(), ids.end());
}

void ColumnLayout::hideAll()
{
    pinned.clear();
    shown.clear();
    hidden.clear();
    onlyShown = true;
}

bool isShownByItself(const ColumnId& id, const ColumnSet* known)
{
    if (id.origin == ColumnOrigin::Field)
        return id.field <= Field::Author;
    return !known || known->contains(id);
}

} // namespace runglass
