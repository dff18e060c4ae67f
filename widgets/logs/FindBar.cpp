// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/FindBar.h"

#include "models/session/WhenAnswered.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/logs/LogView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace runglass
{

using namespace std::chrono_literals;

FindBar::FindBar(Theme& theme, LogView* view, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(view)
    , m_field(new SearchField(theme, tr("Find in log"), this))
    , m_count(new QLabel(this))
    , m_matches(std::make_shared<const LogMatches>())
{
    setObjectName(QStringLiteral("findBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setMinimumWidth(240);
    m_field->setMaximumWidth(360);
    m_count->setObjectName(QStringLiteral("findCountLabel"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    QToolButton* previousButton = addButton(tr("Previous match"), QStringLiteral("chevron-up"), tr("Shift+Enter"));
    QToolButton* nextButton = addButton(tr("Next match"), QStringLiteral("chevron-down"), tr("Enter"));
    m_matchCase = addButton(tr("Match case"), {}, {});
    m_regex = addButton(tr("Regular expression"), {}, {});
    layout->addStretch();
    QToolButton* closeButton = addButton(tr("Close the find bar"), QStringLiteral("close"), tr("Esc"));

    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &FindBar::start);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    for (QToolButton* toggle : {m_matchCase, m_regex}) {
        toggle->setCheckable(true);
        toggle->setToolButtonStyle(Qt::ToolButtonTextOnly);
        connect(toggle, &QToolButton::toggled, this, &FindBar::start);
    }
    m_matchCase->setText(QStringLiteral("Aa"));
    m_regex->setText(QStringLiteral(".*"));
    connect(nextButton, &QToolButton::clicked, this, &FindBar::next);
    connect(previousButton, &QToolButton::clicked, this, &FindBar::previous);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::closeBar);
    hide();
}

FindBar::~FindBar()
{
    m_cancel.cancel();
}

QToolButton* FindBar::addButton(const QString& name, const QString& icon, const QString& keys)
{
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(keys.isEmpty() ? name : QString(name + QStringLiteral(" (") + keys + u')'));
    button->setAutoRaise(true);
    if (!icon.isEmpty())
        button->setIcon(m_theme.icon(icon));
    button->setMinimumSize(28, 28);
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty())
        start();
}

void FindBar::closeBar()
{
    m_typing.stop();
    m_cancel.cancel();
    ++m_generation;
    m_isSearching = false;
    m_query = {};
    m_matches = std::make_shared<const LogMatches>();
    m_view->setMatches(m_matches, -1);
    m_view->setFocus(Qt::OtherFocusReason);
    hide();
}

void FindBar::searchAgain()
{
    if (!isHidden())
        start();
}

void FindBar::start()
{
    m_typing.stop();
    m_query = {m_field->text(), m_matchCase->isChecked(), m_regex->isChecked()};
    m_isFresh = true;
    search(std::make_shared<const LogMatches>(), m_view->layoutOfLines().lines());
}

void FindBar::searchOn()
{
    // A search under way is let come to its end: the log may grow faster than it can be searched from the beginning.
    if (isHidden() || m_isSearching || m_query.text.isEmpty() || !m_matches->error.isEmpty() || !m_searched)
        return;
    const LogLayout& layout = m_view->layoutOfLines();
    const std::size_t common = layout.document().commonWith(*m_searched);
    if (common == layout.document().size() && common == m_searched->size())
        return;
    const auto line = static_cast<std::uint32_t>(common);
    auto known = std::make_shared<LogMatches>(*m_matches);
    std::erase_if(known->matches, [line](const LogMatch& match) { return match.line >= line; });
    const auto first = layout.lines().begin() + static_cast<std::ptrdiff_t>(layout.placeOf(line));
    search(std::move(known), {first, layout.lines().end()});
}

/// Searches lines, whose matches come behind the known ones.
void FindBar::search(std::shared_ptr<const LogMatches> known, std::vector<std::uint32_t> lines)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_isSearching = true;
    const int generation = ++m_generation;
    const std::shared_ptr<const LogDocument> document = m_view->layoutOfLines().sharedDocument();
    const auto work = [document, known = std::move(known), lines = std::move(lines), query = m_query,
                       cancel = m_cancel] {
        auto found = std::make_shared<LogMatches>(findInLog(*document, lines, query, cancel));
        found->matches.insert(found->matches.begin(), known->matches.begin(), known->matches.end());
        if (found->matches.size() > kMaxLogMatches) {
            found->matches.resize(kMaxLogMatches);
            found->isCut = true;
        }
        return std::shared_ptr<const LogMatches>(std::move(found));
    };
    const auto answered = [this, generation, document](const std::shared_ptr<const LogMatches>& matches) {
        if (generation == m_generation)
            take(matches, document);
    };
    whenAnswered(this, QtConcurrent::run(work), answered);
}

int FindBar::firstInView() const
{
    const LogLayout& layout = m_view->layoutOfLines();
    const auto row = static_cast<std::size_t>(m_view->verticalScrollBar()->value());
    if (m_matches->matches.empty() || row >= layout.rowCount())
        return m_matches->matches.empty() ? -1 : 0;
    const std::uint32_t line = layout.lines()[layout.rowAt(row).line];
    const auto found =
        std::lower_bound(m_matches->matches.begin(), m_matches->matches.end(), line,
                         [](const LogMatch& match, std::uint32_t wanted) { return match.line < wanted; });
    return found == m_matches->matches.end() ? 0 : static_cast<int>(found - m_matches->matches.begin());
}

void FindBar::take(std::shared_ptr<const LogMatches> matches, std::shared_ptr<const LogDocument> document)
{
    m_isSearching = false;
    m_searched = std::move(document);
    m_matches = std::move(matches);
    const bool isFresh = std::exchange(m_isFresh, false);
    if (isFresh || m_current < 0)
        m_current = firstInView();
    m_current = std::min(m_current, static_cast<int>(m_matches->matches.size()) - 1);
    m_count->setText(countText());
    m_view->setMatches(m_matches, m_current);
    if (isFresh)
        m_view->showMatch();
    emit searched();
    // Lines may have come meanwhile.
    searchOn();
}

void FindBar::showCurrent()
{
    m_count->setText(countText());
    m_view->setMatches(m_matches, m_current);
    m_view->showMatch();
}

QString FindBar::countText() const
{
    if (m_query.text.isEmpty())
        return {};
    if (!m_matches->error.isEmpty())
        return tr("Not a valid expression: %1").arg(m_matches->error);
    if (m_matches->matches.empty())
        return tr("No match");
    const QLocale locale;
    const QString total = locale.toString(static_cast<qlonglong>(m_matches->matches.size()));
    //: Which match of how many: "3 of 9"
    return tr("%1 of %2").arg(locale.toString(m_current + 1), m_matches->isCut ? QString(total + u'+') : total);
}

void FindBar::step(int by)
{
    if (m_typing.isActive() || m_matches->matches.empty())
        return;
    const auto count = static_cast<int>(m_matches->matches.size());
    m_current = (m_current + by + count) % count;
    showCurrent();
}

void FindBar::next()
{
    step(1);
}

void FindBar::previous()
{
    step(-1);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        closeBar();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(Theme::Token::Border));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace runglass
