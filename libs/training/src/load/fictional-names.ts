import { drawBetween } from './draw';

/** Weather, trees, tools and birds: nobody is called that, and everybody sees it. 101, a prime, so that a step of any length visits all. */
const WORDS = [
  ...['Abeille', 'Ajonc', 'Alizé', 'Alouette', 'Ancre', 'Ardoise', 'Aubépine', 'Aurore', 'Averse', 'Balise'],
  ...[
    'Bambou',
    'Bécasse',
    'Belette',
    'Bleuet',
    'Boussole',
    'Brindille',
    'Brise',
    'Bruyère',
    'Buis',
    'Cabestan',
  ],
  ...[
    'Caillou',
    'Cascade',
    'Cèpe',
    'Châtaigne',
    'Cigale',
    'Clairière',
    'Colline',
    'Comète',
    'Coquillage',
    'Corail',
  ],
  ...['Coucou', 'Crépuscule', 'Cytise', 'Dune', 'Écluse', 'Écorce', 'Écume', 'Embrun', 'Épervier', 'Érable'],
  ...[
    'Étincelle',
    'Fauvette',
    'Fougère',
    'Galet',
    'Genêt',
    'Girouette',
    'Givre',
    'Goéland',
    'Grillon',
    'Hirondelle',
  ],
  ...[
    'Horizon',
    'Houblon',
    'Iceberg',
    'Jonc',
    'Lagune',
    'Libellule',
    'Lichen',
    'Lisière',
    'Loriot',
    'Luciole',
  ],
  ...[
    'Marée',
    'Martinet',
    'Mélèze',
    'Merisier',
    'Mésange',
    'Moulin',
    'Mousse',
    'Murmure',
    'Myrtille',
    'Nuage',
  ],
  ...['Ondée', 'Orage', 'Osier', 'Passerelle', 'Pavot', 'Phare', 'Pinson', 'Pivert', 'Plume', 'Pommier'],
  ...['Prairie', 'Rafale', 'Récif', 'Reflet', 'Rivage', 'Rocaille', 'Roseau', 'Rosée', 'Ruisseau', 'Sable'],
  ...[
    'Sillage',
    'Sittelle',
    'Source',
    'Sureau',
    'Taillis',
    'Tempête',
    'Thym',
    'Tourbillon',
    'Tramontane',
    'Vague',
  ],
  'Verglas',
] as const;

const PAIRS = WORDS.length * (WORDS.length - 1);

/** How many children of one series have names of their own. */
export const MOST_NAMES = PAIRS;

/** Two words; of the first ten thousand of a series no two are called alike. */
export function nameOf(seed: number, place: number): string {
  const step = stepOf(seed);
  const pair = (drawBetween(0, PAIRS - 1, seed, 'first name') + place * step) % PAIRS;
  const first = Math.floor(pair / (WORDS.length - 1));
  const second = (first + 1 + (pair % (WORDS.length - 1))) % WORDS.length;
  return `${String(WORDS[first])} ${String(WORDS[second])}`;
}

/** One that has no divisor in common with the number of pairs, or some names would come twice and others never. */
function stepOf(seed: number): number {
  let step = drawBetween(1, PAIRS - 1, seed, 'step between names');
  while (divisor(step, PAIRS) !== 1) step++;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
