import { Injectable } from '@nestjs/common';
import type { ConditionalMail } from './mail-kinds';

/** Whether a mail still says what is so; `about`: the thing that it is about. */
export type MailCondition = (about: string, accountId: string) => Promise<boolean>;

/** Days may lie between the cause of a mail and the moment at which it is made: whoever knows the cause is asked again then. */
@Injectable()
export class MailConditions {
  private readonly conditions = new Map<ConditionalMail, MailCondition>();

  register(kind: ConditionalMail, condition: MailCondition): void {
    this.conditions.set(kind, condition);
  }

  holds(kind: ConditionalMail, about: string, accountId: string): Promise<boolean> {
    const condition = this.conditions.get(kind);
    if (!condition) throw new Error(`nobody knows whether ${kind} holds`);
    return condition(about, accountId);
  }
}
