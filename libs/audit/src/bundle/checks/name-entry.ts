import type { BothLanguages } from '../bundle-format';
import type { PlacedEntry } from '../reading/placed-entry';

/** An entry so that anyone finds it: its number in its stream, what and when it says it is, its place in the log. */
export function nameEntry({ parsed, file, line, leaf }: PlacedEntry): BothLanguages {
  if (!parsed) {
    const place = line === undefined ? { fr: file, en: file } : { fr: `ligne ${line}`, en: `line ${line}` };
    return {
      fr: `L’acte de la feuille ${leaf} du registre (${place.fr}), dont le texte ne se lit pas,`,
      en: `The act of leaf ${leaf} of the record (${place.en}), whose text can't be read,`,
    };
  }
  const [day = '', clock = ''] = parsed.time.split('T');
  const time = clock.slice(0, 8);
  return {
    fr: `L’acte ${parsed.pos}, du ${day.split('-').reverse().join('/')} à ${time} UTC (${parsed.type}, feuille ${leaf} du registre)`,
    en: `Act ${parsed.pos}, of ${day} at ${time} UTC (${parsed.type}, leaf ${leaf} of the record)`,
  };
}
