// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/artifacts/ArtifactPane.h"

#include "models/items/Format.h"
#include "models/items/PreviewKind.h"
#include "models/items/VisibleText.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/overview/ValueField.h"
#include "widgets/overview/ValueTreePane.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kLabelWidth = 88;
constexpr int kMostDescriptionHeight = 260;

QStringList shownList(const std::vector<std::string>& texts)
{
    QStringList shown;
    for (const std::string& text : texts)
        shown.append(visibleExcerpt(text, 200));
    return shown;
}

std::string joined(const std::vector<std::string>& texts)
{
    return shownList(texts).join(QStringLiteral(", ")).toStdString();
}

} // namespace

ArtifactPane::ArtifactPane(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_nothing(new EmptyState(theme, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("artifactPane"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makePage());
    m_nothing->setContent(QStringLiteral("artifact"), tr("No artifact is chosen"),
                          tr("Choose an artifact to see what is known of it."));
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_nothing);
    stack->addWidget(m_scroll);
    connect(&theme, &Theme::changed, this, &ArtifactPane::followTheme);
}

QWidget* ArtifactPane::makePage()
{
    auto* page = new QWidget(m_scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_icon = new QLabel(page);
    m_name = new ElidedLabel({}, page);
    m_name->setObjectName(QStringLiteral("artifactNameLabel"));
    m_name->setElideMode(Qt::ElideMiddle);
    QFont font = m_name->font();
    font.setPointSizeF(font.pointSizeF() + 2);
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    auto* copy = new QPushButton(m_theme.icon(QStringLiteral("copy")), tr("Copy name"), page);
    copy->setObjectName(QStringLiteral("copyNameButton"));
    copy->setToolTip(tr("Copy the name, with its version where there is one"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_copyName); });
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_name, 1);
    head->addWidget(copy);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(1, 1);
    m_of = addFact(grid, tr("Artifact"));
    m_type = addFact(grid, tr("Type"));
    m_version = addFact(grid, tr("Version"));
    m_aliases = addFact(grid, tr("Aliases"));
    m_tags = addFact(grid, tr("Tags"));
    m_digest = addFact(grid, tr("Digest"));
    m_size = addFact(grid, tr("Size"));
    m_reference = addFact(grid, tr("Reference"));
    for (const Fact& fact : {m_digest, m_reference})
        fact.value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_descriptionLabel = new QLabel(tr("Description"), page);
    QFont heading = m_descriptionLabel->font();
    heading.setWeight(QFont::DemiBold);
    m_descriptionLabel->setFont(heading);
    m_description = new SafeTextBrowser(page);
    m_description->setObjectName(QStringLiteral("artifactDescription"));
    m_description->setAccessibleName(tr("Description"));
    m_description->document()->setDocumentMargin(8);
    m_metadata = new ValueTreePane(m_theme, ValueTreeModel::Kind::Values, tr("Metadata"), tr("Search metadata"), page);
    m_metadata->setObjectName(QStringLiteral("metadataPane"));

    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 12, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addLayout(grid);
    layout->addWidget(m_descriptionLabel);
    layout->addWidget(m_description);
    layout->addWidget(m_metadata);
    layout->addStretch(1);
    return page;
}

ArtifactPane::Fact ArtifactPane::addFact(QGridLayout* grid, const QString& name)
{
    const int row = grid->rowCount();
    auto* label = new QLabel(name, m_scroll);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new ValueField(m_theme, m_scroll);
    value->setAccessibleName(name);
    label->setBuddy(value);
    // Of the value, not of the row: a hidden row takes no room.
    value->setMinimumHeight(std::max(26, fontMetrics().height() + 8));
    grid->addWidget(label, row, 0);
    grid->addWidget(value, row, 1);
    return {label, value};
}

void ArtifactPane::setFact(const Fact& fact, const std::string& text, const QString& reason)
{
    const QString shown = text.empty() ? format::missing() : visibleExcerpt(text, 4000);
    fact.value->showText(shown);
    fact.value->setToolTip(text.empty() ? reason : literalToolTip(shown));
    fact.value->setMissing(text.empty());
}

void ArtifactPane::followTheme()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void ArtifactPane::showFacts(const QString& icon, const std::string& title, bool isMember)
{
    m_iconName = icon;
    followTheme();
    m_name->setText(visibleExcerpt(title, 1000));
    const auto show = [](const Fact& fact, bool isShown) {
        fact.label->setVisible(isShown);
        fact.value->setVisible(isShown);
    };
    for (const Fact& fact : {m_type, m_version, m_aliases, m_tags})
        show(fact, !isMember);
    for (const Fact& fact : {m_of, m_reference})
        show(fact, isMember);
    m_metadata->setVisible(!isMember);
    m_descriptionLabel->setVisible(!isMember);
    m_description->setVisible(!isMember);
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_scroll);
}

void ArtifactPane::setArtifact(const Artifact& artifact)
{
    const QString notRecorded = tr("This run did not record it.");
    const std::string name = artifact.version.empty() ? artifact.name : artifact.name + ':' + artifact.version;
    m_copyName = visibleText(name);
    setFact(m_type, artifact.type, notRecorded);
    setFact(m_version, artifact.version, tr("A server gives versions. The SDK does not write them in offline mode."));
    setFact(m_aliases, joined(artifact.aliases), notRecorded);
    m_aliases.value->setChips(shownList(artifact.aliases));
    setFact(m_tags, joined(artifact.tags), notRecorded);
    m_tags.value->setChips(shownList(artifact.tags));
    setFact(m_digest, artifact.digest, notRecorded);
    setFact(m_size,
            tr("%1 in %n file(s)", nullptr, static_cast<int>(artifact.members.size()))
                .arg(format::bytes(artifact.sizeBytes()))
                .toStdString(),
            {});
    showFacts(QStringLiteral("artifact"), name, false);
    m_description->showMarkdown(QString::fromStdString(artifact.description));
    const int height = m_description->heightForText(std::max(200, m_scroll->viewport()->width() - 40)) + 4;
    m_description->setFixedHeight(std::clamp(height, 40, kMostDescriptionHeight));
    m_description->setVisible(!artifact.description.empty());
    m_descriptionLabel->setVisible(!artifact.description.empty());
    m_metadata->setValue(std::make_shared<const Value>(artifact.metadata));
}

void ArtifactPane::setMember(const Artifact& artifact, const ArtifactMember& member)
{
    m_copyName = visibleText(member.path);
    setFact(m_of, artifact.name, {});
    setFact(m_digest, member.digest, tr("This run did not record it."));
    setFact(m_size, member.sizeBytes ? format::bytes(*member.sizeBytes).toStdString() : std::string(),
            tr("The size of a reference is not known."));
    setFact(m_reference, member.reference, tr("This file is stored in the artifact."));
    showFacts(previewIcon(member.path), member.path, true);
}

void ArtifactPane::clear()
{
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_nothing);
}

} // namespace runglass
