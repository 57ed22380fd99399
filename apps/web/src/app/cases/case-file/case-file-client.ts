import { Injectable, inject } from '@angular/core';
import type { ActDone, Child, Page, Person, PersonInput, TeamMate, TimelineEntry } from '@repere/cases';
import type { FactValues, FieldClass } from '@repere/protocol-engine';
import { Api, has, isPage, type Answered, type Sending } from '../../platform/api';

const isDone = (body: unknown) => has(body, 'seq', 'entryIds');
const isPerson = (body: unknown) => has(body, 'id', 'name', 'relation');

/** One case: its chronology, and acts that belong to no step. */
@Injectable({ providedIn: 'root' })
export class CaseFileClient {
  private readonly api = inject(Api);

  /** `leaveOut`: classes that a paper leaves out. */
  journal(
    caseFileId: string,
    cursor?: string,
    leaveOut: readonly FieldClass[] = [],
  ): Promise<Answered<Page<TimelineEntry>>> {
    const query = new URLSearchParams({
      ...(cursor ? { cursor } : {}),
      ...(leaveOut.length > 0 ? { leaveOut: leaveOut.join() } : {}),
    });
    return this.api.get(`${path(caseFileId, 'journal')}${query.size ? `?${query}` : ''}`, isPage);
  }

  addNote(caseFileId: string, note: string, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.post(path(caseFileId, 'notes'), { note }, isDone, sending);
  }

  recordFacts(
    caseFileId: string,
    facts: { readonly values: FactValues; readonly note?: string; readonly occurredAt?: string },
    sending: Sending,
  ): Promise<Answered<ActDone>> {
    return this.api.post(path(caseFileId, 'facts'), facts, isDone, sending);
  }

  engage(caseFileId: string, protocol: string, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.post(path(caseFileId, 'runs'), { protocol }, isDone, sending);
  }

  changeLead(caseFileId: string, accountId: string, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.put(path(caseFileId, 'lead'), { accountId }, isDone, sending);
  }

  changeChild(
    caseFileId: string,
    change: { readonly child: Child; readonly why: string },
    sending: Sending,
  ): Promise<Answered<ActDone>> {
    return this.api.put(path(caseFileId, 'child'), change, isDone, sending);
  }

  addPerson(caseFileId: string, person: PersonInput, sending: Sending): Promise<Answered<Person>> {
    return this.api.post(path(caseFileId, 'people'), person, isPerson, sending);
  }

  changePerson(
    caseFileId: string,
    personId: string,
    person: PersonInput,
    sending: Sending,
  ): Promise<Answered<Person>> {
    return this.api.put(path(caseFileId, 'people', personId), person, isPerson, sending);
  }

  /** Accounts of the reader's teams. */
  team(): Promise<Answered<{ readonly items: readonly TeamMate[] }>> {
    return this.api.get('/team', isPage);
  }
}

function path(...parts: readonly string[]): string {
  return `/case-files/${parts.map(encodeURIComponent).join('/')}`;
}
