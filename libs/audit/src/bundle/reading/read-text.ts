import { canonicalJson } from '@repere/ledger';
import { unreadable } from './read-problem';
import type { Shape } from './shape';

/** The text of a file, which must be UTF-8 without mark. Throws `Unreadable`. */
export function readText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable(`${file} n’est pas un texte en UTF-8`, `${file} is not text in UTF-8`, { file });
  }
}

/** The JSON that a file holds, of this shape. `line` is told of a `.jsonl`. Throws `Unreadable`. */
export function readJson<T>(json: string, shape: Shape, file: string, line?: number): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (fault) {
    const at = line ?? lineOf(json, fault);
    throw unreadable(
      `${file}, ligne ${String(at)} : ce n’est pas du JSON`,
      `${file}, line ${String(at)}: this is not JSON`,
      { file, line: at },
    );
  }
  if (shape(value)) return value as T;
  const where = line === undefined ? { file } : { file, line };
  const fr = line === undefined ? file : `${file}, ligne ${String(line)}`;
  const en = line === undefined ? file : `${file}, line ${String(line)}`;
  throw unreadable(
    `${fr} : le contenu n’a pas la forme attendue`,
    `${en}: the content does not have the expected form`,
    where,
  );
}

/** The same, only if the text is the canonical one: what no hash covers must have one spelling. */
export function readCanonical<T>(json: string, shape: Shape, file: string): T {
  const value = readJson<T>(json, shape, file);
  const canonical = canonicalJson(value);
  if (canonical.ok && canonical.json === json) return value;
  throw unreadable(
    `${file} n’est pas écrit sous la forme canonique (RFC 8785)`,
    `${file} is not written in canonical form (RFC 8785)`,
    { file },
  );
}

/** Each line, without its end. Throws `Unreadable` when the last is not ended. */
export function readLines(content: string, file: string): readonly string[] {
  if (content === '') return [];
  const lines = content.split('\n');
  if (lines.pop() === '') return lines;
  const line = lines.length + 1;
  throw unreadable(
    `${file}, ligne ${String(line)} : la ligne n’est pas finie, le fichier est tronqué`,
    `${file}, line ${String(line)}: the line has no end, the file is truncated`,
    { file, line },
  );
}

/** Engines say where JSON breaks only as an offset, in words. */
function lineOf(json: string, fault: unknown): number {
  const offset = /position (\d+)/.exec(fault instanceof Error ? fault.message : '')?.[1];
  return offset === undefined ? 1 : json.slice(0, Number(offset)).split('\n').length;
}
