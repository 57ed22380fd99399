import { readYaml, type YamlSource } from '../yaml/yaml-source';

/** Both files of a draft as they were, as they are, and as they are about to be. */
const KEPT = 6;

const sources = new Map<string, YamlSource>();

/** A YAML text as it was read: each change asks for the same few texts many times, at every key that is pressed. */
export function readOnce(text: string): YamlSource {
  const source = sources.get(text) ?? readYaml(text, '');
  // The least recently used goes first.
  sources.delete(text);
  sources.set(text, source);
  const [oldest] = sources.keys();
  if (sources.size > KEPT && oldest !== undefined) sources.delete(oldest);
  return source;
}
