// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/RunValuesPopover.h"

#include "models/items/RunText.h"
#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kWidth = 340;
constexpr int kRows = 8;
constexpr int kRowHeight = 26;
constexpr qsizetype kLength = 300;
constexpr std::size_t kMostListed = 500; ///< of more, what is typed finds the rest
constexpr int kValueRole = Qt::UserRole + 1, kIsNewRole = Qt::UserRole + 2;

Field fieldOf(RunValuesPopover::Kind kind)
{
    switch (kind) {
    case RunValuesPopover::Kind::Group:
        return Field::Group;
    case RunValuesPopover::Kind::JobType:
        return Field::JobType;
    case RunValuesPopover::Kind::Name:
        return Field::Name;
    case RunValuesPopover::Kind::Tags:
        break;
    }
    return Field::Tags;
}

std::vector<std::uint32_t> rowsOf(const RunTable& table, const std::vector<RunRef>& runs)
{
    std::vector<std::uint32_t> rows;
    for (const RunRef& run : runs)
        if (const auto row = table.rowOf(run))
            rows.push_back(*row);
    return rows;
}

} // namespace

RunValuesPopover::RunValuesPopover(Context& context, QWidget* owner)
    : Popover(context.theme, tr("Edit runs"), owner)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("runValuesPopover"));
    setMinimumWidth(kWidth);
    m_title->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_field->setObjectName(QStringLiteral("runValueField"));
    m_list->setObjectName(QStringLiteral("runValues"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    const int row = std::max(kRowHeight, fontMetrics().height() + 8);
    m_list->setFixedHeight(kRows * row + 2 * m_list->frameWidth() + 2);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_list),
                          static_cast<QWidget*>(m_hint)})
        layout->addWidget(part);
    connect(m_field, &QLineEdit::textChanged, this, &RunValuesPopover::list);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { act(*item); });
    connect(&context.session, &Session::listChanged, this, [this] {
        if (isVisible() && m_kind == Kind::Tags)
            look();
    });
}

RunValuesPopover::~RunValuesPopover()
{
    m_cancel.cancel();
}

QString RunValuesPopover::title() const
{
    const auto runs = static_cast<int>(m_runs.size());
    const RunTable& table = *m_context.session.list()->table;
    const auto row = runs == 1 ? table.rowOf(m_runs.front()) : std::nullopt;
    const QString name = row ? nameText(table, *row) : QString();
    switch (m_kind) {
    case Kind::Tags:
        return row ? tr("Tags of %1").arg(name) : tr("Tags of %n run(s)", nullptr, runs);
    case Kind::Group:
        return row ? tr("Group of %1").arg(name) : tr("Group of %n run(s)", nullptr, runs);
    case Kind::JobType:
        return row ? tr("Job type of %1").arg(name) : tr("Job type of %n run(s)", nullptr, runs);
    case Kind::Name:
        break;
    }
    return row ? tr("Rename %1").arg(name) : tr("Rename %n run(s)", nullptr, runs);
}

void RunValuesPopover::ask(Kind kind, std::vector<RunRef> runs, QWidget* control)
{
    m_kind = kind;
    m_runs = std::move(runs);
    m_values.clear();
    m_title->setText(m_title->fontMetrics().elidedText(title(), Qt::ElideMiddle, kWidth - 24));
    const bool isName = kind == Kind::Name;
    const QString field = kind == Kind::Tags      ? tr("Find or add a tag")
                          : kind == Kind::Group   ? tr("Find or name a group")
                          : kind == Kind::JobType ? tr("Find or name a job type")
                                                  : tr("New name");
    m_field->setAccessibleName(field);
    m_field->setPlaceholderText(field);
    m_list->setAccessibleName(kind == Kind::Tags ? tr("Tags") : kind == Kind::Group ? tr("Groups") : tr("Job types"));
    m_list->setVisible(!isName);
    m_hint->setText(kind == Kind::Tags ? tr("Enter adds what is typed. Changes apply at once; Ctrl+Z takes them back.")
                                       : tr("Enter takes what is typed. Ctrl+Z takes it back."));
    const RunTable& table = *m_context.session.list()->table;
    const auto row = m_runs.empty() ? std::nullopt : table.rowOf(m_runs.front());
    m_field->setText(isName && row && !table.isNameFromId(*row) ? QString::fromStdString(table.name(*row)) : QString());
    m_field->selectAll();
    list();
    openBelow(control);
    if (!isName)
        look();
}

/// A look at a hundred thousand runs is no work for this thread.
void RunValuesPopover::look()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    const auto work = [table = m_context.session.list()->table, kind = m_kind, runs = m_runs, cancel = m_cancel] {
        return runValues(*table, fieldOf(kind), rowsOf(*table, runs), cancel);
    };
    whenAnswered(
        this, QtConcurrent::run(work), [this, generation = ++m_generation](const std::vector<RunValue>& values) {
            if (generation != m_generation || values == m_values)
                return;
            // Rows that are being ticked stay where they are; only what they say follows.
            if (!m_values.empty() && m_kind == Kind::Tags)
                for (RunValue& known : m_values) {
                    const auto now = std::find_if(values.begin(), values.end(),
                                                  [&known](const RunValue& one) { return one.value == known.value; });
                    known.chosen = now == values.end() ? 0 : now->chosen;
                }
            else
                m_values = values;
            for (const RunValue& value : values)
                if (std::none_of(m_values.begin(), m_values.end(),
                                 [&value](const RunValue& one) { return one.value == value.value; }))
                    m_values.push_back(value);
            list();
        });
}

void RunValuesPopover::append(QListWidgetItem* item)
{
    item->setSizeHint(QSize(0, std::max(kRowHeight, fontMetrics().height() + 8)));
    m_list->addItem(item);
}

void RunValuesPopover::addItem(const RunValue& value)
{
    auto* item = new QListWidgetItem(visibleExcerpt(value.value, kLength));
    item->setData(kValueRole, QByteArray::fromStdString(value.value));
    const auto runs = static_cast<int>(m_runs.size());
    if (m_kind == Kind::Tags) {
        item->setFlags((item->flags() & ~Qt::ItemIsUserCheckable) | Qt::ItemIsEnabled);
        item->setCheckState(value.chosen == 0      ? Qt::Unchecked
                            : value.chosen == runs ? Qt::Checked
                                                   : Qt::PartiallyChecked);
        //: %1 of %2 of the chosen runs have a tag
        item->setToolTip(tr("On %1 of %2 runs").arg(value.chosen).arg(runs));
    } else if (value.chosen == runs) {
        item->setIcon(m_context.theme.icon(QStringLiteral("check"), Theme::Token::Accent));
        item->setData(Qt::AccessibleTextRole, tr("%1, chosen").arg(item->text()));
    }
    append(item);
}

void RunValuesPopover::addNewItem(const QString& text)
{
    const QString name = visibleText(text);
    auto* item = new QListWidgetItem(m_context.theme.icon(QStringLiteral("plus")),
                                     m_kind == Kind::Tags    ? tr("New tag \"%1\"").arg(name)
                                     : m_kind == Kind::Group ? tr("New group \"%1\"").arg(name)
                                                             : tr("New job type \"%1\"").arg(name));
    item->setData(kValueRole, text.toUtf8());
    item->setData(kIsNewRole, true);
    append(item);
}

void RunValuesPopover::list()
{
    const QString typed = m_field->text().trimmed();
    const int row = m_list->currentRow();
    m_list->clear();
    if (m_kind == Kind::Name)
        return;
    const std::string exact = typed.toStdString();
    const bool isKnown =
        std::any_of(m_values.begin(), m_values.end(), [&exact](const RunValue& value) { return value.value == exact; });
    if (!typed.isEmpty() && !isKnown)
        addNewItem(typed);
    const bool anyChosen =
        std::any_of(m_values.begin(), m_values.end(), [](const RunValue& value) { return value.chosen > 0; });
    if (m_kind != Kind::Tags && typed.isEmpty() && anyChosen) {
        auto* none = new QListWidgetItem(m_context.theme.icon(QStringLiteral("close")),
                                         m_kind == Kind::Group ? tr("Remove from group") : tr("Remove job type"));
        none->setData(kValueRole, QByteArray(""));
        append(none);
    }
    std::size_t listed = 0;
    for (const RunValue& value : m_values) {
        const bool fits = typed.isEmpty() || QString::fromStdString(value.value).contains(typed, Qt::CaseInsensitive);
        if (fits && ++listed <= kMostListed)
            addItem(value);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
}

void RunValuesPopover::act(const QListWidgetItem& item)
{
    const std::string value = item.data(kValueRole).toByteArray().toStdString();
    if (m_kind == Kind::Tags)
        toggle(value, item.data(kIsNewRole).toBool() || item.checkState() != Qt::Checked);
    else
        set(value);
}

/// What is typed is taken as it is.
void RunValuesPopover::actOnText()
{
    const std::string typed = m_field->text().simplified().toStdString();
    if (m_kind != Kind::Tags)
        return set(typed);
    if (typed.empty())
        return;
    const auto known = std::find_if(m_values.begin(), m_values.end(),
                                    [&typed](const RunValue& value) { return value.value == typed; });
    const bool isOnAll = known != m_values.end() && known->chosen == static_cast<int>(m_runs.size());
    toggle(typed, !isOnAll);
    m_field->clear();
}

void RunValuesPopover::toggle(const std::string& tag, bool add)
{
    RunCommand::Edit edit;
    (add ? edit.addTags : edit.removeTags).push_back(tag);
    // At once; what the runs say then follows.
    const int chosen = add ? static_cast<int>(m_runs.size()) : 0;
    const auto known =
        std::find_if(m_values.begin(), m_values.end(), [&tag](const RunValue& value) { return value.value == tag; });
    if (known != m_values.end())
        known->chosen = chosen;
    else
        m_values.insert(m_values.begin(), {tag, chosen, chosen});
    list();
    emit changed(edit, m_runs);
}

void RunValuesPopover::set(const std::string& value)
{
    RunCommand::Edit edit;
    if (m_kind == Kind::Group)
        edit.group = value;
    else if (m_kind == Kind::JobType)
        edit.jobType = value;
    else
        edit.name = value;
    const std::vector<RunRef> runs = m_runs;
    dismiss();
    emit changed(edit, runs);
}

QWidget* RunValuesPopover::firstFocus() const
{
    return m_field;
}

bool RunValuesPopover::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOwn = watched == m_field || watched == m_list;
    if (!isOwn || event->type() != QEvent::KeyPress)
        return Popover::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_field && isEnter) {
        actOnText();
        return true;
    }
    if (watched == m_field && (key == Qt::Key_Down || key == Qt::Key_Up) && m_list->count() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_list && (isEnter || key == Qt::Key_Space) && m_list->currentItem()) {
        act(*m_list->currentItem());
        return true;
    }
    return Popover::eventFilter(watched, event);
}

} // namespace runglass
