namespace GreenFactory.Rules.Cli;

/// <summary>What the command says about tables of factories. A table.</summary>
internal static class BatchPhrases
{
    public static readonly LocalizedText Batch = new("按一个规则包评价一张表里的全部工厂，每行一家", "Evaluates all factories of a table, one a row, by one pack");
    public static readonly LocalizedText Table = new("工厂表，CSV（UTF-8）或 Parquet（.parquet）。表头：id、name、region、industry、founded、period 和事实路径，单位写在表头如 energy.comprehensive [tce] 或写在格里；产品写 products[1].路径，往年写 history[2024].路径；空格子是缺失，不是零；不适用写 n/a: 原因", "Table of factories, CSV in UTF-8 or Parquet (.parquet). Header: id, name, region, industry, founded, period and fact paths, the unit in the header, energy.comprehensive [tce], or in the cell; products as products[1].PATH, earlier years as history[2024].PATH. An empty cell is missing, not zero; what does not apply is n/a: REASON");
    public static readonly LocalizedText NoMissing = new("不数缺失的事实，结果少最后一列；数它们比评价本身慢许多倍", "Do not count missing facts, and leave the last column out: counting takes many times as long as judging");
    public static readonly LocalizedText Threads = new("同时评价的线程数，1 至 1024；结果与它无关。不写则每个处理器一个", "Threads that evaluate at the same time, 1 to 1024; the results do not depend on it. One per processor when left out");
    public static readonly LocalizedText ThreadsShape = new("应为 1 至 1024 的整数", "it should be a whole number from 1 to 1024");
    public static readonly LocalizedText Exits = new("退出码：0 每行都有结果，2 有的行不能评价（其余行照写）或无法执行", "Exit code: 0 every row has a result, 2 some rows cannot be evaluated (the others are written) or it cannot be done");
    public static readonly LocalizedText SoFar = new("已评价 {0} 家", "{0} factories so far");
    public static readonly LocalizedText Done = new("共 {0} 家：符合 {1}，不符合 {2}，待定 {3}，不能评价 {4}", "{0} factories: {1} met, {2} not met, {3} undetermined, {4} not evaluated");
}
