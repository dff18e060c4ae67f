// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"

#include <QWidget>

class QHBoxLayout;

namespace runglass
{

/// source › entity › project: where the list of runs is, and the way back up.
/// @thread GUI
class Breadcrumbs : public QWidget
{
    Q_OBJECT

public:
    explicit Breadcrumbs(const Context& context, QWidget* parent = nullptr);

private:
    void refresh();
    void clear();
    void addCrumb(const QString& text, const QString& name, int depth, bool isLast, const QString& toolTip = {});
    QString sourceName(const std::string& location) const;

    Session& m_session;
    Theme& m_theme;
    SourceNames m_names;
    QHBoxLayout* m_layout;
};

} // namespace runglass
