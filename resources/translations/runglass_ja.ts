<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AxisLimitText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>A length of time: 1:30:00, 90 min, 2 h or seconds</source>
        <translation>時間の長さ: 1:30:00、90 min、2 h、または秒数</translation>
    </message>
    <message>
        <source>A date and time: 2026-03-01 14:05, or with a zone 2026-03-01T14:05+09:00</source>
        <translation>日付と時刻: 2026-03-01 14:05、またはタイムゾーン付きで 2026-03-01T14:05+09:00</translation>
    </message>
    <message>
        <source>A number; of times also 1:30:00, 90 min or 2 h</source>
        <translation>数値。時間には 1:30:00、90 min、2 h も使えます</translation>
    </message>
    <message>
        <source>A number: 0.5 or 1e-3</source>
        <translation>数値: 0.5 や 1e-3</translation>
    </message>
</context>
<context>
    <name>ComparerBody</name>
    <message>
        <source>Run comparer</source>
        <translation>run の比較</translation>
    </message>
    <message>
        <source>Config and summary of the shown runs side by side</source>
        <translation>表示中の run の config と summary を並べます</translation>
    </message>
</context>
<context>
    <name>CompletionModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>ジョブタイプ</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run ID</translation>
    </message>
    <message>
        <source>Run path</source>
        <translation>Run パス</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>エンティティ</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>終了コード</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>編集済み</translation>
    </message>
</context>
<context>
    <name>Crosshair</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <extracomment>The name of a run in a chart&apos;s legend and tooltip.</extracomment>
        <translation>%1（ベースライン）</translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message>
        <source>Too large to preview (%1). The first %2 are shown.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>プレビューできるサイズを超えています(%1)。先頭 %2 を表示しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no valid JSON (%1). The text is shown as it is.</source>
        <translation>正しい JSON ではありません(%1)。テキストのまま表示しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>This picture could not be decoded: %1.</source>
        <translation>この画像を読み取れません: %1。</translation>
    </message>
    <message>
        <source>its size is not valid</source>
        <translation>大きさが正しくありません</translation>
    </message>
    <message>
        <source>This picture is too large to preview (%1 × %2).</source>
        <translation>この画像は大きすぎてプレビューできません(%1 × %2)。</translation>
    </message>
    <message>
        <source>This picture is shown smaller than it is.</source>
        <translation>この画像は縮小して表示しています。</translation>
    </message>
</context>
<context>
    <name>FilterError</name>
    <message>
        <source>At character %1: found %2, expected %3.</source>
        <translation>%1 文字目: %2ではなく%3が必要です。</translation>
    </message>
    <message>
        <source>To search for the word, write it in quotes: &apos;%1&apos;.</source>
        <translation>この語を検索するには、引用符で囲みます: &apos;%1&apos;。</translation>
    </message>
    <message>
        <source>As a text it stands in quotes: &apos;%1&apos;.</source>
        <translation>テキストとしては引用符で囲みます: &apos;%1&apos;。</translation>
    </message>
    <message>
        <source>Put a text that holds &quot;%1&quot; in quotes; patterns are regular expressions: name matches &apos;^run&apos;.</source>
        <translation>「%1」を含むテキストは引用符で囲みます。パターンは正規表現で書きます: name matches &apos;^run&apos;。</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>引用符が閉じていません。</translation>
    </message>
    <message>
        <source>A list stands in parentheses after in: state in (running, failed).</source>
        <translation>リストは in の後に括弧で書きます: state in (running, failed)。</translation>
    </message>
    <message>
        <source>Write and.</source>
        <translation>and と書きます。</translation>
    </message>
    <message>
        <source>Write matches: name matches &apos;^run&apos;.</source>
        <translation>matches と書きます: name matches &apos;^run&apos;。</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>%1 と書きます。</translation>
    </message>
    <message>
        <source>Write tags = &apos;%1&apos; for lists, name contains &apos;%1&apos; for text.</source>
        <translation>リストには tags = &apos;%1&apos;、テキストには name contains &apos;%1&apos; と書きます。</translation>
    </message>
    <message>
        <source>A column cannot be compared with another.</source>
        <translation>列どうしは比較できません。</translation>
    </message>
    <message>
        <source>A W&amp;B API filter is one JSON object that begins the text.</source>
        <translation>W&amp;B API のフィルターは、式の先頭から始まる 1 つの JSON オブジェクトです。</translation>
    </message>
    <message>
        <source>groups are nested deeper than %1.</source>
        <translation>グループの入れ子が %1 段を超えています。</translation>
    </message>
    <message>
        <source>The filter is longer than a megabyte.</source>
        <translation>フィルターが 1 メガバイトを超えています。</translation>
    </message>
    <message>
        <source>a column is missing.</source>
        <translation>列がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no column.</source>
        <translation>「%1」は列ではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no column: a name between two dots is missing.</source>
        <translation>「%1」は列ではありません。ドットとドットの間に名前がありません。</translation>
    </message>
    <message>
        <source>the column comes first: write &quot;summary.loss &gt; %1&quot;.</source>
        <translation>列を先に書きます: 「summary.loss &gt; %1」。</translation>
    </message>
    <message>
        <source>null has no order: write &quot;%1 is null&quot;.</source>
        <translation>null に大小はありません。「%1 is null」と書きます。</translation>
    </message>
    <message>
        <source>&quot;not&quot; comes before the column: write &quot;not %1 %2 …&quot;.</source>
        <translation>not は列の前に書きます: 「not %1 %2 …」。</translation>
    </message>
    <message>
        <source>the regular expression cannot be read: %1.</source>
        <translation>正規表現を読み取れません: %1。</translation>
    </message>
    <message>
        <source>The W&amp;B API filter cannot be read: %1</source>
        <translation>W&amp;B API のフィルターを読み取れません: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is read as leet&apos;s.</source>
        <translation>「%1」は leet の書き方として読み取りました。</translation>
    </message>
    <message>
        <source>Write &quot;config.%1 exists&quot; or &quot;summary.%1 exists&quot;.</source>
        <translation>「config.%1 exists」または「summary.%1 exists」と書きます。</translation>
    </message>
    <message>
        <source>No filter looks in all of config: name the key, as in &quot;config.opt contains &apos;adam&apos;&quot;.</source>
        <translation>config 全体を対象にするフィルターはありません。「config.opt contains &apos;adam&apos;」のようにキーを指定します。</translation>
    </message>
    <message>
        <source>Write &quot;%1 = &apos;%2&apos;&quot;.</source>
        <translation>「%1 = &apos;%2&apos;」と書きます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known yet of any run.</source>
        <translation>「%1」はまだどの run についても分かっていません。</translation>
    </message>
    <message>
        <source>No run has %1.</source>
        <translation>%1 を持つ run はありません。</translation>
    </message>
    <message>
        <source>No run has %1: keys that begin with &quot;_&quot; are the SDK&apos;s own and no columns.</source>
        <translation>%1 を持つ run はありません。「_」で始まるキーは SDK 自身のもので、列にはなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in both config and summary. Write %2 or %3.</source>
        <translation>「%1」は config と summary の両方にあります。%2 または %3 と書いてください。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;.</source>
        <translation>「%1」という列はありません。</translation>
    </message>
    <message>
        <source>Is it %1?</source>
        <translation>%1 のことですか?</translation>
    </message>
    <message>
        <source>%1 is no column of the table.</source>
        <translation>%1 は表の列ではありません。</translation>
    </message>
    <message>
        <source>%1 holds more keys: name one.</source>
        <translation>%1 の下には複数のキーがあります。1 つを指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds %2.</source>
        <translation>「%1」は%2の列です。</translation>
    </message>
    <message>
        <source>Compare it with a time: 2026-11-23 or 2026-11-23T14:02.</source>
        <translation>時刻と比較してください: 2026-11-23 または 2026-11-23T14:02。</translation>
    </message>
    <message>
        <source>Compare it with seconds or a duration: 90 or 2h.</source>
        <translation>秒数または期間と比較してください: 90 または 2h。</translation>
    </message>
    <message>
        <source>Compare it with a text: &apos;%1&apos;.</source>
        <translation>テキストと比較してください: &apos;%1&apos;。</translation>
    </message>
    <message>
        <source>Compare it with a number.</source>
        <translation>数値と比較してください。</translation>
    </message>
    <message>
        <source>Compare it with a text.</source>
        <translation>テキストと比較してください。</translation>
    </message>
    <message>
        <source>Compare it with true or false.</source>
        <translation>true または false と比較してください。</translation>
    </message>
    <message>
        <source>Only exists and is null can be asked.</source>
        <translation>使えるのは exists と is null だけです。</translation>
    </message>
    <message>
        <source>Only text can be searched with %1.</source>
        <translation>%1 で検索できるのはテキストだけです。</translation>
    </message>
    <message>
        <source>Only times lie within.</source>
        <translation>within last を使えるのは時刻だけです。</translation>
    </message>
    <message>
        <source>They have no order: use = or ≠.</source>
        <translation>大小はありません。= または ≠ を使ってください。</translation>
    </message>
    <message>
        <source>A list has no order: use =, in or contains.</source>
        <translation>リストに大小はありません。=、in、contains を使ってください。</translation>
    </message>
    <message>
        <source>No state is called %1: there are running, finished, failed, crashed, killed, pending and unknown.</source>
        <translation>%1 という状態はありません。状態は running、finished、failed、crashed、killed、pending、unknown です。</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>a duration as 7d</source>
        <translation>7d のような期間</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>times</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>true and false</source>
        <translation>真偽値</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>more keys</source>
        <translation>下位のキー</translation>
    </message>
    <message>
        <source>invalid escape sequence</source>
        <translation>無効なエスケープ</translation>
    </message>
    <message>
        <source>invalid character class</source>
        <translation>無効な文字クラス</translation>
    </message>
    <message>
        <source>invalid character class range</source>
        <translation>無効な文字クラスの範囲</translation>
    </message>
    <message>
        <source>missing ]</source>
        <translation>] がありません</translation>
    </message>
    <message>
        <source>missing )</source>
        <translation>) がありません</translation>
    </message>
    <message>
        <source>unexpected )</source>
        <translation>余分な )</translation>
    </message>
    <message>
        <source>trailing \</source>
        <translation>末尾の \</translation>
    </message>
    <message>
        <source>no argument for repetition operator</source>
        <translation>繰り返しの対象がありません</translation>
    </message>
    <message>
        <source>invalid repetition size</source>
        <translation>無効な繰り返し回数</translation>
    </message>
    <message>
        <source>bad repetition operator</source>
        <translation>無効な繰り返し演算子</translation>
    </message>
    <message>
        <source>invalid perl operator</source>
        <translation>無効な Perl 演算子</translation>
    </message>
    <message>
        <source>invalid UTF-8</source>
        <translation>無効な UTF-8</translation>
    </message>
    <message>
        <source>invalid named capture group</source>
        <translation>無効な名前付きグループ</translation>
    </message>
    <message>
        <source>pattern too large - compile failed</source>
        <translation>パターンが大きすぎます</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 または %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>lists of %1</source>
        <translation>%1のリスト</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>%1 文字目: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n 日前</numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>クラッシュ</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Uncategorized</source>
        <translation>Uncategorized</translation>
    </message>
</context>
<context>
    <name>GroupText</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>a column, before the value that the runs of a group share</extracomment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>± %1</source>
        <extracomment>standard deviation; %1 is a number</extracomment>
        <translation>± %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>from the lowest to the highest value</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 種類の値</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a line of a list: %1 is what it is, %2 how much</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mean ± std</source>
        <translation>平均 ± 標準偏差</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>棒の範囲</translation>
    </message>
    <message numerus="yes">
        <source>and %n other value(s)</source>
        <translation>
            <numerusform>ほか %n 種類の値</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>a group of runs without a value</comment>
        <translation>(なし)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>the head of a group: %1 is the value its runs share, %2 is &quot;5 runs&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 of “%2”</source>
        <extracomment>%1 is a column, %2 the value that the runs of a group share</extracomment>
        <translation>「%2」の %1</translation>
    </message>
    <message>
        <source>Runs with a value</source>
        <translation>値のある run</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 件中 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows with a value</source>
        <extracomment>how many runs of a group have a value: &quot;4 of 5&quot;</extracomment>
        <translation>値のある行</translation>
    </message>
</context>
<context>
    <name>HistogramData</name>
    <message>
        <source>Relative time (wall)</source>
        <translation>相対時間(実時間)</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>ステップ %1</translation>
    </message>
</context>
<context>
    <name>ImagesBody</name>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Logged pictures of the shown runs, with a slider for the step</source>
        <translation>表示中の run が記録した画像と、ステップのスライダー</translation>
    </message>
    <message>
        <source>Search images</source>
        <translation>画像を検索</translation>
    </message>
    <message>
        <source>Choose a key.</source>
        <translation>キーを選んでください。</translation>
    </message>
    <message>
        <source>The listed runs logged no images and no other media.</source>
        <translation>一覧の run は、画像などのメディアを記録していません。</translation>
    </message>
</context>
<context>
    <name>Index</name>
    <message>
        <source>%1 cannot be written (%2): what is read is kept in memory only.</source>
        <translation>%1 に書き込めないため（%2）、読み込んだ内容はメモリにのみ保持します。</translation>
    </message>
</context>
<context>
    <name>LookText</name>
    <message>
        <source>Time-weighted EMA</source>
        <translation>時間加重 EMA</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>ガウス</translation>
    </message>
    <message>
        <source>Running average</source>
        <translation>移動平均</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Min–max</source>
        <translation>最小–最大</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>標準誤差</translation>
    </message>
    <message>
        <source>As logged</source>
        <translation>記録どおり</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Relative time (wall)</source>
        <translation>相対時間(実時間)</translation>
    </message>
    <message>
        <source>Relative time (process)</source>
        <translation>相対時間(プロセス)</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <extracomment>Beside a panel&apos;s title; %1 is how much.</extracomment>
        <translation>平滑化 %1</translation>
    </message>
    <message>
        <source>without outliers</source>
        <translation>外れ値なし</translation>
    </message>
</context>
<context>
    <name>MarkdownBody</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>A note with headings, lists and links</source>
        <translation>見出し・箇条書き・リンクを書けるメモ</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>The mask cannot be read.</source>
        <translation>マスクを読み込めません。</translation>
    </message>
    <message>
        <source>The boxes cannot be read.</source>
        <translation>ボックスを読み込めません。</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Run path</source>
        <translation>run path</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Python version</source>
        <translation>Python バージョン</translation>
    </message>
    <message>
        <source>Python executable</source>
        <translation>Python 実行ファイル</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Git repository</source>
        <translation>Git リポジトリ</translation>
    </message>
    <message>
        <source>Git state</source>
        <translation>Git の状態</translation>
    </message>
    <message>
        <source>System hardware</source>
        <translation>ハードウェア</translation>
    </message>
    <message>
        <source>W&amp;B CLI version</source>
        <translation>W&amp;B CLI バージョン</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>ジョブタイプ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>The SDK does not write this in offline mode.</source>
        <translation>オフラインモードの SDK はこの値を書き込みません。</translation>
    </message>
    <message>
        <source>This run did not record it.</source>
        <translation>この run には記録がありません。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>クラッシュ</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <extracomment>%1 is a number, or a number with the signal it hints at: &quot;143 (128 + SIGTERM)&quot;</extracomment>
        <translation>終了コード %1</translation>
    </message>
    <message>
        <source>%1, with uncommitted changes</source>
        <extracomment>%1 is a commit</extracomment>
        <translation>%1(未コミットの変更あり)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is a commit, %2 a branch</extracomment>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>%1 on %2, with uncommitted changes</source>
        <extracomment>%1 is a commit, %2 a branch</extracomment>
        <translation>%2 の %1(未コミットの変更あり)</translation>
    </message>
    <message>
        <source>CPU 1 core</source>
        <translation>CPU 1 コア</translation>
    </message>
    <message>
        <source>CPU %1 cores</source>
        <extracomment>%1 is a number above 1</extracomment>
        <translation>CPU %1 コア</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>PanelKinds</name>
    <message>
        <source>Bar chart</source>
        <translation>棒グラフ</translation>
    </message>
    <message>
        <source>A bar a run, or a group, for a column of the table</source>
        <translation>表の列の値を run またはグループごとに棒で表示します</translation>
    </message>
    <message>
        <source>Histograms over steps</source>
        <translation>ヒストグラムの推移</translation>
    </message>
    <message>
        <source>How the values of a logged histogram change</source>
        <translation>記録されたヒストグラムの値の変化を表示します</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行座標</translation>
    </message>
    <message>
        <source>A line a run across several columns; an interval drawn on an axis filters the runs</source>
        <translation>複数の列を通る線を run ごとに表示します。軸上の範囲を指定すると run を絞り込みます</translation>
    </message>
    <message>
        <source>Runs by %1</source>
        <extracomment>Title of parallel coordinates, whose last axis colours the lines.</extracomment>
        <translation>%1 による run</translation>
    </message>
    <message>
        <source>Scatter plot</source>
        <translation>散布図</translation>
    </message>
    <message>
        <source>A point a run, over two columns of the table</source>
        <translation>表の 2 つの列に対して run を点で表示します</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <extracomment>Title of a scatter plot: y over x.</extracomment>
        <translation>%2 に対する %1</translation>
    </message>
</context>
<context>
    <name>PanelSections</name>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>This is no picture.</source>
        <translation>これは画像ではありません。</translation>
    </message>
    <message>
        <source>This picture is too large (%1 × %2).</source>
        <translation>この画像は大きすぎます (%1 × %2)。</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation>この画像は壊れています。</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>There is no home directory: what is read is kept in memory only.</source>
        <translation>ホームディレクトリがないため、読み込んだ内容はメモリにのみ保持します。</translation>
    </message>
    <message>
        <source>%1 is on a network file system: indexes are kept in %2.</source>
        <translation>%1 はネットワークファイルシステム上にあるため、索引は %2 に置きます。</translation>
    </message>
    <message>
        <source>%1 is on a network file system: what is read is kept in memory only.</source>
        <translation>%1 はネットワークファイルシステム上にあるため、読み込んだ内容はメモリにのみ保持します。</translation>
    </message>
    <message>
        <source>%1 cannot be written: what is read is kept in memory only.</source>
        <translation>%1 に書き込めないため、読み込んだ内容はメモリにのみ保持します。</translation>
    </message>
</context>
<context>
    <name>PlotValues</name>
    <message>
        <source>%1 (%2 s)</source>
        <extracomment>A length of time as people read it, and exactly: &quot;12m 31s (751.25 s)&quot;.</extracomment>
        <translation>%1 (%2 秒)</translation>
    </message>
    <message>
        <source>others</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>値なし</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
</context>
<context>
    <name>ProgramCall</name>
    <message>
        <source>%1 is not there, or cannot be started.</source>
        <translation>%1 が見つからないか、起動できません。</translation>
    </message>
</context>
<context>
    <name>RecorderControl</name>
    <message>
        <source>The recorder&apos;s program said nothing.</source>
        <translation>レコーダーのプログラムからの応答がありません。</translation>
    </message>
    <message>
        <source>The recorder (process %1 on %2) is not this computer&apos;s to end.</source>
        <translation>レコーダー(%2 のプロセス %1)をこのコンピューターから終了することはできません。</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>It is not running.</source>
        <translation>実行中ではありません。</translation>
    </message>
    <message>
        <source>It is locked: unlock it first.</source>
        <translation>ロック中です。先にロックを解除してください。</translation>
    </message>
    <message>
        <source>It is running: stop it first.</source>
        <translation>実行中です。先に停止してください。</translation>
    </message>
    <message>
        <source>Nothing could be read of it yet that says which run it is.</source>
        <translation>どの run かを示す内容をまだ読み取れていません。</translation>
    </message>
    <message>
        <source>Its folder is gone.</source>
        <translation>フォルダーがなくなっています。</translation>
    </message>
    <message>
        <source>It is not in the trash.</source>
        <translation>ゴミ箱にありません。</translation>
    </message>
    <message>
        <source>It has no folder.</source>
        <translation>フォルダーがありません。</translation>
    </message>
    <message>
        <source>It has no log.</source>
        <translation>ログがありません。</translation>
    </message>
    <message>
        <source>It is running: a process that cannot be seen from here holds its log.</source>
        <translation>実行中です。ここからは見えないプロセスがログを開いています。</translation>
    </message>
    <message>
        <source>It lies in a trash already.</source>
        <translation>すでにゴミ箱にあります。</translation>
    </message>
    <message>
        <source>Something of that name is there again.</source>
        <translation>同じ名前のものが再びそこにあります。</translation>
    </message>
    <message>
        <source>Another process writes it now than the one that was shown.</source>
        <translation>表示したものとは別のプロセスが書き込んでいます。</translation>
    </message>
    <message>
        <source>The run is not there.</source>
        <translation>run がありません。</translation>
    </message>
    <message>
        <source>The source of this run is not open.</source>
        <translation>この run のソースは開かれていません。</translation>
    </message>
    <message>
        <source>The script has just ended.</source>
        <translation>スクリプトはたった今終了しました。</translation>
    </message>
    <message>
        <source>The script has ended already.</source>
        <translation>スクリプトはすでに終了しています。</translation>
    </message>
    <message>
        <source>The system does not let this user interrupt it.</source>
        <translation>このユーザーによる割り込みはシステムに許可されていません。</translation>
    </message>
    <message>
        <source>No process of this computer writes it now.</source>
        <translation>このコンピューターには、今これを書き込んでいるプロセスがありません。</translation>
    </message>
    <message>
        <source>The process that writes it cannot be seen from here.</source>
        <translation>書き込んでいるプロセスはここからは見えません。</translation>
    </message>
    <message>
        <source>The system has no pidfds to hold a process by.</source>
        <translation>このシステムにはプロセスを確実に指す pidfd がありません。</translation>
    </message>
    <message>
        <source>wandb-core has just ended.</source>
        <translation>wandb-core はたった今終了しました。</translation>
    </message>
    <message>
        <source>It changes hands just now: nothing is certain. Ask again.</source>
        <translation>書き込むプロセスが入れ替わっている最中で、確かなことが分かりません。もう一度試してください。</translation>
    </message>
    <message>
        <source>The process that leads its group has ended.</source>
        <translation>プロセスグループの先頭のプロセスが終了しています。</translation>
    </message>
    <message>
        <source>Its group is another one by now: nobody was interrupted. Ask again.</source>
        <translation>プロセスグループが変わったため、割り込みは送っていません。もう一度試してください。</translation>
    </message>
    <message>
        <source>no permission to write there</source>
        <translation>書き込む権限がありません</translation>
    </message>
    <message>
        <source>the folder holds the logs of several runs</source>
        <translation>フォルダーに複数の run のログがあります</translation>
    </message>
    <message>
        <source>there is no log of a run in it</source>
        <translation>run のログが入っていません</translation>
    </message>
    <message>
        <source>a disk is mounted there</source>
        <translation>ディスクがマウントされています</translation>
    </message>
    <message>
        <source>It runs on %1, not on this computer.</source>
        <translation>このコンピューターではなく %1 で実行されています。</translation>
    </message>
    <message>
        <source>It is running: %1 (process %2) holds its log.</source>
        <translation>実行中です。%1(プロセス %2)がログを開いています。</translation>
    </message>
    <message>
        <source>It may be running: a process of %1 that cannot be looked into may hold its log.</source>
        <translation>実行中の可能性があります。中を確認できない %1 のプロセスがログを開いているかもしれません。</translation>
    </message>
    <message>
        <source>A process of %1 that cannot be looked into may write it.</source>
        <translation>中を確認できない %1 のプロセスが書き込んでいるかもしれません。</translation>
    </message>
    <message>
        <source>%1 (process %2) holds its log, which is not how the SDK writes one.</source>
        <translation>%1(プロセス %2)がログを開いていますが、SDK の書き込み方ではありません。</translation>
    </message>
    <message>
        <source>%1 (process %2) holds its log and does not say for which script, or runs in a container.</source>
        <translation>%1(プロセス %2)がログを開いていますが、どのスクリプトのためか示していないか、コンテナーで動いています。</translation>
    </message>
    <message>
        <source>It could not be interrupted: %1.</source>
        <translation>割り込みを送れませんでした: %1。</translation>
    </message>
    <message>
        <source>Process %1 was started after the run was: the script has ended, and its number is another one&apos;s now.</source>
        <translation>プロセス %1 は run より後に始まっています。スクリプトは終了し、その番号は別のプロセスのものです。</translation>
    </message>
    <message>
        <source>A recorded run is deleted as a whole.</source>
        <translation>記録された run は全体としてのみ削除できます。</translation>
    </message>
    <message>
        <source>It is being read anew, and shows in a moment.</source>
        <translation>読み直しています。まもなく表示されます。</translation>
    </message>
    <message>
        <source>It shows once the recorder has been started again.</source>
        <translation>レコーダーを再び起動すると表示されます。</translation>
    </message>
    <message>
        <source>Its process was interrupted for another of these runs.</source>
        <translation>このプロセスには、これらの別の run のためにすでに割り込みを送りました。</translation>
    </message>
    <message>
        <source>The recorder&apos;s store may not be written by this user.</source>
        <translation>このユーザーはレコーダーの保存先に書き込めません。</translation>
    </message>
    <message>
        <source>There is no such run.</source>
        <translation>その run はありません。</translation>
    </message>
    <message>
        <source>It was removed for good.</source>
        <translation>完全に削除されています。</translation>
    </message>
</context>
<context>
    <name>RunProblems</name>
    <message>
        <source>This run failed with exit code %1.</source>
        <translation>この run は終了コード %1 で失敗しました。</translation>
    </message>
    <message>
        <source>This run failed.</source>
        <translation>この run は失敗しました。</translation>
    </message>
    <message>
        <source>This run crashed.</source>
        <translation>この run はクラッシュしました。</translation>
    </message>
    <message>
        <source>This run crashed: %1</source>
        <translation>この run はクラッシュしました: %1</translation>
    </message>
    <message>
        <source>Part of %1 could not be read: %2 at byte %3. What comes before it is shown.</source>
        <translation>%1 の一部を読み取れません: %3 バイト目で %2。それより前の内容を表示しています。</translation>
    </message>
    <message>
        <source>%1 is %2 in the summary.</source>
        <translation>サマリーの %1 は %2 です。</translation>
    </message>
    <message>
        <source>%1 is %2 since step %3. The last good value was %4.</source>
        <translation>%1 はステップ %3 から %2 です。最後の正常値は %4 です。</translation>
    </message>
    <message>
        <source>%1 is %2 from its first step on.</source>
        <translation>%1 は最初のステップから %2 です。</translation>
    </message>
    <message>
        <source>This run was killed. Exit code %1.</source>
        <translation>この run は停止されました。終了コード %1。</translation>
    </message>
    <message>
        <source>This run was killed.</source>
        <translation>この run は停止されました。</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <extracomment>%1 is the last line of a Python traceback: &quot;ValueError: boom&quot;</extracomment>
        <translation>最後のエラー: %1</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>This run has no name. Its ID is shown.</source>
        <translation>この run には名前がないため、ID を表示しています。</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <extracomment>%1 is a number, or a number with the signal it hints at: &quot;143 (128 + SIGTERM)&quot;</extracomment>
        <translation>終了コード %1</translation>
    </message>
    <message>
        <source>Locked: it is not to be deleted or edited.</source>
        <translation>ロック中: 削除も編集もできません。</translation>
    </message>
    <message>
        <source>Edited here. Overview shows the original.</source>
        <translation>ここで編集した値です。元の値は概要で見られます。</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name: the run&apos;s name, or its ID when it has none.</source>
        <translation>名前: run の名前。ない場合は ID。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>State: whether the run goes on, and how it ended.</source>
        <translation>状態: run が続いているか、どう終わったか。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Notes: the first line of the description.</source>
        <translation>メモ: 説明の最初の行。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tags of the run.</source>
        <translation>run のタグ。</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Created: when the run was started first.</source>
        <translation>作成: run が最初に開始された時刻。</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Runtime: from start to end, pauses included.</source>
        <translation>経過時間: 開始から終了まで。中断を含みます。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Group that the run was put in.</source>
        <translation>run が属するグループ。</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>ジョブタイプ</translation>
    </message>
    <message>
        <source>Job type that the run was given.</source>
        <translation>run に付けられたジョブタイプ。</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Author: who started the run.</source>
        <translation>作成者: run を開始した人。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Duration: how long the run was at work, without pauses.</source>
        <translation>所要時間: 中断を除いた実際の実行時間。</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Host name: the computer that the run was on.</source>
        <translation>ホスト名: run が実行されたコンピューター。</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>run ID</translation>
    </message>
    <message>
        <source>Run ID: unique in its project.</source>
        <translation>run ID: プロジェクト内で一意です。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Project that the run belongs to.</source>
        <translation>run が属するプロジェクト。</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>エンティティ</translation>
    </message>
    <message>
        <source>Entity: the user or team that the project belongs to.</source>
        <translation>エンティティ: プロジェクトを所有するユーザーまたはチーム。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>Sweep that the run is part of.</source>
        <translation>run が含まれるスイープ。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Command: the program that the run was started with.</source>
        <translation>コマンド: run を開始したプログラム。</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>終了コード</translation>
    </message>
    <message>
        <source>Exit code: what the run&apos;s process ended with.</source>
        <translation>終了コード: run のプロセスが終了したときのコード。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Source: where the run was read from.</source>
        <translation>ソース: run の読み込み元。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a key, %2 where it is from: &quot;config&quot; or &quot;summary&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RunsText</name>
    <message>
        <source>%1 (s)</source>
        <extracomment>the head of a copied column of lengths of time, which stand there as seconds; %1 is the column</extracomment>
        <translation>%1 (秒)</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Not saved</source>
        <translation>保存できません</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できません: %1</translation>
    </message>
</context>
<context>
    <name>SourceNames</name>
    <message>
        <source>Example runs</source>
        <translation>サンプルの run</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
</context>
<context>
    <name>StateReason</name>
    <message>
        <source>last write at %1</source>
        <translation>最後の書き込みは %1</translation>
    </message>
    <message>
        <source>%1 (process %2) holds its log</source>
        <translation>%1（プロセス %2）がログを開いています</translation>
    </message>
    <message>
        <source>no data yet, and no process holds its log</source>
        <translation>データはまだなく、ログを開いているプロセスもありません</translation>
    </message>
    <message>
        <source>no exit record, and no process holds its log</source>
        <translation>終了の記録がなく、ログを開いているプロセスもありません</translation>
    </message>
    <message>
        <source>no data yet, and a process of %1 that cannot be looked into may hold its log</source>
        <translation>データはまだありません。中を確認できない %1 のプロセスがログを開いている可能性があります</translation>
    </message>
    <message>
        <source>no exit record, and a process of %1 that cannot be looked into may hold its log</source>
        <translation>終了の記録がありません。中を確認できない %1 のプロセスがログを開いている可能性があります</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>データはまだありません</translation>
    </message>
    <message>
        <source>no exit record</source>
        <translation>終了の記録がありません</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>フォルダーがなくなっています</translation>
    </message>
    <message>
        <source>its log could not be read</source>
        <translation>ログを読み込めませんでした</translation>
    </message>
    <message>
        <source>a process that cannot be seen from here holds its log</source>
        <translation>ここからは見えないプロセスがログを開いています</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>%1 is the evidence (&quot;no exit record&quot;), %2 the time of the last write</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>stopped on request</source>
        <translation>要求により停止</translation>
    </message>
    <message>
        <source>asked to stop</source>
        <translation>停止を依頼済み</translation>
    </message>
    <message>
        <source>interrupted, and not ended yet</source>
        <translation>割り込み済み、まだ終了していません</translation>
    </message>
    <message>
        <source>preempted</source>
        <translation>プリエンプトされました</translation>
    </message>
    <message>
        <source>recorder off since %1</source>
        <translation>レコーダー停止中（%1 から）</translation>
    </message>
    <message>
        <source>marked by hand</source>
        <extracomment>%1 is the reason that a user gave</extracomment>
        <translation>手動で設定</translation>
    </message>
    <message>
        <source>marked by hand: %1</source>
        <translation>手動で設定: %1</translation>
    </message>
</context>
<context>
    <name>StoppingRuns</name>
    <message>
        <source>Stopping…</source>
        <extracomment>in the place of a run&apos;s state: it was asked to stop</extracomment>
        <translation>停止中…</translation>
    </message>
</context>
<context>
    <name>SystemMetric</name>
    <message>
        <source>CPU (%)</source>
        <translation>CPU (%)</translation>
    </message>
    <message>
        <source>CPU core %1 (%)</source>
        <translation>CPU コア %1 (%)</translation>
    </message>
    <message>
        <source>Memory (%)</source>
        <translation>メモリ (%)</translation>
    </message>
    <message>
        <source>Process memory (MB)</source>
        <translation>プロセスのメモリ (MB)</translation>
    </message>
    <message>
        <source>Process memory (%)</source>
        <translation>プロセスのメモリ (%)</translation>
    </message>
    <message>
        <source>Memory available (MB)</source>
        <translation>空きメモリ (MB)</translation>
    </message>
    <message>
        <source>Process threads</source>
        <translation>プロセスのスレッド数</translation>
    </message>
    <message>
        <source>Disk %1 used (%)</source>
        <translation>ディスク %1 の使用率 (%)</translation>
    </message>
    <message>
        <source>Disk %1 used (GB)</source>
        <translation>ディスク %1 の使用量 (GB)</translation>
    </message>
    <message>
        <source>Disk %1 read (MB)</source>
        <translation>ディスク %1 の読み込み (MB)</translation>
    </message>
    <message>
        <source>Disk %1 written (MB)</source>
        <translation>ディスク %1 の書き込み (MB)</translation>
    </message>
    <message>
        <source>Network sent (bytes)</source>
        <translation>ネットワーク送信 (バイト)</translation>
    </message>
    <message>
        <source>Network received (bytes)</source>
        <translation>ネットワーク受信 (バイト)</translation>
    </message>
    <message>
        <source>TCP retransmits</source>
        <translation>TCP 再送</translation>
    </message>
    <message>
        <source>GPU %1 utilisation (%)</source>
        <translation>GPU %1 の使用率 (%)</translation>
    </message>
    <message>
        <source>GPU %1 memory access (%)</source>
        <translation>GPU %1 のメモリアクセス (%)</translation>
    </message>
    <message>
        <source>GPU %1 memory (%)</source>
        <translation>GPU %1 のメモリ (%)</translation>
    </message>
    <message>
        <source>GPU %1 memory (bytes)</source>
        <translation>GPU %1 のメモリ (バイト)</translation>
    </message>
    <message>
        <source>GPU %1 temperature (°C)</source>
        <translation>GPU %1 の温度 (°C)</translation>
    </message>
    <message>
        <source>GPU %1 power (W)</source>
        <translation>GPU %1 の電力 (W)</translation>
    </message>
    <message>
        <source>GPU %1 power (%)</source>
        <translation>GPU %1 の電力 (%)</translation>
    </message>
    <message>
        <source>GPU %1 SM clock (MHz)</source>
        <translation>GPU %1 の SM クロック (MHz)</translation>
    </message>
    <message>
        <source>GPU %1 memory clock (MHz)</source>
        <translation>GPU %1 のメモリクロック (MHz)</translation>
    </message>
    <message>
        <source>CPU temperature (°C)</source>
        <translation>CPU の温度 (°C)</translation>
    </message>
    <message>
        <source>Disk read (MB)</source>
        <translation>ディスクの読み込み (MB)</translation>
    </message>
    <message>
        <source>Disk written (MB)</source>
        <translation>ディスクの書き込み (MB)</translation>
    </message>
    <message>
        <source>Network sent (bytes/s)</source>
        <translation>ネットワークの送信 (バイト/秒)</translation>
    </message>
    <message>
        <source>Network received (bytes/s)</source>
        <translation>ネットワークの受信 (バイト/秒)</translation>
    </message>
    <message>
        <source>GPU %1 graphics clock (MHz)</source>
        <translation>GPU %1 のグラフィックスクロック (MHz)</translation>
    </message>
    <message>
        <source>GPU %1 power limit (W)</source>
        <translation>GPU %1 の電力上限 (W)</translation>
    </message>
    <message>
        <source>GPU %1 ECC errors, corrected</source>
        <translation>GPU %1 の ECC エラー (訂正済み)</translation>
    </message>
    <message>
        <source>GPU %1 ECC errors, uncorrected</source>
        <translation>GPU %1 の ECC エラー (訂正不能)</translation>
    </message>
    <message>
        <source>GPU %1 fan (%)</source>
        <translation>GPU %1 のファン (%)</translation>
    </message>
    <message>
        <source>GPU %1 encoder (%)</source>
        <translation>GPU %1 のエンコーダー (%)</translation>
    </message>
    <message>
        <source>Process GPU %1 utilisation (%)</source>
        <translation>プロセスの GPU %1 使用率 (%)</translation>
    </message>
    <message>
        <source>Process GPU %1 memory access (%)</source>
        <translation>プロセスの GPU %1 メモリアクセス (%)</translation>
    </message>
    <message>
        <source>Process GPU %1 memory (%)</source>
        <translation>プロセスの GPU %1 メモリ (%)</translation>
    </message>
    <message>
        <source>Process GPU %1 memory (bytes)</source>
        <translation>プロセスの GPU %1 メモリ (バイト)</translation>
    </message>
    <message>
        <source>Process GPU %1 temperature (°C)</source>
        <translation>プロセスの GPU %1 温度 (°C)</translation>
    </message>
    <message>
        <source>Process GPU %1 power (W)</source>
        <translation>プロセスの GPU %1 電力 (W)</translation>
    </message>
    <message>
        <source>Process GPU %1 power (%)</source>
        <translation>プロセスの GPU %1 電力 (%)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Disk %1</source>
        <extracomment>%1 is where it is mounted.</extracomment>
        <translation>ディスク %1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>TableBody</name>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Logged tables of the shown runs as one, with a column for the run</source>
        <translation>表示中の run が記録したテーブルを、run の列を付けて 1 つにします</translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation>テーブルを検索</translation>
    </message>
    <message>
        <source>Choose a table.</source>
        <translation>テーブルを選んでください。</translation>
    </message>
    <message>
        <source>The listed runs logged no tables.</source>
        <translation>一覧の run は、テーブルを記録していません。</translation>
    </message>
</context>
<context>
    <name>runglass::ActionBar</name>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
</context>
<context>
    <name>runglass::AddressOpener</name>
    <message>
        <source>%1 is not the address of a run.</source>
        <comment>%1: an address</comment>
        <translation>%1 は run のアドレスではありません。</translation>
    </message>
    <message>
        <source>No open source has the run of %1.</source>
        <comment>%1: an address</comment>
        <translation>%1 の run は、開いているソースにありません。</translation>
    </message>
</context>
<context>
    <name>runglass::ArrangementForm</name>
    <message>
        <source>A &amp;panel for each metric</source>
        <translation>メトリクスごとにパネル(&amp;P)</translation>
    </message>
    <message>
        <source>Without it the workspace has only the panels that you add or move</source>
        <translation>オフにすると、追加または移動したパネルだけがワークスペースに並びます</translation>
    </message>
    <message>
        <source>First part of the key (a of a/b/c)</source>
        <extracomment>Sections of metrics a/b/c: by &quot;a&quot;, or by &quot;a/b&quot;.</extracomment>
        <translation>キーの最初の部分 (a/b/c の a)</translation>
    </message>
    <message>
        <source>All but its last part (a/b of a/b/c)</source>
        <extracomment>Sections of metrics a/b/c: by &quot;a&quot;, or by &quot;a/b&quot;.</extracomment>
        <translation>最後の部分を除く全体 (a/b/c の a/b)</translation>
    </message>
    <message>
        <source>By what part of their keys metrics fall into sections</source>
        <translation>メトリクスをキーのどの部分でセクションに分けるか</translation>
    </message>
    <message>
        <source>Sections by</source>
        <translation>セクションの分け方</translation>
    </message>
    <message>
        <source>&amp;Sections by</source>
        <translation>セクションの分け方(&amp;S)</translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactPane</name>
    <message>
        <source>No artifact is chosen</source>
        <translation>アーティファクトが選択されていません</translation>
    </message>
    <message>
        <source>Choose an artifact to see what is known of it.</source>
        <translation>アーティファクトを選択すると詳細を表示します。</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>名前をコピー</translation>
    </message>
    <message>
        <source>Copy the name, with its version where there is one</source>
        <translation>名前をコピー(バージョンがあれば付けて)</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>アーティファクト</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Search metadata</source>
        <translation>メタデータを検索</translation>
    </message>
    <message>
        <source>This run did not record it.</source>
        <translation>この run には記録がありません。</translation>
    </message>
    <message>
        <source>A server gives versions. The SDK does not write them in offline mode.</source>
        <translation>バージョンはサーバーが付けます。オフラインモードの SDK は書き込みません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1、%n 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>The size of a reference is not known.</source>
        <translation>参照のサイズは分かりません。</translation>
    </message>
    <message>
        <source>This file is stored in the artifact.</source>
        <translation>このファイルはアーティファクトに保存されています。</translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactTableModel</name>
    <message>
        <source>A server gives versions. The SDK does not write them in offline mode.</source>
        <translation>バージョンはサーバーが付けます。オフラインモードの SDK は書き込みません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactsModel</name>
    <message>
        <source>Inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Made by the SDK</source>
        <translation>SDK が作成</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>A server gives versions. The SDK does not write them in offline mode.</source>
        <translation>バージョンはサーバーが付けます。オフラインモードの SDK は書き込みません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Ver.</source>
        <extracomment>Short for Version, over a narrow column</extracomment>
        <translation>版</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>runglass::ArtifactsTab</name>
    <message>
        <source>Search artifacts</source>
        <translation>アーティファクトを検索</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>アーティファクト</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>名前をコピー</translation>
    </message>
    <message>
        <source>No artifacts</source>
        <translation>アーティファクトはありません</translation>
    </message>
    <message>
        <source>This run used and made no artifacts.</source>
        <translation>この run に入出力アーティファクトはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>入力 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>出力 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::AxisEdit</name>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>%1 logarithmic</source>
        <extracomment>Names of an axis&apos;s controls; %1 is the axis: &quot;X axis&quot;.</extracomment>
        <translation>%1 を対数表示</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 (下限)</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 (上限)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Where the axis ends; empty: where the values do</source>
        <translation>軸の端の値。空欄の場合は値の範囲に合わせます</translation>
    </message>
    <message>
        <source>from</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>「%1」は数値ではありません。</translation>
    </message>
    <message>
        <source>An axis ends above where it begins.</source>
        <translation>軸の上限は下限より大きくしてください。</translation>
    </message>
    <message>
        <source>A logarithmic axis has no place for zero and what is below.</source>
        <translation>対数軸には 0 以下の値を表示できません。</translation>
    </message>
</context>
<context>
    <name>runglass::BandsDrawing</name>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentile: the value that 16 % of all values lie below.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値の数</translation>
    </message>
    <message>
        <source>Min–max</source>
        <extracomment>Of a chart of percentiles: a band from one to another.</extracomment>
        <translation>最小–最大</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message numerus="yes">
        <source>Percentiles of %n histograms of %1 in %2; the last from %3 to %4, half of it below %5.</source>
        <extracomment>What a panel of percentiles shows; %1 is a metric, %2 a run, %3 to %5 are values.</extracomment>
        <translation>
            <numerusform>%2 の %1 のヒストグラム %n 件のパーセンタイル。最後のものは %3~%4、その半分は %5 より下です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::BarsBody</name>
    <message>
        <source>Choose a column in the settings of the panel.</source>
        <translation>パネルの設定で列を選んでください。</translation>
    </message>
    <message>
        <source>No shown run has %1. Show more runs with the eyes in the list, or choose another column in the settings of the panel.</source>
        <translation>表示中の run に %1 はありません。一覧の目のアイコンで run を表示するか、パネルの設定で別の列を選んでください。</translation>
    </message>
    <message>
        <source>mean, min–max</source>
        <translation>平均、最小–最大</translation>
    </message>
    <message numerus="yes">
        <source>%n runs without a value</source>
        <translation>
            <numerusform>値のない run %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bar chart</source>
        <extracomment>Accessible name; %1 is the panel&apos;s title.</extracomment>
        <translation>%1 棒グラフ</translation>
    </message>
    <message>
        <source>quartiles, whiskers to 1.5 IQR</source>
        <translation>四分位、ひげは 1.5 IQR まで</translation>
    </message>
    <message>
        <source>density, quartiles</source>
        <translation>密度、四分位</translation>
    </message>
</context>
<context>
    <name>runglass::BarsDrawing</name>
    <message>
        <source>Runs</source>
        <extracomment>Under the bars that show how many runs have a value.</extracomment>
        <translation>run 数</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <extracomment>A length of time as people read it, and exactly: &quot;12m 31s (751.25 s)&quot;.</extracomment>
        <translation>%1 (%2 秒)</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>標準偏差</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of runs, mean of %1.</source>
        <extracomment>What a bar chart shows; %1 is a column.</extracomment>
        <translation>
            <numerusform>%n 件の run グループ、%1 の平均。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of %1, and how many runs have them.</source>
        <translation>
            <numerusform>%1 の値 %n 件と、それぞれの run 数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs, %1 of each.</source>
        <translation>
            <numerusform>%n 件の run、それぞれの %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>第1四分位</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>第3四分位</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of runs, how %1 is distributed in each.</source>
        <translation>
            <numerusform>run のグループ %n 件、それぞれの %1 の分布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower whisker</source>
        <translation>下のひげ</translation>
    </message>
    <message>
        <source>Upper whisker</source>
        <translation>上のひげ</translation>
    </message>
</context>
<context>
    <name>runglass::BarsForm</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose a column.</source>
        <translation>列を選んでください。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>How a group of runs is drawn while the table is grouped</source>
        <translation>表がグループ化されているときの、run のグループの描き方</translation>
    </message>
    <message>
        <source>Bars: mean, from min to max</source>
        <translation>棒: 平均、最小から最大まで</translation>
    </message>
    <message>
        <source>Boxes: quartiles, whiskers to 1.5 IQR, points beyond</source>
        <translation>箱ひげ: 四分位、ひげは 1.5 IQR まで、外れ値は点</translation>
    </message>
    <message>
        <source>Violins: density, with quartiles</source>
        <translation>バイオリン: 密度と四分位</translation>
    </message>
    <message>
        <source>In the order of the table: a bar a run, or what is chosen for groups where it is grouped.</source>
        <translation>表の順に、run ごとに棒 1 本。グループ化されているときはグループに選んだ形。</translation>
    </message>
</context>
<context>
    <name>runglass::BodyTableDialog</name>
    <message>
        <source>%1 data</source>
        <extracomment>Title of the window with what a panel shows as a table; %1 is the panel.</extracomment>
        <translation>%1 データ</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::Breadcrumbs</name>
    <message>
        <source>Source %1</source>
        <translation>ソース %1</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>すべてのソース</translation>
    </message>
    <message>
        <source>Entity %1</source>
        <translation>エンティティ %1</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>プロジェクト %1</translation>
    </message>
</context>
<context>
    <name>runglass::BrushDialog</name>
    <message>
        <source>Filter by an axis</source>
        <translation>軸で絞り込む</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>軸</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>The axis filters nothing</source>
        <translation>この軸による絞り込みをやめます</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込む</translation>
    </message>
    <message>
        <source>Runs inside stay in the table, the list and all charts.</source>
        <translation>範囲内の run だけが表、一覧、すべてのグラフに残ります。</translation>
    </message>
    <message>
        <source>Give where the interval begins or ends, the lower end first.</source>
        <translation>範囲の下限か上限を入力してください。下限は上限以下にします。</translation>
    </message>
</context>
<context>
    <name>runglass::ChartLegend</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Legend of %1, %2</source>
        <extracomment>What a screen reader says of a chart&apos;s legend; %1 is the metric, %2 the run that the keys are on.</extracomment>
        <translation>%1 の凡例、%2</translation>
    </message>
    <message>
        <source>Legend of %1</source>
        <extracomment>Accessible name of a chart&apos;s legend; %1 is the metric.</extracomment>
        <translation>%1 の凡例</translation>
    </message>
</context>
<context>
    <name>runglass::ChartModel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>A line of a chart with several metrics; %1 is the run, %2 the metric.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, one of its runs</source>
        <extracomment>Of a value that a group&apos;s line leaves out; %1 is the group.</extracomment>
        <translation>%1 の中の 1 つの run</translation>
    </message>
</context>
<context>
    <name>runglass::ChartPanel</name>
    <message>
        <source>first %1 of %2 runs</source>
        <extracomment>Beside a panel&apos;s title, when there are too many runs to draw.</extracomment>
        <translation>%2 件中先頭 %1 件の run</translation>
    </message>
    <message>
        <source>logged once</source>
        <translation>1 回のみ記録</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>The shown runs did not log this.</source>
        <translation>表示中の run にこの記録はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n points without a place</source>
        <extracomment>Beside a panel&apos;s title: they have no time, or its x axis was not logged with them.</extracomment>
        <translation>
            <numerusform>軸上に置けない点 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No metric matches.</source>
        <translation>一致するメトリクスはありません。</translation>
    </message>
</context>
<context>
    <name>runglass::ChartSettingsForm</name>
    <message>
        <source>Reset: %1</source>
        <extracomment>Button beside a setting; %1 is the setting.</extracomment>
        <translation>リセット: %1</translation>
    </message>
    <message>
        <source>As on the level above</source>
        <translation>上位の設定に従います</translation>
    </message>
    <message>
        <source>Metric…</source>
        <translation>メトリクス…</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>X 軸</translation>
    </message>
    <message>
        <source>Metric of the x axis</source>
        <translation>X 軸のメトリクス</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>X scale</source>
        <translation>X 軸の目盛</translation>
    </message>
    <message>
        <source>Y scale</source>
        <translation>Y 軸の目盛</translation>
    </message>
    <message>
        <source>X range</source>
        <translation>X 軸の範囲</translation>
    </message>
    <message>
        <source>Y range</source>
        <translation>Y 軸の範囲</translation>
    </message>
    <message>
        <source>Ignore outliers</source>
        <translation>外れ値を無視</translation>
    </message>
    <message>
        <source>The y axis leaves out extreme values; they are drawn beyond its edge</source>
        <translation>極端な値を Y 軸の範囲に含めません。線は端の外へ続きます</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Amount of smoothing</source>
        <translation>平滑化の強さ</translation>
    </message>
    <message>
        <source>Amount of smoothing, as a number</source>
        <translation>平滑化の強さ (数値)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>元の線を表示</translation>
    </message>
    <message>
        <source>The line as it was logged, faintly, behind the smoothed one</source>
        <translation>記録どおりの線を、平滑化した線の後ろに薄く表示します</translation>
    </message>
    <message>
        <source>One line for each group</source>
        <translation>グループごとに 1 本の線</translation>
    </message>
    <message>
        <source>While the table of runs is grouped</source>
        <translation>run の表がグループ化されている間</translation>
    </message>
    <message>
        <source>Line of a group</source>
        <translation>グループの線</translation>
    </message>
    <message>
        <source>Shaded around it</source>
        <translation>線のまわりの帯</translation>
    </message>
    <message>
        <source>At most so many runs</source>
        <translation>run の最大数</translation>
    </message>
    <message>
        <source>Zoom linked</source>
        <translation>ズームを連動</translation>
    </message>
    <message>
        <source>With other panels of the same x axis</source>
        <translation>同じ X 軸のほかのパネルと連動します</translation>
    </message>
    <message>
        <source>Crosshair linked</source>
        <translation>十字線を連動</translation>
    </message>
</context>
<context>
    <name>runglass::ChartSettingsPopover</name>
    <message>
        <source>Chart settings</source>
        <translation>グラフの設定</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 の設定</translation>
    </message>
    <message>
        <source>Settings of section %1</source>
        <translation>セクション %1 の設定</translation>
    </message>
    <message>
        <source>Settings of all panels</source>
        <translation>すべてのパネルの設定</translation>
    </message>
    <message>
        <source>Settings of all panels of this expression</source>
        <translation>この正規表現のすべてのパネルの設定</translation>
    </message>
</context>
<context>
    <name>runglass::ChartTooltip</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Head of a chart&apos;s tooltip; %1 is what the x axis counts, %2 the place: &quot;Step 23,200&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Pinned · Ctrl+C copies · Esc closes</source>
        <translation>固定中 · Ctrl+C でコピー · Esc で閉じる</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is a value, %2 the step (or time) it was logged at.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · in a run: %2</source>
        <extracomment>%1 is the value of a group of runs, %2 what one of these has instead of a number: &quot;0.25 · in a run: NaN&quot;.</extracomment>
        <translation>%1 · ある run では: %2</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>ベースライン: %1</translation>
    </message>
</context>
<context>
    <name>runglass::ChartView</name>
    <message>
        <source>%1 chart</source>
        <extracomment>Accessible name of a chart; %1 is the metric, for example train/loss.</extracomment>
        <translation>%1 グラフ</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 点</numerusform>
        </translation>
    </message>
    <message>
        <source>Last values: %1</source>
        <extracomment>What a screen reader says of a chart; %1 is a list of runs with their last values.</extracomment>
        <translation>最後の値: %1</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n グループ</numerusform>
        </translation>
    </message>
    <message>
        <source>X axis: %1</source>
        <extracomment>What a screen reader says of a chart; %1 is what its x axis counts, for example &quot;Step&quot;.</extracomment>
        <translation>X 軸: %1</translation>
    </message>
    <message>
        <source>NaN or infinite in: %1</source>
        <extracomment>What a screen reader says of a chart; %1 is a list of runs with values that no axis can show.</extracomment>
        <translation>NaN または無限大を含む: %1</translation>
    </message>
    <message numerus="yes">
        <source>Select %n run(s)</source>
        <extracomment>How many runs a box over a chart will select, or take out of the selection.</extracomment>
        <translation>
            <numerusform>%n 件の run を選択</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unselect %n run(s)</source>
        <extracomment>the same, of a box that unselects</extracomment>
        <translation>
            <numerusform>%n 件の run の選択を解除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ColourByDialog</name>
    <message>
        <source>Colour by column</source>
        <translation>列で色分け</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>段階数</translation>
    </message>
    <message>
        <source>Numbers are divided in as many steps of equal width</source>
        <translation>数値をこの数の等しい幅の段階に分けます</translation>
    </message>
    <message>
        <source>Yellow to dark green</source>
        <translation>黄から深緑</translation>
    </message>
    <message>
        <source>Light blue to magenta</source>
        <translation>水色からマゼンタ</translation>
    </message>
    <message>
        <source>The colours of the steps, lowest numbers first</source>
        <translation>段階の色(小さい数値から順)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>None: each run has its own</source>
        <translation>なし: run ごとの色</translation>
    </message>
    <message>
        <source>Runs take their colour from their value in this column</source>
        <translation>この列の値で run の色を決めます</translation>
    </message>
</context>
<context>
    <name>runglass::ColourCommands</name>
    <message>
        <source>Unpin</source>
        <translation>固定を解除</translation>
    </message>
    <message>
        <source>Pin to top</source>
        <translation>先頭に固定</translation>
    </message>
    <message>
        <source>A column gives the colours: reset them first</source>
        <translation>列で色分けしています。先に色をリセットしてください</translation>
    </message>
    <message>
        <source>Choose a colour for the chosen runs</source>
        <translation>選んだ run の色を選びます</translation>
    </message>
    <message>
        <source>Remove baseline</source>
        <translation>ベースラインを解除</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>ベースラインに設定</translation>
    </message>
    <message>
        <source>Choose one run: charts draw the baseline heavier and dashed, comparisons begin with it</source>
        <translation>run を 1 つ選んでください。ベースラインはグラフで太い破線になり、比較の先頭に並びます</translation>
    </message>
    <message>
        <source>Hold runs against none any more</source>
        <translation>比較の基準にする run をなくします</translation>
    </message>
    <message>
        <source>Hold other runs against this one: charts draw it heavier and dashed, comparisons begin with it</source>
        <translation>ほかの run をこの run と比べます。グラフで太い破線になり、比較の先頭に並びます</translation>
    </message>
</context>
<context>
    <name>runglass::ColourDialog</name>
    <message>
        <source>Change colour</source>
        <translation>色を変更</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Back to the colour that the run has by itself</source>
        <translation>run 本来の色に戻します</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Colour %1, %2</source>
        <extracomment>a colour of the palette; %1 its number, %2 its hex digits</extracomment>
        <translation>色 %1、%2</translation>
    </message>
    <message>
        <source>Hex colour</source>
        <translation>16 進の色</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Give the run this colour</source>
        <translation>run をこの色にします</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose any colour</source>
        <translation>任意の色を選びます</translation>
    </message>
    <message>
        <source>This colour is hard to see on the background.</source>
        <translation>この色は背景の上では見えにくくなります。</translation>
    </message>
</context>
<context>
    <name>runglass::ColourLegend</name>
    <message>
        <source>Colour legend</source>
        <translation>色の凡例</translation>
    </message>
    <message>
        <source>Coloured by %1</source>
        <extracomment>%1 is a column</extracomment>
        <translation>%1 で色分け</translation>
    </message>
</context>
<context>
    <name>runglass::ColourLegendModel</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of numbers</extracomment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>その他の値</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>値なし</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s)</source>
        <extracomment>%1 is what a colour stands for: &quot;0.1 to 0.2&quot;</extracomment>
        <translation>
            <numerusform>%1: %n 件の run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ColumnBox</name>
    <message>
        <source>Choose a column</source>
        <translation>列を選択</translation>
    </message>
</context>
<context>
    <name>runglass::ColumnCommands</name>
    <message>
        <source>The name is always shown, as the first column.</source>
        <translation>名前は常に先頭の列として表示されます。</translation>
    </message>
</context>
<context>
    <name>runglass::ColumnListModel</name>
    <message>
        <source>always first</source>
        <translation>常に先頭</translation>
    </message>
    <message>
        <source>no difference</source>
        <extracomment>of a column in which all listed runs have the same</extracomment>
        <translation>差異なし</translation>
    </message>
    <message>
        <source>new · %1</source>
        <extracomment>a key that runs have logged since the columns were looked at. %1: &quot;config&quot; or &quot;summary&quot;</extracomment>
        <translation>新規 · %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1、固定</translation>
    </message>
</context>
<context>
    <name>runglass::ColumnsPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>列を検索</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>すべて非表示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Only columns that differ between these runs</source>
        <translation>run ごとに値が異なる列のみ</translation>
    </message>
    <message>
        <source>Visible and pinned</source>
        <translation>表示中と固定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>Hide every column but the name</source>
        <translation>名前以外のすべての列を非表示にします</translation>
    </message>
    <message>
        <source>Hide all columns</source>
        <translation>すべての列を非表示</translation>
    </message>
    <message>
        <source>Show every column</source>
        <translation>すべての列を表示します</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>すべての列を表示</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>検索方法</translation>
    </message>
    <message>
        <source>Fuzzy: the letters in their order · Exact: part of the name · Regex: a regular expression</source>
        <translation>あいまい: 文字がこの順に現れる · 完全一致: 名前の一部 · 正規表現: 正規表現</translation>
    </message>
    <message>
        <source>Fuzzy</source>
        <translation>あいまい</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>Leave out columns in which all listed runs have the same. Pinned ones stay.</source>
        <translation>一覧の run がすべて同じ値の列を除きます。固定した列は残ります。</translation>
    </message>
    <message>
        <source>Columns, order and widths as in a new project</source>
        <translation>列、順序、幅を新規プロジェクトと同じに戻します</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>列をリセット</translation>
    </message>
    <message>
        <source>No regular expression: %1.</source>
        <translation>正規表現として正しくありません: %1。</translation>
    </message>
</context>
<context>
    <name>runglass::CommandFeedback</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>変更はありません。</translation>
    </message>
    <message>
        <source>Description saved.</source>
        <translation>説明を保存しました。</translation>
    </message>
    <message numerus="yes">
        <source>Description saved for %n run(s).</source>
        <translation>
            <numerusform>%n 件の run の説明を保存しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags changed on %n run(s).</source>
        <translation>
            <numerusform>%n 件の run のタグを変更しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) renamed.</source>
        <translation>
            <numerusform>%n 件の run の名前を変更しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group changed on %n run(s).</source>
        <translation>
            <numerusform>%n 件の run のグループを変更しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Job type changed on %n run(s).</source>
        <translation>
            <numerusform>%n 件の run のジョブタイプを変更しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) changed.</source>
        <translation>
            <numerusform>%n 件の run を変更しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) moved to Trash.</source>
        <translation>
            <numerusform>%n 件の run をゴミ箱に移動しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) restored.</source>
        <translation>
            <numerusform>%n 件の run を復元しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) removed for good, %1 freed.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n 件の run を完全に削除し、%1 を解放しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) locked.</source>
        <translation>
            <numerusform>%n 件の run をロックしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) unlocked.</source>
        <translation>
            <numerusform>%n 件の run のロックを解除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupt sent. %n run(s) are stopping.</source>
        <translation>
            <numerusform>割り込みを送りました。%n 件の run を停止しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not deleted.</source>
        <translation>
            <numerusform>%n 件の run を削除できませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not restored.</source>
        <translation>
            <numerusform>%n 件の run を復元できませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not removed.</source>
        <translation>
            <numerusform>%n 件の run を完全に削除できませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not stopped.</source>
        <translation>
            <numerusform>%n 件の run を停止できませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were not changed.</source>
        <translation>
            <numerusform>%n 件の run を変更できませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Working on runs</source>
        <translation>run を処理中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation>%2 件中 %1 件の run を処理しました</translation>
    </message>
    <message>
        <source>Cancelled: the other runs are as they were.</source>
        <translation>キャンセルしました。残りの run はそのままです。</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>理由を表示</translation>
    </message>
    <message>
        <source>Show which runs were left as they are, and why</source>
        <translation>変更されなかった run とその理由を表示します</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>State of %n run(s) marked.</source>
        <translation>
            <numerusform>%n 件の run の状態を設定しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark of %n run(s) taken back.</source>
        <translation>
            <numerusform>%n 件の run の状態の設定を取り消しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::CommandRunsModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>runglass::CompareDialog</name>
    <message>
        <source>Search keys</source>
        <translation>キーを検索</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>差異のみ</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Compare with this run</source>
        <translation>この run を基準にする</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>すべてのキーを表示</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>検索を解除</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>%n 件の run を比較</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Leave out the keys of which all these runs have the same</source>
        <translation>すべての run で値が同じキーを省きます</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>表示中の内容をコピーします</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>TSV としてコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Put the run of the current column first: the others are held against it</source>
        <translation>現在の列の run を先頭に移し、比較の基準にします</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n key(s) differ</source>
        <translation>
            <numerusform>%n 個中 %1 個のキーが異なります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n 個のキー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) are left out</source>
        <comment>of a comparison: too many were chosen</comment>
        <translation>
            <numerusform>ほか %n 件の run は対象外です</numerusform>
        </translation>
    </message>
    <message>
        <source>These runs are gone.</source>
        <translation>これらの run はもうありません。</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>一致するキーはありません。</translation>
    </message>
    <message>
        <source>Only keys that differ are searched.</source>
        <translation>差異のあるキーのみを検索しています。</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>差異はありません。</translation>
    </message>
    <message>
        <source>These runs have the same in every field and key.</source>
        <translation>すべてのフィールドとキーで値が同じです。</translation>
    </message>
</context>
<context>
    <name>runglass::CompareModel</name>
    <message>
        <source>Other than in %1</source>
        <extracomment>of a value; %1 is the name of a run</extracomment>
        <translation>%1 と異なります</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>exact length of time in seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>This run did not record it.</source>
        <translation>この run には記録がありません。</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>設定 (config)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>サマリー</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>%1 (s)</source>
        <translation>%1 (秒)</translation>
    </message>
</context>
<context>
    <name>runglass::ComparerBody</name>
    <message>
        <source>Search keys</source>
        <translation>キーを検索</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>差異のみ</translation>
    </message>
    <message>
        <source>Compare with this run</source>
        <translation>この run を基準にする</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>すべてのキーを表示</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>Put the run of the current column first: the others are held against it</source>
        <translation>現在の列の run を先頭に移し、比較の基準にします</translation>
    </message>
    <message>
        <source>Leave out the keys of which all these runs have the same</source>
        <translation>すべての run で値が同じキーを省きます</translation>
    </message>
    <message numerus="yes">
        <source>first %1 of %n run(s)</source>
        <translation>
            <numerusform>%n 件中、最初の %1 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n key(s) differ</source>
        <translation>
            <numerusform>%n 個中 %1 個のキーが異なります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n 個のキー</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation>表示中の run がありません。</translation>
    </message>
    <message>
        <source>Open the eye of two runs or more to compare them.</source>
        <translation>比較するには、2 件以上の run の目を開いてください。</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>一致するキーはありません。</translation>
    </message>
    <message>
        <source>Only keys that differ are searched.</source>
        <translation>差異のあるキーのみを検索しています。</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>差異はありません。</translation>
    </message>
    <message>
        <source>Only one run is shown.</source>
        <translation>表示中の run は 1 件だけです。</translation>
    </message>
    <message>
        <source>These runs have the same in every key.</source>
        <translation>これらの run は、すべてのキーで同じ値です。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Copy whole value</source>
        <translation>値全体をコピー</translation>
    </message>
    <message>
        <source>Copy the current value with every digit and letter, or the selected ones with their keys</source>
        <translation>現在の値をすべての桁と文字のまま、または選択した値をキーと一緒にコピーします</translation>
    </message>
</context>
<context>
    <name>runglass::ComparerForm</name>
    <message>
        <source>Differences only</source>
        <translation>差異のみ</translation>
    </message>
    <message>
        <source>Leave out the keys of which all these runs have the same</source>
        <translation>すべての run で値が同じキーを省きます</translation>
    </message>
</context>
<context>
    <name>runglass::CompletionModel</name>
    <message>
        <source>Any text</source>
        <translation>任意のテキスト</translation>
    </message>
    <message>
        <source>Name, ID, notes, tags, group or project hold the text</source>
        <translation>名前、ID、メモ、タグ、グループ、プロジェクトのいずれかがこのテキストを含む</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>を含む</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>正規表現に一致</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>が存在する</translation>
    </message>
    <message>
        <source>is null</source>
        <translation>が null</translation>
    </message>
    <message>
        <source>within last</source>
        <translation>直近</translation>
    </message>
    <message>
        <source>Is the value. A list: has it.</source>
        <translation>値と等しい。リストではその値を含む。</translation>
    </message>
    <message>
        <source>Is not the value, or is missing. A list: does not have it.</source>
        <translation>値と異なる、または値がない。リストではその値を含まない。</translation>
    </message>
    <message>
        <source>Is one of the values. A list: has any of them. Put commas between them.</source>
        <translation>いずれかの値と等しい。リストではいずれかを含む。値はコンマで区切ります。</translation>
    </message>
    <message>
        <source>Is none of the values, or is missing. Put commas between them.</source>
        <translation>どの値とも異なる、または値がない。値はコンマで区切ります。</translation>
    </message>
    <message>
        <source>Holds the text, without regard to case</source>
        <translation>テキストを含む（大文字と小文字を区別しない）</translation>
    </message>
    <message>
        <source>A regular expression is found in it</source>
        <translation>正規表現に一致する部分がある</translation>
    </message>
    <message>
        <source>The value is missing or null</source>
        <translation>値がない、または null</translation>
    </message>
    <message>
        <source>Not longer ago than this: 30m, 12h, 7d, 4w</source>
        <translation>これより最近: 30m、12h、7d、4w</translation>
    </message>
    <message>
        <source>Less, or before</source>
        <translation>より小さい、またはより前</translation>
    </message>
    <message>
        <source>Less or equal, or not after</source>
        <translation>以下、または以前</translation>
    </message>
    <message>
        <source>Greater, or after</source>
        <translation>より大きい、またはより後</translation>
    </message>
    <message>
        <source>Greater or equal, or not before</source>
        <translation>以上、または以後</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>キーワード</translation>
    </message>
    <message numerus="yes">
        <source>value · %n run(s)</source>
        <translation>
            <numerusform>値 · %n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>The name of the run or any text in the row holds the text</source>
        <translation>run の名前または行の文字列にこの文字列が含まれます</translation>
    </message>
    <message>
        <source>There is a value</source>
        <translation>値があります</translation>
    </message>
    <message numerus="yes">
        <source>value · %n row(s)</source>
        <translation>
            <numerusform>値 · %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::DeleteDialog</name>
    <message>
        <source>Delete runs</source>
        <translation>run を削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)?</source>
        <translation>
            <numerusform>%n 件の run を削除しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these runs can be deleted now.</source>
        <translation>これらの run は今は削除できません。</translation>
    </message>
    <message>
        <source>Runs to delete</source>
        <translation>削除する run</translation>
    </message>
    <message numerus="yes">
        <source>The IDs %1 and %n more cannot be used again. A script that starts a run with one of them gets an error.</source>
        <translation>
            <numerusform>ID %1 とほか %n 件は再び使用できません。これらの ID で run を開始するとエラーになります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The IDs %1 cannot be used again. A script that starts a run with one of them gets an error.</source>
        <translation>ID %1 は再び使用できません。これらの ID で run を開始するとエラーになります。</translation>
    </message>
    <message>
        <source>The ID %1 cannot be used again. A script that starts a run with it gets an error.</source>
        <translation>ID %1 は再び使用できません。この ID で run を開始するとエラーになります。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are left out</source>
        <translation>
            <numerusform>%n 件は対象外です</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Move these runs to Trash</source>
        <translation>これらの run をゴミ箱に移動します</translation>
    </message>
    <message>
        <source>They move to Trash, where they can be restored. Disk space is freed (%1) when Trash is emptied.</source>
        <translation>ゴミ箱に移動し、あとで復元できます。ディスク容量(%1)はゴミ箱を空にすると解放されます。</translation>
    </message>
    <message>
        <source>It moves to Trash, where it can be restored. Disk space is freed (%1) when Trash is emptied.</source>
        <translation>ゴミ箱に移動し、あとで復元できます。ディスク容量(%1)はゴミ箱を空にすると解放されます。</translation>
    </message>
    <message>
        <source>What lies in the folder of a run goes with it, and comes back with it. Copies of artifacts that the SDK keeps elsewhere stay.</source>
        <translation>run のフォルダーの中身はいっしょに移動し、いっしょに戻ります。SDK が別の場所に持つアーティファクトのコピーは残ります。</translation>
    </message>
    <message>
        <source>They come back with the runs when these are restored. When Trash is emptied they are removed for good.</source>
        <translation>run を復元するといっしょに戻ります。ゴミ箱を空にすると完全に削除されます。</translation>
    </message>
    <message numerus="yes">
        <source>Also delete the %n artifact(s) that only these runs made</source>
        <translation>
            <numerusform>これらの run だけが作成したアーティファクト %n 件も削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) stay: other runs use them.</source>
        <translation>
            <numerusform>アーティファクト %n 件は、ほかの run が使用しているため残ります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) stay: other collections link to them.</source>
        <translation>
            <numerusform>アーティファクト %n 件は、ほかのコレクションからリンクされているため残ります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::DescriptionDialog</name>
    <message>
        <source>Edit description</source>
        <translation>説明を編集</translation>
    </message>
    <message>
        <source>Description of %1</source>
        <translation>%1 の説明</translation>
    </message>
    <message numerus="yes">
        <source>One description for %n run(s), in the place of what each of them has</source>
        <translation>
            <numerusform>%n 件の run に共通の説明(それぞれの説明を置き換えます)</numerusform>
        </translation>
    </message>
    <message>
        <source>The description was not saved: %1 Your text is kept.</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>説明を保存できませんでした: %1 入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Throw away what was written?</source>
        <translation>入力した内容を破棄しますか?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄</translation>
    </message>
</context>
<context>
    <name>runglass::DescriptionEditor</name>
    <message>
        <source>Use the saved text</source>
        <translation>保存済みの文章を使う</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc cancels</source>
        <translation>Ctrl+Enter で保存、Esc でキャンセル</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Preview of the description</source>
        <translation>説明のプレビュー</translation>
    </message>
    <message>
        <source>Throw the draft away and begin with the text that is saved</source>
        <translation>下書きを破棄し、保存済みの文章から始めます</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Leave the description as it was (Esc)</source>
        <translation>説明を変更せずに戻ります (Esc)</translation>
    </message>
    <message>
        <source>Show the text as it will look</source>
        <translation>表示される形で確認します</translation>
    </message>
    <message>
        <source>This is your text from before, which was not saved.</source>
        <translation>以前に入力し、保存していない文章です。</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>編集に戻ります</translation>
    </message>
</context>
<context>
    <name>runglass::DevicesPopover</name>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Only panels of</source>
        <translation>次のデバイスのパネルのみ</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>すべてのデバイス</translation>
    </message>
    <message>
        <source>Only panels of these devices</source>
        <translation>これらのデバイスのパネルのみ</translation>
    </message>
    <message>
        <source>Panels of every device, and of those that come later</source>
        <translation>すべてのデバイス (後から増えるものも含む) のパネル</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A device and how many panels there are of it: &quot;GPU 0 (7)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>runglass::EditableField</name>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is a field: &quot;Name&quot;, &quot;Group&quot;</extracomment>
        <translation>%1を編集</translation>
    </message>
    <message>
        <source>Show original of %1</source>
        <extracomment>%1 is a field: &quot;Name&quot;, &quot;Group&quot;</extracomment>
        <translation>%1の元の値を表示</translation>
    </message>
    <message>
        <source>Restore original of %1</source>
        <extracomment>%1 is a field: &quot;Name&quot;, &quot;Group&quot;</extracomment>
        <translation>%1を元の値に戻す</translation>
    </message>
    <message>
        <source>Edited here. Original: %1</source>
        <translation>ここで編集した値です。元の値: %1</translation>
    </message>
    <message>
        <source>By %1 at %2</source>
        <extracomment>%1 is a user, %2 a time</extracomment>
        <translation>%1 が %2 に編集</translation>
    </message>
</context>
<context>
    <name>runglass::ExportChartDialog</name>
    <message>
        <source>Export %1</source>
        <extracomment>Title of a dialog; %1 is the panel.</extracomment>
        <translation>%1 のエクスポート</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>PNG picture, 2×</source>
        <translation>PNG 画像 (2 倍)</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 図</translation>
    </message>
    <message>
        <source>PDF drawing</source>
        <translation>PDF 図</translation>
    </message>
    <message>
        <source>CSV of the points drawn</source>
        <translation>描かれた点の CSV</translation>
    </message>
    <message>
        <source>JSON of the points drawn</source>
        <translation>描かれた点の JSON</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>幅 (mm)</translation>
    </message>
    <message>
        <source>Height in mm</source>
        <translation>高さ (mm)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Size of the font in points</source>
        <translation>文字の大きさ (ポイント)</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>凡例</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ダーク配色</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>フォント</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The points inside the x axis as they are drawn: smoothed, and in groups.</source>
        <translation>X 軸の範囲内の点を、平滑化やグループ化を含めて描かれているとおりに出力します。</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 を保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
</context>
<context>
    <name>runglass::ExportDialog</name>
    <message>
        <source>Export runs</source>
        <translation>run をエクスポート</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選択した run</translation>
    </message>
    <message>
        <source>The runs that are ticked, or the rows that are marked</source>
        <translation>チェックを付けた run、または選択した行</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>表示中の内容</translation>
    </message>
    <message>
        <source>The table as it stands: pinned runs too, nothing of folded groups</source>
        <translation>現在の表のとおりです。固定した run を含み、折りたたんだグループの run は含みません</translation>
    </message>
    <message>
        <source>All that match</source>
        <translation>一致するすべて</translation>
    </message>
    <message>
        <source>Every run of this project that search and filter let pass</source>
        <translation>検索とフィルターに一致する、このプロジェクトのすべての run</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Visible columns</source>
        <translation>表示中の列</translation>
    </message>
    <message>
        <source>The columns of the table, in their order</source>
        <translation>表の列を、その順に</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>すべての列</translation>
    </message>
    <message>
        <source>The run path, every field, and every config and summary key</source>
        <translation>run path、すべてのフィールド、すべての設定 (config) とサマリーのキー</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A table, for spreadsheets and pandas</source>
        <translation>表計算ソフトや pandas 向けの表</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>One JSON object a line</source>
        <translation>1 行に 1 つの JSON オブジェクト</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>UTF-8, numbers with every digit, times in UTC. A text that a spreadsheet would take for a formula begins with &apos;.</source>
        <translation>UTF-8 です。数値は全桁、時刻は UTC で書き出します。表計算ソフトが数式とみなすテキストの先頭には &apos; が付きます。</translation>
    </message>
    <message>
        <source>Each line holds a run whole, as &quot;runglass list --json&quot; prints it; visible columns are added to it.</source>
        <translation>各行に run 全体が「runglass list --json」と同じ形で入ります。表示中の列も加わります。</translation>
    </message>
</context>
<context>
    <name>runglass::FailuresDialog</name>
    <message>
        <source>Runs that were left as they are</source>
        <translation>変更されなかった run</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were left as they are.</source>
        <translation>
            <numerusform>%n 件の run は変更されませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>runglass::FilePreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>ファイルが選択されていません</translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation>ファイルを選択すると内容を表示します。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>実寸</translation>
    </message>
</context>
<context>
    <name>runglass::FilesModel</name>
    <message>
        <source>Segment %1</source>
        <translation>セグメント %1</translation>
    </message>
    <message>
        <source>→ outside the run</source>
        <extracomment>After the name of a symbolic link in the tree of files</extracomment>
        <translation>→ run の外</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads outside the run. Not followed.</source>
        <translation>run の外を指すため、たどりません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>runglass::FilesTab</name>
    <message>
        <source>Search files</source>
        <translation>ファイルを検索</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Save the chosen file somewhere else</source>
        <translation>選択したファイルを別の場所に保存</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>ファイルマネージャーで表示</translation>
    </message>
    <message>
        <source>Show the chosen file in the file manager</source>
        <translation>選択したファイルをファイルマネージャーで表示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Copy the path of the chosen file</source>
        <translation>選択したファイルのパスをコピー</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>ファイルはありません</translation>
    </message>
    <message>
        <source>This run has no files.</source>
        <translation>この run にファイルはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads outside the run. Not followed.</source>
        <translation>run の外を指すため、たどりません。</translation>
    </message>
    <message>
        <source>This is no regular file.</source>
        <translation>通常のファイルではありません。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>このファイルは空です。</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>ファイルを読み込み中…</translation>
    </message>
    <message>
        <source>This file could not be read</source>
        <translation>このファイルを読み取れません</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>先にファイルを選択してください</translation>
    </message>
    <message>
        <source>This file is not on this computer</source>
        <translation>このファイルはこのコンピューターにありません</translation>
    </message>
</context>
<context>
    <name>runglass::FilterConditionEdit</name>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>Write how long: 30m, 12h, 7d, 4w</source>
        <translation>期間を入力してください: 30m、12h、7d、4w</translation>
    </message>
    <message>
        <source>null is neither less nor greater than a value</source>
        <translation>null は値との大小を比較できません</translation>
    </message>
    <message>
        <source>The closing quote is missing</source>
        <translation>閉じる引用符がありません</translation>
    </message>
</context>
<context>
    <name>runglass::FilterEditor</name>
    <message>
        <source>Add filter</source>
        <translation>フィルターを追加</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>グループを追加</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件を追加</translation>
    </message>
    <message>
        <source>Add conditions in parentheses</source>
        <translation>括弧で囲んだ条件を追加</translation>
    </message>
    <message>
        <source>The last valid filter is still applied.</source>
        <translation>直前の有効なフィルターが適用されています。</translation>
    </message>
    <message>
        <source>Rows and expression stay in step. %1 of %2 runs match.</source>
        <translation>条件の行と式は連動します。%2 件中 %1 件が一致しています。</translation>
    </message>
    <message>
        <source>Go on with an operator, or press Enter to search for the word.</source>
        <translation>続けて演算子を入力するか、Enter で語を検索します。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>runglass::FilterExpression</name>
    <message>
        <source>Filter expression</source>
        <translation>フィルター式</translation>
    </message>
    <message>
        <source>Such as: state = Running and summary.loss &lt; 1. Ctrl+Space offers what could follow.</source>
        <translation>例: state = Running and summary.loss &lt; 1。Ctrl+Space で候補を表示します。</translation>
    </message>
</context>
<context>
    <name>runglass::FilterGroupEdit</name>
    <message>
        <source>Add filter to group</source>
        <translation>グループにフィルターを追加</translation>
    </message>
    <message>
        <source>Add group to group</source>
        <translation>グループ内にグループを追加</translation>
    </message>
    <message>
        <source>And or or</source>
        <translation>かつ／または</translation>
    </message>
    <message>
        <source>How the condition is joined with those above it. &quot;and&quot; goes before &quot;or&quot;.</source>
        <translation>上の条件とのつなぎ方です。「かつ」は「または」より優先されます。</translation>
    </message>
    <message>
        <source>and</source>
        <translation>かつ</translation>
    </message>
    <message>
        <source>or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>かつ、否定</translation>
    </message>
    <message>
        <source>or not</source>
        <translation>または、否定</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>このグループを削除</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>この条件を削除</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Where not</source>
        <translation>条件の否定</translation>
    </message>
</context>
<context>
    <name>runglass::FindBar</name>
    <message>
        <source>Find in log</source>
        <translation>ログ内を検索</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>検索バーを閉じる</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Not a valid expression: %1</source>
        <translation>正規表現が正しくありません: %1</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which match of how many: &quot;3 of 9&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>runglass::GoToRunDialog</name>
    <message>
        <source>ID, run path, URL or name</source>
        <translation>ID・run path・URL・名前</translation>
    </message>
    <message>
        <source>Go to run</source>
        <translation>run へ移動</translation>
    </message>
    <message>
        <source>Matching runs</source>
        <translation>一致する run</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Enter an ID, a run path, a URL or a name.</source>
        <translation>ID、run path、URL、名前のいずれかを入力してください。</translation>
    </message>
    <message>
        <source>No run is called &quot;%1&quot;, and no run has that ID or path.</source>
        <comment>%1: what was typed</comment>
        <translation>「%1」という名前、ID、run path の run はありません。</translation>
    </message>
    <message>
        <source>Several runs match. Choose one.</source>
        <translation>複数の run が一致します。1 つ選択してください。</translation>
    </message>
</context>
<context>
    <name>runglass::GroupByPopover</name>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Choose a column: runs with the same value become a group.</source>
        <translation>列を選ぶと、同じ値の run が 1 つのグループになります。</translation>
    </message>
    <message>
        <source>Search columns to group by</source>
        <translation>グループ化する列を検索</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左へ</translation>
    </message>
    <message>
        <source>Group by the chosen column earlier (Alt+Left)</source>
        <translation>選んだ列で先にグループ化します (Alt+Left)</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右へ</translation>
    </message>
    <message>
        <source>Group by the chosen column later (Alt+Right)</source>
        <translation>選んだ列で後からグループ化します (Alt+Right)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Do not group by the chosen column (Delete)</source>
        <translation>選んだ列ではグループ化しません (Delete)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Group by the chosen column too</source>
        <translation>選んだ列でもグループ化します</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>グループ化に使う列</translation>
    </message>
    <message>
        <source>Columns to group by</source>
        <translation>グループ化できる列</translation>
    </message>
</context>
<context>
    <name>runglass::GroupCommands</name>
    <message>
        <source>Expand group</source>
        <translation>グループを展開</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>グループを折りたたむ</translation>
    </message>
</context>
<context>
    <name>runglass::GroupKeysModel</name>
    <message>
        <source>%1. %2</source>
        <extracomment>a column that runs are grouped by: %1 is its place, %2 its name</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>runglass::HistogramBody</name>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>%1 histograms</source>
        <extracomment>Accessible name; %1 is the panel&apos;s title.</extracomment>
        <translation>%1 ヒストグラム</translation>
    </message>
    <message>
        <source>Choose a metric in the settings of the panel.</source>
        <translation>パネルの設定でメトリクスを選んでください。</translation>
    </message>
    <message>
        <source>No run is shown. Open an eye in the list of runs.</source>
        <translation>表示中の run がありません。run 一覧の目のアイコンで表示してください。</translation>
    </message>
    <message>
        <source>%1 logged no histograms as %2. Choose another run above, or another metric in the settings of the panel.</source>
        <translation>%1 は %2 としてヒストグラムを記録していません。上で別の run を選ぶか、パネルの設定で別のメトリクスを選んでください。</translation>
    </message>
    <message>
        <source>Whose histograms are shown (PgUp and PgDn in the plot)</source>
        <translation>どの run のヒストグラムを表示するか(図の上では PgUp と PgDn)</translation>
    </message>
    <message>
        <source>No time is known of the histograms. Choose steps in the settings of the panel.</source>
        <translation>ヒストグラムの時刻がわかりません。パネルの設定でステップを選んでください。</translation>
    </message>
    <message>
        <source>%1 of %2 drawn</source>
        <extracomment>Beside the title: how many outlines are drawn, of how many.</extracomment>
        <translation>%2 件中 %1 件を描画</translation>
    </message>
    <message numerus="yes">
        <source>%n histograms without a time</source>
        <translation>
            <numerusform>時刻のないヒストグラム %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::HistogramDrawing</name>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
</context>
<context>
    <name>runglass::HistogramForm</name>
    <message>
        <source>Metric</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>No listed run logged histograms (wandb.Histogram).</source>
        <translation>一覧の run はヒストグラム (wandb.Histogram) を記録していません。</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示方法</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>並べる基準</translation>
    </message>
    <message>
        <source>Cells: the darker, the more</source>
        <translation>セル: 濃いほど多い</translation>
    </message>
    <message>
        <source>Offset: an outline each, one above the other</source>
        <translation>オフセット: 輪郭を上下にずらして並べる</translation>
    </message>
    <message>
        <source>Overlay: an outline each, over one another</source>
        <translation>オーバーレイ: 輪郭を重ねる</translation>
    </message>
    <message>
        <source>Percentiles: bands from min to max</source>
        <translation>パーセンタイル: 最小から最大までの帯</translation>
    </message>
    <message>
        <source>Percentiles are 7, 16, 31, 50, 69, 84 and 93 % of the values, which lie evenly in each bin</source>
        <translation>パーセンタイルは値の 7、16、31、50、69、84、93 %。値は各ビンに一様に分布するとみなします</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Relative time (wall)</source>
        <translation>相対時間(実時間)</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>時刻</translation>
    </message>
</context>
<context>
    <name>runglass::HistogramMarks</name>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>全体</translation>
    </message>
    <message numerus="yes">
        <source>%n histograms of %1 in %2, values from %3 to %4.</source>
        <extracomment>What a histogram panel shows; %1 is a metric, %2 a run, %3 and %4 are values.</extracomment>
        <translation>
            <numerusform>%2 の %1 のヒストグラム %n 件、値は %3~%4。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ImagesBody</name>
    <message>
        <source>Show in Files</source>
        <translation>ファイルで表示</translation>
    </message>
    <message>
        <source>Show the file of the run in the Files tab (Enter)</source>
        <translation>run のファイルを「ファイル」タブで表示します (Enter)</translation>
    </message>
    <message>
        <source>Link steps</source>
        <translation>ステップを連動</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <comment>runs that logged nothing</comment>
        <translation>
            <numerusform>%n 件は記録なし</numerusform>
        </translation>
    </message>
    <message>
        <source>No key is chosen.</source>
        <translation>キーが選ばれていません。</translation>
    </message>
    <message>
        <source>Choose one in Edit panel.</source>
        <translation>「パネルを編集」で選んでください。</translation>
    </message>
    <message>
        <source>Reading images…</source>
        <translation>画像を読み込み中…</translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation>表示中の run がありません。</translation>
    </message>
    <message>
        <source>Nothing was logged up to this step.</source>
        <translation>このステップまでには何も記録されていません。</translation>
    </message>
    <message>
        <source>The shown runs logged nothing here.</source>
        <translation>表示中の run は、ここに何も記録していません。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Width (px)</source>
        <translation>幅 (px)</translation>
    </message>
    <message>
        <source>Height (px)</source>
        <translation>高さ (px)</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>サイズ (バイト)</translation>
    </message>
    <message>
        <source>Pick to compare</source>
        <translation>比較対象に選択</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Pick the current picture, of any run and step, to see it beside others (C)</source>
        <translation>現在の画像を、run やステップを問わず、並べて見るために選びます (C)</translation>
    </message>
    <message>
        <source>Show the picked pictures side by side</source>
        <translation>選んだ画像を並べて表示します</translation>
    </message>
    <message>
        <source>Pick none of them</source>
        <translation>すべての選択を解除します</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of at most %1 picked</source>
        <extracomment>pictures that are to be shown side by side; at most %1</extracomment>
        <translation>
            <numerusform>最大 %1 枚のうち %n 枚の画像を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 side by side</source>
        <extracomment>Title of a window; %1 is the key of pictures.</extracomment>
        <translation>%1 を並べて表示</translation>
    </message>
    <message>
        <source>Go along with the step of the other panels of images that are linked</source>
        <translation>連動しているほかの画像パネルとステップを合わせます</translation>
    </message>
</context>
<context>
    <name>runglass::ImagesModel</name>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>3D object</source>
        <translation>3D オブジェクト</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>プロット</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>ステップ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>ヒストグラム</translation>
    </message>
</context>
<context>
    <name>runglass::LimitsEdit</name>
    <message>
        <source>%1 from</source>
        <extracomment>The lower end of a range; %1 is &quot;X range&quot; or &quot;Y range&quot;.</extracomment>
        <translation>%1 (下限)</translation>
    </message>
    <message>
        <source>%1 to</source>
        <extracomment>The upper end of a range; %1 is &quot;X range&quot; or &quot;Y range&quot;.</extracomment>
        <translation>%1 (上限)</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>“%1” cannot be read. %2</source>
        <extracomment>%1 is what was typed, %2 says what can be typed.</extracomment>
        <translation>「%1」は読み取れません。%2</translation>
    </message>
    <message>
        <source>A logarithmic axis is above 0.</source>
        <translation>対数軸は 0 より大きい値だけです。</translation>
    </message>
    <message>
        <source>The end has to be above the beginning.</source>
        <translation>上限は下限より大きくしてください。</translation>
    </message>
</context>
<context>
    <name>runglass::LinesForm</name>
    <message>
        <source>Search metrics</source>
        <translation>メトリクスを検索</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>Metrics whose names this regular expression is found in are drawn too</source>
        <translation>名前がこの正規表現に一致するメトリクスも表示します</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>No regular expression: %1</source>
        <translation>正規表現ではありません: %1</translation>
    </message>
    <message>
        <source>Choose metrics, or give a regular expression.</source>
        <translation>メトリクスを選ぶか、正規表現を入力してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics chosen</source>
        <translation>
            <numerusform>%n 件のメトリクスを選択</numerusform>
        </translation>
    </message>
    <message>
        <source>A panel for each text in parentheses</source>
        <translation>かっこに一致した文字列ごとにパネルを作る</translation>
    </message>
    <message>
        <source>Of layer(\d+)/ one for layer0, one for layer1 …, as metrics come; chosen metrics that the expression does not match are in each of them</source>
        <translation>layer(\d+)/ なら layer0、layer1 … ごとに、メトリクスが増えるたびにパネルができます。正規表現に一致しない選択済みのメトリクスは、どのパネルにも入ります</translation>
    </message>
    <message>
        <source>for example ^val/ or layer(\d+)/</source>
        <translation>例: ^val/ や layer(\d+)/</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n panels</source>
        <extracomment>Below the form of a panel; %1 is &quot;24 metrics chosen&quot;.</extracomment>
        <translation>
            <numerusform>%1、パネル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the parentheses would make %n panels</source>
        <translation>
            <numerusform>%1。かっこで分けるとパネル %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::LogView</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>runglass::LoggedKeyForm</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a key and what it holds: &quot;img/single (Image, 3 runs)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Shows %1 of the shown runs</source>
        <extracomment>%1 is a key, as &quot;img/single&quot;</extracomment>
        <translation>表示中の run の %1 を表示します</translation>
    </message>
</context>
<context>
    <name>runglass::LoggedTableModel</name>
    <message>
        <source>%1
row %2 of its table, logged at step %3</source>
        <extracomment>of a table that a run logged; %1 is a run, %2 and %3 are numbers</extracomment>
        <translation>%1
テーブルの %2 行目 (ステップ %3 で記録)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>The run that logged the row</source>
        <translation>この行を記録した run</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>the head of a group of rows: %1 is the value they share, %2 is &quot;5 rows&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2, collapsed</source>
        <extracomment>the head of a group: %1 is a column, %2 is &quot;cat, 5 rows&quot;</extracomment>
        <translation>%1: %2 (折りたたみ)</translation>
    </message>
    <message>
        <source>%1: %2, expanded</source>
        <translation>%1: %2 (展開)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a run whose name another run has too: %1 is the name, %2 its ID</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is no value in this row.</source>
        <translation>この行には値がありません。</translation>
    </message>
</context>
<context>
    <name>runglass::LoginStart</name>
    <message>
        <source>systemctl said nothing.</source>
        <translation>systemctl からの応答がありません。</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>処理中です。</translation>
    </message>
    <message>
        <source>systemd&apos;s user manager cannot be reached: %1</source>
        <translation>systemd のユーザーマネージャーに接続できません: %1</translation>
    </message>
</context>
<context>
    <name>runglass::LogsTab</name>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Show when each line was printed, in local time</source>
        <translation>各行が出力された時刻を現地時間で表示</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>Break long lines at the window&apos;s edge</source>
        <translation>長い行をウィンドウの端で折り返す</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find in log (Ctrl+F)</source>
        <translation>ログ内を検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Save everything this run printed, as it was written</source>
        <translation>この run の出力をそのまますべて保存</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Show both streams</source>
        <translation>両方の出力を表示</translation>
    </message>
    <message>
        <source>Show what was printed to stdout only</source>
        <translation>stdout の出力のみ表示</translation>
    </message>
    <message>
        <source>Show what was printed to stderr only</source>
        <translation>stderr の出力のみ表示</translation>
    </message>
    <message>
        <source>No log</source>
        <translation>ログはありません</translation>
    </message>
    <message>
        <source>This run printed nothing.</source>
        <translation>この run の出力はありません。</translation>
    </message>
    <message>
        <source>This run did not record when its lines were printed.</source>
        <translation>この run には出力時刻の記録がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Download log</source>
        <translation>ログをダウンロード</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>末尾を追う</translation>
    </message>
    <message>
        <source>Jump to end</source>
        <translation>末尾へ移動</translation>
    </message>
    <message>
        <source>Show the last lines and follow those that come</source>
        <translation>末尾の行を表示し、以後の行を追います</translation>
    </message>
    <message>
        <source>Keep the end in view while lines come</source>
        <translation>行が増えても末尾を表示し続けます</translation>
    </message>
    <message>
        <source>This run has ended: nothing more will come.</source>
        <translation>この run は終了しています。これ以上は出力されません。</translation>
    </message>
</context>
<context>
    <name>runglass::MainWindow</name>
    <message>
        <source>Tabs</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 個のソース</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide in charts</source>
        <translation>グラフで非表示</translation>
    </message>
    <message>
        <source>Show in charts</source>
        <translation>グラフに表示</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>About Runglass</source>
        <translation>Runglass について</translation>
    </message>
    <message>
        <source>A native browser for machine-learning runs. Nothing leaves this computer.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>機械学習の run を見るためのネイティブブラウザーです。データがこのコンピューターの外に出ることはありません。
GNU General Public License バージョン 3 以降で公開されている自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>Only folders and .wandb files on this computer can be opened.</source>
        <translation>開けるのは、このコンピューターのフォルダーと .wandb ファイルだけです。</translation>
    </message>
    <message numerus="yes">
        <source>Select all %n that match</source>
        <translation>
            <numerusform>一致する %n 件をすべて選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>A description was written and is not saved.</source>
        <translation>入力した説明が保存されていません。</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>保存せずに終了</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n 件の run を選択しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) unselected</source>
        <translation>
            <numerusform>%n 件の run の選択を解除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 in all.</source>
        <extracomment>What was done, then how many runs are selected now: &quot;3 runs selected. 5 in all.&quot;</extracomment>
        <translation>%1。選択中は全部で %2 件です。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Select what was selected before</source>
        <translation>前に選択していた run に戻します</translation>
    </message>
</context>
<context>
    <name>runglass::MarkStateDialog</name>
    <message>
        <source>Mark state</source>
        <translation>状態を設定</translation>
    </message>
    <message>
        <source>Mark %1 as</source>
        <extracomment>%1 is a run&apos;s name</extracomment>
        <translation>%1 の状態を設定</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n run(s) as</source>
        <translation>
            <numerusform>%n 件の run の状態を設定</numerusform>
        </translation>
    </message>
    <message>
        <source>What the run has logged is not changed. The mark goes by itself when the run says something new.</source>
        <translation>run が記録した内容は変わりません。run が新しいことを記録すると、この設定は自動的に外れます。</translation>
    </message>
    <message>
        <source>Show the state as %1, until the run says something new</source>
        <translation>run が新しいことを記録するまで、状態を「%1」と表示します</translation>
    </message>
    <message>
        <source>Not marked: as it was found</source>
        <translation>設定なし: 検出された状態</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>設定を取り消します</translation>
    </message>
    <message>
        <source>Reason (may be empty)</source>
        <translation>理由(省略可)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Shown beside the state</source>
        <translation>状態とともに表示されます</translation>
    </message>
    <message>
        <source>For example: the computer lost power</source>
        <translation>例: コンピューターの電源が切れた</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Take mark back</source>
        <translation>設定を取り消す</translation>
    </message>
</context>
<context>
    <name>runglass::MarkdownBody</name>
    <message>
        <source>Edit note</source>
        <translation>メモを編集</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>メモのプレビュー</translation>
    </message>
    <message>
        <source>Leave the note as it was (Esc)</source>
        <translation>メモを元のままにします (Esc)</translation>
    </message>
    <message>
        <source>This note is empty.</source>
        <translation>このメモは空です。</translation>
    </message>
    <message>
        <source>Write the note here (F2)</source>
        <translation>ここでメモを書きます (F2)</translation>
    </message>
    <message numerus="yes">
        <source>The note is too long: %n character(s) more than there may be.</source>
        <translation>
            <numerusform>メモが長すぎます。上限を %n 文字超えています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::MarkdownForm</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Markdown, for example “# Findings”</source>
        <translation>Markdown (例: 「# わかったこと」)</translation>
    </message>
    <message numerus="yes">
        <source>The note is too long: %n character(s) more than there may be.</source>
        <translation>
            <numerusform>メモが長すぎます。上限を %n 文字超えています。</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be written in the panel as well. Pictures are not loaded.</source>
        <translation>パネルの中でも書けます。画像は読み込みません。</translation>
    </message>
</context>
<context>
    <name>runglass::OutputCommands</name>
    <message>
        <source>One export is being written: wait for it, or cancel it</source>
        <translation>エクスポート中です。完了を待つか、キャンセルしてください</translation>
    </message>
    <message>
        <source>Write runs to a CSV or JSON lines file</source>
        <translation>run を CSV または JSON Lines のファイルに書き出します</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピーしています…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n run(s)</source>
        <translation>
            <numerusform>%n 件の run をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>run をエクスポート</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Export cancelled. %1 was not changed.</source>
        <translation>エクスポートをキャンセルしました。%1 は変更されていません。</translation>
    </message>
    <message>
        <source>Exporting runs</source>
        <translation>run のエクスポート</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>エクスポートをキャンセル</translation>
    </message>
    <message>
        <source>Exporting %1 of %2 runs</source>
        <translation>%2 件中 %1 件の run をエクスポートしています</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n run(s) to %1</source>
        <translation>
            <numerusform>%n 件の run を %1 にエクスポートしました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) could not be read and are not in the file.</source>
        <translation>
            <numerusform>%n 件の run を読み取れず、ファイルに含まれていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the chosen runs side by side: what differs in fields, config and summary</source>
        <translation>選択した run を並べ、フィールド、設定 (config)、サマリーの違いを表示します</translation>
    </message>
    <message>
        <source>Choose two runs or more to compare them</source>
        <translation>比較するには run を 2 件以上選択してください</translation>
    </message>
</context>
<context>
    <name>runglass::OverlayBar</name>
    <message>
        <source>Masks</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Show the masks over the pictures</source>
        <translation>画像の上にマスクを表示します</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Show the boxes over the pictures</source>
        <translation>画像の上にボックスを表示します</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Classes of masks and boxes: Space shows or hides one</source>
        <translation>マスクとボックスのクラス: スペースキーで表示・非表示を切り替えます</translation>
    </message>
</context>
<context>
    <name>runglass::OverlayPainter</name>
    <message>
        <source>class %1</source>
        <extracomment>of a mask or box whose class has a number and no name</extracomment>
        <translation>クラス %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what lies over a picture at a point: %1 is what the script calls it, %2 the class</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>runglass::Overlays</name>
    <message>
        <source>The file is missing.</source>
        <translation>ファイルがありません。</translation>
    </message>
</context>
<context>
    <name>runglass::OverviewForm</name>
    <message>
        <source>Runtime: from start to end, pauses included.</source>
        <translation>経過時間: 開始から終了まで。中断を含みます。</translation>
    </message>
    <message>
        <source>Duration: time spent computing or logging, pauses left out.</source>
        <translation>稼働時間: 計算や記録をしていた時間。中断を含みません。</translation>
    </message>
    <message>
        <source>Copy run path</source>
        <translation>run path をコピー</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>No description. Press the pencil or F2 to write one.</source>
        <translation>説明はありません。鉛筆アイコンか F2 で書けます。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Edit description (F2)</source>
        <translation>説明を編集 (F2)</translation>
    </message>
    <message>
        <source>Edit description</source>
        <translation>説明を編集</translation>
    </message>
    <message>
        <source>Show original description</source>
        <translation>元の説明を表示</translation>
    </message>
    <message>
        <source>Restore original description</source>
        <translation>元の説明に戻す</translation>
    </message>
    <message>
        <source>A text of yours is not saved: the pencil goes on with it.</source>
        <translation>保存していない文章があります。鉛筆アイコンで続きを書けます。</translation>
    </message>
    <message>
        <source>Edited here. Show original</source>
        <translation>ここで編集した説明です。元の説明を表示</translation>
    </message>
    <message>
        <source>By %1 at %2</source>
        <translation>%1 が %2 に編集</translation>
    </message>
    <message>
        <source>There was no description.</source>
        <translation>説明はありませんでした。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a state, %2 why it is shown</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show state as it was found</source>
        <translation>検出された状態を表示</translation>
    </message>
    <message>
        <source>Take mark back</source>
        <translation>設定を取り消す</translation>
    </message>
    <message>
        <source>Mark state</source>
        <translation>状態を設定</translation>
    </message>
    <message>
        <source>Marked here. As it was found: %1</source>
        <translation>ここで設定されました。検出された状態: %1</translation>
    </message>
</context>
<context>
    <name>runglass::OverviewTab</name>
    <message>
        <source>Config</source>
        <translation>設定 (config)</translation>
    </message>
    <message>
        <source>Search config</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>サマリー</translation>
    </message>
    <message>
        <source>Search summary</source>
        <translation>サマリーを検索</translation>
    </message>
    <message>
        <source>Artifact Outputs</source>
        <translation>出力アーティファクト</translation>
    </message>
    <message>
        <source>Press Enter to show an artifact in the Artifacts tab</source>
        <translation>Enter でアーティファクトタブに表示</translation>
    </message>
    <message>
        <source>This run made no artifacts.</source>
        <translation>この run が作成したアーティファクトはありません。</translation>
    </message>
    <message>
        <source>Locked: it is not to be deleted or edited</source>
        <translation>ロック中: 削除も編集もできません</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>The description was not saved: %1 Your text is kept.</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>説明を保存できませんでした: %1 入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度送る</translation>
    </message>
    <message>
        <source>Interrupt the script once more</source>
        <translation>スクリプトにもう一度割り込みを送ります</translation>
    </message>
    <message>
        <source>How to end it yourself</source>
        <translation>自分で終了する方法</translation>
    </message>
    <message>
        <source>Say what can be done where Runglass does not go further</source>
        <translation>Runglass が行わない方法を説明します</translation>
    </message>
    <message>
        <source>Interrupt sent %1 ago. The script has not ended yet.</source>
        <extracomment>%1 is a length of time: &quot;31s&quot;</extracomment>
        <translation>%1 前に割り込みを送りましたが、スクリプトはまだ終了していません。</translation>
    </message>
    <message>
        <source>Runglass interrupts a script and goes no further: what it does then is up to the script.</source>
        <translation>Runglass が行うのは割り込みを送るところまでです。そのあとの動作はスクリプト次第です。</translation>
    </message>
    <message>
        <source>It may be saving, or waiting for something. Where it was started, Ctrl+C asks it again. &quot;Stop run&quot; names its process: kill -TERM with that number ends it without saving, kill -KILL at once. What the run has logged until then stays.</source>
        <translation>保存中か、何かを待っている可能性があります。開始した端末で Ctrl+C を押すと、もう一度割り込みを送れます。プロセス番号は「run を停止」に表示されます。kill -TERM とその番号で保存せずに終了し、kill -KILL では直ちに終了します。それまでに記録された内容は残ります。</translation>
    </message>
    <message>
        <source>It was asked to stop from elsewhere. The script has not ended yet.</source>
        <translation>ほかの場所から停止が求められましたが、スクリプトはまだ終了していません。</translation>
    </message>
</context>
<context>
    <name>runglass::PanelActions</name>
    <message>
        <source>Show data</source>
        <translation>データを表示</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>ズームをリセット</translation>
    </message>
    <message>
        <source>Show everything (double-click, or 0 in the chart)</source>
        <translation>全体を表示(ダブルクリック、またはグラフで 0)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fewer steps (Ctrl and wheel, or + in the chart)</source>
        <translation>範囲を狭める(Ctrl とホイール、またはグラフで +)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>More steps (Ctrl and wheel, or − in the chart)</source>
        <translation>範囲を広げる(Ctrl とホイール、またはグラフで −)</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左へ移動</translation>
    </message>
    <message>
        <source>One place to the left (Alt+Left in the chart)</source>
        <translation>1 つ左へ(グラフで Alt+Left)</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右へ移動</translation>
    </message>
    <message>
        <source>One place to the right (Alt+Right in the chart)</source>
        <translation>1 つ右へ(グラフで Alt+Right)</translation>
    </message>
    <message>
        <source>The panels of this section in the order of their names</source>
        <translation>このセクションのパネルを名前順に並べる</translation>
    </message>
    <message>
        <source>Collapse all sections</source>
        <translation>すべてのセクションを折りたたむ</translation>
    </message>
    <message>
        <source>Expand all sections</source>
        <translation>すべてのセクションを展開</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>The panel alone (F in the chart)</source>
        <translation>パネルだけを表示します (グラフでは F)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>As a picture or as data</source>
        <translation>画像またはデータとして</translation>
    </message>
    <message>
        <source>Edit panel…</source>
        <translation>パネルを編集…</translation>
    </message>
    <message>
        <source>Settings of the panel…</source>
        <translation>パネルの設定…</translation>
    </message>
    <message>
        <source>Axes, smoothing and lines of this panel</source>
        <translation>このパネルの軸、平滑化、線</translation>
    </message>
    <message>
        <source>Hide panel</source>
        <translation>パネルを非表示</translation>
    </message>
    <message>
        <source>Add panel brings it back</source>
        <translation>「パネルを追加」で戻せます</translation>
    </message>
    <message>
        <source>Previous zoom</source>
        <translation>前のズーム</translation>
    </message>
    <message>
        <source>As it was zoomed before (Backspace in the chart)</source>
        <translation>1 つ前のズームに戻します (グラフでは Backspace)</translation>
    </message>
    <message>
        <source>Next zoom</source>
        <translation>次のズーム</translation>
    </message>
    <message>
        <source>As it was zoomed after this (Shift+Backspace in the chart)</source>
        <translation>1 つ先のズームに進みます (グラフでは Shift+Backspace)</translation>
    </message>
    <message>
        <source>All of the section like this</source>
        <translation>セクション全体をこの大きさに</translation>
    </message>
    <message>
        <source>Every panel of the section as large as this one</source>
        <translation>セクションのすべてのパネルを同じ大きさにします</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>広く</translation>
    </message>
    <message>
        <source>Alt+Shift+Right in the chart</source>
        <translation>グラフでは Alt+Shift+→</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>狭く</translation>
    </message>
    <message>
        <source>Alt+Shift+Left in the chart</source>
        <translation>グラフでは Alt+Shift+←</translation>
    </message>
    <message>
        <source>Taller</source>
        <translation>高く</translation>
    </message>
    <message>
        <source>Alt+Shift+Down in the chart</source>
        <translation>グラフでは Alt+Shift+↓</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>低く</translation>
    </message>
    <message>
        <source>Alt+Shift+Up in the chart</source>
        <translation>グラフでは Alt+Shift+↑</translation>
    </message>
    <message>
        <source>Collapse or expand</source>
        <translation>折りたたむ / 展開する</translation>
    </message>
    <message>
        <source>Left and Right on the section&apos;s head</source>
        <translation>セクションの見出しでは ← と →</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>F2 on the section&apos;s head</source>
        <translation>セクションの見出しでは F2</translation>
    </message>
    <message>
        <source>Sort A–Z</source>
        <translation>名前順に並べ替え</translation>
    </message>
    <message>
        <source>Sort Z–A</source>
        <translation>名前の逆順に並べ替え</translation>
    </message>
    <message>
        <source>The same from the end</source>
        <translation>名前の逆順に並べます</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Alt+Up on the section&apos;s head</source>
        <translation>セクションの見出しでは Alt+↑</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Alt+Down on the section&apos;s head</source>
        <translation>セクションの見出しでは Alt+↓</translation>
    </message>
    <message>
        <source>Settings of the section…</source>
        <translation>セクションの設定…</translation>
    </message>
    <message>
        <source>Axes, smoothing and lines of all its panels</source>
        <translation>すべてのパネルの軸、平滑化、線</translation>
    </message>
    <message>
        <source>Add section above</source>
        <translation>上にセクションを追加</translation>
    </message>
    <message>
        <source>Add section below</source>
        <translation>下にセクションを追加</translation>
    </message>
    <message>
        <source>Remove section</source>
        <translation>セクションを削除</translation>
    </message>
    <message>
        <source>Its panels of metrics go back to where they belong</source>
        <translation>メトリクスのパネルは元のセクションに戻ります</translation>
    </message>
    <message>
        <source>Add panel…</source>
        <translation>パネルを追加…</translation>
    </message>
    <message>
        <source>Settings of all panels…</source>
        <translation>すべてのパネルの設定…</translation>
    </message>
    <message>
        <source>Axes, smoothing and lines where section and panel say nothing else</source>
        <translation>セクションやパネルで指定がないときの軸、平滑化、線</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Zoom linked</source>
        <translation>ズームを連動</translation>
    </message>
    <message>
        <source>Panels with the same x axis zoom together, and have one crosshair</source>
        <translation>同じ X 軸のパネルのズームと十字線を連動します</translation>
    </message>
    <message>
        <source>Reset arrangement</source>
        <translation>配置をリセット</translation>
    </message>
    <message>
        <source>Panels and sections as they are by themselves</source>
        <translation>パネルとセクションを初期の配置に戻します</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新しいセクション</translation>
    </message>
    <message>
        <source>What the panel shows as a table</source>
        <translation>パネルの内容を表で表示します</translation>
    </message>
    <message>
        <source>What it shows, and its title</source>
        <translation>表示内容とタイトル</translation>
    </message>
    <message>
        <source>Duplicate panel</source>
        <translation>パネルを複製</translation>
    </message>
    <message>
        <source>Another one like it in its section</source>
        <translation>同じパネルをセクションにもう 1 つ作ります</translation>
    </message>
    <message>
        <source>A panel of any kind; of lines also one for each metric</source>
        <translation>任意の種類のパネル。折れ線はメトリクスごとにも追加できます</translation>
    </message>
    <message>
        <source>Remove panel</source>
        <translation>パネルを削除</translation>
    </message>
    <message>
        <source>Undo brings it back</source>
        <translation>元に戻すで復元できます</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>デバイス…</translation>
    </message>
    <message>
        <source>Panels of chosen GPUs, disks and others only</source>
        <translation>選んだ GPU やディスクなどのパネルだけを表示します</translation>
    </message>
    <message numerus="yes">
        <source>Remove these %n panels</source>
        <translation>
            <numerusform>この %n 個のパネルを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide these %n panels</source>
        <translation>
            <numerusform>この %n 個のパネルを隠す</numerusform>
        </translation>
    </message>
    <message>
        <source>All that the expression makes; Undo brings them back</source>
        <translation>正規表現からできたすべてのパネルです。元に戻すで復元できます</translation>
    </message>
    <message>
        <source>All that the expression makes; Add panel brings them back</source>
        <translation>正規表現からできたすべてのパネルです。「パネルを追加」で戻せます</translation>
    </message>
    <message>
        <source>Select runs by value…</source>
        <translation>値で run を選択…</translation>
    </message>
    <message>
        <source>Tick the runs with the highest or lowest values at a place of the x axis, or with values in a range</source>
        <translation>X 軸のある位置で値が大きい run、小さい run、または値が範囲内の run にチェックを付けます</translation>
    </message>
    <message>
        <source>Select runs by box</source>
        <translation>枠で run を選択</translation>
    </message>
    <message>
        <source>While this is on, a box drawn over a chart ticks the runs whose lines pass through it (as Ctrl and drag does; with Shift it unticks them)</source>
        <translation>オンの間は、グラフ上に描いた枠を線が通る run にチェックを付けます（Ctrl とドラッグでも同じです。Shift を押すとチェックを外します）</translation>
    </message>
    <message>
        <source>Run %1</source>
        <extracomment>the submenu of what can be done with a run, in the menu of a chart that has its line</extracomment>
        <translation>run %1</translation>
    </message>
</context>
<context>
    <name>runglass::PanelEditor</name>
    <message>
        <source>Add panel</source>
        <translation>パネルを追加</translation>
    </message>
    <message>
        <source>by its metrics</source>
        <translation>メトリクス名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>A panel each</source>
        <translation>1 つずつパネルに</translation>
    </message>
    <message>
        <source>Quick add: every chosen metric gets a panel of its own</source>
        <translation>クイック追加: 選んだメトリクスごとにパネルを作ります</translation>
    </message>
    <message>
        <source>One panel</source>
        <translation>1 つのパネルに</translation>
    </message>
    <message>
        <source>All chosen metrics in one panel</source>
        <translation>選んだメトリクスを 1 つのパネルにまとめます</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <extracomment>Title of a dialog; %1 is the panel.</extracomment>
        <translation>%1 を編集</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kind of panel</source>
        <translation>パネルの種類</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折れ線</translation>
    </message>
    <message>
        <source>Metrics over steps or time</source>
        <translation>ステップや時間に対するメトリクス</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message numerus="yes">
        <source>Add %n panels</source>
        <translation>
            <numerusform>%n 個のパネルを追加</numerusform>
        </translation>
    </message>
    <message>
        <source>A panel for each text in parentheses</source>
        <translation>かっこに一致した文字列ごとにパネルを作る</translation>
    </message>
</context>
<context>
    <name>runglass::PanelFrame</name>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fewer steps (Ctrl and wheel, or + in the chart)</source>
        <translation>範囲を狭める(Ctrl とホイール、またはグラフで +)</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>ズームをリセット</translation>
    </message>
    <message>
        <source>Show everything (double-click, or 0 in the chart)</source>
        <translation>全体を表示(ダブルクリック、またはグラフで 0)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>As a picture or as data</source>
        <translation>画像またはデータとして</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>データを表示</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>The panel alone (F in the chart)</source>
        <translation>パネルだけを表示します (グラフでは F)</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>パネルのメニュー</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <extracomment>Name of a panel&apos;s &quot;…&quot; button; %1 is the metric.</extracomment>
        <translation>%1 のメニュー</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of a panel&apos;s button; %1 is what it does, %2 the metric.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What the panel shows as a table</source>
        <translation>パネルの内容を表で表示します</translation>
    </message>
    <message>
        <source>What the panel shows, and how</source>
        <translation>パネルの表示内容と表示方法</translation>
    </message>
</context>
<context>
    <name>runglass::PanelHead</name>
    <message>
        <source>Section menu</source>
        <translation>セクションのメニュー</translation>
    </message>
    <message>
        <source>Section %1</source>
        <extracomment>Name of a section&apos;s button; %1 is the section.</extracomment>
        <translation>セクション %1</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>折りたたみ中</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>Show these panels (Right)</source>
        <translation>このパネルを表示 (Right)</translation>
    </message>
    <message>
        <source>Hide these panels (Left)</source>
        <translation>このパネルを隠す (Left)</translation>
    </message>
    <message>
        <source>Menu of section %1</source>
        <extracomment>Name of a section&apos;s &quot;…&quot; button; %1 is the section.</extracomment>
        <translation>セクション %1 のメニュー</translation>
    </message>
    <message>
        <source>%1 of %2 panels</source>
        <translation>%2 個中 %1 個のパネル</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>パネル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the section</source>
        <translation>セクションの名前</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>すべてのデバイス</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices of section %1: %2</source>
        <extracomment>Name of the button that narrows a section to devices; %1 is the section, %2 the devices.</extracomment>
        <translation>セクション %1 のデバイス: %2</translation>
    </message>
    <message>
        <source>Only panels of %1</source>
        <translation>%1 のパネルのみ</translation>
    </message>
    <message>
        <source>Show panels of some devices only</source>
        <translation>一部のデバイスのパネルだけを表示します</translation>
    </message>
</context>
<context>
    <name>runglass::PanelSearchField</name>
    <message>
        <source>Search panels</source>
        <translation>パネルを検索</translation>
    </message>
    <message>
        <source>Regular expression for panels</source>
        <translation>パネルの正規表現</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>No regular expression: %1. All panels are shown.</source>
        <translation>正規表現ではありません: %1。すべてのパネルを表示しています。</translation>
    </message>
    <message>
        <source>Part of a metric&apos;s name</source>
        <translation>メトリクス名の一部</translation>
    </message>
</context>
<context>
    <name>runglass::PanelStage</name>
    <message>
        <source>Previous panel</source>
        <translation>前のパネル</translation>
    </message>
    <message>
        <source>The panel before this one in its section (Page Up)</source>
        <translation>セクション内の前のパネル (Page Up)</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>次のパネル</translation>
    </message>
    <message>
        <source>The panel after this one in its section (Page Down)</source>
        <translation>セクション内の次のパネル (Page Down)</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>全画面を終了</translation>
    </message>
    <message>
        <source>Back to all panels (Esc)</source>
        <translation>すべてのパネルに戻ります (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which panel of its section is shown alone.</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>runglass::ParallelBody</name>
    <message>
        <source>Filter by an axis…</source>
        <translation>軸で絞り込む…</translation>
    </message>
    <message>
        <source>Clear the filter of the axes</source>
        <translation>軸による絞り込みを解除</translation>
    </message>
    <message>
        <source>The same as drawing an interval on an axis (B in the plot)</source>
        <translation>軸上に範囲を描くのと同じです (グラフでは B)</translation>
    </message>
    <message>
        <source>All intervals on its axes go (Delete in the plot)</source>
        <translation>軸上の範囲をすべて消します (グラフでは Delete)</translation>
    </message>
    <message>
        <source>Choose two columns or more in the settings of the panel.</source>
        <translation>パネルの設定で列を 2 つ以上選んでください。</translation>
    </message>
    <message>
        <source>No run has any of these columns. Choose others in the settings of the panel.</source>
        <translation>これらの列を持つ run はありません。パネルの設定で別の列を選んでください。</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <extracomment>Beside the title: how many runs are inside what is brushed.</extracomment>
        <translation>%2 件中 %1 件の run</translation>
    </message>
    <message>
        <source>%1 parallel coordinates</source>
        <extracomment>Accessible name; %1 is the panel&apos;s title.</extracomment>
        <translation>%1 平行座標</translation>
    </message>
</context>
<context>
    <name>runglass::ParallelDrawing</name>
    <message numerus="yes">
        <source>%n runs over %1.</source>
        <extracomment>What parallel coordinates show; %1 is a list of columns.</extracomment>
        <translation>
            <numerusform>%n 件の run、軸は %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Filtered by %1.</source>
        <translation>%1 で絞り込み中。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
</context>
<context>
    <name>runglass::ParallelForm</name>
    <message>
        <source>Column of a new axis</source>
        <translation>新しい軸の列</translation>
    </message>
    <message>
        <source>Add axis</source>
        <translation>軸を追加</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Remove axis</source>
        <translation>軸を削除</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>Small values above</source>
        <translation>小さい値を上に</translation>
    </message>
    <message>
        <source>Axes, from left to right</source>
        <translation>軸 (左から右)</translation>
    </message>
    <message>
        <source>as the column</source>
        <translation>列名のまま</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Add two columns or more.</source>
        <translation>列を 2 つ以上追加してください。</translation>
    </message>
    <message>
        <source>The last axis gives the lines their colours.</source>
        <translation>最後の軸が線の色を決めます。</translation>
    </message>
    <message>
        <source>Draw hidden runs in grey</source>
        <translation>非表示の run を灰色で描く</translation>
    </message>
    <message>
        <source>Runs whose eye is closed; those outside of what is brushed are grey too</source>
        <translation>目を閉じた run。ブラシの範囲外の run も灰色になります</translation>
    </message>
</context>
<context>
    <name>runglass::PictureCompare</name>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Enlarge all of them (+, or the wheel)</source>
        <translation>すべてを拡大します (+ またはホイール)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Make all of them smaller (−, or the wheel)</source>
        <translation>すべてを縮小します (− またはホイール)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Show all of each picture (0)</source>
        <translation>それぞれの画像全体を表示します (0)</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <extracomment>over a picture: %1 is a run, %2 a number</extracomment>
        <translation>%1、ステップ %2</translation>
    </message>
</context>
<context>
    <name>runglass::PicturePane</name>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
</context>
<context>
    <name>runglass::PlotBody</name>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>Select %n run(s)</source>
        <extracomment>How many runs a box over a plot will select, or take out of the selection.</extracomment>
        <translation>
            <numerusform>run を %n 件選択</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unselect %n run(s)</source>
        <extracomment>the same, of a box that unselects</extracomment>
        <translation>
            <numerusform>run %n 件の選択を解除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::PlotExport</name>
    <message>
        <source>What the panel shows, exactly: as its table.</source>
        <translation>パネルの内容を表と同じく正確に書き出します。</translation>
    </message>
    <message>
        <source>CSV of what is shown</source>
        <translation>表示内容の CSV</translation>
    </message>
    <message>
        <source>JSON of what is shown</source>
        <translation>表示内容の JSON</translation>
    </message>
</context>
<context>
    <name>runglass::PreviewTableView</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>runglass::ProblemsDialog</name>
    <message>
        <source>What could not be read</source>
        <translation>読み取れなかったもの</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Run or source</source>
        <translation>run またはソース</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>At byte</source>
        <translation>バイト位置</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>runglass::ProjectsModel</name>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Reading %1 of %2 runs</source>
        <translation>run を読み込み中: %1 / %2</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>すべての run</translation>
    </message>
    <message>
        <source>Runs of all sources</source>
        <translation>すべてのソースの run</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Run 一覧</translation>
    </message>
</context>
<context>
    <name>runglass::RecorderActions</name>
    <message>
        <source>Recorder is starting…</source>
        <translation>記録を開始しています…</translation>
    </message>
    <message>
        <source>Recorder is stopping…</source>
        <translation>記録を停止しています…</translation>
    </message>
    <message>
        <source>Recorder&apos;s disk is full</source>
        <translation>記録先のディスクに空きがありません</translation>
    </message>
    <message>
        <source>Recorder cannot write</source>
        <translation>記録を書き込めません</translation>
    </message>
    <message>
        <source>Recording on %1</source>
        <extracomment>%1: an address as 127.0.0.1:8765</extracomment>
        <translation>%1 で記録中</translation>
    </message>
    <message>
        <source>Recorder is off</source>
        <translation>記録はオフ</translation>
    </message>
    <message>
        <source>Recording could not start</source>
        <translation>記録を開始できません</translation>
    </message>
    <message>
        <source>Recording could not start: port %1 is used by another program.</source>
        <translation>記録を開始できません: ポート %1 は別のプログラムが使用中です。</translation>
    </message>
    <message>
        <source>Recording could not start or stop: %1</source>
        <extracomment>%1: what the recorder says</extracomment>
        <translation>記録を開始または停止できません: %1</translation>
    </message>
    <message>
        <source>Not saved: the disk of %1 is full. Nothing already saved is lost. Scripts try again until there is room.</source>
        <extracomment>%1: a file</extracomment>
        <translation>保存できません: %1 のディスクに空きがありません。保存済みの内容は失われていません。空きができるまで、スクリプトが送信を繰り返します。</translation>
    </message>
    <message>
        <source>Not saved: %1 cannot be written: %2 Scripts try again.</source>
        <extracomment>%1: a file, %2: what hinders</extracomment>
        <translation>保存できません: %1 に書き込めません: %2 スクリプトが送信を繰り返します。</translation>
    </message>
    <message>
        <source>Training scripts that use the wandb SDK log straight to Runglass. Recording goes on when this window is closed.</source>
        <translation>wandb SDK を使うスクリプトのログを Runglass が直接受け取ります。このウィンドウを閉じても記録は続きます。</translation>
    </message>
    <message>
        <source>Recorder off since %1. Scripts that log to it keep what they have and try again.</source>
        <extracomment>%1: a time</extracomment>
        <translation>%1 から記録はオフです。スクリプトはログを保持し、送信を繰り返します。</translation>
    </message>
    <message>
        <source>Nothing is recorded now.</source>
        <translation>現在は何も記録していません。</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>記録を停止(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Record runs on this computer</source>
        <translation>このコンピューターで run を記録(&amp;R)</translation>
    </message>
    <message>
        <source>End the recorder. What it has stays.</source>
        <translation>記録を停止します。記録済みの内容は残ります。</translation>
    </message>
    <message>
        <source>Start the recorder: scripts that use the wandb SDK log to it</source>
        <translation>記録を開始します。wandb SDK を使うスクリプトのログを受け取ります</translation>
    </message>
    <message numerus="yes">
        <source>The recorder keeps running until %n active run(s) end.</source>
        <translation>
            <numerusform>実行中の run %n 件が終わるまで記録を続けます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>記録を停止</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are being recorded.</source>
        <translation>
            <numerusform>%n 件の run を記録中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scripts go on without the recorder: they keep what they log and send it once it runs again. Until then the state of their runs is unknown.</source>
        <translation>記録を停止してもスクリプトは動き続けます。ログはスクリプト側に残り、記録を再開すると送信されます。それまで run の状態は「不明」になります。</translation>
    </message>
    <message>
        <source>Stop when they end</source>
        <translation>終了後に停止</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Scripts of this user log to %1 now.</source>
        <extracomment>%1: an address</extracomment>
        <translation>このユーザーのスクリプトのログは %1 に送られます。</translation>
    </message>
    <message>
        <source>Undo set-up</source>
        <translation>設定を元に戻す</translation>
    </message>
    <message>
        <source>Undo the set-up of this computer?</source>
        <translation>このコンピューターの設定を元に戻しますか?</translation>
    </message>
    <message>
        <source>The files of the SDK get back what was there before. Scripts log to the recorder then only with an environment that says so.</source>
        <translation>SDK のファイルを設定前の内容に戻します。以後、スクリプトがレコーダーに送信するには環境変数が必要です。</translation>
    </message>
    <message>
        <source>What was there before is back.</source>
        <translation>設定前の内容に戻しました。</translation>
    </message>
    <message>
        <source>The set-up could not be undone.</source>
        <translation>設定を元に戻せませんでした。</translation>
    </message>
    <message>
        <source>Recording starts at login from now on.</source>
        <translation>次回からログイン時に記録を開始します。</translation>
    </message>
    <message>
        <source>Recording does not start at login any more.</source>
        <translation>ログイン時の記録開始を解除しました。</translation>
    </message>
    <message>
        <source>Start recording at login</source>
        <translation>ログイン時に記録を開始</translation>
    </message>
    <message>
        <source>What starts at login was not changed.</source>
        <translation>ログイン時の設定は変更されていません。</translation>
    </message>
    <message>
        <source>Recorder off since %1</source>
        <extracomment>%1: a time, and the date where it was not today</extracomment>
        <translation>%1 から記録はオフ</translation>
    </message>
</context>
<context>
    <name>runglass::RecorderDialog</name>
    <message>
        <source>Use another port</source>
        <translation>別のポートを使う</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>レコーダー</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>For one terminal</source>
        <translation>このターミナルだけで使う場合</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1: &quot;Address&quot;, &quot;Store&quot;, …</extracomment>
        <translation>コピー: %1</translation>
    </message>
</context>
<context>
    <name>runglass::RidgesDrawing</name>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
</context>
<context>
    <name>runglass::RunCommands</name>
    <message>
        <source>Choose a run first</source>
        <translation>先に run を選択してください</translation>
    </message>
    <message>
        <source>Not possible for any of the chosen runs. The first: %1</source>
        <translation>選択した run のいずれでもできません。最初の run: %1</translation>
    </message>
    <message>
        <source>Give the chosen runs another name</source>
        <translation>選択した run の名前を変更します</translation>
    </message>
    <message>
        <source>Add tags to the chosen runs, or remove them</source>
        <translation>選択した run にタグを付けたり外したりします</translation>
    </message>
    <message>
        <source>Put the chosen runs into a group</source>
        <translation>選択した run をグループに入れます</translation>
    </message>
    <message>
        <source>Say what kind of job the chosen runs are</source>
        <translation>選択した run のジョブの種類を設定します</translation>
    </message>
    <message>
        <source>Write a description of the chosen runs</source>
        <translation>選択した run の説明を書きます</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Let the chosen runs be deleted and edited again</source>
        <translation>選択した run を再び削除・編集できるようにします</translation>
    </message>
    <message>
        <source>Protect the chosen runs from being deleted or edited</source>
        <translation>選択した run を削除や編集から保護します</translation>
    </message>
    <message>
        <source>Move the chosen runs to Trash</source>
        <translation>選択した run をゴミ箱に移動します</translation>
    </message>
    <message>
        <source>Interrupt the script, as Ctrl+C does</source>
        <translation>Ctrl+C と同じ割り込みをスクリプトに送ります</translation>
    </message>
    <message>
        <source>It was asked to stop. If it goes on, it can be asked again after 30 s.</source>
        <translation>停止を求めました。続いている場合は 30 秒後にもう一度送れます。</translation>
    </message>
    <message>
        <source>Say how the chosen runs ended, where you know better</source>
        <translation>選択した run がどう終わったかを、自分で設定します</translation>
    </message>
</context>
<context>
    <name>runglass::RunListModel</name>
    <message>
        <source>Colour by %1: %2</source>
        <extracomment>why a run has its colour. %1 is a column, %2 a value or a range</extracomment>
        <translation>%1 による色: %2</translation>
    </message>
    <message>
        <source>Pinned to the top, though search or filter leave it out.</source>
        <translation>検索またはフィルターの対象外ですが、先頭に固定されています。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them stand(s) above, pinned to the top.</source>
        <translation>
            <numerusform>うち %n 件は一番上に固定されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, collapsed</source>
        <extracomment>the head of a group: %1 is a column, %2 is &quot;double, 5 runs&quot;</extracomment>
        <translation>%1: %2、折りたたみ</translation>
    </message>
    <message>
        <source>%1: %2, expanded</source>
        <translation>%1: %2、展開</translation>
    </message>
    <message>
        <source>Baseline: charts draw its line heavier and dashed.</source>
        <translation>ベースライン: グラフでは線が太い破線になります。</translation>
    </message>
    <message>
        <source>%1, baseline</source>
        <extracomment>a run&apos;s name, as it is read out: the run is the baseline</extracomment>
        <translation>%1、ベースライン</translation>
    </message>
</context>
<context>
    <name>runglass::RunPage</name>
    <message>
        <source>Reading the run…</source>
        <translation>run を読み込み中…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>run が選択されていません</translation>
    </message>
    <message>
        <source>Choose a run in the selector.</source>
        <translation>run セレクタで run を選択してください。</translation>
    </message>
    <message>
        <source>This run could not be read</source>
        <translation>この run を読み取れません</translation>
    </message>
</context>
<context>
    <name>runglass::RunSearchField</name>
    <message>
        <source>Search runs</source>
        <translation>run を検索</translation>
    </message>
    <message>
        <source>Part of a run&apos;s name or ID</source>
        <translation>run の名前または ID の一部</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>No regular expression: %1. The last search is still applied.</source>
        <translation>正規表現ではありません: %1。直前の検索が適用されています。</translation>
    </message>
</context>
<context>
    <name>runglass::RunSelector</name>
    <message>
        <source>Run selector</source>
        <translation>run セレクタ</translation>
    </message>
</context>
<context>
    <name>runglass::RunValuesPopover</name>
    <message>
        <source>Edit runs</source>
        <translation>run を編集</translation>
    </message>
    <message>
        <source>Tags of %1</source>
        <translation>%1 のタグ</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n run(s)</source>
        <translation>
            <numerusform>%n 件の run のタグ</numerusform>
        </translation>
    </message>
    <message>
        <source>Group of %1</source>
        <translation>%1 のグループ</translation>
    </message>
    <message numerus="yes">
        <source>Group of %n run(s)</source>
        <translation>
            <numerusform>%n 件の run のグループ</numerusform>
        </translation>
    </message>
    <message>
        <source>Job type of %1</source>
        <translation>%1 のジョブタイプ</translation>
    </message>
    <message numerus="yes">
        <source>Job type of %n run(s)</source>
        <translation>
            <numerusform>%n 件の run のジョブタイプ</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 の名前を変更</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n run(s)</source>
        <translation>
            <numerusform>%n 件の run の名前を変更</numerusform>
        </translation>
    </message>
    <message>
        <source>Find or add a tag</source>
        <translation>タグを検索または追加</translation>
    </message>
    <message>
        <source>Find or name a group</source>
        <translation>グループを検索または入力</translation>
    </message>
    <message>
        <source>Find or name a job type</source>
        <translation>ジョブタイプを検索または入力</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Job types</source>
        <translation>ジョブタイプ</translation>
    </message>
    <message>
        <source>Enter adds what is typed. Changes apply at once; Ctrl+Z takes them back.</source>
        <translation>Enter で入力した内容を追加します。変更はすぐに反映され、Ctrl+Z で元に戻せます。</translation>
    </message>
    <message>
        <source>Enter takes what is typed. Ctrl+Z takes it back.</source>
        <translation>Enter で入力した内容に変更します。Ctrl+Z で元に戻せます。</translation>
    </message>
    <message>
        <source>On %1 of %2 runs</source>
        <extracomment>%1 of %2 of the chosen runs have a tag</extracomment>
        <translation>%2 件中 %1 件に付いています</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1、選択中</translation>
    </message>
    <message>
        <source>New tag &quot;%1&quot;</source>
        <translation>新しいタグ「%1」</translation>
    </message>
    <message>
        <source>New group &quot;%1&quot;</source>
        <translation>新しいグループ「%1」</translation>
    </message>
    <message>
        <source>New job type &quot;%1&quot;</source>
        <translation>新しいジョブタイプ「%1」</translation>
    </message>
    <message>
        <source>Remove from group</source>
        <translation>グループから外す</translation>
    </message>
    <message>
        <source>Remove job type</source>
        <translation>ジョブタイプを外す</translation>
    </message>
</context>
<context>
    <name>runglass::RunsByValueDialog</name>
    <message>
        <source>Select runs by value</source>
        <translation>値で run を選択</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>%1, seconds</source>
        <translation>%1（秒）</translation>
    </message>
    <message>
        <source>Highest values</source>
        <translation>値が大きい順</translation>
    </message>
    <message>
        <source>Lowest values</source>
        <translation>値が小さい順</translation>
    </message>
    <message>
        <source>Values in a range</source>
        <translation>範囲内の値</translation>
    </message>
    <message>
        <source>no bound</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Runs with</source>
        <translation>選び方</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>run の件数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>how many runs, and the names of the first of them</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>runglass::RunsHeader</name>
    <message numerus="yes">
        <source>Select all %n that match</source>
        <translation>
            <numerusform>一致する %n 件をすべて選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Column heads</source>
        <translation>列見出し</translation>
    </message>
    <message>
        <source>What can be done with the column</source>
        <translation>この列でできる操作</translation>
    </message>
</context>
<context>
    <name>runglass::RunsModel</name>
    <message>
        <source>This run did not record it.</source>
        <translation>この run には記録がありません。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>exact length of time in seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Sorted descending</source>
        <translation>降順で並べ替え中</translation>
    </message>
    <message>
        <source>Sorted ascending</source>
        <translation>昇順で並べ替え中</translation>
    </message>
    <message>
        <source>%1, key %2 of %3</source>
        <extracomment>%1 is &quot;Sorted ascending&quot; or &quot;Sorted descending&quot;, %2 and %3 are numbers: &quot;Sorted ascending, key 1 of 2&quot;</extracomment>
        <translation>%1、%3 個のキーの %2 番目</translation>
    </message>
    <message>
        <source>mean ± std</source>
        <comment>what a column tells of groups</comment>
        <translation>平均 ± 標準偏差</translation>
    </message>
    <message>
        <source>min</source>
        <extracomment>the smallest of the values that a run logged</extracomment>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <extracomment>the largest of the values that a run logged</extracomment>
        <translation>最大</translation>
    </message>
    <message>
        <source>first</source>
        <extracomment>the first of the values that a run logged</extracomment>
        <translation>最初</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>読み込み中です。</translation>
    </message>
    <message>
        <source>Shows the smallest number logged</source>
        <translation>記録された最小値を表示</translation>
    </message>
    <message>
        <source>Shows the largest number logged</source>
        <translation>記録された最大値を表示</translation>
    </message>
    <message>
        <source>Shows the value logged first</source>
        <translation>最初に記録された値を表示</translation>
    </message>
    <message>
        <source>Edited here. Overview shows the original.</source>
        <translation>ここで編集した値です。元の値は概要で見られます。</translation>
    </message>
</context>
<context>
    <name>runglass::RunsTab</name>
    <message>
        <source>Clear search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Run 一覧</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%n 件中 %1 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n selected</source>
        <translation>
            <numerusform>、%n 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>一致する run はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the search.</source>
        <translation>
            <numerusform>%n 件の run が検索で非表示です。</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs in this project.</source>
        <translation>このプロジェクトに run はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by search and filter.</source>
        <translation>
            <numerusform>%n 件が検索とフィルターで非表示です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n 件がフィルターで非表示です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n group(s)</source>
        <comment>%1: &quot;18 runs&quot;</comment>
        <translation>
            <numerusform>%1、%n グループ</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns (%1 new)</source>
        <translation>列 (新規 %1)</translation>
    </message>
</context>
<context>
    <name>runglass::SafeTextBrowser</name>
    <message>
        <source>Open link</source>
        <translation>リンクを開く</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>このアドレスをブラウザーで開きますか?</translation>
    </message>
    <message>
        <source>This link does not lead to the web. It is not followed.</source>
        <translation>このリンクは Web を指していないため、たどりません。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s) are not shown here.</source>
        <translation>
            <numerusform>… ここには残りの %n 文字を表示していません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::ScatterBody</name>
    <message>
        <source>Choose two columns in the settings of the panel.</source>
        <translation>パネルの設定で列を 2 つ選んでください。</translation>
    </message>
    <message>
        <source>No shown run has both %1 and %2. Show more runs with the eyes in the list, or choose other columns in the settings of the panel.</source>
        <translation>%1 と %2 の両方を持つ表示中の run はありません。一覧の目のアイコンで run を表示するか、パネルの設定で別の列を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs without a place</source>
        <extracomment>Beside the title: runs that lack a value of an axis.</extracomment>
        <translation>
            <numerusform>表示できない run %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 scatter plot</source>
        <extracomment>Accessible name; %1 is the panel&apos;s title.</extracomment>
        <translation>%1 散布図</translation>
    </message>
    <message>
        <source>no frontier over names</source>
        <translation>名前の軸にはフロンティアがありません</translation>
    </message>
</context>
<context>
    <name>runglass::ScatterDrawing</name>
    <message numerus="yes">
        <source>%n runs, %1 over %2.</source>
        <extracomment>What a scatter plot shows; %1 and %2 are columns.</extracomment>
        <translation>
            <numerusform>%n 件の run、%2 に対する %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours show %1.</source>
        <translation>色は %1 を表します。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Running mean</source>
        <translation>累積平均</translation>
    </message>
    <message>
        <source>Running min</source>
        <translation>累積最小</translation>
    </message>
    <message>
        <source>Running max</source>
        <translation>累積最大</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>フロンティア</translation>
    </message>
    <message>
        <source>On the frontier</source>
        <translation>フロンティア上</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>大きい値</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>小さい値</translation>
    </message>
    <message numerus="yes">
        <source>%n are on the frontier, where %1 is better %2 and %3 is better %4.</source>
        <extracomment>Of a scatter plot; %1 and %3 are columns, %2 and %4 are &quot;smaller&quot; or &quot;larger&quot;.</extracomment>
        <translation>
            <numerusform>%n 件がフロンティア上にあります(%1 は%2、%3 は%4のほうが良い)。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ends at %2.</source>
        <extracomment>Of a scatter plot; %1 is a line, as &quot;Running mean&quot;, %2 its value at the right.</extracomment>
        <translation>%1の最後は %2。</translation>
    </message>
</context>
<context>
    <name>runglass::ScatterForm</name>
    <message>
        <source>X axis</source>
        <translation>X 軸</translation>
    </message>
    <message>
        <source>Y axis</source>
        <translation>Y 軸</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>As the runs are</source>
        <translation>run の色</translation>
    </message>
    <message>
        <source>Choose a column for the x axis.</source>
        <translation>X 軸の列を選んでください。</translation>
    </message>
    <message>
        <source>Choose a column for the y axis.</source>
        <translation>Y 軸の列を選んでください。</translation>
    </message>
    <message>
        <source>Better on the frontier: %1</source>
        <extracomment>Name of a choice; %1 is an axis: &quot;X axis&quot;.</extracomment>
        <translation>フロンティアで良いとする値: %1</translation>
    </message>
    <message>
        <source>Which values of the axis the frontier takes for the better ones</source>
        <translation>フロンティアがこの軸のどちらの値を良いとみなすか</translation>
    </message>
    <message>
        <source>%1: smaller</source>
        <extracomment>%1 is an axis: &quot;X axis&quot;.</extracomment>
        <translation>%1: 小さい値</translation>
    </message>
    <message>
        <source>%1: larger</source>
        <translation>%1: 大きい値</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Of the y values of all points up to there, from left to right</source>
        <translation>左からその位置までのすべての点の y の値の平均</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>The least y value of all points up to there, from left to right</source>
        <translation>左からその位置までのすべての点の y の最小値</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>The greatest y value of all points up to there, from left to right</source>
        <translation>左からその位置までのすべての点の y の最大値</translation>
    </message>
    <message>
        <source>Running mean</source>
        <extracomment>Names of switches of a scatter plot.</extracomment>
        <translation>累積平均</translation>
    </message>
    <message>
        <source>Running min</source>
        <translation>累積最小</translation>
    </message>
    <message>
        <source>Running max</source>
        <translation>累積最大</translation>
    </message>
    <message>
        <source>Names of runs</source>
        <translation>run の名前</translation>
    </message>
    <message>
        <source>Beside their points, as far as there is room</source>
        <translation>余裕がある限り、点のそばに</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>フロンティア</translation>
    </message>
    <message>
        <source>The line through the points that no other is better than on both axes</source>
        <translation>両方の軸で他の点に負けない点を通る線</translation>
    </message>
    <message>
        <source>Dim points that are not on the frontier</source>
        <translation>フロンティア上にない点を薄くする</translation>
    </message>
    <message>
        <source>They stay readable by pointer and keys</source>
        <translation>ポインターとキーでは引き続き読めます</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>累積</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>良い値</translation>
    </message>
</context>
<context>
    <name>runglass::SelectionBar</name>
    <message>
        <source>More for the selected runs</source>
        <translation>選択した run のその他の操作</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>選択を解除</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 件を選択</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not listed</source>
        <comment>ticked, but left out by search or filter</comment>
        <translation>
            <numerusform>ほか %n 件は一覧にありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked run(s) are left out by the search or the filter. Nothing is done to them; they count again when they are listed again.</source>
        <translation>
            <numerusform>選択した run のうち %n 件は検索またはフィルターで除外されています。操作の対象にはならず、一覧に戻ると再び選択に含まれます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::SeriesTableDialog</name>
    <message>
        <source>%1 data</source>
        <extracomment>Title of the window with a chart&apos;s points; %1 is the metric, for example train/loss.</extracomment>
        <translation>%1 データ</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::SeriesTableModel</name>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>runglass::SetUpDialog</name>
    <message>
        <source>Set up</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>このコンピューターを設定</translation>
    </message>
    <message>
        <source>Scripts of this user that call wandb.init() log to the recorder then, without any environment, and show here within a second. &quot;Undo set-up…&quot; brings back what was there.</source>
        <translation>このユーザーのスクリプトで wandb.init() を呼び出すと、環境変数なしでレコーダーに記録され、1 秒以内にここに表示されます。「設定を元に戻す…」で元の内容に戻せます。</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>書き込む内容</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>記録を開始</translation>
    </message>
    <message>
        <source>The recorder is off. It is started first, since its address is written.</source>
        <translation>記録はオフです。アドレスを書き込むため、先に記録を開始します。</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>現在の内容を確認しています…</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <extracomment>%1: a file</extracomment>
        <translation>%1(変更)</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1(新規)</translation>
    </message>
    <message>
        <source>Lines marked − are replaced. The rest of both files stays.</source>
        <translation>− の行を置き換えます。両ファイルの残りの部分は変わりません。</translation>
    </message>
    <message>
        <source>The rest of both files stays as it is.</source>
        <translation>両ファイルの残りの部分は変わりません。</translation>
    </message>
</context>
<context>
    <name>runglass::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>一覧の中</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>run を開く</translation>
    </message>
    <message>
        <source>First or last run</source>
        <translation>最初または最後の run</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Mark a range of runs</source>
        <translation>run の範囲を選ぶ</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation>Shift+↑、Shift+↓</translation>
    </message>
</context>
<context>
    <name>runglass::SideBar</name>
    <message>
        <source>Projects</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>ソースを追加</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>run のフォルダーを開く</translation>
    </message>
    <message>
        <source>Folders you open are listed here.</source>
        <translation>開いたフォルダーがここに並びます。</translation>
    </message>
    <message>
        <source>Run selector options</source>
        <translation>run セレクタのオプション</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>一致する run はありません。</translation>
    </message>
    <message>
        <source>%1 of %2 shown in charts</source>
        <translation>%2 件中 %1 件をグラフに表示</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Run</translation>
    </message>
</context>
<context>
    <name>runglass::SortKeysModel</name>
    <message>
        <source>highest first</source>
        <translation>降順</translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation>昇順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Sorted by %1, highest first</source>
        <comment>%1: a column</comment>
        <translation>%1 の降順</translation>
    </message>
    <message>
        <source>Sorted by %1, lowest first</source>
        <comment>%1: a column</comment>
        <translation>%1 の昇順</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a column, %2 &quot;highest first&quot; or &quot;lowest first&quot;</extracomment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>, then </source>
        <extracomment>between two sort keys: &quot;Sorted by loss (highest first), then Name (lowest first)&quot;</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <extracomment>%1 are sort keys, each with its direction</extracomment>
        <translation>並べ替え: %1</translation>
    </message>
    <message>
        <source>%1. %2, %3</source>
        <extracomment>a sort key: %1 is its place, %2 a column, %3 &quot;highest first&quot; or &quot;lowest first&quot;</extracomment>
        <translation>%1. %2、%3</translation>
    </message>
</context>
<context>
    <name>runglass::SortPopover</name>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>No column is chosen: the newest run comes first.</source>
        <translation>列の指定はありません。新しい run が先頭に並びます。</translation>
    </message>
    <message>
        <source>Search columns to sort by</source>
        <translation>並べ替える列を検索</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>逆順</translation>
    </message>
    <message>
        <source>Turn the order of the chosen key round</source>
        <translation>選択したキーの昇順と降順を入れ替え</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Sort by the chosen key earlier</source>
        <translation>選択したキーの優先順位を上げる</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Sort by the chosen key later</source>
        <translation>選択したキーの優先順位を下げる</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Do not sort by the chosen key</source>
        <translation>選択したキーを並べ替えから外す</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Sort by the chosen column too</source>
        <translation>選択した列も並べ替えに追加</translation>
    </message>
    <message>
        <source>Sort keys</source>
        <translation>並べ替えのキー</translation>
    </message>
    <message>
        <source>Columns to sort by</source>
        <translation>並べ替えに使える列</translation>
    </message>
</context>
<context>
    <name>runglass::SourceStatePage</name>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>No runs found in %1.</source>
        <comment>%1: a folder</comment>
        <translation>%1 に run が見つかりません。</translation>
    </message>
    <message>
        <source>Looked for folders that the wandb SDK writes. New runs appear by themselves.</source>
        <translation>wandb SDK が書き込むフォルダーを探しました。新しい run は自動的に表示されます。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <comment>%1: a folder</comment>
        <translation>%1 が見つかりません。</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <comment>%1: a folder</comment>
        <translation>%1 を開けません。</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>記録された run はまだありません。</translation>
    </message>
    <message>
        <source>Run a training script that uses the wandb SDK. Its run appears here within a second of its first log.</source>
        <translation>wandb SDK を使うスクリプトを実行してください。最初のログから 1 秒以内に run が表示されます。</translation>
    </message>
</context>
<context>
    <name>runglass::StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Show what could not be read</source>
        <translation>読み取れなかったものを表示</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>run を読み込み中</translation>
    </message>
    <message>
        <source>Stop reading. What was read stays.</source>
        <translation>読み込みを中止します。読み込んだ内容は残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n run(s) were read.</source>
        <translation>
            <numerusform>キャンセルしました。%n 件の run は読み込み済みです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n run(s)</source>
        <translation>
            <numerusform>%n 件の run を読み込みました</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>run を探しています…</translation>
    </message>
    <message>
        <source>Reading %1 of %2 runs</source>
        <translation>run を読み込み中: %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown in charts</source>
        <translation>%2 件中 %1 件をグラフに表示</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>問題 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n run(s), updated with F5 only</source>
        <translation>
            <numerusform>%n 件の run を読み込みました（更新は F5 のみ）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::StepBar</name>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>a step, and the last one there is: &quot;12 of 40&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Step: each run shows the last it logged up to it ([ and ] go by one, { and } by ten)</source>
        <translation>ステップ: 各 run がそのステップまでに最後に記録したものを表示します ([ と ] で 1、{ と } で 10 ずつ移動)</translation>
    </message>
    <message>
        <source>%1, nearest to %2</source>
        <extracomment>%1 is &quot;12 of 40&quot;; nothing was logged at the step that was asked for, %2</extracomment>
        <translation>%1、%2 に最も近いステップ</translation>
    </message>
</context>
<context>
    <name>runglass::StopDialog</name>
    <message>
        <source>Stop run</source>
        <translation>run を停止</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop &quot;%1&quot;?</source>
        <translation>「%1」を停止しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n run(s)?</source>
        <translation>
            <numerusform>%n 件の run を停止しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the process…</source>
        <translation>プロセスを探しています…</translation>
    </message>
    <message>
        <source>Runs to stop</source>
        <translation>停止する run</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>What is interrupted</source>
        <translation>割り込みを送る相手</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send one interrupt, as Ctrl+C does</source>
        <translation>Ctrl+C と同じ割り込みを 1 回送ります</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>スクリプト</translation>
    </message>
    <message>
        <source>Process</source>
        <extracomment>%1 is the number of a process, %2 a user</extracomment>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1(ユーザー: %2)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message numerus="yes">
        <source>This process writes %n more run(s), which end with it: %1</source>
        <translation>
            <numerusform>このプロセスはほかに %n 件の run を書き込んでおり、それらも終了します: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The script ignores interrupts: it may well go on.</source>
        <translation>スクリプトは割り込みを無視する設定のため、続く可能性があります。</translation>
    </message>
    <message numerus="yes">
        <source>Interrupt the %n other process(es) of its group too</source>
        <translation>
            <numerusform>同じグループのほかの %n 個のプロセスにも割り込みを送る</numerusform>
        </translation>
    </message>
    <message>
        <source>As Ctrl+C does in a terminal. Each of them was proved to belong to the script.</source>
        <translation>端末での Ctrl+C と同じです。いずれもスクリプトのプロセスであることを確認済みです。</translation>
    </message>
    <message>
        <source>Its process group is left alone: %1</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>プロセスグループには送りません: %1</translation>
    </message>
    <message>
        <source>The script asks for it by itself</source>
        <translation>スクリプトが自分で確認します</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <extracomment>%1 is a command line, %2 the number of a process, %3 a host</extracomment>
        <translation>%1(%3 のプロセス %2)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Not stopped</source>
        <translation>停止していません</translation>
    </message>
    <message>
        <source>None of these runs can be stopped. The list says why.</source>
        <translation>これらの run は停止できません。理由は一覧にあります。</translation>
    </message>
    <message>
        <source>The script asks for this every few seconds; it can take up to 30 s.</source>
        <translation>スクリプトが数秒ごとに確認するため、停止まで最大 30 秒かかることがあります。</translation>
    </message>
    <message>
        <source>The script gets one interrupt, as with Ctrl+C, and can save before it ends.</source>
        <translation>スクリプトに Ctrl+C と同じ割り込みを 1 回送ります。終了前に保存できます。</translation>
    </message>
    <message numerus="yes">
        <source>These processes write %n more run(s), which end with them: %1</source>
        <translation>
            <numerusform>これらのプロセスはほかに %n 件の run を書き込んでおり、それらも終了します: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>At least one of the scripts ignores interrupts: it may well go on.</source>
        <translation>割り込みを無視する設定のスクリプトがあり、続く可能性があります。</translation>
    </message>
</context>
<context>
    <name>runglass::TableBody</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop reading; the tables that were read stay</source>
        <translation>読み込みを止めます。読み込んだテーブルは残ります</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>TSV としてコピー</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all that are shown</source>
        <translation>選択した行、なければ表示中のすべての行をコピーします</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>テーブルを書き出す…</translation>
    </message>
    <message>
        <source>Write all rows that match to a CSV file</source>
        <translation>一致するすべての行を CSV ファイルに書き出します</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>すべての行を表示します</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>すべての列を表示</translation>
    </message>
    <message>
        <source>Show the columns that were hidden</source>
        <translation>隠した列を表示します</translation>
    </message>
    <message>
        <source>Collapse all groups</source>
        <translation>すべてのグループを折りたたむ</translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation>すべてのグループを展開</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>読み込みを続ける</translation>
    </message>
    <message>
        <source>Read the tables that are missing</source>
        <translation>まだ読んでいないテーブルを読み込みます</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>行をフィルター</translation>
    </message>
    <message>
        <source>Such as: score &gt; 0.5 and label = cat. Ctrl+Space offers what could follow.</source>
        <translation>例: score &gt; 0.5 and label = cat。Ctrl+Space で続きの候補を表示します。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Put rows with the same value in a column together</source>
        <translation>列の値が同じ行をまとめます</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%n 行中 %1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>By %1</source>
        <extracomment>of rows; %1 is a column</extracomment>
        <translation>%1 ごと</translation>
    </message>
    <message>
        <source>run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>Reading tables: %1 of %2 runs</source>
        <translation>テーブルを読み込み中: %2 件中 %1 件の run</translation>
    </message>
    <message>
        <source>Not all tables are read.</source>
        <translation>まだ読み込んでいないテーブルがあります。</translation>
    </message>
    <message>
        <source>The table of %1 could not be read: %2</source>
        <extracomment>%1 is a run, %2 says why</extracomment>
        <translation>%1 のテーブルを読み込めませんでした: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more table(s) could not be read.</source>
        <translation>
            <numerusform>ほかに %n 件のテーブルを読み込めませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are too many rows: the tables of %n run(s) are left out.</source>
        <translation>
            <numerusform>行が多すぎるため、%n 件の run のテーブルを省きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>No table is chosen.</source>
        <translation>テーブルが選ばれていません。</translation>
    </message>
    <message>
        <source>Choose one in Edit panel.</source>
        <translation>「パネルを編集」で選んでください。</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>一致する行がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n 行がフィルターで隠れています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading tables…</source>
        <translation>テーブルを読み込み中…</translation>
    </message>
    <message>
        <source>The shown runs have no rows here.</source>
        <translation>表示中の run には、ここに行がありません。</translation>
    </message>
    <message>
        <source>Rows of tables that they log under this key appear by themselves.</source>
        <translation>このキーで記録されたテーブルの行は、自動で現れます。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 件の run</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>昇順で並べ替え</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降順で並べ替え</translation>
    </message>
    <message>
        <source>As logged</source>
        <translation>記録順</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>この列でグループ化</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>列を隠す</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>テーブルを書き出す</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Show in Files</source>
        <translation>ファイルで表示</translation>
    </message>
    <message>
        <source>Show the file of the current cell in the Files tab</source>
        <translation>現在のセルのファイルを「ファイル」タブで表示します</translation>
    </message>
    <message>
        <source>Filter as lines</source>
        <translation>条件の行で絞り込み</translation>
    </message>
    <message>
        <source>Put the filter together from columns, operators and values</source>
        <translation>列・演算子・値を選んでフィルターを組み立てます</translation>
    </message>
    <message>
        <source>Also sort by it</source>
        <translation>この列を並べ替えに追加</translation>
    </message>
    <message>
        <source>Filter by this column</source>
        <translation>この列で絞り込む</translation>
    </message>
</context>
<context>
    <name>runglass::Thumbnails</name>
    <message>
        <source>The file is missing.</source>
        <translation>ファイルがありません。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>ファイルが大きすぎます。</translation>
    </message>
</context>
<context>
    <name>runglass::Toast</name>
    <message>
        <source>What was done</source>
        <translation>実行結果</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>runglass::TracebackBox</name>
    <message>
        <source>Traceback</source>
        <translation>トレースバック</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>ログで表示</translation>
    </message>
    <message>
        <source>Go to where it was printed</source>
        <translation>出力された箇所に移動します</translation>
    </message>
    <message>
        <source>Show last lines</source>
        <translation>末尾だけを表示</translation>
    </message>
    <message>
        <source>Show whole traceback</source>
        <translation>トレースバック全体を表示</translation>
    </message>
    <message>
        <source>Show only how the traceback ends</source>
        <translation>トレースバックの末尾だけを表示します</translation>
    </message>
    <message>
        <source>Show every line that was kept of it</source>
        <translation>保存されているすべての行を表示します</translation>
    </message>
</context>
<context>
    <name>runglass::TrashModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除日時</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>削除した人</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>runglass::TrashPage</name>
    <message>
        <source>Search trash</source>
        <translation>ゴミ箱を検索</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>ゴミ箱を空にする…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>Bring the chosen runs back to where they were</source>
        <translation>選択した run を元の場所に戻します</translation>
    </message>
    <message>
        <source>Remove the chosen runs from the disk. This cannot be undone.</source>
        <translation>選択した run をディスクから削除します。元に戻せません。</translation>
    </message>
    <message>
        <source>Remove all runs in the trash from the disk, which frees it</source>
        <translation>ゴミ箱の run をすべてディスクから削除し、容量を解放します</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>run に戻る</translation>
    </message>
    <message>
        <source>Back to the runs (Esc)</source>
        <translation>run に戻る (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), %1</source>
        <extracomment>%n runs in the trash, %1 is their size</extracomment>
        <translation>
            <numerusform>%n 件の run、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash could not be read</source>
        <translation>ゴミ箱を読み取れません</translation>
    </message>
    <message>
        <source>Looking into the trash…</source>
        <translation>ゴミ箱を確認中…</translation>
    </message>
    <message>
        <source>Trash is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
        <source>Deleted runs lie here until it is emptied, and can be restored.</source>
        <translation>削除した run は、空にするまでここにあり、復元できます。</translation>
    </message>
    <message>
        <source>No run in the trash matches.</source>
        <translation>ゴミ箱に一致する run はありません。</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>ゴミ箱を空にする</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Empty trash?</source>
        <translation>ゴミ箱を空にしますか?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) for good?</source>
        <translation>
            <numerusform>%n 件の run を完全に削除しますか?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are removed for good and %1 is freed. This cannot be undone.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n 件の run を完全に削除し、%1 を解放します。元に戻せません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::TwinTableDialog</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all of them</source>
        <translation>選択した行、またはすべての行をコピー</translation>
    </message>
</context>
<context>
    <name>runglass::UndoActions</name>
    <message>
        <source>sort order</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>view</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <comment>%1: what was changed</comment>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <comment>%1: what was changed</comment>
        <translation>やり直し: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>pinned runs</source>
        <translation>固定した run</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>column width</source>
        <translation>列の幅</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>folding of groups</source>
        <translation>グループの折りたたみ</translation>
    </message>
    <message>
        <source>shown values</source>
        <translation>表示する値</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>job type</source>
        <translation>ジョブタイプ</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>chart settings</source>
        <translation>グラフの設定</translation>
    </message>
    <message>
        <source>panel size</source>
        <translation>パネルの大きさ</translation>
    </message>
    <message>
        <source>arrangement of panels</source>
        <translation>パネルの配置</translation>
    </message>
    <message>
        <source>mark of state</source>
        <translation>状態の設定</translation>
    </message>
    <message>
        <source>row filter</source>
        <extracomment>of the rows in a panel of tables</extracomment>
        <translation>行のフィルター</translation>
    </message>
    <message>
        <source>arrangement of rows</source>
        <extracomment>order, groups and columns of the rows in a panel of tables</extracomment>
        <translation>行の並べ方</translation>
    </message>
    <message>
        <source>shown images</source>
        <extracomment>step of a panel of images, and what is shown over its pictures</extracomment>
        <translation>画像の表示</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>ベースライン</translation>
    </message>
</context>
<context>
    <name>runglass::ValueTreeModel</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <extracomment>Size of a nested value, in the type column</extracomment>
        <translation>
            <numerusform>%n 個のキー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n value(s))</source>
        <translation>
            <numerusform>(%n 個の値)</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Nothing: the run stored null here.</source>
        <translation>値なし: この run は null を保存しています。</translation>
    </message>
    <message>
        <source>No numbers were logged under this name.</source>
        <translation>この名前の数値は記録されていません。</translation>
    </message>
</context>
<context>
    <name>runglass::ValueTreePane</name>
    <message>
        <source>Hide internal keys</source>
        <translation>内部キーを隠す</translation>
    </message>
    <message>
        <source>Hide internal keys: those that begin with _</source>
        <translation>内部キー(_ で始まるもの)を隠す</translation>
    </message>
    <message>
        <source>Copy %1 as JSON</source>
        <translation>%1 を JSON としてコピー</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON としてコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 個の値</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runglass::WarningStrip</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy all warnings of this run, and its traceback</source>
        <translation>この run の警告とトレースバックをすべてコピー</translation>
    </message>
</context>
<context>
    <name>runglass::WelcomePane</name>
    <message>
        <source>Open a folder of runs</source>
        <translation>run のフォルダーを開く</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>まず試してみる</translation>
    </message>
    <message>
        <source>Real runs with charts, logs, images and artifacts.</source>
        <translation>グラフ、ログ、画像、アーティファクトを含む実際の run です。</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>run はまだありません</translation>
    </message>
    <message>
        <source>Open runs that exist. Nothing leaves this computer.</source>
        <translation>既存の run を開きます。データがこのコンピューターの外に出ることはありません。</translation>
    </message>
    <message>
        <source>A wandb/ folder, any folder above it, or one run.
You can also drop it here.</source>
        <translation>wandb/ またはその上位のフォルダー、または 1 つの run。
ここにドロップしても開けます。</translation>
    </message>
    <message>
        <source>Record runs on this computer</source>
        <translation>このコンピューターで run を記録</translation>
    </message>
    <message>
        <source>Training scripts that use the wandb SDK log straight to Runglass.</source>
        <translation>wandb SDK を使うスクリプトのログを Runglass が直接受け取ります。</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>記録を開始</translation>
    </message>
    <message>
        <source>Or point a script here</source>
        <translation>スクリプトの送信先を指定する場合</translation>
    </message>
    <message>
        <source>Lines for a terminal</source>
        <translation>ターミナルに入力する行</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>この行をコピー</translation>
    </message>
    <message>
        <source>Recording starts when you press Start recording. A new run appears here within a second of its first log.</source>
        <translation>「記録を開始」を押すと記録が始まります。新しい run は、最初のログから 1 秒以内にここに表示されます。</translation>
    </message>
    <message>
        <source>Open runs that exist, or record the next one. Nothing leaves this computer.</source>
        <translation>既存の run を開くか、次の run を記録します。データがこのコンピューターの外に出ることはありません。</translation>
    </message>
</context>
<context>
    <name>runglass::WindowActions</name>
    <message>
        <source>Open recent</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Run name cropping</source>
        <translation>run 名の省略位置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>フォルダーを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>run のフォルダーを開く</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation>サンプルを開く(&amp;E)</translation>
    </message>
    <message>
        <source>Look at the example runs</source>
        <translation>サンプルの run を見る</translation>
    </message>
    <message>
        <source>&amp;Close source</source>
        <translation>ソースを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Take the chosen source out of the window. Its files stay as they are.</source>
        <translation>選択したソースをウィンドウから外します。ファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>選択した内容をコピー</translation>
    </message>
    <message>
        <source>&amp;Find in this tab</source>
        <translation>このタブ内を検索(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;runs</source>
        <translation>run を検索(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the search for runs</source>
        <translation>run の検索へ移動</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Run 一覧</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>アーティファクト</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <comment>%1: a tab</comment>
        <translation>%1で開く</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>サイドバーの表示/非表示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show all listed runs in charts</source>
        <translation>一覧の run をすべてグラフに表示</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>すべて非表示</translation>
    </message>
    <message>
        <source>Hide all listed runs in charts</source>
        <translation>一覧の run をすべてグラフで非表示</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>昇順で並べ替え</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降順で並べ替え</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Read all sources again</source>
        <translation>すべてのソースを読み込み直す</translation>
    </message>
    <message>
        <source>What could not be read…</source>
        <translation>読み取れなかったもの…</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>次のペイン</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>前のペイン</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>先頭</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>End</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Go to run…</source>
        <translation>run へ移動…</translation>
    </message>
    <message>
        <source>Go to a run by ID, run path, URL or name</source>
        <translation>ID・run path・URL・名前で run へ移動</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>次の run</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>前の run</translation>
    </message>
    <message>
        <source>Hide in charts</source>
        <translation>グラフで非表示</translation>
    </message>
    <message>
        <source>Show the chosen runs in charts, or hide them</source>
        <translation>選択した run をグラフに表示、または非表示</translation>
    </message>
    <message>
        <source>Copy run path</source>
        <translation>run path をコピー</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>About Runglass</source>
        <translation>Runglass について</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Run(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>パネル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>自動更新</translation>
    </message>
    <message>
        <source>As it happens</source>
        <translation>随時</translation>
    </message>
    <message>
        <source>Show what runs write as soon as they do</source>
        <translation>run が書き出したものをすぐに表示する</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>10 秒ごと</translation>
    </message>
    <message>
        <source>Look for what is new every 10 seconds</source>
        <translation>10 秒ごとに新しい内容を確認する</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>1 分ごと</translation>
    </message>
    <message>
        <source>Look for what is new every minute</source>
        <translation>1 分ごとに新しい内容を確認する</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>手動のみ</translation>
    </message>
    <message>
        <source>Look for what is new with Refresh (F5) only</source>
        <translation>「更新」（F5）のときだけ新しい内容を確認する</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>表示をリセット</translation>
    </message>
    <message>
        <source>Show the runs as a new project does: its columns, order, filter, groups and colours</source>
        <translation>列、並び順、フィルター、グループ、色を新しいプロジェクトと同じ状態に戻します</translation>
    </message>
    <message>
        <source>Select or unselect run</source>
        <translation>run を選択/選択解除</translation>
    </message>
    <message>
        <source>Tick the run, or the rows that are marked, or untick them</source>
        <translation>run、または反転表示した行を選択、または選択解除します</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Tick every run that matches search and filter</source>
        <translation>検索とフィルターに一致する run をすべて選択します</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Untick every run</source>
        <translation>すべての run の選択を解除します</translation>
    </message>
    <message>
        <source>Show first %1</source>
        <translation>先頭 %1 件を表示</translation>
    </message>
    <message>
        <source>Show only the first listed runs in charts</source>
        <translation>一覧の先頭の run だけをグラフに表示します</translation>
    </message>
    <message>
        <source>Show only selected</source>
        <translation>選択した run のみ表示</translation>
    </message>
    <message>
        <source>Show only the selected runs in charts</source>
        <translation>選択した run だけをグラフに表示します</translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation>色を変更…</translation>
    </message>
    <message>
        <source>Choose a colour for the chosen runs</source>
        <translation>選んだ run の色を選びます</translation>
    </message>
    <message>
        <source>Colour by column…</source>
        <translation>列で色分け…</translation>
    </message>
    <message>
        <source>Give runs their colour by what a column holds</source>
        <translation>列の値に応じて run に色を付けます</translation>
    </message>
    <message>
        <source>Reset run colours</source>
        <translation>run の色をリセット</translation>
    </message>
    <message>
        <source>Give all runs the colours that they have by themselves</source>
        <translation>すべての run を本来の色に戻します</translation>
    </message>
    <message>
        <source>Pin to top</source>
        <translation>先頭に固定</translation>
    </message>
    <message>
        <source>Keep the chosen runs above all others, or no longer</source>
        <translation>選んだ run を先頭に固定、または固定を解除します</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Show only runs that meet conditions</source>
        <translation>条件に合う run だけを表示</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Show the runs again that the filter leaves out</source>
        <translation>フィルターで除外された run を再び表示</translation>
    </message>
    <message>
        <source>Add to sort</source>
        <translation>並べ替えに追加</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>並べ替え…</translation>
    </message>
    <message>
        <source>Choose the columns that the runs are sorted by</source>
        <translation>run の並べ替えに使う列を選択</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Back to the order of start, newest first</source>
        <translation>開始時刻の新しい順に戻す</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>TSV としてコピー</translation>
    </message>
    <message>
        <source>Copy the chosen runs with the visible columns, for a spreadsheet</source>
        <translation>選択した run を表示中の列とともに、表計算ソフト用にコピーします</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Copy the chosen runs with the visible columns as a Markdown table</source>
        <translation>選択した run を表示中の列とともに、Markdown の表としてコピーします</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON としてコピー</translation>
    </message>
    <message>
        <source>Copy the chosen runs with the visible columns as JSON</source>
        <translation>選択した run を表示中の列とともに、JSON としてコピーします</translation>
    </message>
    <message>
        <source>Copy runs</source>
        <translation>run をコピー</translation>
    </message>
    <message>
        <source>Copy the chosen runs with the visible columns</source>
        <translation>選択した run を表示中の列とともにコピーします</translation>
    </message>
    <message>
        <source>Write runs to a CSV or JSON lines file</source>
        <translation>run を CSV または JSON Lines のファイルに書き出します</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Put the chosen runs side by side: what differs in fields, config and summary</source>
        <translation>選択した run を並べ、フィールド、設定 (config)、サマリーの違いを表示します</translation>
    </message>
    <message>
        <source>Export runs…</source>
        <translation>run をエクスポート…</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort the runs by this column, lowest first</source>
        <translation>この列の昇順で run を並べ替えます</translation>
    </message>
    <message>
        <source>Sort the runs by this column, highest first</source>
        <translation>この列の降順で run を並べ替えます</translation>
    </message>
    <message>
        <source>Sort by this column too; again reverses it, then takes it out</source>
        <translation>この列も並べ替えに加えます。もう一度で逆順、さらにもう一度で外します</translation>
    </message>
    <message>
        <source>Pin column</source>
        <translation>列を固定</translation>
    </message>
    <message>
        <source>Keep this column in sight at the left, and in the run selector</source>
        <translation>この列を左端に固定し、run セレクターにも表示します</translation>
    </message>
    <message>
        <source>Unpin column</source>
        <translation>列の固定を解除</translation>
    </message>
    <message>
        <source>Let this column scroll with the others</source>
        <translation>この列をほかの列と一緒にスクロールさせます</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>列を非表示</translation>
    </message>
    <message>
        <source>Take this column out of the table. Columns shows it again.</source>
        <translation>この列を表から外します。「列」から再び表示できます。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose which columns are shown, in which order</source>
        <translation>表示する列とその順序を選びます</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Choose the columns that runs are grouped by</source>
        <translation>run をまとめる列を選びます</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>この列でグループ化</translation>
    </message>
    <message>
        <source>Group the runs by the column of the current cell too</source>
        <translation>現在のセルの列でも run をグループ化します</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>グループを折りたたむ</translation>
    </message>
    <message>
        <source>Show or hide the runs of the group</source>
        <translation>グループ内の run を表示または非表示にします</translation>
    </message>
    <message>
        <source>Collapse all groups</source>
        <translation>すべてのグループを折りたたむ</translation>
    </message>
    <message>
        <source>Show the heads of groups only</source>
        <translation>グループの見出しだけを表示します</translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation>すべてのグループを展開</translation>
    </message>
    <message>
        <source>Show the runs of every group</source>
        <translation>すべてのグループの run を表示します</translation>
    </message>
    <message>
        <source>Remove grouping</source>
        <translation>グループ化を解除</translation>
    </message>
    <message>
        <source>Show the runs without groups</source>
        <translation>run をグループなしで表示します</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Shown value</source>
        <translation>表示する値</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
    <message>
        <source>Show what the summary of the run says, as a rule the last value</source>
        <translation>run のサマリーの値(通常は最終値)を表示</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Show the smallest number that the run logged</source>
        <translation>run が記録した最小値を表示</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Show the largest number that the run logged</source>
        <translation>run が記録した最大値を表示</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Show the value that the run logged first</source>
        <translation>run が最初に記録した値を表示</translation>
    </message>
    <message>
        <source>&amp;Record runs on this computer</source>
        <translation>このコンピューターで run を記録(&amp;R)</translation>
    </message>
    <message>
        <source>Recorder…</source>
        <translation>レコーダー…</translation>
    </message>
    <message>
        <source>Show whether runs are recorded, where, and what a script needs</source>
        <translation>記録の状態、保存先、スクリプトに必要な設定を表示</translation>
    </message>
    <message>
        <source>Set up this computer…</source>
        <translation>このコンピューターを設定…</translation>
    </message>
    <message>
        <source>Have the scripts of this user log to the recorder without any environment</source>
        <translation>このユーザーのスクリプトが環境変数なしでレコーダーに記録するように設定</translation>
    </message>
    <message>
        <source>Undo set-up…</source>
        <translation>設定を元に戻す…</translation>
    </message>
    <message>
        <source>Bring back what was there before this computer was set up</source>
        <translation>このコンピューターを設定する前の内容に戻す</translation>
    </message>
    <message>
        <source>Start recording at login</source>
        <translation>ログイン時に記録を開始</translation>
    </message>
    <message>
        <source>Have systemd start the recorder when this user logs in</source>
        <translation>このユーザーのログイン時に systemd で記録を開始</translation>
    </message>
    <message>
        <source>Open recorded runs</source>
        <translation>記録した run を開く</translation>
    </message>
    <message>
        <source>Show the runs that were recorded on this computer</source>
        <translation>このコンピューターで記録した run を表示</translation>
    </message>
    <message>
        <source>Randomize run colours</source>
        <translation>run の色をランダムに変更</translation>
    </message>
    <message>
        <source>Give all runs other colours; again for others still</source>
        <translation>すべての run に別の色を付けます。もう一度実行するとさらに別の色になります</translation>
    </message>
    <message>
        <source>Hide finished</source>
        <translation>完了した run を隠す</translation>
    </message>
    <message>
        <source>Hide the listed runs that have finished in charts</source>
        <translation>一覧にある完了した run をグラフで非表示にします</translation>
    </message>
    <message>
        <source>Show only this in charts</source>
        <translation>これだけをグラフに表示</translation>
    </message>
    <message>
        <source>Show the chosen runs alone in charts; again: all. A double-click on the eye does the same.</source>
        <translation>選んだ run だけをグラフに表示します。もう一度で全部に戻ります。目のアイコンのダブルクリックでも同じです。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Set group</source>
        <translation>グループを設定</translation>
    </message>
    <message>
        <source>Set job type</source>
        <translation>ジョブタイプを設定</translation>
    </message>
    <message>
        <source>Edit description</source>
        <translation>説明を編集</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>run を停止</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>Show deleted runs: restore them, or remove them for good</source>
        <translation>削除した run を表示し、復元または完全に削除します</translation>
    </message>
    <message>
        <source>Mark state…</source>
        <translation>状態を設定…</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>ベースラインに設定</translation>
    </message>
</context>
<context>
    <name>runglass::WindowApplication</name>
    <message>
        <source>There is no home directory: the window&apos;s settings are not kept.</source>
        <translation>ホームディレクトリがないため、ウィンドウの設定は保存されません。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the window&apos;s settings are not kept.</source>
        <translation>%1 に書き込めないため、ウィンドウの設定は保存されません。</translation>
    </message>
</context>
<context>
    <name>runglass::WorkspaceTab</name>
    <message>
        <source>Clear search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>Show first %1</source>
        <translation>先頭 %1 件を表示</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>パネル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 panels</source>
        <translation>%2 個中 %1 個のパネル</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>run を読み込み中…</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>一致する run はありません。</translation>
    </message>
    <message>
        <source>No runs in this project.</source>
        <translation>このプロジェクトに run はありません。</translation>
    </message>
    <message>
        <source>New runs appear here by themselves.</source>
        <translation>新しい run は自動的に表示されます。</translation>
    </message>
    <message>
        <source>Nothing is shown in charts.</source>
        <translation>グラフに表示する run がありません。</translation>
    </message>
    <message>
        <source>The shown runs logged no metrics.</source>
        <translation>表示中の run にメトリクスの記録はありません。</translation>
    </message>
    <message>
        <source>No panel matches.</source>
        <translation>一致するパネルはありません。</translation>
    </message>
    <message>
        <source>There are no panels here.</source>
        <translation>パネルがありません。</translation>
    </message>
    <message>
        <source>Add one, or let each metric have a panel of its own in the settings.</source>
        <translation>パネルを追加するか、設定でメトリクスごとのパネルを有効にしてください。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
</context>
</TS>
