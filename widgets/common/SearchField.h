// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace runglass
{

class Theme;

/// A search box: magnifier, clear button, Esc empties it and then gives the key away.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// @param name placeholder and accessible name, translated: "Search runs"
    SearchField(Theme& theme, const QString& name, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

} // namespace runglass
