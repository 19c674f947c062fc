using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>Work shared by a fixed number of real threads, however many processors there are.</summary>
internal static class Threads
{
    /// <summary>Takes the pieces in order until all are done or one answers false; what was begun by then is finished. Throws what went wrong first.</summary>
    public static void Share(int threads, int count, Func<int, bool> work)
    {
        var next = -1;
        var goesOn = true;
        var faults = new ConcurrentQueue<Exception>();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        if (faults.TryDequeue(out var fault))
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        void Work()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < count && Volatile.Read(ref goesOn); i = Interlocked.Increment(ref next))
                {
                    if (!work(i))
                    {
                        Volatile.Write(ref goesOn, false);
                    }
                }
            }
            catch (Exception e)
            {
                faults.Enqueue(e);
                Volatile.Write(ref goesOn, false);
            }
        }
    }
}
