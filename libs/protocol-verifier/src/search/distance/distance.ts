import {
  type CaseFold,
  type CompiledProtocol,
  condition,
  derivedExpression,
  type RunFold,
  type StateCondition,
  type StateExpression,
  testIn,
} from '@repere/case-engine';
import {
  type CallSyntax,
  type ComparisonSyntax,
  parseExpression,
  type Syntax,
  type Value,
} from '@repere/feel';
import { protocolNamed } from '@repere/protocol';
import type { Wanted } from '../classes/conjuncts';
import { type Distance, rowDistance } from './row-distance';
import type { World } from '../world';

const DEEPEST = 12;
const FAR = 8;

/** The distance to a state in which every part is exactly as wanted. */
export function distanceTo(world: World, protocol: CompiledProtocol, wanted: readonly Wanted[]): Distance {
  const parts = wanted.map(({ text, is }) =>
    new Measuring(world, protocol, text, 0).distanceOf(parse(text), is),
  );
  return (fold, run) => parts.reduce((sum, part) => sum + part(fold, run), 0);
}

/** The distance to a state in which the step may be done. */
export function distanceToStep(world: World, protocol: CompiledProtocol, id: string, depth = 0): Distance {
  const step = protocol.steps[protocol.stepIndex.get(id) ?? -1];
  if (!step || depth > DEEPEST) return () => FAR;
  const { when, unless, ready } = step.definition;
  const of = (text: string | undefined, is: boolean): Distance | null =>
    text === undefined ? null : new Measuring(world, protocol, text, depth + 1).distanceOf(parse(text), is);
  const excluded = step.unless;
  const parts: (Distance | null)[] = [
    of(when, true),
    of(ready, true),
    excluded && unless !== undefined
      ? (fold, run) => (testIn(fold, run, -1, excluded) === true ? 1 : 0)
      : null,
  ];
  const before = step.after.map((index) => {
    const distance = distanceToStep(world, protocol, protocol.steps[index]?.id ?? '', depth + 1);
    return (fold: CaseFold, run: RunFold) =>
      (run.last[index] ?? -1) >= 0 ? 0 : 1 + (run.pendingOf(index) === null ? distance(fold, run) : 0);
  });
  const all = [...parts.filter((it) => it !== null), ...before];
  return (fold, run) => all.reduce((sum, part) => sum + part(fold, run), 0);
}

function parse(text: string): Syntax {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.message ?? 'not understood'}`);
  return parsed.value;
}

class Measuring {
  constructor(
    private readonly world: World,
    private readonly protocol: CompiledProtocol,
    private readonly text: string,
    private readonly depth: number,
  ) {}

  distanceOf(syntax: Syntax, is: boolean): Distance {
    if (this.depth > DEEPEST) return () => FAR;
    switch (syntax.kind) {
      case 'junction': {
        const parts = syntax.operands.map((it) => this.distanceOf(it, is));
        return (syntax.word === 'and') === is
          ? (fold, run) => parts.reduce((sum, part) => sum + part(fold, run), 0)
          : (fold, run) => Math.min(...parts.map((part) => part(fold, run)));
      }
      case 'call':
        return this.ofCall(syntax, is);
      case 'comparison':
        return this.ofComparison(syntax, is);
      case 'membership': {
        const codes = syntax.among.flatMap((it) =>
          it.kind === 'literal' && typeof it.value === 'string' ? [it.value] : [],
        );
        const options = is
          ? codes.map((code) => this.ofCode(syntax.of, code)).filter((it) => it !== null)
          : [];
        return options.length > 0 ? nearestOf(options.map((it) => [it])) : this.atom(syntax, is);
      }
      case 'name': {
        const derived = this.protocol.document.derived[syntax.name];
        if (typeof derived === 'string') return this.within(derived).distanceOf(parse(derived), is);
        return this.atom(syntax, is);
      }
      case 'literal':
      case 'negation':
      case 'path':
      case 'arithmetic':
      case 'quantified':
        return this.atom(syntax, is);
    }
  }

  private within(text: string, protocol = this.protocol): Measuring {
    return new Measuring(this.world, protocol, text, this.depth + 1);
  }

  private ofCall(syntax: CallSyntax, is: boolean): Distance {
    const [first] = syntax.args;
    const about = first?.kind === 'name' ? first.name : '';
    if (syntax.word === 'not' && first) return this.distanceOf(first, !is);
    const atom = this.atom(syntax, is);
    const index = this.protocol.stepIndex.get(about);
    if (index === undefined || !is) return atom;
    if (syntax.word !== 'done' && syntax.word !== 'in_effect' && syntax.word !== 'approved') return atom;
    const step = distanceToStep(this.world, this.protocol, about, this.depth + 1);
    return (fold, run) => {
      if (atom(fold, run) === 0) return 0;
      return run.pendingOf(index) === null ? 1 + step(fold, run) : 0.5;
    };
  }

  /** A derived word, an outcome or a number is measured by what makes it so. */
  private ofComparison(syntax: ComparisonSyntax, is: boolean): Distance {
    const { left, right, operator } = syntax;
    const code = right.kind === 'literal' && typeof right.value === 'string' ? right.value : undefined;
    const known = code !== undefined && operator === '=' && is ? this.ofCode(left, code) : null;
    if (known) return known;
    const atom = this.atom(syntax, is);
    const sides = [left, right].map((it) => this.valueOf(it));
    return (fold, run) => {
      const so = atom(fold, run);
      if (so === 0) return 0;
      const [a, b] = sides.map((side) => (side ? numberIn(readValue(fold, run, side)) : null));
      return a === null || b === null || a === undefined || b === undefined
        ? so
        : 0.4 + Math.log1p(Math.min(Math.abs(a - b), 3000)) / 16;
    };
  }

  /** What makes a derived word, an outcome or a state be this code; `null` for anything else. */
  private ofCode(left: Syntax, code: string): Distance | null {
    if (left.kind === 'name') {
      const lines = this.protocol.document.derived[left.name];
      if (lines !== undefined && typeof lines !== 'string') return this.ofLines(lines, code);
      if (left.name === 'outcome') return this.ofOutcome(this.protocol, code);
    }
    const other = left.kind === 'path' && left.field === 'outcome' ? this.runOf(left.of) : undefined;
    if (other) {
      const distance = this.ofOutcome(other, code);
      return (fold) => {
        const run = fold.runs.findLast((it) => it.protocol === other);
        return run ? distance(fold, run) : FAR;
      };
    }
    if (left.kind === 'call' && left.word === 'state' && code === 'ready' && left.args[0]?.kind === 'name') {
      return distanceToStep(this.world, this.protocol, left.args[0].name, this.depth + 1);
    }
    return null;
  }

  private ofLines(lines: readonly { readonly when: string; readonly is: string }[], code: string): Distance {
    const options = lines.flatMap((line, place) => {
      if (line.is !== `"${code}"`) return [];
      const above = lines.slice(0, place).map(({ when }) => this.within(when).distanceOf(parse(when), false));
      return [[this.within(line.when).distanceOf(parse(line.when), true), ...above]];
    });
    return nearestOf(options);
  }

  private ofOutcome(protocol: CompiledProtocol, id: string): Distance {
    const { outcomes } = protocol.document;
    const options = outcomes.flatMap((line, place) => {
      if (line.id !== id || line.when === undefined) return [];
      const above = outcomes
        .slice(0, place)
        .flatMap(({ when }) =>
          when === undefined ? [] : [this.within(when, protocol).distanceOf(parse(when), false)],
        );
      const itself = this.within(line.when, protocol).distanceOf(parse(line.when), true);
      return [line.protects === 'less' ? [itself, ...above] : [itself, ...above.map(weakly)]];
    });
    return options.length === 0 ? () => 0 : nearestOf(options);
  }

  private runOf(syntax: Syntax): CompiledProtocol | undefined {
    const [about] = syntax.kind === 'call' && syntax.word === 'run' ? syntax.args : [];
    return about?.kind === 'name' ? this.world.protocols.get(protocolNamed(about.name)) : undefined;
  }

  private slice({ from, to }: Syntax): string {
    return this.text.slice(from, to);
  }

  private atom(syntax: Syntax, is: boolean): Distance {
    const text = this.slice(syntax);
    const compiled: StateCondition = condition(text, this.protocol.scope, text);
    const row = rowDistance(this.protocol, syntax, is);
    const writing = this.toWriters(compiled, text);
    return (fold, run) => {
      const truth = testIn(fold, run, -1, compiled);
      if (truth === is) return 0;
      return (truth === null ? 1 : 1.2) + (row ? row(fold, run) : 0) + writing(fold, run);
    };
  }

  /** How far the facts that are read are from being written, where only certain steps may write them. */
  private toWriters({ references }: StateCondition, text: string): Distance {
    const { world, protocol, depth } = this;
    const measured = references.flatMap(({ name, kind }) => {
      const fact = kind === 'fact' ? protocol.factOf.get(name.split('.')[0] ?? name) : undefined;
      if (!fact || depth > 3 || (fact.isShared && world.isTold(fact.id))) return [];
      const writers = [...world.protocols.values()].flatMap((owner) =>
        owner.steps.flatMap((step) => {
          const writes = fact.list ? step.list === fact : step.fields.get(fact.id) === fact;
          const { writtenBy } = fact.definition;
          const may = writtenBy === undefined || writtenBy === `${owner.id}.${step.id}`;
          if (!writes || !may || (!fact.isShared && owner !== protocol)) return [];
          const toStep = distanceToStep(world, owner, step.id, depth + 4);
          // What this value requires where it is written.
          const required = step.requires
            .filter(({ definition }) => definition.when.trim() === text.trim())
            .map(({ definition: { that } }) => this.within(that, owner).distanceOf(parse(that), true));
          const distance: Distance = (fold, at) =>
            Math.min(toStep(fold, at), 2) + required.reduce((sum, part) => sum + part(fold, at), 0) * 3;
          return [{ owner, step, distance }];
        }),
      );
      return writers.length === 0 ? [] : [writers];
    });
    return (fold, run) => {
      let sum = 0;
      for (const writers of measured) {
        let least = 40;
        for (const { owner, step, distance } of writers) {
          const at = owner === protocol ? run : fold.runs.findLast((it) => it.protocol === owner);
          if (!at) continue;
          const far = at.pendingOf(step.index) === null ? distance(fold, at) : -1;
          if (far < least) least = far;
        }
        sum += least / 8;
      }
      return sum;
    };
  }

  private valueOf(syntax: Syntax): StateExpression | null {
    const text = this.slice(syntax);
    try {
      return derivedExpression(text, this.protocol.scope, text);
    } catch {
      return null; // a part that has no value of its own
    }
  }
}

const weakly =
  (part: Distance): Distance =>
  (fold, run) =>
    part(fold, run) > 1.1 ? 1 : 0;

function nearestOf(options: readonly (readonly Distance[])[]): Distance {
  if (options.length === 0) return () => FAR;
  return (fold, run) =>
    Math.min(...options.map((parts) => parts.reduce((sum, part) => sum + part(fold, run), 0)));
}

function readValue(fold: CaseFold, run: RunFold, expression: StateExpression): Value {
  const { run: outer } = fold;
  fold.run = run;
  const value = expression.evaluate(fold);
  fold.run = outer;
  return value;
}

function numberIn(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || !('low' in value)) return null;
  return Number.isFinite(value.high) ? (value.low + value.high) / 2 : value.low;
}
