using System.Collections.Concurrent;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>Work shared by a fixed number of real threads, however many processors there are.</summary>
internal static class Threads
{
    /// <summary>Does all of the work or throws what went wrong first.</summary>
    public static void Share(int threads, int count, Action<int> work)
    {
        var next = -1;
        var faults = new ConcurrentQueue<Exception>();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        if (faults.TryDequeue(out var fault))
        {
            throw fault;
        }

        void Work()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < count && faults.IsEmpty; i = Interlocked.Increment(ref next))
                {
                    work(i);
                }
            }
            catch (Exception e)
            {
                faults.Enqueue(e);
            }
        }
    }
}
