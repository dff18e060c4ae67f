// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace runglass
{

class ElidedLabel;

/// The head of a part of a pane: a small semibold title, a muted note behind it ("13 of 18 shown in charts"), buttons
/// at the right.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// At the right end; the header takes it over.
    void addWidget(QWidget* widget, int stretch = 0);
    QLabel* titleLabel() const { return m_title; }
    QLabel* noteLabel() const;

private:
    QLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_layout;
};

} // namespace runglass
