import { Access0001 } from './0001-access';
import { Ledger0002 } from './0002-ledger';
import { Cases0003 } from './0003-cases';
import { Barriers0004 } from './0004-barriers';
import { DuplicateSearch0005 } from './0005-duplicate-search';
import { KeptForWhoSees0006 } from './0006-kept-for-who-sees';
import { Alerts0007 } from './0007-alerts';
import { ProtocolLibrary0008 } from './0008-protocol-library';

/** Migrations of a space's database, in order. Add at the end; never change one that has run. */
export const SPACE_MIGRATIONS = [
  Access0001,
  Ledger0002,
  Cases0003,
  Barriers0004,
  DuplicateSearch0005,
  KeptForWhoSees0006,
  Alerts0007,
  ProtocolLibrary0008,
];
