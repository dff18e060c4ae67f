// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunSearchField.h"

#include "models/items/FilterText.h"
#include "models/session/Session.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>

namespace runglass
{

namespace
{
constexpr int kButton = 22;
constexpr int kClearButton = 26; ///< the room that Qt's button to empty the field takes
} // namespace

RunSearchField::RunSearchField(Session& session, Theme& theme, QWidget* parent)
    : SearchField(theme, tr("Search runs"), parent)
    , m_session(session)
    , m_theme(theme)
    , m_pattern(new QToolButton(this))
    , m_seen(session.state().search)
    , m_seenPattern(session.state().searchIsPattern)
{
    setObjectName(QStringLiteral("searchRuns"));
    m_pattern->setObjectName(QStringLiteral("searchRunsPattern"));
    m_pattern->setText(QStringLiteral(".*"));
    m_pattern->setAccessibleName(tr("Regular expression"));
    m_pattern->setToolTip(tr("Regular expression"));
    m_pattern->setCheckable(true);
    m_pattern->setAutoRaise(true);
    m_pattern->setCursor(Qt::ArrowCursor);
    m_pattern->setFocusPolicy(Qt::TabFocus);
    m_pattern->setFixedSize(kButton, kButton);
    m_pattern->setChecked(m_seenPattern);
    QMargins margins = textMargins();
    margins.setRight(kButton + 2);
    setTextMargins(margins);
    setText(QString::fromStdString(m_seen));
    setProblem({});
    connect(this, &QLineEdit::textChanged, this, &RunSearchField::apply);
    connect(m_pattern, &QToolButton::toggled, this, &RunSearchField::apply);
    connect(&session, &Session::stateChanged, this, &RunSearchField::followState);
}

void RunSearchField::apply()
{
    const std::string search = text().toStdString();
    const bool pattern = m_pattern->isChecked();
    std::string problem;
    if (pattern && !search.empty()) {
        if (const auto made = searchPattern(search); !made.ok())
            problem = made.error().detail;
    }
    setProblem(problem);
    if (m_wrong || (search == m_seen && pattern == m_seenPattern))
        return;
    m_seen = search;
    m_seenPattern = pattern;
    RunListState state = m_session.state();
    state.search = search;
    state.searchIsPattern = pattern;
    m_session.setState(std::move(state));
}

/// What is typed and cannot be read stays until the search is changed elsewhere.
void RunSearchField::followState()
{
    const RunListState& state = m_session.state();
    if (state.search == m_seen && state.searchIsPattern == m_seenPattern)
        return;
    m_seen = state.search;
    m_seenPattern = state.searchIsPattern;
    const QSignalBlocker blocker(m_pattern);
    m_pattern->setChecked(m_seenPattern);
    setText(QString::fromStdString(m_seen));
    setProblem({});
}

void RunSearchField::setProblem(const std::string& problem)
{
    const bool was = m_wrong;
    m_wrong = !problem.empty();
    const QString tip =
        m_wrong ? tr("No regular expression: %1. The last search is still applied.").arg(patternProblemText(problem))
                : tr("Part of a run's name or ID");
    setToolTip(Qt::convertFromPlainText(tip));
    setAccessibleDescription(tip);
    update();
    if (m_wrong && isVisible())
        QToolTip::showText(mapToGlobal(QPoint(0, height())), toolTip(), this);
    else if (was)
        QToolTip::hideText();
}

void RunSearchField::resizeEvent(QResizeEvent* event)
{
    SearchField::resizeEvent(event);
    const QRect place(width() - kClearButton - kButton, (height() - kButton) / 2, kButton, kButton);
    m_pattern->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void RunSearchField::paintEvent(QPaintEvent* event)
{
    SearchField::paintEvent(event);
    if (!m_wrong)
        return;
    QPainter painter(this);
    painter.setPen(m_theme.color(Theme::Token::Worse));
    painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), 4, 4);
    painter.fillRect(8, height() - 3, width() - 16, 2, m_theme.color(Theme::Token::Worse));
}

} // namespace runglass
