// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FilterCheck.h"
#include "models/table/RunList.h"
#include "widgets/common/Context.h"
#include "widgets/runs/FilterSubject.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;

namespace runglass
{

class FilterExpression;
class FilterGroupEdit;
class Theme;

/// The filter of the runs, or of other rows, as lines and as text, which are always in step. What can be read is
/// applied at once; what cannot leaves the last filter as it was.
/// @thread GUI
class FilterEditor : public QWidget
{
    Q_OBJECT

public:
    /// Narrower than this the text is below the lines.
    static constexpr int kSideBySideFrom = 1200;

    /// Of the runs.
    explicit FilterEditor(Context& context, QWidget* parent = nullptr);
    /// Borrows both.
    FilterEditor(FilterSubject& subject, Theme& theme, QWidget* parent = nullptr);

    /// For a place with little room: the text first, with what else belongs in its row behind it; lines below it, which
    /// are hidden at first. Taken over.
    void setCompact(const QList<QWidget*>& beside);
    /// In a compact one.
    /// @param begin  the column of a condition that is begun; without a condition one is begun anyway
    void setLinesShown(bool shown, const std::optional<FilterColumn>& begin = {});
    FilterExpression& expression() const { return *m_text; }
    /// What takes the focus, in order.
    QList<QWidget*> tabStops() const;

    void addCondition(const FilterColumn& column);
    /// Puts the cursor where a filter is begun.
    void begin();
    /// A button for a command of the window, "Clear filter".
    void addButton(QAction* action);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeLines();
    QWidget* makeText();
    void writeText();
    void onTyped();
    /// Reads the text and applies it.
    void apply();
    void applyWhatWaits();
    void use(TypedFilter read);
    void showFilter(const Filter& filter);
    void followState();
    void followList();
    void fitLines();
    void say(const FilterError* error);
    void sayThatItWaits();
    void showHint(const QString& text, bool isError);

    FilterSubject& m_subject;
    Theme& m_theme;
    Filter m_applied;
    RunScope m_scope; ///< that m_applied is of
    QTimer m_pause;
    QBoxLayout* m_halves;
    QHBoxLayout* m_textRow;
    FilterGroupEdit* m_lines;
    QScrollArea* m_scroll;
    QHBoxLayout* m_buttons;
    FilterExpression* m_text;
    QLabel* m_hint;
    std::optional<FilterError> m_said;
    bool m_isCompact = false;
    bool m_wrong = false;
    bool m_waits = false;   ///< what was typed is not applied yet: it may go on
    bool m_writing = false; ///< the text is changed by the lines, not by hand
};

} // namespace runglass
