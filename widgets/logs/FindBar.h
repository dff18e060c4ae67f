// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogSearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace runglass
{

class LogView;
class SearchField;
class Theme;

/// Finds text in a LogView. The search runs on a worker; a newer one cancels it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(Theme& theme, LogView* view, QWidget* parent = nullptr);
    ~FindBar() override;

    /// Shows the bar with the cursor in its field.
    void open();
    void closeBar();
    /// After the view's lines became others.
    void searchAgain();
    /// After the view's document went on: finds what is new, and leaves the rest, the current match and the scroll bar
    /// where they are.
    void searchOn();
    void next();
    void previous();
    /// "3 of 9", "No match", or what is wrong with the expression.
    QString countText() const;

signals:
    /// What was asked for last is found, and shown.
    void searched();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& icon, const QString& keys);
    void start();
    void search(std::shared_ptr<const LogMatches> known, std::vector<std::uint32_t> lines);
    void take(std::shared_ptr<const LogMatches> matches, std::shared_ptr<const LogDocument> document);
    void step(int by);
    void showCurrent();
    int firstInView() const;

    Theme& m_theme;
    LogView* m_view;
    SearchField* m_field;
    QLabel* m_count;
    QToolButton* m_matchCase;
    QToolButton* m_regex;
    QTimer m_typing;
    CancelToken m_cancel;
    int m_generation = 0;
    bool m_isSearching = false;
    bool m_isFresh = false;                        ///< the search was asked for by hand: its first match is shown
    std::shared_ptr<const LogDocument> m_searched; ///< what m_matches are of
    std::shared_ptr<const LogMatches> m_matches;
    int m_current = -1;
    LogQuery m_query;
};

} // namespace runglass
