import type { JsonSchema } from './json-schema';

type Path = readonly (string | number)[];

/** Where a value breaks its schema, and by which word of the schema. */
export interface Violation {
  readonly path: Path;
  readonly keyword: string;
  /** The word's value: the allowed words, the wanted type, the pattern. */
  readonly wanted: unknown;
  /** The schema that the word stands in. */
  readonly schema: JsonSchema;
  /** The value at fault; of `pattern` on a key, that key. */
  readonly data: unknown;
  /** The key that is missing, unknown or malformed. */
  readonly key?: string;
}

/**
 * Every place where a value breaks a schema of the language, in the words that its schemas use (`draft 2020-12`). Interpreted,
 * since browsers that are told to run no code from text would refuse a compiled validator.
 */
export function findViolations(root: JsonSchema, value: unknown): readonly Violation[] {
  const found: Violation[] = [];
  check(root, root, value, [], (violation) => found.push(violation));
  return found;
}

type Report = (violation: Violation) => void;

function check(root: JsonSchema, schema: JsonSchema, data: unknown, path: Path, report: Report): void {
  const reportViolation = (keyword: string, more: Partial<Violation> = {}) =>
    report({ path, keyword, wanted: schema[keyword], schema, data, ...more });
  if (typeof schema['$ref'] === 'string') check(root, referred(root, schema['$ref']), data, path, report);
  if ('type' in schema && !isOfType(schema['type'], data)) {
    reportViolation('type');
    return;
  }
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(data)) reportViolation('enum');
  if ('const' in schema && schema['const'] !== data) reportViolation('const');
  if (typeof data === 'number' && data < numberIn(schema, 'minimum', -Infinity)) reportViolation('minimum');
  if (typeof data === 'number' && data > numberIn(schema, 'maximum', Infinity)) reportViolation('maximum');
  if (typeof data === 'string') checkText(schema, data, reportViolation);
  if (Array.isArray(data)) checkList(root, schema, data, path, report, reportViolation);
  else if (isMap(data)) checkMap(root, schema, data, path, report, reportViolation);
  if (isMap(schema['if'])) {
    const branch = findViolationsIn(root, schema['if'], data) ? schema['else'] : schema['then'];
    if (isMap(branch)) check(root, branch, data, path, report);
  }
}

type ReportViolation = (keyword: string, more?: Partial<Violation>) => void;

function checkText(schema: JsonSchema, data: string, reportViolation: ReportViolation): void {
  if ([...data].length < numberIn(schema, 'minLength', 0)) reportViolation('minLength');
  if (typeof schema['pattern'] === 'string' && !patternOf(schema['pattern']).test(data))
    reportViolation('pattern');
}

function checkList(
  root: JsonSchema,
  { items, ...schema }: JsonSchema,
  data: readonly unknown[],
  path: Path,
  report: Report,
  reportViolation: ReportViolation,
): void {
  if (data.length < numberIn(schema, 'minItems', 0)) reportViolation('minItems');
  if (data.length > numberIn(schema, 'maxItems', Infinity)) reportViolation('maxItems');
  if (isMap(items)) data.forEach((item, index) => check(root, items, item, [...path, index], report));
}

function checkMap(
  root: JsonSchema,
  { properties, propertyNames, additionalProperties, required, ...schema }: JsonSchema,
  data: Readonly<Record<string, unknown>>,
  path: Path,
  report: Report,
  reportViolation: ReportViolation,
): void {
  const known = isMap(properties) ? properties : {};
  if (Object.keys(data).length > numberIn(schema, 'maxProperties', Infinity))
    reportViolation('maxProperties');
  for (const key of Array.isArray(required) ? (required as string[]) : [])
    if (data[key] === undefined) reportViolation('required', { key });
  for (const [key, value] of Object.entries(data)) {
    const at = [...path, key];
    if (isMap(propertyNames))
      check(root, propertyNames, key, path, (violation) => report({ ...violation, key }));
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    if (isMap(own)) check(root, own, value, at, report);
    else if (additionalProperties === false) reportViolation('additionalProperties', { key });
    else if (isMap(additionalProperties)) check(root, additionalProperties, value, at, report);
  }
}

function findViolationsIn(root: JsonSchema, schema: JsonSchema, data: unknown): boolean {
  let isBroken = false;
  check(root, schema, data, [], () => (isBroken = true));
  return isBroken;
}

/** Of `#/$defs/name`, the only kind that is used. */
function referred(root: JsonSchema, ref: string): JsonSchema {
  const defs = root['$defs'];
  const found = isMap(defs) ? defs[ref.slice('#/$defs/'.length)] : undefined;
  if (!isMap(found)) throw new Error(`no schema ${ref}`);
  return found;
}

function isOfType(type: unknown, data: unknown): boolean {
  return [type].flat().some((it) => {
    switch (it) {
      case 'object':
        return isMap(data);
      case 'array':
        return Array.isArray(data);
      case 'integer':
        return Number.isInteger(data);
      case 'number':
        return Number.isFinite(data);
      case 'null':
        return data === null;
      default:
        return typeof data === it;
    }
  });
}

function numberIn(schema: JsonSchema, keyword: string, otherwise: number): number {
  const said = schema[keyword];
  return typeof said === 'number' ? said : otherwise;
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
