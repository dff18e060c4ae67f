// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace runglass
{

class Theme;
class TracebackBox;

/// What is wrong with a run, in one strip: a line each, a few of them, all of them by Copy details; and the traceback
/// of a run that died.
class WarningStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WarningStrip(Theme& theme, QWidget* parent = nullptr);

    /// Plain texts; none hides the strip.
    void setProblems(const QStringList& problems);
    /// As written; empty: none. Shown only beside problems.
    void setTraceback(const QString& traceback);

signals:
    /// The user wants to see the traceback where it was printed.
    void logRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QString details() const;
    void showLines(const QStringList& lines);

    Theme& m_theme;
    QLabel* m_icon;
    QVBoxLayout* m_lines;
    TracebackBox* m_traceback;
    QStringList m_problems, m_shown;
    QString m_tracebackText;
};

} // namespace runglass
