import { text } from '../value';
import type { Compiling, RowFrame } from './compiling';
import type { Reference, Resolved } from '../expression-types';
import { findNearest } from '../syntax/nearest';
import { stateTerm } from './compile-state-word';
import type { NameSyntax, SourceRange } from '../syntax/syntax';
import { readingTerm, type Term } from './condition-term';

/** The term of a bare name: a row, a field of the row at hand, or what the scope knows by that name. */
export function compileName<Env>(syntax: NameSyntax, context: Compiling<Env>): Term<Env> | null {
  const { name } = syntax;
  for (const frame of context.frames.toReversed()) {
    if (frame.variable === name) return rowTerm(syntax, frame);
    const field = frame.variable === null ? fieldTerm<Env>(syntax, frame, name) : null;
    if (field) return field;
  }
  const resolved = context.scope.name(name);
  if (resolved?.type.kind === 'name') {
    return context.refuseAt(
      syntax,
      text(`${name} est un nom, sans valeur.`, `${name} is a label, it has no value.`),
      text(
        `Donnez-le à un mot d’état : done(${name}), run(${name}).outcome, reached(${name}).`,
        `Hand it to a word of state: done(${name}), run(${name}).outcome, reached(${name}).`,
      ),
    );
  }
  if (resolved) return valueTerm(syntax, resolved);
  // A word of state may stand alone: `rows`.
  const state = context.scope.call(name, []);
  if (state && 'fr' in state)
    return context.refuseAt(
      syntax,
      state,
      text(`Dites de quoi il s’agit : ${name}(…).`, `Say what it is about: ${name}(…).`),
    );
  return state ? stateTerm(syntax, name, state) : refuseUnknown(syntax, context);
}

/** The term of a fact, derived value or limit. */
export function valueTerm<Env>(
  place: SourceRange,
  { type, read, reference, isMonotone }: Resolved<Env>,
): Term<Env> {
  const isByKind = reference?.kind !== 'state' && reference?.kind !== 'outcome';
  return readingTerm(place, type, read, reference, isMonotone ?? isByKind);
}

function rowTerm<Env>(syntax: NameSyntax, frame: RowFrame): Term<Env> {
  const { cell } = frame;
  const reference: Reference = { name: frame.list, kind: frame.kind };
  return readingTerm(syntax, { kind: 'row', row: frame.fields }, () => cell.row, reference, frame.isMonotone);
}

/** A field of the row at hand: `reads` or `e.reads`, shown as `exams.reads`. */
export function fieldTerm<Env>(place: SourceRange, frame: RowFrame, field: string): Term<Env> | null {
  const type = Object.hasOwn(frame.fields, field) ? frame.fields[field] : undefined;
  if (!type) return null;
  const { cell } = frame;
  const reference: Reference = { name: `${frame.list}.${field}`, kind: frame.kind };
  return readingTerm(place, type, () => cell.row?.fields[field] ?? null, reference, frame.isMonotone);
}

function refuseUnknown<Env>(syntax: NameSyntax, context: Compiling<Env>): null {
  const near = findNearest(syntax.name, knownNames(context));
  return context.refuseAt(
    syntax,
    text(`Rien ici ne s’appelle ${syntax.name}.`, `Nothing is called ${syntax.name} here.`),
    near
      ? text(`Vouliez-vous dire ${near} ?`, `Did you mean ${near}?`)
      : text(
          'Déclarez-le comme fait ou sous « derived » ; les codes se mettent entre guillemets doubles.',
          'Declare it as a fact or under "derived"; codes stand in double quotes.',
        ),
  );
}

function knownNames<Env>(context: Compiling<Env>): string[] {
  const local = context.frames.flatMap((frame) =>
    frame.variable ? [frame.variable] : Object.keys(frame.fields),
  );
  return [...local, ...context.scope.names()];
}
