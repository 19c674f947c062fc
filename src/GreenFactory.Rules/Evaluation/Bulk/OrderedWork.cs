using System.Runtime.CompilerServices;

namespace GreenFactory.Rules.Evaluation.Bulk;

/// <summary>
/// Does the same work on many items at once and gives the results in the order of the items. Never more than a few items are
/// taken ahead of the reader, however fast they come: whoever reads slowly slows the source down.
/// </summary>
internal static class OrderedWork
{
    /// <summary>Items in hand per worker; one being worked on and one waiting keeps everybody busy.</summary>
    private const int AheadPerWorker = 2;

    public static async IAsyncEnumerable<TOut> Run<TIn, TOut>(IAsyncEnumerable<TIn> items, Func<TIn, TOut> work, int workers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (workers == 1)
        {
            await foreach (var item in items.WithCancellation(cancellation).ConfigureAwait(false))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return work(item);
            }

            yield break;
        }

        using var gate = new SemaphoreSlim(workers);
        var pending = new Queue<Task<TOut>>();
        try
        {
            await foreach (var item in items.WithCancellation(cancellation).ConfigureAwait(false))
            {
                if (pending.Count == workers * AheadPerWorker)
                {
                    yield return await pending.Dequeue().ConfigureAwait(false);
                }

                pending.Enqueue(Start(item, work, gate, cancellation));
            }

            while (pending.TryDequeue(out var next))
            {
                yield return await next.ConfigureAwait(false);
            }
        }
        finally
        {
            // Nothing goes on behind the back of a reader who stopped early.
            await Settled(pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static IEnumerable<TOut> Run<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int workers, CancellationToken cancellation)
    {
        if (workers == 1)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return work(item);
            }

            yield break;
        }

        using var gate = new SemaphoreSlim(workers);
        var pending = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in items)
            {
                if (pending.Count == workers * AheadPerWorker)
                {
                    yield return pending.Dequeue().GetAwaiter().GetResult();
                }

                pending.Enqueue(Start(item, work, gate, cancellation));
            }

            while (pending.TryDequeue(out var next))
            {
                yield return next.GetAwaiter().GetResult();
            }
        }
        finally
        {
            Settled(pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }

    private static Task Settled(IEnumerable<Task> tasks) => Task.WhenAll(tasks);

    private static Task<TOut> Start<TIn, TOut>(TIn item, Func<TIn, TOut> work, SemaphoreSlim gate, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            await gate.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return work(item);
            }
            finally
            {
                gate.Release();
            }
        },
        cancellation);
}
