import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { spaceMacs } from '../../platform/secrecy/credentials/space-macs';
import { KeyStore } from '../../platform/secrecy/key-store';
import { type CodedSpaceRow, SPACE_CLASS_SQL } from '../../platform/spaces/space-class-rows';
import { type Space, spaceOf, Spaces } from '../../platform/spaces/spaces';

/** No letter or figure that looks like another, so that it can be read from a wall. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 8;
/** A code is for one class: after so many hours it opens nothing. */
const HOURS = 4;
const CODE = 'training code';

/** Short codes by which learners find a training space. Kept as a MAC under a key of that space; no live space has one. */
@Injectable()
export class JoinCodes {
  constructor(
    private readonly keys: KeyStore,
    private readonly spaces: Spaces,
  ) {}

  /** A new code, in place of the one before; `null`: the space is not open any more. */
  async renew(space: Space): Promise<{ readonly code: string; readonly until: Date } | null> {
    const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const [mac] = spaceMacs(this.keys, space, CODE, code);
    const [row] = await this.spaces.classRows<{ code_until: Date }>(SPACE_CLASS_SQL.setCode, [
      ...[space.id, mac, HOURS],
    ]);
    return row ? { code, until: row.code_until } : null;
  }

  /** Nobody new finds the space. */
  async closeCode(space: Space): Promise<void> {
    await this.spaces.classRows(SPACE_CLASS_SQL.setCode, [space.id, null, HOURS]);
  }

  /** The training space that this code opens now; `null`: none, whether it never did, does no more or belongs to nothing. */
  async findSpace(typed: string): Promise<Space | null> {
    const code = typed.toUpperCase();
    const coded = await this.spaces.classRows<CodedSpaceRow>(SPACE_CLASS_SQL.coded);
    const found = coded.find((row) =>
      spaceMacs(this.keys, spaceOf(row), CODE, code).some((mac) => timingSafeEqual(mac, row.code_mac)),
    );
    return found ? spaceOf(found) : null;
  }
}
