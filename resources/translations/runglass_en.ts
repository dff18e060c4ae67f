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
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
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
    <name>runglass::BandsDrawing</name>
    <message numerus="yes">
        <source>Percentiles of %n histograms of %1 in %2; the last from %3 to %4, half of it below %5.</source>
        <extracomment>What a panel of percentiles shows; %1 is a metric, %2 a run, %3 to %5 are values.</extracomment>
        <translation>
            <numerusform>Percentiles of %n histogram of %1 in %2; the last from %3 to %4, half of it below %5.</numerusform>
            <numerusform>Percentiles of %n histograms of %1 in %2; the last from %3 to %4, half of it below %5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::BarsBody</name>
    <message numerus="yes">
        <source>%n runs without a value</source>
        <translation>
            <numerusform>%n run without a value</numerusform>
            <numerusform>%n runs without a value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::BarsDrawing</name>
    <message numerus="yes">
        <source>%n groups of runs, mean of %1.</source>
        <extracomment>What a bar chart shows; %1 is a column.</extracomment>
        <translation>
            <numerusform>%n group of runs, mean of %1.</numerusform>
            <numerusform>%n groups of runs, mean of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of %1, and how many runs have them.</source>
        <translation>
            <numerusform>%n value of %1, and how many runs have it.</numerusform>
            <numerusform>%n values of %1, and how many runs have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs, %1 of each.</source>
        <translation>
            <numerusform>%n run, its %1.</numerusform>
            <numerusform>%n runs, %1 of each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of runs, how %1 is distributed in each.</source>
        <translation>
            <numerusform>%n group of runs, how %1 is distributed in it.</numerusform>
            <numerusform>%n groups of runs, how %1 is distributed in each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::BodyTableDialog</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
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
    <message numerus="yes">
        <source>Select %n run(s)</source>
        <extracomment>How many runs a box over a chart will select, or take out of the selection.</extracomment>
        <translation>
            <numerusform>Select %n run</numerusform>
            <numerusform>Select %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unselect %n run(s)</source>
        <extracomment>the same, of a box that unselects</extracomment>
        <translation>
            <numerusform>Unselect %n run</numerusform>
            <numerusform>Unselect %n runs</numerusform>
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
    <name>runglass::CommandFeedback</name>
    <message numerus="yes">
        <source>Description saved for %n run(s).</source>
        <translation>
            <numerusform>Description saved for %n run.</numerusform>
            <numerusform>Description saved for %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags changed on %n run(s).</source>
        <translation>
            <numerusform>Tags changed on %n run.</numerusform>
            <numerusform>Tags changed on %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) renamed.</source>
        <translation>
            <numerusform>%n run renamed.</numerusform>
            <numerusform>%n runs renamed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group changed on %n run(s).</source>
        <translation>
            <numerusform>Group changed on %n run.</numerusform>
            <numerusform>Group changed on %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Job type changed on %n run(s).</source>
        <translation>
            <numerusform>Job type changed on %n run.</numerusform>
            <numerusform>Job type changed on %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) changed.</source>
        <translation>
            <numerusform>%n run changed.</numerusform>
            <numerusform>%n runs changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) moved to Trash.</source>
        <translation>
            <numerusform>%n run moved to Trash.</numerusform>
            <numerusform>%n runs moved to Trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) restored.</source>
        <translation>
            <numerusform>%n run restored.</numerusform>
            <numerusform>%n runs restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) removed for good, %1 freed.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n run removed for good, %1 freed.</numerusform>
            <numerusform>%n runs removed for good, %1 freed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) locked.</source>
        <translation>
            <numerusform>%n run locked.</numerusform>
            <numerusform>%n runs locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) unlocked.</source>
        <translation>
            <numerusform>%n run unlocked.</numerusform>
            <numerusform>%n runs unlocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupt sent. %n run(s) are stopping.</source>
        <translation>
            <numerusform>Interrupt sent. %n run is stopping.</numerusform>
            <numerusform>Interrupt sent. %n runs are stopping.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not deleted.</source>
        <translation>
            <numerusform>%n run was not deleted.</numerusform>
            <numerusform>%n runs were not deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not restored.</source>
        <translation>
            <numerusform>%n run was not restored.</numerusform>
            <numerusform>%n runs were not restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not removed.</source>
        <translation>
            <numerusform>%n run was not removed.</numerusform>
            <numerusform>%n runs were not removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not stopped.</source>
        <translation>
            <numerusform>%n run was not stopped.</numerusform>
            <numerusform>%n runs were not stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not changed.</source>
        <translation>
            <numerusform>%n run was not changed.</numerusform>
            <numerusform>%n runs were not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State of %n run(s) marked.</source>
        <translation>
            <numerusform>State of %n run marked.</numerusform>
            <numerusform>State of %n runs marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark of %n run(s) taken back.</source>
        <translation>
            <numerusform>Mark of %n run taken back.</numerusform>
            <numerusform>Marks of %n runs taken back.</numerusform>
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
    <name>runglass::ComparerBody</name>
    <message numerus="yes">
        <source>first %1 of %n run(s)</source>
        <translation>
            <numerusform>first %1 of %n run</numerusform>
            <numerusform>first %1 of %n runs</numerusform>
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
    <message numerus="yes">
        <source>value · %n row(s)</source>
        <translation>
            <numerusform>value · %n row</numerusform>
            <numerusform>value · %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %n run(s)?</source>
        <translation>
            <numerusform>Delete %n run?</numerusform>
            <numerusform>Delete %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The IDs %1 and %n more cannot be used again. A script that starts a run with one of them gets an error.</source>
        <translation>
            <numerusform>The IDs %1 and %n more cannot be used again. A script that starts a run with one of them gets an error.</numerusform>
            <numerusform>The IDs %1 and %n more cannot be used again. A script that starts a run with one of them gets an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are left out</source>
        <translation>
            <numerusform>%n run is left out</numerusform>
            <numerusform>%n runs are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete the %n artifact(s) that only these runs made</source>
        <translation>
            <numerusform>Also delete the %n artifact that only these runs made</numerusform>
            <numerusform>Also delete the %n artifacts that only these runs made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) stay: other runs use them.</source>
        <translation>
            <numerusform>%n artifact stays: other runs use it.</numerusform>
            <numerusform>%n artifacts stay: other runs use them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) stay: other collections link to them.</source>
        <translation>
            <numerusform>%n artifact stays: other collections link to it.</numerusform>
            <numerusform>%n artifacts stay: other collections link to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::DescriptionDialog</name>
    <message numerus="yes">
        <source>One description for %n run(s), in the place of what each of them has</source>
        <translation>
            <numerusform>One description for %n run, in the place of what it has</numerusform>
            <numerusform>One description for %n runs, in the place of what each of them has</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::FailuresDialog</name>
    <message numerus="yes">
        <source>%n run(s) were left as they are.</source>
        <translation>
            <numerusform>%n run was left as it is.</numerusform>
            <numerusform>%n runs were left as they are.</numerusform>
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
    <name>runglass::HistogramBody</name>
    <message numerus="yes">
        <source>%n histograms without a time</source>
        <translation>
            <numerusform>%n histogram without a time</numerusform>
            <numerusform>%n histograms without a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::HistogramMarks</name>
    <message numerus="yes">
        <source>%n histograms of %1 in %2, values from %3 to %4.</source>
        <extracomment>What a histogram panel shows; %1 is a metric, %2 a run, %3 and %4 are values.</extracomment>
        <translation>
            <numerusform>%n histogram of %1 in %2, values from %3 to %4.</numerusform>
            <numerusform>%n histograms of %1 in %2, values from %3 to %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ImagesBody</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <comment>runs that logged nothing</comment>
        <translation>
            <numerusform>%n without</numerusform>
            <numerusform>%n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of at most %1 picked</source>
        <extracomment>pictures that are to be shown side by side; at most %1</extracomment>
        <translation>
            <numerusform>%n picture of at most %1 picked</numerusform>
            <numerusform>%n pictures of at most %1 picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::LinesForm</name>
    <message numerus="yes">
        <source>%n metrics chosen</source>
        <translation>
            <numerusform>%n metric chosen</numerusform>
            <numerusform>%n metrics chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n panels</source>
        <extracomment>Below the form of a panel; %1 is &quot;24 metrics chosen&quot;.</extracomment>
        <translation>
            <numerusform>%1, in %n panel</numerusform>
            <numerusform>%1, in %n panels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the parentheses would make %n panels</source>
        <translation>
            <numerusform>%1; the parentheses would make %n panel</numerusform>
            <numerusform>%1; the parentheses would make %n panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::LoggedKeyForm</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
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
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n run selected</numerusform>
            <numerusform>%n runs selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) unselected</source>
        <translation>
            <numerusform>%n run unselected</numerusform>
            <numerusform>%n runs unselected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::MarkStateDialog</name>
    <message numerus="yes">
        <source>Mark %n run(s) as</source>
        <translation>
            <numerusform>Mark %n run as</numerusform>
            <numerusform>Mark %n runs as</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::MarkdownBody</name>
    <message numerus="yes">
        <source>The note is too long: %n character(s) more than there may be.</source>
        <translation>
            <numerusform>The note is too long: %n character more than there may be.</numerusform>
            <numerusform>The note is too long: %n characters more than there may be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::MarkdownForm</name>
    <message numerus="yes">
        <source>The note is too long: %n character(s) more than there may be.</source>
        <translation>
            <numerusform>The note is too long: %n character more than there may be.</numerusform>
            <numerusform>The note is too long: %n characters more than there may be.</numerusform>
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
    <name>runglass::PanelActions</name>
    <message numerus="yes">
        <source>Remove these %n panels</source>
        <translation>
            <numerusform>Remove this panel</numerusform>
            <numerusform>Remove these %n panels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide these %n panels</source>
        <translation>
            <numerusform>Hide this panel</numerusform>
            <numerusform>Hide these %n panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::PanelEditor</name>
    <message numerus="yes">
        <source>Add %n panels</source>
        <translation>
            <numerusform>Add %n panel</numerusform>
            <numerusform>Add %n panels</numerusform>
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
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ParallelDrawing</name>
    <message numerus="yes">
        <source>%n runs over %1.</source>
        <extracomment>What parallel coordinates show; %1 is a list of columns.</extracomment>
        <translation>
            <numerusform>%n run over %1.</numerusform>
            <numerusform>%n runs over %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::PlotBody</name>
    <message numerus="yes">
        <source>Select %n run(s)</source>
        <extracomment>How many runs a box over a plot will select, or take out of the selection.</extracomment>
        <translation>
            <numerusform>Select %n run</numerusform>
            <numerusform>Select %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unselect %n run(s)</source>
        <extracomment>the same, of a box that unselects</extracomment>
        <translation>
            <numerusform>Unselect %n run</numerusform>
            <numerusform>Unselect %n runs</numerusform>
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
    <name>runglass::RecorderActions</name>
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
    <name>runglass::RunValuesPopover</name>
    <message numerus="yes">
        <source>Tags of %n run(s)</source>
        <translation>
            <numerusform>Tags of %n run</numerusform>
            <numerusform>Tags of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group of %n run(s)</source>
        <translation>
            <numerusform>Group of %n run</numerusform>
            <numerusform>Group of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Job type of %n run(s)</source>
        <translation>
            <numerusform>Job type of %n run</numerusform>
            <numerusform>Job type of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n run(s)</source>
        <translation>
            <numerusform>Rename %n run</numerusform>
            <numerusform>Rename %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::RunsByValueDialog</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
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
    <name>runglass::ScatterBody</name>
    <message numerus="yes">
        <source>%n runs without a place</source>
        <extracomment>Beside the title: runs that lack a value of an axis.</extracomment>
        <translation>
            <numerusform>%n run without a place</numerusform>
            <numerusform>%n runs without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ScatterDrawing</name>
    <message numerus="yes">
        <source>%n runs, %1 over %2.</source>
        <extracomment>What a scatter plot shows; %1 and %2 are columns.</extracomment>
        <translation>
            <numerusform>%n run, %1 over %2.</numerusform>
            <numerusform>%n runs, %1 over %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are on the frontier, where %1 is better %2 and %3 is better %4.</source>
        <extracomment>Of a scatter plot; %1 and %3 are columns, %2 and %4 are &quot;smaller&quot; or &quot;larger&quot;.</extracomment>
        <translation>
            <numerusform>%n is on the frontier, where %1 is better %2 and %3 is better %4.</numerusform>
            <numerusform>%n are on the frontier, where %1 is better %2 and %3 is better %4.</numerusform>
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
    <name>runglass::StopDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n run(s)?</source>
        <translation>
            <numerusform>Stop %n run?</numerusform>
            <numerusform>Stop %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This process writes %n more run(s), which end with it: %1</source>
        <translation>
            <numerusform>This process writes %n more run, which ends with it: %1</numerusform>
            <numerusform>This process writes %n more runs, which end with it: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupt the %n other process(es) of its group too</source>
        <translation>
            <numerusform>Interrupt the %n other process of its group too</numerusform>
            <numerusform>Interrupt the %n other processes of its group too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These processes write %n more run(s), which end with them: %1</source>
        <translation>
            <numerusform>These processes write %n more run, which ends with them: %1</numerusform>
            <numerusform>These processes write %n more runs, which end with them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::TableBody</name>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
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
        <source>%n more table(s) could not be read.</source>
        <translation>
            <numerusform>%n more table could not be read.</numerusform>
            <numerusform>%n more tables could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many rows: the tables of %n run(s) are left out.</source>
        <translation>
            <numerusform>There are too many rows: the table of %n run is left out.</numerusform>
            <numerusform>There are too many rows: the tables of %n runs are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n row is hidden by the filter.</numerusform>
            <numerusform>%n rows are hidden by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::TrashPage</name>
    <message numerus="yes">
        <source>%n run(s), %1</source>
        <extracomment>%n runs in the trash, %1 is their size</extracomment>
        <translation>
            <numerusform>%n run, %1</numerusform>
            <numerusform>%n runs, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) for good?</source>
        <translation>
            <numerusform>Delete %n run for good?</numerusform>
            <numerusform>Delete %n runs for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are removed for good and %1 is freed. This cannot be undone.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n run is removed for good and %1 is freed. This cannot be undone.</numerusform>
            <numerusform>%n runs are removed for good and %1 is freed. This cannot be undone.</numerusform>
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
