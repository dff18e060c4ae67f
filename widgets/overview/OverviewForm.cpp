// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/OverviewForm.h"

#include "models/items/VisibleText.h"
#include "models/run/StateMark.h"
#include "models/session/StateReason.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/DescriptionEditor.h"
#include "widgets/overview/EditableField.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/overview/ValueField.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr int kLabelWidth = 136;
constexpr int kMostDescriptionHeight = 420;

/// All labels, for the translator.
[[maybe_unused]] constexpr std::array kLabels = {QT_TRANSLATE_NOOP("Overview", "State"),
                                                 QT_TRANSLATE_NOOP("Overview", "Name"),
                                                 QT_TRANSLATE_NOOP("Overview", "Run path"),
                                                 QT_TRANSLATE_NOOP("Overview", "Author"),
                                                 QT_TRANSLATE_NOOP("Overview", "Start time"),
                                                 QT_TRANSLATE_NOOP("Overview", "Runtime"),
                                                 QT_TRANSLATE_NOOP("Overview", "Duration"),
                                                 QT_TRANSLATE_NOOP("Overview", "Host name"),
                                                 QT_TRANSLATE_NOOP("Overview", "OS"),
                                                 QT_TRANSLATE_NOOP("Overview", "Python version"),
                                                 QT_TRANSLATE_NOOP("Overview", "Python executable"),
                                                 QT_TRANSLATE_NOOP("Overview", "Command"),
                                                 QT_TRANSLATE_NOOP("Overview", "Git repository"),
                                                 QT_TRANSLATE_NOOP("Overview", "Git state"),
                                                 QT_TRANSLATE_NOOP("Overview", "System hardware"),
                                                 QT_TRANSLATE_NOOP("Overview", "W&B CLI version"),
                                                 QT_TRANSLATE_NOOP("Overview", "Group"),
                                                 QT_TRANSLATE_NOOP("Overview", "Job type"),
                                                 QT_TRANSLATE_NOOP("Overview", "Tags"),
                                                 QT_TRANSLATE_NOOP("Overview", "Locations"),
                                                 QT_TRANSLATE_NOOP("Overview", "Description")};

constexpr qsizetype kLongestReason = 300;

QString fieldToolTip(const OverviewField& field)
{
    if (field.label == "Runtime" && field.reason.empty())
        return OverviewForm::tr("Runtime: from start to end, pauses included.");
    if (field.label == "Duration" && field.reason.empty())
        return OverviewForm::tr("Duration: time spent computing or logging, pauses left out.");
    // A value that does not fit its line is whole here.
    const QString text = field.missing ? QString() : visibleExcerpt(field.text, 3000);
    const QString reason = visibleExcerpt(field.reason, 1000);
    return literalToolTip(text.isEmpty() || reason.isEmpty() ? QString(text + reason) : QString(text + u'\n' + reason));
}

} // namespace

QString overviewLabel(const std::string& label)
{
    return QCoreApplication::translate("Overview", label.c_str());
}

OverviewForm::OverviewForm(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_stateIcon(new QLabel(this))
    , m_descriptionLabel(new QLabel(overviewLabel("Description"), this))
    , m_description(new SafeTextBrowser(this))
{
    setObjectName(QStringLiteral("overviewForm"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, kLabelWidth);
    m_grid->setColumnStretch(1, 1);
    QFont heading = font();
    heading.setWeight(QFont::DemiBold);
    m_descriptionLabel->setFont(heading);
    m_description->setObjectName(QStringLiteral("descriptionBrowser"));
    m_description->setAccessibleName(overviewLabel("Description"));
    m_description->document()->setDocumentMargin(8);
    m_descriptionHead = makeDescriptionHead();
    connect(&theme, &Theme::changed, this, &OverviewForm::followTheme);
}

OverviewForm::Row& OverviewForm::row(const OverviewField& field)
{
    const auto [place, isNew] = m_rows.try_emplace(field.label);
    if (!isNew)
        return place->second;
    const QString name = overviewLabel(field.label);
    const int at = m_grid->rowCount();
    // A single "&" would make the next letter a key: "W&B CLI version".
    auto* label = new QLabel(QString(name).replace(u'&', QStringLiteral("&&")), this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new ValueField(m_theme, this);
    value->setObjectName(QString::fromStdString(field.label) + QStringLiteral("Field"));
    value->setAccessibleName(name);
    if (field.monospace)
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setBuddy(value);
    m_grid->setRowMinimumHeight(at, std::max(26, fontMetrics().height() + 8));
    m_grid->addWidget(label, at, 0);
    EditableField* const editable = makeEditable(field, name, value);
    if (field.label == "State")
        addState(value, at);
    else if (editable)
        m_grid->addWidget(editable, at, 1, 1, 2);
    else
        m_grid->addWidget(value, at, 1);
    if (field.label == "Run path")
        addCopyButton(tr("Copy run path"), at, value);
    if (field.label == "Command")
        addCopyButton(tr("Copy command"), at, value);
    place->second = {label, value, at, editable};
    return place->second;
}

void OverviewForm::addCopyButton(const QString& name, int gridRow, const QLineEdit* value)
{
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(m_theme.icon(QStringLiteral("copy")));
    button->setAutoRaise(true);
    button->setFixedSize(24, 24);
    connect(button, &QToolButton::clicked, value, [value] { QGuiApplication::clipboard()->setText(value->text()); });
    m_grid->addWidget(button, gridRow, 2);
}

void OverviewForm::setRun(const Run& run, const RunDetail& detail)
{
    for (const OverviewField& field : overviewFields(run, detail)) {
        if (field.label == "Description")
            setDescription(field, run);
        else
            setField(field, run);
    }
    setLocations(detail);
    if (m_grid->indexOf(m_description) < 0) {
        const int at = m_grid->rowCount();
        m_grid->addWidget(m_descriptionHead, at, 0, 1, 4);
        m_grid->addWidget(m_description, at + 1, 0, 1, 4);
        m_grid->setRowStretch(at + 2, 1);
    }
    m_state = run.state;
    setMark(run, detail);
    setEditable(m_can);
    refreshState();
    fitDescription();
}

/// Of a run that is in one place only, the source says where.
void OverviewForm::setLocations(const RunDetail& detail)
{
    OverviewField field{"Locations", {}, {}, false, true};
    QStringList places;
    // What the SDK left comes before the recorder's own folder, which nobody looks for.
    std::vector<std::string> all = runLocations(detail);
    std::stable_partition(all.begin(), all.end(), [&detail](const std::string& place) {
        return detail.segments.empty() || !detail.segments.front().log.empty() ||
               place != detail.segments.front().folder;
    });
    for (const std::string& place : all)
        places.append(visibleExcerpt(place, 1000));
    const Row& its = row(field);
    const bool isSeveral = places.size() > 1;
    auto* value = static_cast<ValueField*>(its.value);
    value->showText(places.join(QStringLiteral(", ")));
    value->setToolTip(literalToolTip(places.join(u'\n')));
    m_grid->setRowMinimumHeight(its.gridRow, isSeveral ? std::max(26, fontMetrics().height() + 8) : 0);
    its.label->setVisible(isSeveral);
    value->setVisible(isSeveral);
}

void OverviewForm::setField(const OverviewField& field, const Run& run)
{
    const Row& its = row(field);
    setEdited(its, field.label, run);
    if (its.editable && its.editable->isBusy())
        return;
    auto* value = static_cast<ValueField*>(its.value);
    value->showText(visibleText(field.text));
    value->setToolTip(fieldToolTip(field));
    value->setMissing(field.missing);
    if (field.label == "State") {
        // Why a person says so belongs beside it.
        if (isMarkReason(run.stateReason))
            //: %1 is a state, %2 why it is shown
            value->showText(tr("%1 (%2)").arg(visibleText(field.text),
                                              visibleExcerpt(stateReasonText(run.stateReason), kLongestReason)));
        value->setState(run.state);
    }
    if (field.label == "Tags") {
        QStringList tags;
        for (const std::string& tag : run.tags)
            tags.append(visibleExcerpt(tag, 200));
        value->setChips(tags);
    }
}

void OverviewForm::setRuntime(double seconds)
{
    const auto row = m_rows.find("Runtime");
    if (row == m_rows.end())
        return;
    auto* value = static_cast<ValueField*>(row->second.value);
    value->showText(QString::fromStdString(durationText(seconds)));
    value->setMissing(false);
}

void OverviewForm::setDescription(const OverviewField& field, const Run& run)
{
    setDescriptionEdit(run);
    if (m_originalDescription->isChecked())
        return;
    m_description->setToolTip(field.missing ? fieldToolTip(field) : QString());
    m_isDescribed = !field.missing;
    m_description->showMarkdown(field.missing ? tr("No description. Press the pencil or F2 to write one.")
                                              : QString::fromStdString(run.notes));
}

void OverviewForm::followTheme()
{
    QPalette colours;
    if (!m_isDescribed)
        colours.setColor(QPalette::Text, m_theme.color(Theme::Token::Muted));
    m_description->setPalette(colours);
    const QIcon icon = m_isStopping ? m_theme.stoppingIcon() : m_theme.stateIcon(m_state);
    m_stateIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
}

void OverviewForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitDescription();
}

void OverviewForm::fitDescription()
{
    const int wanted = m_description->heightForText(std::max(width(), 200)) + 4;
    m_description->setFixedHeight(std::clamp(wanted, 40, kMostDescriptionHeight));
}

} // namespace runglass
