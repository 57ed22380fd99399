import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Not, Repository } from 'typeorm';
import { PendingSignInEntity } from '../entities/sign-in/pending-sign-in.entity';
import { SessionEntity } from '../entities/sign-in/session.entity';

/**
 * Ends sessions of an account, on every replica from the next request on: each request looks its session up. Call it in the
 * unit of work of the act that asks for it. Changed roles and a disabled account end them by themselves, in the database.
 */
@Injectable()
export class EndSessions {
  constructor(
    @InjectRepository(SessionEntity) private readonly sessions: Repository<SessionEntity>,
    @InjectRepository(PendingSignInEntity) private readonly waiting: Repository<PendingSignInEntity>,
  ) {}

  /** How many were open; `except`: the id of the session that stays, mostly the one that asks. Who waits for a second step starts anew. */
  async ofAccount(accountId: string, except: string | null = null): Promise<number> {
    await this.waiting.delete({ accountId });
    const { affected } = await this.sessions.delete({
      ...{ accountId, ...(except !== null && { id: Not(except) }) },
    });
    return affected ?? 0;
  }

  /** How many were open, of whomever: in a copy of a space nobody is signed in by a session of the one that it is of. */
  async ofEverybody(): Promise<number> {
    await this.waiting.createQueryBuilder().delete().execute();
    return (await this.sessions.createQueryBuilder().delete().execute()).affected ?? 0;
  }

  /** Whether that account had that session. */
  async endSession(accountId: string, id: string): Promise<boolean> {
    return (await this.sessions.delete({ accountId, id })).affected === 1;
  }
}
