// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilterText.h"

#include <QPlainTextEdit>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QCompleter;

namespace runglass
{

class RunTable;
class Theme;

/// The typed filter: one line that grows to four, its words in colours, completions at the cursor.
/// @thread GUI
class FilterExpression : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// The table that is filtered, as it is when it is asked for.
    using TableOf = std::function<std::shared_ptr<const RunTable>()>;

    FilterExpression(TableOf table, Theme& theme, QWidget* parent = nullptr);

    /// Underlines what is wrong; nullptr: nothing is.
    void setError(const FilterError* error);

signals:
    /// Enter, or the focus went elsewhere.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void colourWords();
    void fitHeight();
    std::pair<qsizetype, qsizetype> wrongPart() const;
    void askForCompletions(bool always);
    void showCompletions(const FilterCompletion& completion);
    void take(int row);

    TableOf m_table;
    Theme& m_theme;
    CompletionModel m_model;
    QCompleter* m_completer;
    std::size_t m_position = 0, m_length = 0; ///< what a completion replaces, in characters
    QString m_offeredFor;                     ///< the text that they are of
    int m_asked = 0;                          ///< late answers are dropped
    std::optional<FilterSpan> m_wrong;
};

} // namespace runglass
