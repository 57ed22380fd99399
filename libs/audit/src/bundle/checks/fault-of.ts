import type { Said } from '../contract';
import type { PlacedEntry } from '../reading/placed-entry';
import { type Fault, said } from './found';
import { nameEntry } from './name-entry';

/** What is wrong with an entry, after its name. */
export function faultOf(entry: PlacedEntry, what: Said): Fault {
  const name = nameEntry(entry);
  return {
    file: entry.file,
    leaf: entry.leaf,
    said: said(`${name.fr} : ${what.fr}`, `${name.en}: ${what.en}`),
  };
}
