namespace GreenFactory.Rules.Scoring;

/// <summary>Points of a group: what is certain, what is reachable (the same until something is open), and what does not count.</summary>
internal readonly record struct GroupSum(decimal Lower, decimal Upper, bool IsOpen, decimal RemovedInGroup, decimal RemovedFromTotal);
