// json-rules-engine and ZEN on the pack and the factories of a file; says microseconds per evaluation of each, one JSON line.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , file, modules, secondsText] = process.argv;
const require = createRequire(modules + '/');
const { Engine } = require('json-rules-engine');
const { ZenEngine } = require('@gorules/zen-engine');
const { indicators, factories } = JSON.parse(readFileSync(file, 'utf8'));
const seconds = Number(secondsText);

const check = (name, found, factory) => {
  const wrong = factory.met.findIndex((met, i) => met !== found[i]);
  if (wrong >= 0) {
    throw new Error(`${name}: indicator ${wrong} of ${JSON.stringify(indicators[wrong])} is ${found[wrong]}`);
  }
};

// Ratios are worked out beforehand for json-rules-engine, which compares facts and has no arithmetic.
const facts = factories.map((factory) => {
  const all = {};
  factory.flags.forEach((v, i) => { if (v !== null) all['f' + i] = v; });
  factory.numbers.forEach((v, i) => { if (v !== null) all['v' + i] = v; });
  indicators.forEach((of, i) => {
    if (of.kind === 'Ratio' && factory.numbers[of.a] !== null && factory.numbers[of.b] !== null) {
      all['r' + i] = factory.numbers[of.a] / factory.numbers[of.b];
    }
  });
  return all;
});

const engine = new Engine([], { allowUndefinedFacts: true });
indicators.forEach((of, i) => {
  const is = (fact) => ({ fact, operator: 'equal', value: true });
  const least = (fact) => ({ fact, operator: 'greaterThanInclusive', value: of.limit });
  const conditions = of.kind === 'Flag' ? { all: [is('f' + of.a)] }
    : of.kind === 'AtLeast' ? { all: [least('v' + of.a)] }
      : of.kind === 'Ratio' ? { all: [least('r' + i)] }
        : { any: [is('f' + of.a), is('f' + of.b)] };
  engine.addRule({ conditions, event: { type: 'met', params: { i } } });
});
const jsonRules = async (k) => {
  const met = new Array(indicators.length).fill(false);
  for (const event of (await engine.run(facts[k])).events) met[event.params.i] = true;
  return met;
};

const flat = factories.map((factory) => {
  const all = {};
  factory.flags.forEach((v, i) => { all['f' + i] = v; });
  factory.numbers.forEach((v, i) => { all['v' + i] = v; });
  return all;
});
const expression = (of) => of.kind === 'Flag' ? `f${of.a} == true`
  : of.kind === 'AtLeast' ? `(v${of.a} ?? -1) >= ${of.limit}`
    : of.kind === 'Ratio' ? `(v${of.a} ?? -1) / (v${of.b} ?? 1) >= ${of.limit}`
      : `f${of.a} == true or f${of.b} == true`;
const decision = new ZenEngine().createDecision({
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'rules', name: 'rules', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions: indicators.map((of, i) => ({ id: 'e' + i, key: 'm' + i, value: expression(of) })) } },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ],
  edges: [{ id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' }, { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' }],
});
const zen = async (k) => {
  const { result } = await decision.evaluate(flat[k]);
  // An unknown divided by a known number is not a number that reaches anything.
  return indicators.map((of, i) => result['m' + i] === true && (of.kind !== 'Ratio' || factories[k].numbers[of.b] !== null));
};

const measure = async (name, run) => {
  for (let k = 0; k < factories.length; k++) check(name, await run(k), factories[k]);
  const times = [];
  for (let round = 0; round < 9; round++) {
    const start = process.hrtime.bigint();
    let done = 0;
    while (Number(process.hrtime.bigint() - start) < seconds * 1e9 / 9) {
      await run(done % factories.length);
      done++;
    }

    times.push(Number(process.hrtime.bigint() - start) / 1000 / done);
  }

  return times;
};

console.log(JSON.stringify({ 'json-rules-engine 7.3.1': await measure('json-rules-engine', jsonRules), 'ZEN 0.54.0': await measure('ZEN', zen) }));
