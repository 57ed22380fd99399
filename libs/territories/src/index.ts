export { territories, territoryOf, type NamedTerritory, zoneOf } from './territory-of';
