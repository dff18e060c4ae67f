// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <vector>

namespace runglass
{

class LogDocument;
class LogView;
struct LogPosition;
enum class LogStream;

/// A LogView as assistive technology reads it: a read-only text of lines, those of stderr called so. The beginning of
/// a very long log only.
class LogViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccessible(LogView* view);
    /// Makes QAccessible know it; may be called more than once.
    static void install();

    void* interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    void selection(int index, int* start, int* end) const override;
    int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int start, int end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int* start, int* end) const override;

private:
    LogView& view() const;
    /// Where each line begins in the text, the end of the last one behind; made anew when the lines change.
    const std::vector<int>& starts() const;
    int offsetOf(const LogPosition& position) const;
    LogPosition positionOf(int offset) const;
    int prefixOf(std::size_t line) const;

    mutable std::vector<int> m_starts;
    mutable const LogDocument* m_document = nullptr;
    mutable LogStream m_stream{};
};

} // namespace runglass
