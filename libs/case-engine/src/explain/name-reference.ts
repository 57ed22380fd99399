import { protocolNamed } from '@repere/protocol';
import { type Reference, text, type Text, wordAbout } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { CompiledFact, StateExpression } from '../compile/protocol-set';

/** A thing that a condition reads, in the words of the protocol. */
export interface Named {
  /** As conditions name it, without what it is wrapped in: `papers`, `majority`, `signs`, `outcome`. */
  readonly name: string;
  readonly title: Text;
  readonly fact?: CompiledFact;
  /** The item of a checklist, the field of a row. */
  readonly part?: string;
  readonly step?: string;
  readonly runId?: string;
}

/** How an expression is taken apart: what is missing for it, or what makes it what it is. */
export type Side = 'unresolved' | 'deciding';

/** What the expression's references are about, derived values taken apart, each named once, in text order. */
export function nameReferences(
  fold: CaseFold,
  run: RunFold,
  step: number,
  expression: StateExpression,
  side: Side,
): readonly Named[] {
  const { run: outerRun, step: outerStep } = fold;
  fold.run = run;
  fold.step = step;
  const named = new Map<string, Named>();
  try {
    collect(fold, run, expression, side, named, new Set());
  } finally {
    fold.run = outerRun;
    fold.step = outerStep;
  }
  return [...named.values()];
}

function collect(
  fold: CaseFold,
  run: RunFold,
  expression: StateExpression,
  side: Side,
  named: Map<string, Named>,
  seen: Set<string>,
): void {
  for (const reference of expression[side](fold)) {
    if (reference.kind === 'limit' || seen.has(reference.name)) continue;
    seen.add(reference.name);
    const derived = derivedOf(run, reference) ?? (fold.row && derivedOfRow(run, reference));
    if (derived) {
      const isKnown = derived.evaluate(fold) !== null;
      collect(fold, run, derived, isKnown ? 'deciding' : 'unresolved', named, seen);
      continue;
    }
    const it = nameOne(fold, run, reference);
    if (!named.has(it.name)) named.set(it.name, it);
  }
}

/** Derived values of the protocol; those of a row stay with their list, since each row has its own, unless one is at hand. */
function derivedOf(run: RunFold, { kind, name }: Reference): StateExpression | undefined {
  return kind === 'derived' ? run.protocol.derived[run.protocol.derivedIndex.get(name) ?? -1] : undefined;
}

function derivedOfRow(run: RunFold, { kind, name }: Reference): StateExpression | undefined {
  const [list = '', value = ''] = name.split('.');
  return kind === 'derived' ? run.protocol.factOf.get(list)?.list?.derived.get(value) : undefined;
}

function nameOne(fold: CaseFold, run: RunFold, { name, kind }: Reference): Named {
  const [head = '', part] = name.split('.');
  const fact = run.protocol.factOf.get(head);
  if (fact && (kind === 'fact' || kind === 'derived')) {
    return {
      name: head,
      title: titleOf(fact, part),
      fact,
      ...(part !== undefined && { part }),
      ...(!fact.isShared && { runId: run.runId }),
    };
  }
  const about = wordAbout(name)?.about ?? name;
  const moment = fold.set.moments.get(about);
  if (kind === 'moment' && moment) {
    const from = fold.set.sharedFactOf.get(moment.from);
    return { name: about, title: moment.title, ...(from && { fact: from }) };
  }
  const step = run.protocol.steps[run.indexOf(about)];
  if (step) return { name: about, title: step.definition.title, step: step.id, runId: run.runId };
  if (name === 'outcome') {
    const title = run.protocol.document.title;
    return { name, title: text(`résultat « ${title.fr} »`, `result "${title.en}"`), runId: run.runId };
  }
  const protocol = [...(fold.set.protocols.get(protocolNamed(about))?.values() ?? [])][0];
  return { name: about, title: protocol?.document.title ?? text(about, about) };
}

function titleOf(fact: CompiledFact, part: string | undefined): Text {
  const { title, items } = fact.definition;
  const inner =
    items?.find((it) => it.id === part)?.label ??
    (part === undefined ? undefined : fact.list?.fieldOf.get(part)?.definition.title);
  return inner ? text(`${title.fr} : ${inner.fr}`, `${title.en}: ${inner.en}`) : title;
}
