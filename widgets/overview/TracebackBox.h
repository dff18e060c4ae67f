// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace runglass
{

/// The last traceback of a run, to be read, selected and copied: its last lines, or all of it. Plain text.
class TracebackBox : public QWidget
{
    Q_OBJECT

public:
    explicit TracebackBox(QWidget* parent = nullptr);

    /// Empty hides the box. The same text again changes nothing: a page that is read anew keeps scroll and selection.
    void setTraceback(const QString& traceback);

signals:
    /// The user wants to see it where it was printed.
    void logRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setWhole(bool whole);
    void fitHeight();

    QPlainTextEdit* m_text;
    QPushButton* m_whole;
    bool m_isWhole = false;
};

} // namespace runglass
