import { Ajv2020, type DefinedError, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { Problem } from './document';
import { proposeName } from './propose-name';
import { type FileKind, fileSchema } from './schema/files';
import { KEYS_OF_PART } from './schema/step';
import { type Path, valueAt, type YamlSource } from './yaml-source';

const MOST_ERRORS = 100;

const validators = new Map<FileKind, ValidateFunction>();

/** Compiled on first use, so that importing the language costs nothing. */
function validatorOf(kind: FileKind): ValidateFunction {
  const known = validators.get(kind);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false });
  const compiled = ajv.compile(fileSchema(kind));
  validators.set(kind, compiled);
  return compiled;
}

/** Problems of form: unknown and missing keys, wrong kinds of value. Empty when the file has the shape of its kind. */
export function checkStructure(source: YamlSource, kind: FileKind): readonly Problem[] {
  const validate = validatorOf(kind);
  if (validate(source.value)) return [];
  const seen = new Set<string>();
  // A file of the wrong kind has thousands: the first tell enough.
  return (validate.errors ?? []).slice(0, MOST_ERRORS).flatMap((error) => {
    const problem = toProblem(source, error, kind);
    if (problem === undefined) return [];
    const key = `${problem.line}:${problem.column}:${problem.message}`;
    return seen.has(key) ? [] : (seen.add(key), [problem]);
  });
}

function toProblem(source: YamlSource, raw: ErrorObject, kind: FileKind): Problem | undefined {
  const error = raw as DefinedError;
  const path = pathOf(error.instancePath, source.value);
  const place = path.length > 0 ? `\`${spoken(path, source.value)}\`` : 'This file';
  const about = String(error.parentSchema?.['description'] ?? 'See docs/protocol-language.md.');
  const problem = (code: string, message: string, remedy: string, at = source.at(path)): Problem => ({
    file: source.file,
    ...at,
    code,
    message,
    remedy,
    severity: 'error',
  });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = error.params.additionalProperty;
      const part = KEYS_OF_PART.includes(key) ? valueAt(source.value, [...path, 'part']) : undefined;
      if (typeof part === 'string') {
        const said = `\`${key}\` is said by the part \`${part}\`, the same wherever it is used.`;
        const remedy = 'Leave it out; or write a step of your own instead of `part:`.';
        return problem('part-says-it', said, remedy, source.atKey([...path, key]));
      }
      const ofOverlay = kind === 'overlay' ? REMEDY_OF_OVERLAY[path.join('.')] : undefined;
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      const message = `${place} has no key \`${key}\`.`;
      return problem(
        'unknown-key',
        message,
        cutText(source.value, [...path, key]) ?? ofOverlay ?? proposeName(key, known, 'Leave it out.'),
        source.atKey([...path, key]),
      );
    }
    case 'required':
      return problem(
        'missing-key',
        `${place} needs \`${error.params.missingProperty}\`.`,
        `Add \`${error.params.missingProperty}: …\`. ${about}`,
      );
    case 'type': {
      const wanted = [error.params.type].flat().join(' or ');
      return problem(
        'wrong-type',
        `${place} must be ${withArticle(wanted)}, not ${kindOf(error.data)}.`,
        about,
      );
    }
    case 'enum': {
      const allowed = error.params.allowedValues.map(String);
      const message = `${place} can't be \`${shorten(error.data)}\`.`;
      return problem(
        'unknown-word',
        message,
        proposeName(String(error.data), allowed, `One of: ${allowed.join(', ')}.`),
      );
    }
    case 'pattern':
      if (error.propertyName !== undefined) {
        const at = source.atKey([...path, error.propertyName]);
        return problem(
          'malformed-name',
          `\`${error.propertyName}\` isn't a name of the right form.`,
          cutText(source.value, [...path, error.propertyName]) ?? about,
          at,
        );
      }
      return problem('malformed', `${place} can't be \`${shorten(error.data)}\`.`, about);
    case 'propertyNames':
    case 'if':
      return undefined;
    default:
      return problem('malformed', `${place} ${error.message ?? 'is not as it should be'}.`, about);
  }
}

const ONLY_STRICTER =
  'An overlay tightens `limits`, `due`, `approvals` and adds `steps`, `safeguards`; anything else is a new version of the protocol.';
const REMEDY_OF_OVERLAY: Readonly<Record<string, string>> = {
  overlay: ONLY_STRICTER,
  'overlay.tighten': ONLY_STRICTER,
  'overlay.add': ONLY_STRICTER,
};

/** JSON pointer → path; indexes of lists as numbers. */
function pathOf(pointer: string, root: unknown): Path {
  let node: unknown = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(node) ? Number(key) : key;
      node =
        typeof node === 'object' && node !== null
          ? (node as Record<string | number, unknown>)[step]
          : undefined;
      return step;
    });
}

/** Inside `{}` a comma ends a text, and what follows it becomes a key without a value. */
function cutText(root: unknown, path: Path): string | undefined {
  return valueAt(root, path) === null
    ? 'Quote the text before it: inside {} a comma ends a text.'
    : undefined;
}

/** The path with ids in place of the indexes of lists, as people know their steps. */
function spoken(path: Path, root: unknown): string {
  let node: unknown = root;
  return path
    .map((step) => {
      const next =
        typeof node === 'object' && node !== null
          ? (node as Record<string | number, unknown>)[step]
          : undefined;
      node = next;
      return String(typeof step === 'number' ? (nameOf(next) ?? step) : step);
    })
    .join('.');
}

/** The id of a thing in a list, or the part that it is. */
function nameOf(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return undefined;
  return 'id' in thing ? thing.id : 'part' in thing ? thing.part : undefined;
}

function withArticle(kind: string): string {
  return kind === 'boolean'
    ? 'true or false'
    : kind.startsWith('array')
      ? `a list${kind.slice(5)}`
      : `a ${kind}`.replace('a object', 'a map').replace('object', 'map');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `\`${shorten(value)}\` (${typeof value}; quote it to make it a string)`;
}

function shorten(value: unknown): string {
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
