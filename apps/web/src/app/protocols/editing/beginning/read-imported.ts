import type { ProtocolFiles } from '@repere/cases';

/** Files that somebody picked, as those of one version; or the one that stands in the way, and why. */
export type Imported =
  | { readonly ok: true; readonly files: ProtocolFiles }
  | {
      readonly ok: false;
      readonly why: 'no-protocol' | 'several' | 'unknown-file' | 'zip' | 'too-large';
      readonly file: string;
    };

const OF_A_VERSION =
  /^(protocol\.yaml|en\.yaml|SOURCE\.md|(examples|vectors)\/[a-z0-9][a-z0-9._-]{0,99}\.yaml)$/;
const MOST_BYTES = 1024 * 1024;

/** Reads loose files, a folder, or an archive: wherever `protocol.yaml` lies is the version's folder. */
export async function readImported(picked: readonly File[]): Promise<Imported> {
  const found = new Map<string, string>();
  for (const file of picked) {
    if (file.size > 4 * MOST_BYTES) return { ok: false, why: 'too-large', file: file.name };
    if (!file.name.endsWith('.zip')) {
      found.set(file.webkitRelativePath || file.name, await file.text());
      continue;
    }
    const inside = await (await import('./read-zip')).readZip(file);
    if (!inside) return { ok: false, why: 'zip', file: file.name };
    for (const [path, text] of inside) found.set(path, text);
  }
  return asVersion(found);
}

/** Paths inside the folder of the version. A loose file of another name is a worked example. */
export function asVersion(found: ReadonlyMap<string, string>): Imported {
  const protocols = [...found.keys()].filter((path) => /(^|\/)protocol\.yaml$/.test(path));
  const [protocol] = protocols;
  if (protocol === undefined) return { ok: false, why: 'no-protocol', file: [...found.keys()].join(', ') };
  if (protocols.length > 1) return { ok: false, why: 'several', file: protocols.join(', ') };
  const folder = protocol.slice(0, -'protocol.yaml'.length);
  const files: Record<string, string> = {};
  for (const [path, text] of found) {
    const inside = path.startsWith(folder) ? path.slice(folder.length) : path;
    const name = !inside.includes('/') && !OF_A_VERSION.test(inside) ? `examples/${inside}` : inside;
    // What a computer leaves in folders is nobody's mistake.
    if (/(^|\/)(\.|__MACOSX)/.test(name.replace(/^examples\//, ''))) continue;
    if (!OF_A_VERSION.test(name)) return { ok: false, why: 'unknown-file', file: path };
    files[name] = text;
  }
  const bytes = Object.values(files).reduce((sum, text) => sum + new Blob([text]).size, 0);
  return bytes > MOST_BYTES ? { ok: false, why: 'too-large', file: protocol } : { ok: true, files };
}
