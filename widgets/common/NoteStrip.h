// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace runglass
{

class Theme;

/// A strip that warns of something: icon, words, and what can be done at its end. Hidden while it has no words.
/// @thread GUI
class NoteStrip : public QWidget
{
    Q_OBJECT

public:
    explicit NoteStrip(Theme& theme, QWidget* parent = nullptr);

    /// Plain text; empty hides the strip.
    void setText(const QString& text);
    QString text() const;
    /// At the right end; the strip takes it over.
    void addWidget(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_layout;
};

} // namespace runglass
