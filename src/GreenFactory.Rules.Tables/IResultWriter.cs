namespace GreenFactory.Rules.Tables;

/// <summary>Writes results block by block. Not thread-safe; preparing is, so that workers can do it.</summary>
internal interface IResultWriter : IAsyncDisposable
{
    /// <summary>Brings rows into the form they are written in.</summary>
    object Prepare(ResultRow[] rows);

    /// <summary>Writes what was prepared.</summary>
    Task WriteAsync(object prepared, CancellationToken cancellation);

    /// <summary>Writes what ends the file.</summary>
    Task FinishAsync(CancellationToken cancellation);
}
