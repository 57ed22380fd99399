export { territories, territoryOf, type NamedTerritory, zoneOf } from './territory-of';
export { territoryName } from './territory-name';
export { bordersFrom, neighboursOf } from './neighbours';
