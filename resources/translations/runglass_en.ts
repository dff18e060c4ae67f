<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FilePreview</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupText</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other value(s)</source>
        <translation>
            <numerusform>and %n other value</numerusform>
            <numerusform>and %n other values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactPane</name>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1 in %n file</numerusform>
            <numerusform>%1 in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactsTab</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ChartLegend</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ChartPanel</name>
    <message numerus="yes">
        <source>%n points without a place</source>
        <extracomment>Beside a panel&apos;s title: they have no time, or its x axis was not logged with them.</extracomment>
        <translation>
            <numerusform>%n point without a place</numerusform>
            <numerusform>%n points without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ChartTooltip</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ChartView</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ColourLegendModel</name>
    <message numerus="yes">
        <source>%1: %n run(s)</source>
        <extracomment>%1 is what a colour stands for: &quot;0.1 to 0.2&quot;</extracomment>
        <translation>
            <numerusform>%1: %n run</numerusform>
            <numerusform>%1: %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::CompareDialog</name>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n key(s) differ</source>
        <translation>
            <numerusform>%1 of %n key differs</numerusform>
            <numerusform>%1 of %n keys differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) are left out</source>
        <comment>of a comparison: too many were chosen</comment>
        <translation>
            <numerusform>%n more run is left out</numerusform>
            <numerusform>%n more runs are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::CompletionModel</name>
    <message numerus="yes">
        <source>value · %n run(s)</source>
        <translation>
            <numerusform>value · %n run</numerusform>
            <numerusform>value · %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::FilesModel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::FilesTab</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::LogsTab</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::MainWindow</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n that match</source>
        <translation>
            <numerusform>Select the %n that matches</numerusform>
            <numerusform>Select all %n that match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::OutputCommands</name>
    <message numerus="yes">
        <source>Copied %n run(s)</source>
        <translation>
            <numerusform>Copied %n run</numerusform>
            <numerusform>Copied %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n run(s) to %1</source>
        <translation>
            <numerusform>Exported %n run to %1</numerusform>
            <numerusform>Exported %n runs to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) could not be read and are not in the file.</source>
        <translation>
            <numerusform>%n run could not be read and is not in the file.</numerusform>
            <numerusform>%n runs could not be read and are not in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::PanelEditor</name>
    <message numerus="yes">
        <source>%n metrics chosen</source>
        <translation>
            <numerusform>%n metric chosen</numerusform>
            <numerusform>%n metrics chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::PanelHead</name>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n panel</numerusform>
            <numerusform>%n panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ProjectsModel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::RecorderCommands</name>
    <message numerus="yes">
        <source>The recorder keeps running until %n active run(s) end.</source>
        <translation>
            <numerusform>The recorder keeps running until %n active run ends.</numerusform>
            <numerusform>The recorder keeps running until %n active runs end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are being recorded.</source>
        <translation>
            <numerusform>%n run is being recorded.</numerusform>
            <numerusform>%n runs are being recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::RunListModel</name>
    <message numerus="yes">
        <source>%n of them stand(s) above, pinned to the top.</source>
        <translation>
            <numerusform>%n of them stands above, pinned to the top.</numerusform>
            <numerusform>%n of them stand above, pinned to the top.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::RunsHeader</name>
    <message numerus="yes">
        <source>Select all %n that match</source>
        <translation>
            <numerusform>Select the %n that matches</numerusform>
            <numerusform>Select all %n that match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::RunsTab</name>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n selected</source>
        <translation>
            <numerusform>, %n selected</numerusform>
            <numerusform>, %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the search.</source>
        <translation>
            <numerusform>%n run is hidden by the search.</numerusform>
            <numerusform>%n runs are hidden by the search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by search and filter.</source>
        <translation>
            <numerusform>%n run is hidden by search and filter.</numerusform>
            <numerusform>%n runs are hidden by search and filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n run is hidden by the filter.</numerusform>
            <numerusform>%n runs are hidden by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n group(s)</source>
        <comment>%1: &quot;18 runs&quot;</comment>
        <translation>
            <numerusform>%1 in %n group</numerusform>
            <numerusform>%1 in %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::SafeTextBrowser</name>
    <message numerus="yes">
        <source>… %n more character(s) are not shown here.</source>
        <translation>
            <numerusform>… %n more character is not shown here.</numerusform>
            <numerusform>… %n more characters are not shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not listed</source>
        <comment>ticked, but left out by search or filter</comment>
        <translation>
            <numerusform>%n more not listed</numerusform>
            <numerusform>%n more not listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked run(s) are left out by the search or the filter. Nothing is done to them; they count again when they are listed again.</source>
        <translation>
            <numerusform>%n ticked run is left out by the search or the filter. Nothing is done to it; it counts again when it is listed again.</numerusform>
            <numerusform>%n ticked runs are left out by the search or the filter. Nothing is done to them; they count again when they are listed again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::SeriesTableDialog</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::StatusStrip</name>
    <message numerus="yes">
        <source>Cancelled. %n run(s) were read.</source>
        <translation>
            <numerusform>Cancelled. %n run was read.</numerusform>
            <numerusform>Cancelled. %n runs were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n run(s)</source>
        <translation>
            <numerusform>Loaded %n run</numerusform>
            <numerusform>Loaded %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n run(s), updated with F5 only</source>
        <translation>
            <numerusform>Loaded %n run, updated with F5 only</numerusform>
            <numerusform>Loaded %n runs, updated with F5 only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ValueTreeModel</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <extracomment>Size of a nested value, in the type column</extracomment>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n value(s))</source>
        <translation>
            <numerusform>(%n value)</numerusform>
            <numerusform>(%n values)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ValueTreePane</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::WarningStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::WorkspaceTab</name>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n panel</numerusform>
            <numerusform>%n panels</numerusform>
        </translation>
    </message>
</context>
</TS>
