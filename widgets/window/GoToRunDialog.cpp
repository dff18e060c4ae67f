// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/GoToRunDialog.h"

#include "models/items/VisibleText.h"
#include "models/session/Session.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr std::size_t kMostListed = 50;
constexpr qsizetype kTextLength = 300;
constexpr int kWidth = 560;
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
    connect(m_field, &QLineEdit::textChanged, this, &GoToRunDialog::onTextChanged);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { accept(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToRunDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    onTextChanged();
}

GoToRunDialog::Matches GoToRunDialog::matchesOf(const QString& text) const
{
    Matches matches;
    if (const auto reference = parseRunReference(text.toStdString()))
        matches.exact = m_context.session.find(*reference);
    const RunTable& table = *m_context.session.list()->table;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        const QString name = visibleExcerpt(table.name(row), kTextLength);
        const RunRef& ref = table.ref(row);
        const bool known = std::find(matches.exact.begin(), matches.exact.end(), ref) != matches.exact.end();
        if (known)
            continue;
        if (!text.isEmpty() && name.compare(text, Qt::CaseInsensitive) == 0)
            matches.exact.push_back(ref);
        else if (matches.partial.size() < kMostListed &&
                 (name.contains(text, Qt::CaseInsensitive) ||
                  QString::fromStdString(ref.path.id).contains(text, Qt::CaseInsensitive)))
            matches.partial.push_back(ref);
    }
    return matches;
}

void GoToRunDialog::onTextChanged()
{
    say({});
    const QString text = m_field->text().trimmed();
    Matches matches = matchesOf(text);
    m_listed = std::move(matches.exact);
    const bool hasExact = !m_listed.empty();
    m_listed.insert(m_listed.end(), matches.partial.begin(), matches.partial.end());
    if (m_listed.size() > kMostListed)
        m_listed.resize(kMostListed);
    const RunTable& table = *m_context.session.list()->table;
    m_list->clear();
    for (const RunRef& ref : m_listed) {
        const auto row = table.rowOf(ref);
        const QString name = visibleExcerpt(row ? table.name(*row) : ref.path.id, kTextLength);
        auto* item =
            new QListWidgetItem(name + QStringLiteral("   ") + visibleExcerpt(toString(ref.path), kTextLength));
        if (row)
            item->setIcon(m_context.theme.stateIcon(table.state(*row)));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(hasExact ? 0 : -1);
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
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void GoToRunDialog::accept()
{
    const QString text = m_field->text().trimmed();
    const Matches matches = matchesOf(text);
    const int row = m_list->currentRow();
    const bool movedInList = m_list->hasFocus() || (row > 0 && m_list->currentItem());
    if (row >= 0 && static_cast<std::size_t>(row) < m_listed.size() && (movedInList || matches.exact.empty()))
        choose(m_listed[static_cast<std::size_t>(row)]);
    else if (text.isEmpty())
        say(tr("Enter an ID, a run path, a URL or a name."));
    else if (matches.exact.size() == 1)
        choose(matches.exact.front());
    else if (matches.exact.empty() && matches.partial.size() == 1)
        choose(matches.partial.front());
    else if (matches.exact.empty() && matches.partial.empty())
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
