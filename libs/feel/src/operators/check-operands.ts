import { type Text, text } from '../value';
import type { Compiling } from '../compile/compiling';
import type { FeelType } from '../expression-types';
import { describeTerm, isYesNo, listCodes } from '../compile/describe-type';
import { findNearest } from '../syntax/nearest';
import type { SourceRange } from '../syntax/syntax';
import type { Term } from '../compile/condition-term';

/** What two operands have in common, so that they may be compared. */
export type Comparable = 'number' | 'date' | 'boolean' | 'string';

/** How two terms are compared, or `null` after refusing them: different types, a code that the choice lacks. */
export function checkOperands<Env>(
  place: SourceRange,
  left: Term<Env>,
  right: Term<Env>,
  context: Compiling<Env>,
): Comparable | null {
  const kind = comparableKind(left.type);
  const other = comparableKind(right.type);
  if (kind === undefined || other === undefined)
    return refuseKind(kind === undefined ? left : right, context);
  if (kind !== other) return refuseTypes(place, left, right, context);
  if (kind === 'number' && !agreeInUnit(place, left, right, context)) return null;
  if (kind !== 'string') return kind;
  return checkCodes(place, left, right, context) ? kind : null;
}

/** Whether these numbers count the same thing, or one says no unit; refused otherwise: three rows are no three months. */
export function agreeInUnit<Env>(
  place: SourceRange,
  left: Term<Env>,
  right: Term<Env>,
  context: Compiling<Env>,
): boolean {
  const [one, other] = [left.type, right.type];
  if (one.kind !== 'number' || other.kind !== 'number') return true;
  if (one.unit === undefined || other.unit === undefined || one.unit === other.unit) return true;
  context.refuseAt(
    place,
    text(
      `${context.print(left.place)} est ${describeTerm(left).fr}, ${context.print(right.place)} est ${describeTerm(right).fr}.`,
      `${context.print(left.place)} is ${describeTerm(left).en}, ${context.print(right.place)} is ${describeTerm(right).en}.`,
    ),
    text(
      'Comparez un décompte à un nombre, des mois à des mois.',
      'Compare a count with a number, months with months.',
    ),
  );
  return false;
}

function comparableKind(type: FeelType): Comparable | undefined {
  switch (type.kind) {
    case 'number':
    case 'date':
    case 'boolean':
      return type.kind;
    case 'text':
    case 'choice':
      return 'string';
    case 'choices':
    case 'duration':
    case 'checklist':
    case 'list':
    case 'row':
    case 'name':
      return undefined;
  }
}

function refuseKind<Env>(term: Term<Env>, context: Compiling<Env>): null {
  const written = context.print(term.place);
  return context.refuseAt(
    term.place,
    text(
      `${written} est ${describeTerm(term).fr} et ne se compare pas.`,
      `${written} is ${describeTerm(term).en} and cannot be compared.`,
    ),
    kindRemedy(term.type, written),
  );
}

function kindRemedy(type: FeelType, written: string): Text {
  switch (type.kind) {
    case 'choices':
      return text(
        `Demandez si un code s’y trouve : "${type.values[0] ?? 'code'}" in ${written}.`,
        `Ask for a code in it: "${type.values[0] ?? 'code'}" in ${written}.`,
      );
    case 'list':
      return text(
        `Écrivez count(${written}), some x in ${written} satisfies …, ou last(${written}, …).champ.`,
        `Use count(${written}), some x in ${written} satisfies …, or last(${written}, …).field.`,
      );
    case 'checklist':
      return text(
        `Écrivez any(${written}, "yes"), all(${written}, "no"), count(${written}, "yes"), ou un élément : ${written}.element.`,
        `Use any(${written}, "yes"), all(${written}, "no"), count(${written}, "yes"), or an item: ${written}.item.`,
      );
    case 'row':
      return text(`Nommez l’un de ses champs : ${written}.champ.`, `Name a field of it: ${written}.field.`);
    case 'boolean':
    case 'number':
    case 'text':
    case 'choice':
    case 'date':
    case 'duration':
    case 'name':
      return text(
        'Servez-vous d’un nombre de mois : months_between(a, b).',
        'Use a number of months: months_between(a, b).',
      );
  }
}

function refuseTypes<Env>(
  place: SourceRange,
  left: Term<Env>,
  right: Term<Env>,
  context: Compiling<Env>,
): null {
  return context.refuseAt(
    place,
    text(
      `${context.print(left.place)} est ${describeTerm(left).fr}, ${context.print(right.place)} est ${describeTerm(right).fr} : jamais égaux.`,
      `${context.print(left.place)} is ${describeTerm(left).en}, ${context.print(right.place)} is ${describeTerm(right).en}: they are never equal.`,
    ),
    typesRemedy(left, right, context) ??
      typesRemedy(right, left, context) ??
      text('Comparez des valeurs du même type.', 'Compare values of the same type.'),
  );
}

function typesRemedy<Env>(of: Term<Env>, literal: Term<Env>, context: Compiling<Env>): Text | undefined {
  const written = context.print(of.place);
  if (isYesNo(of.type) && typeof literal.literal === 'boolean') {
    return text(
      `Écrivez ${written} = "${literal.literal ? 'yes' : 'no'}".`,
      `Write ${written} = "${literal.literal ? 'yes' : 'no'}".`,
    );
  }
  if (of.type.kind === 'boolean' && literal.type.kind === 'choice')
    return text(`Écrivez ${written} ou not(${written}).`, `Write ${written} or not(${written}).`);
  if (of.type.kind === 'number' && typeof literal.literal === 'string')
    return text('Écrivez le nombre sans guillemets.', 'Write the number without quotes.');
  if (of.type.kind === 'choice' && typeof literal.literal === 'number')
    return text(
      `Écrivez le code entre guillemets : ${listCodes(of.type.values)}.`,
      `Write the code in quotes: ${listCodes(of.type.values)}.`,
    );
  if (of.type.kind === 'date')
    return text(
      'Comparez-la à une date, ou déclarez un moment et écrivez reached(moment).',
      'Compare it with a date fact, or declare a moment and write reached(moment).',
    );
  return undefined;
}

/** A choice has the codes it has: another string would make the comparison false for ever. */
function checkCodes<Env>(
  place: SourceRange,
  left: Term<Env>,
  right: Term<Env>,
  context: Compiling<Env>,
): boolean {
  if (left.literal !== undefined && right.literal !== undefined) return true;
  if (right.literal !== undefined) return checkCode(right, left, context);
  if (left.literal !== undefined) return checkCode(left, right, context);
  const { type } = left;
  const { type: other } = right;
  if (type.kind === 'choice' && other.kind === 'choice') {
    if (type.values.some((value) => other.values.includes(value))) return true;
    context.refuseAt(
      place,
      text('Les deux choix n’ont aucun code en commun.', 'The two choices have no code in common.'),
      text('Comparez des faits qui ont les mêmes codes.', 'Compare facts that share their codes.'),
    );
    return false;
  }
  if (type.kind === other.kind) return true;
  refuseTypes(place, left, right, context);
  return false;
}

export function checkCode<Env>(literal: Term<Env>, of: Term<Env>, context: Compiling<Env>): boolean {
  const { type } = of;
  const values = type.kind === 'choice' || type.kind === 'choices' ? type.values : undefined;
  const code = literal.literal;
  if (!values || typeof code !== 'string' || values.includes(code)) return true;
  const near = findNearest(code, values);
  context.refuseAt(
    literal.place,
    text(
      `${context.print(of.place)} n’a pas de code "${code}".`,
      `${context.print(of.place)} has no code "${code}".`,
    ),
    near
      ? text(`Vouliez-vous dire "${near}" ?`, `Did you mean "${near}"?`)
      : text(`Ses codes : ${listCodes(values)}.`, `Its codes: ${listCodes(values)}.`),
  );
  return false;
}
