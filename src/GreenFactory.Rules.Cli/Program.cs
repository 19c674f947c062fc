using GreenFactory.Rules;
try {
var catalog = RulePackCatalog.Default;
if (args[0] == "check") {
var diagnostics = catalog.Check();
foreach (var d in diagnostics) Console.Error.WriteLine(d.Render(Language.English));
Console.WriteLine($"{catalog.Ids.Count} packs, {diagnostics.Count} findings");
return diagnostics.Count > 0 ? 1 : 0; }
var sw = System.Diagnostics.Stopwatch.StartNew();
var pack = catalog.Load(args[2]);
Console.Error.WriteLine("load " + sw.ElapsedMilliseconds);
var facts = FactoryFacts.Load(args[1]);
Console.Error.WriteLine("facts " + sw.ElapsedMilliseconds);
foreach (var kind in new[]{RuleEngineKind.Reference, RuleEngineKind.Compiled}) {
var v = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions{Engine=kind}).Evaluate(facts, DateOnly.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));
Console.Error.WriteLine(kind + " " + sw.ElapsedMilliseconds + " " + v.Conclusion + " " + v.Score);
File.WriteAllText("/tmp/gf/v-"+kind+".json", v.ToJson());
Console.Error.WriteLine("json " + sw.ElapsedMilliseconds);
foreach (var f in v.Findings) if (args.Length > 4) Console.WriteLine($"{f.Id} {f.Status} {f.Points.Lower}-{f.Points.Upper}/{f.Points.Full} {f.Measured} missing: {string.Join(",", f.Missing)}");
foreach (var w in v.Warnings) Console.WriteLine($"{w.Code} {w.Message.En}");
}
return 0;
} catch (InvalidInputException e) { Console.Error.WriteLine(e.Message); return 2; }
