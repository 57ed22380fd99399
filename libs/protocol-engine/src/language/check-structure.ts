import type { Problem } from './document';
import { proposeName } from './propose-name';
import { type FileKind, fileSchema } from './schema/files';
import { findViolations, type Violation } from './schema/find-violations';
import type { JsonSchema } from './schema/json-schema';
import { KEYS_OF_PART } from './schema/step';
import { type Path, valueAt, type YamlSource } from './yaml-source';

const MOST_ERRORS = 100;

const schemas = new Map<FileKind, JsonSchema>();

/** Put together on first use, so that importing the language costs nothing. */
function schemaOf(kind: FileKind): JsonSchema {
  const schema = schemas.get(kind) ?? fileSchema(kind);
  schemas.set(kind, schema);
  return schema;
}

/** Problems of form: unknown and missing keys, wrong kinds of value. Empty when the file has the shape of its kind. */
export function checkStructure(source: YamlSource, kind: FileKind): readonly Problem[] {
  const seen = new Set<string>();
  // A file of the wrong kind has thousands: the first tell enough.
  return findViolations(schemaOf(kind), source.value)
    .slice(0, MOST_ERRORS)
    .flatMap((violation) => {
      const problem = toProblem(source, violation, kind);
      const key = `${problem.line}:${problem.column}:${problem.message}`;
      return seen.has(key) ? [] : (seen.add(key), [problem]);
    });
}

function toProblem(source: YamlSource, violation: Violation, kind: FileKind): Problem {
  const { path, keyword, wanted, schema, data, key = '' } = violation;
  const place = path.length > 0 ? `\`${spoken(path, source.value)}\`` : 'This file';
  const about = String(schema['description'] ?? 'See docs/protocol-language.md.');
  const problem = (code: string, message: string, remedy: string, at = source.at(path)): Problem => ({
    file: source.file,
    ...at,
    code,
    message,
    remedy,
    severity: 'error',
  });
  switch (keyword) {
    case 'additionalProperties': {
      const part = KEYS_OF_PART.includes(key) ? valueAt(source.value, [...path, 'part']) : undefined;
      if (typeof part === 'string') {
        const said = `\`${key}\` is said by the part \`${part}\`, the same wherever it is used.`;
        const remedy = 'Leave it out; or write a step of your own instead of `part:`.';
        return problem('part-says-it', said, remedy, source.atKey([...path, key]));
      }
      const ofOverlay = kind === 'overlay' ? REMEDY_OF_OVERLAY[path.join('.')] : undefined;
      const known = Object.keys((schema['properties'] ?? {}) as object);
      const message = `${place} has no key \`${key}\`.`;
      return problem(
        'unknown-key',
        message,
        cutText(source.value, [...path, key]) ?? ofOverlay ?? proposeName(key, known, 'Leave it out.'),
        source.atKey([...path, key]),
      );
    }
    case 'required':
      return problem('missing-key', `${place} needs \`${key}\`.`, `Add \`${key}: …\`. ${about}`);
    case 'type': {
      const types = [wanted].flat().join(' or ');
      return problem('wrong-type', `${place} must be ${withArticle(types)}, not ${kindOf(data)}.`, about);
    }
    case 'enum': {
      const allowed = [wanted].flat().map(String);
      const message = `${place} can't be \`${shorten(data)}\`.`;
      return problem(
        'unknown-word',
        message,
        proposeName(String(data), allowed, `One of: ${allowed.join(', ')}.`),
      );
    }
    case 'pattern':
      if (violation.key !== undefined) {
        const at = source.atKey([...path, key]);
        return problem(
          'malformed-name',
          `\`${key}\` isn't a name of the right form.`,
          cutText(source.value, [...path, key]) ?? about,
          at,
        );
      }
      return problem('malformed', `${place} can't be \`${shorten(data)}\`.`, about);
    default:
      return problem(
        'malformed',
        `${place} ${OUTSIDE[keyword]?.(wanted) ?? 'is not as it should be'}.`,
        about,
      );
  }
}

const ONLY_STRICTER =
  'An overlay tightens `limits`, `due`, `approvals` and adds `steps`, `safeguards`; anything else is a new version of the protocol.';
const REMEDY_OF_OVERLAY: Readonly<Record<string, string>> = {
  overlay: ONLY_STRICTER,
  'overlay.tighten': ONLY_STRICTER,
  'overlay.add': ONLY_STRICTER,
};

/** What is said of a length or number. */
const OUTSIDE: Readonly<Record<string, (wanted: unknown) => string>> = {
  const: (wanted) => `must be \`${String(wanted)}\``,
  minimum: (wanted) => `must be ${String(wanted)} or more`,
  minLength: () => 'must not be empty',
  minItems: (wanted) => `needs ${String(wanted)} or more`,
  maxItems: (wanted) => `can have ${String(wanted)} at most`,
  maxProperties: (wanted) => `can have ${String(wanted)} at most`,
};

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
