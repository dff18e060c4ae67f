// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ComparerBody.h"

#include "models/items/CompareModel.h"
#include "models/items/ComparisonFeed.h"
#include "models/items/ShownRuns.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/compare/CompareTable.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QAction>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ComparerBody)
};

/// What the model shows at this moment, apart from it.
struct ShownCells {
    std::shared_ptr<const RunTable> table;
    std::vector<std::uint32_t> runs;
    std::vector<ColumnId> keys;
    std::vector<std::string> names;
};

} // namespace

PanelKindInfo comparerKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Comparer;
    kind.name = Words::tr("Run comparer");
    kind.description = Words::tr("Config and summary of the shown runs side by side");
    kind.icon = QStringLiteral("compare");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new ComparerBody(scope, parent); };
    kind.makeForm = [](PanelScope&, QWidget* parent) { return new ComparerForm(parent); };
    kind.title = [](const PanelContent&) { return Words::tr("Run comparer"); };
    kind.size = PanelSize{2, 320};
    return kind;
}

ComparerBody::ComparerBody(PanelScope& scope, QWidget* parent)
    : PanelBody(scope, parent)
    , m_model(new CompareModel(this))
    , m_feed(new ComparisonFeed(scope.session(), *m_model, this))
    , m_table(new CompareTable(*m_model, scope.theme(), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(scope.theme(), this))
    , m_search(new SearchField(scope.theme(), tr("Search keys"), this))
    , m_differences(new QCheckBox(tr("Differences only"), this))
    , m_count(new ElidedLabel({}, this))
    , m_copy(new QAction(tr("Copy whole value"), this))
    , m_toFront(new QAction(tr("Compare with this run"), this))
    , m_showAll(new QAction(tr("Show all keys"), this))
    , m_clearSearch(new QAction(tr("Clear search"), this))
{
    setObjectName(QStringLiteral("comparerBody"));
    m_model->setFieldsShown(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_copy->setToolTip(tr("Copy the current value with every digit and letter, or the selected ones with their keys"));
    m_toFront->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_toFront->setShortcutContext(Qt::WidgetShortcut);
    m_toFront->setToolTip(tr("Put the run of the current column first: the others are held against it"));
    m_table->addActions({m_copy, m_toFront});
    offerActionsInMenu(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    connect(m_copy, &QAction::triggered, m_table, &CompareTable::copy);
    connect(m_toFront, &QAction::triggered, this, &ComparerBody::moveToFront);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int column) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(m_table->currentIndex().row(), column),
                                                   QItemSelectionModel::NoUpdate);
        moveToFront();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int column) { emit runChosen(m_model->runAt(column)); });
    connect(m_showAll, &QAction::triggered, this, [this] { setDifferencesOnly(false); });
    connect(m_clearSearch, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_model, &CompareModel::changed, this, &ComparerBody::tell);
    tell();
}

QWidget* ComparerBody::makeBar()
{
    auto* bar = new QWidget(this);
    m_search->setObjectName(QStringLiteral("searchKeys"));
    m_search->setMinimumWidth(100);
    m_search->setMaximumWidth(240);
    m_differences->setObjectName(QStringLiteral("differencesOnly"));
    m_differences->setChecked(true);
    m_differences->setToolTip(tr("Leave out the keys of which all these runs have the same"));
    m_count->setObjectName(QStringLiteral("comparedKeys"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 6);
    layout->setSpacing(12);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_differences);
    layout->addWidget(m_count, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &CompareModel::setSearch);
    connect(m_differences, &QCheckBox::clicked, this, &ComparerBody::setDifferencesOnly);
    return bar;
}

QList<QWidget*> ComparerBody::tabStops()
{
    if (m_stack->currentWidget() == m_table)
        return {m_table, m_search, m_differences};
    QList<QWidget*> stops = {m_search, m_differences};
    for (QWidget* button : m_empty->findChildren<QAbstractButton*>())
        stops.append(button);
    return stops;
}

QList<QAction*> ComparerBody::ownActions() const
{
    return {m_copy, m_toFront};
}

/// Kept with the panel, and taken back by undo.
void ComparerBody::setDifferencesOnly(bool only)
{
    m_differences->setChecked(only);
    m_model->setDifferencesOnly(only);
    PanelContent edited = content();
    edited.onlyDiffering = only;
    if (edited != content())
        emit contentEdited(edited);
}

void ComparerBody::onContentChanged()
{
    m_table->setAccessibleName(title());
    m_differences->setChecked(content().onlyDiffering);
    m_model->setDifferencesOnly(content().onlyDiffering);
}

void ComparerBody::renew()
{
    const auto shown = shownRuns(*session().list(), session().state());
    std::vector<RunRef> runs;
    for (const ShownRun& run : shown->runs)
        runs.push_back(run.ref);
    if (m_front)
        if (const auto found = std::find(runs.begin(), runs.end(), *m_front); found != runs.end())
            std::rotate(runs.begin(), found, found + 1);
    m_ofAll = static_cast<int>(shown->runs.size() + shown->leftOut);
    if (runs.size() > kMostRuns)
        runs.resize(kMostRuns);
    m_shown = static_cast<int>(runs.size());
    if (runs != m_feed->runs())
        m_feed->setRuns(std::move(runs));
    tell();
}

void ComparerBody::moveToFront()
{
    const int column = m_table->currentIndex().column();
    if (column <= 0)
        return;
    const int row = m_table->currentIndex().row();
    m_front = m_model->runAt(column);
    m_feed->moveToFront(*m_front);
    m_table->setCurrentIndex(m_model->index(row, 0));
}

QString ComparerBody::subtitle() const
{
    const QLocale locale;
    if (m_shown < m_ofAll)
        return tr("first %1 of %n run(s)", nullptr, m_ofAll).arg(locale.toString(m_shown));
    return tr("%n run(s)", nullptr, m_ofAll);
}

void ComparerBody::tell()
{
    m_count->setText(m_differences->isChecked() ? tr("%1 of %n key(s) differ", nullptr, m_model->keyCount())
                                                      .arg(QLocale().toString(m_model->differingCount()))
                                                : tr("%n key(s)", nullptr, m_model->keyCount()));
    const bool nothing = m_model->rowCount() == 0;
    if (nothing && m_model->columnCount() == 0) {
        m_empty->setContent(QStringLiteral("eye-off"), tr("No run is shown."),
                            tr("Open the eye of two runs or more to compare them."));
        m_empty->setActions({});
    } else if (nothing && !m_search->text().trimmed().isEmpty()) {
        m_empty->setContent(QStringLiteral("search"), tr("No key matches."),
                            m_differences->isChecked() ? tr("Only keys that differ are searched.") : QString());
        m_empty->setActions(m_differences->isChecked() ? QList<QAction*>{m_clearSearch, m_showAll}
                                                       : QList<QAction*>{m_clearSearch});
    } else if (nothing) {
        const bool isAlone = m_model->columnCount() == 1;
        m_empty->setContent(QStringLiteral("check"), tr("No differences."),
                            isAlone ? tr("Only one run is shown.") : tr("These runs have the same in every key."));
        m_empty->setActions({m_showAll});
    }
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_table);
    emit changed();
}

std::optional<BodyTable> ComparerBody::table() const
{
    if (m_model->rowCount() == 0)
        return std::nullopt;
    auto cells = std::make_shared<ShownCells>();
    cells->table = m_model->comparison().table;
    cells->runs = m_model->comparison().rows;
    BodyTable table;
    table.columns.append(tr("Key"));
    for (int column = 0; column < m_model->columnCount(); ++column)
        table.columns.append(m_model->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const auto key = m_model->keyAt(row)) {
            cells->keys.push_back(*key);
            cells->names.push_back(
                m_model->headerData(row, Qt::Vertical, Qt::AccessibleTextRole).toString().toStdString());
        }
    }
    table.rows = cells->keys.size();
    table.cell = [cells](std::size_t row, std::size_t column) -> Value {
        if (column == 0)
            return cells->names[row];
        const Column* found = cells->table->column(cells->keys[row]);
        return found ? found->value(cells->runs[column - 1]) : Value();
    };
    return table;
}

ComparerForm::ComparerForm(QWidget* parent)
    : PanelForm(parent)
    , m_differences(new QCheckBox(tr("Differences only"), this))
{
    m_content.kind = PanelKind::Comparer;
    m_differences->setObjectName(QStringLiteral("differencesOnly"));
    m_differences->setToolTip(tr("Leave out the keys of which all these runs have the same"));
    m_differences->setChecked(m_content.onlyDiffering);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_differences);
    layout->addStretch(1);
    connect(m_differences, &QCheckBox::toggled, this, &ComparerForm::edited);
}

void ComparerForm::setContent(const PanelContent& content)
{
    m_content = content;
    m_differences->setChecked(content.onlyDiffering);
}

PanelContent ComparerForm::content() const
{
    PanelContent content = m_content;
    content.onlyDiffering = m_differences->isChecked();
    return content;
}

} // namespace runglass
