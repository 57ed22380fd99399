import type { BothLanguages } from '../bundle-format';
import type { PlacedEntry } from '../reading/placed-entry';
import { type Fault, bothLanguages } from './found';
import { nameEntry } from './name-entry';

/** What is wrong with an entry, after its name. */
export function faultOf(entry: PlacedEntry, what: BothLanguages): Fault {
  const name = nameEntry(entry);
  return {
    file: entry.file,
    leaf: entry.leaf,
    said: bothLanguages(`${name.fr} : ${what.fr}`, `${name.en}: ${what.en}`),
  };
}
