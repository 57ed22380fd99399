import { text } from '../value';
import { compileLast } from '../lists/compile-last';
import { fieldTerm, valueTerm } from './compile-name';
import type { Compiling } from './compiling';
import type { FeelType } from '../expression-types';
import { describeType } from './describe-type';
import { dottedName } from '../syntax/dotted-name';
import { findNearest } from '../syntax/nearest';
import type { PathSyntax } from '../syntax/syntax';
import { readingTerm, type Term } from './condition-term';

const YES_NO: FeelType = { kind: 'choice', values: ['yes', 'no'] };

/** The term of `a.b`: a field of a row, an item of a checklist, or a dotted name that the scope knows as a whole. */
export function compilePath<Env>(syntax: PathSyntax, context: Compiling<Env>): Term<Env> | null {
  const { of, field } = syntax;
  const frame = of.kind === 'name' ? findFrame(of.name, context) : undefined;
  if (frame)
    return fieldTerm<Env>(syntax, frame, field) ?? refuseField(syntax, Object.keys(frame.fields), context);
  if (of.kind === 'call' && of.word === 'last') return compileLast(of, syntax, context);

  const dotted = dottedName(syntax);
  const whole = dotted === undefined ? undefined : context.scope.name(dotted);
  if (dotted !== undefined && whole && whole.type.kind !== 'name') return valueTerm(syntax, whole);

  const term = context.compile(of);
  return term && compilePart(syntax, term, context);
}

function findFrame<Env>(name: string, context: Compiling<Env>) {
  return context.frames.findLast((frame) => frame.variable === name);
}

function compilePart<Env>(syntax: PathSyntax, of: Term<Env>, context: Compiling<Env>): Term<Env> | null {
  const { field } = syntax;
  const { evaluate } = of;
  const kind = of.references[0]?.kind ?? 'fact';
  const reference = { name: context.print(syntax), kind } as const;
  switch (of.type.kind) {
    case 'row': {
      const type = Object.hasOwn(of.type.row, field) ? of.type.row[field] : undefined;
      if (!type) return refuseField(syntax, Object.keys(of.type.row), context);
      return readingTerm(
        syntax,
        type,
        (env) => {
          const row = evaluate(env);
          return typeof row === 'object' && row !== null && 'fields' in row
            ? (row.fields[field] ?? null)
            : null;
        },
        reference,
        of.isMonotone,
      );
    }
    case 'checklist': {
      if (!of.type.items.includes(field)) return refuseField(syntax, of.type.items, context);
      return readingTerm(
        syntax,
        YES_NO,
        (env) => {
          const checklist = evaluate(env);
          if (typeof checklist !== 'object' || checklist === null || !('items' in checklist)) return null;
          const answer = checklist.items.get(field);
          return answer === 'yes' || answer === 'no' ? answer : null;
        },
        reference,
        of.isMonotone,
      );
    }
    case 'list': {
      const list = context.print(syntax.of);
      return context.refuseAt(
        syntax,
        text(
          `${list} est une liste : rien ne dit de quelle ligne est ${field}.`,
          `${list} is a list: it does not say which row’s ${field} is meant.`,
        ),
        text(
          `Écrivez last(${list}, …).${field}, some x in ${list} satisfies x.${field} …, min(${list}.${field}) ou max(${list}.${field}).`,
          `Write last(${list}, …).${field}, some x in ${list} satisfies x.${field} …, min(${list}.${field}) or max(${list}.${field}).`,
        ),
      );
    }
    case 'boolean':
    case 'number':
    case 'text':
    case 'choice':
    case 'choices':
    case 'date':
    case 'duration':
    case 'name': {
      const written = context.print(syntax.of);
      return context.refuseAt(
        syntax,
        text(
          `${written} est ${describeType(of.type).fr} et n’a pas de parties.`,
          `${written} is ${describeType(of.type).en} and has no parts.`,
        ),
        text(`Écrivez ${written} seul.`, `Write ${written} alone.`),
      );
    }
  }
}

function refuseField<Env>(syntax: PathSyntax, fields: readonly string[], context: Compiling<Env>): null {
  const of = context.print(syntax.of);
  const near = findNearest(syntax.field, fields);
  return context.refuseAt(
    { from: syntax.fieldFrom, to: syntax.to },
    text(`${of} n’a pas de ${syntax.field}.`, `${of} has no ${syntax.field}.`),
    near
      ? text(`Vouliez-vous dire ${of}.${near} ?`, `Did you mean ${of}.${near}?`)
      : text(`Il a : ${fields.join(', ')}.`, `It has: ${fields.join(', ')}.`),
  );
}
