// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace runglass
{

class Session;
class Theme;

/// source › entity › project: where the list of runs is, and the way back up.
/// @thread GUI
class Breadcrumbs : public QWidget
{
    Q_OBJECT

public:
    Breadcrumbs(Session& session, Theme& theme, QWidget* parent = nullptr);

private:
    void refresh();
    void clear();
    void addCrumb(const QString& text, const QString& name, int depth, bool isLast);

    Session& m_session;
    Theme& m_theme;
    QHBoxLayout* m_layout;
};

} // namespace runglass
