import { SpaceBaseline } from './baseline/space-baseline';

/** Migrations of a space's database, in order. Add at the end; never change one that has run in a release. */
export const SPACE_MIGRATIONS = [SpaceBaseline];
