// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/GoToRunDialog.h"

#include "models/items/VisibleText.h"
#include "models/session/Session.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr std::size_t kMostListed = 50;
constexpr qsizetype kLongestText = 300;
constexpr int kWidth = 560;
constexpr int kRowHeight = 26;
} // namespace

GoToRunDialog::GoToRunDialog(Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_field(new SearchField(context.theme, tr("ID, run path, URL or name"), this))
    , m_message(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("goToRunDialog"));
    setWindowTitle(tr("Go to run"));
    m_field->setObjectName(QStringLiteral("goToRunField"));
    m_message->setObjectName(QStringLiteral("goToRunMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("goToRunMatches"));
    m_list->setAccessibleName(tr("Matching runs"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* go = buttons->addButton(tr("Go"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(kWidth, 380);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &GoToRunDialog::search);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { accept(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToRunDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    search();
}

GoToRunDialog::~GoToRunDialog()
{
    m_cancel.cancel();
}

void GoToRunDialog::search()
{
    say({});
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_isSearching = true;
    m_stepsToMake = 0;
    m_isToAccept = false;
    // A look at a hundred thousand names is no work for this thread.
    const auto look = [table = m_context.session.list()->table, text = m_field->text().trimmed().toStdString(),
                       cancel = m_cancel] { return findRuns(*table, text, kMostListed, cancel); };
    whenAnswered(this, QtConcurrent::run(look), [this, generation = ++m_generation](const FoundRuns& found) {
        if (generation == m_generation)
            take(found);
    });
}

void GoToRunDialog::take(const FoundRuns& found)
{
    m_isSearching = false;
    m_found = found;
    list();
    if (m_stepsToMake != 0)
        step(std::exchange(m_stepsToMake, 0));
    if (std::exchange(m_isToAccept, false))
        accept();
}

void GoToRunDialog::list()
{
    m_listed = m_found.exact;
    m_listed.insert(m_listed.end(), m_found.partial.begin(), m_found.partial.end());
    if (m_listed.size() > kMostListed)
        m_listed.resize(kMostListed);
    const RunTable& table = *m_context.session.list()->table;
    m_list->clear();
    for (const RunRef& ref : m_listed) {
        const auto row = table.rowOf(ref);
        const std::string path = toString(ref.path);
        const QString name = visibleExcerpt(row ? table.name(*row) : ref.path.id, kLongestText);
        auto* item = new QListWidgetItem(name + QStringLiteral("   ") + visibleExcerpt(path, kLongestText));
        item->setSizeHint(QSize(0, std::max(kRowHeight, fontMetrics().height() + 8)));
        if (row)
            item->setIcon(m_context.theme.stateIcon(table.state(*row)));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(m_found.exact.empty() ? -1 : 0);
}

void GoToRunDialog::step(int by)
{
    if (m_isSearching)
        m_stepsToMake += by;
    else if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
}

bool GoToRunDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            // A search field would keep the first Esc for itself.
            reject();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void GoToRunDialog::accept()
{
    if (m_isSearching) {
        m_isToAccept = true;
        return;
    }
    const QString text = m_field->text().trimmed();
    const int row = m_list->currentRow();
    const bool movedInList = m_list->hasFocus() || (row > 0 && m_list->currentItem());
    if (row >= 0 && static_cast<std::size_t>(row) < m_listed.size() && (movedInList || m_found.exact.empty()))
        choose(m_listed[static_cast<std::size_t>(row)]);
    else if (text.isEmpty())
        say(tr("Enter an ID, a run path, a URL or a name."));
    else if (m_found.exact.size() == 1)
        choose(m_found.exact.front());
    else if (m_found.exact.empty() && m_found.partial.size() == 1)
        choose(m_found.partial.front());
    else if (m_found.exact.empty() && m_found.partial.empty())
        say(tr("No run is called \"%1\", and no run has that ID or path.", "%1: what was typed").arg(text));
    else {
        say(tr("Several runs match. Choose one."));
        m_list->setFocus(Qt::TabFocusReason);
        if (row < 0)
            m_list->setCurrentRow(0);
    }
}

void GoToRunDialog::say(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void GoToRunDialog::choose(const RunRef& run)
{
    emit runChosen(run);
    QDialog::accept();
}

} // namespace runglass
