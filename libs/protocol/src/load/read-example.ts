import { parse } from 'yaml';
import type { Example } from '../documents/example';

/** The history in an `examples/*.yaml` that was checked when it was published; throws on text that is no YAML. */
export function readExample(text: string): Example {
  return parse(text) as Example;
}
