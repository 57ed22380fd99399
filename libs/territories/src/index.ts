export { territories, territoryOf, type NamedTerritory } from './territory-of';
