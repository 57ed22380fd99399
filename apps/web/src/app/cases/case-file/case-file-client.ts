import { Injectable, inject } from '@angular/core';
import type {
  ActDone,
  CasePage,
  ChangeChild,
  Person,
  PersonInput,
  PrintPaper,
  RecordFacts,
  TeamMate,
  TimelinePage,
} from '@repere/contract';
import { vActDone, vCasePage, vTimelinePage } from '@repere/contract/cases/page/case-file';
import { vPerson } from '@repere/contract/cases/people/person';
import { vTeam } from '@repere/contract/access/team/team';
import type { FieldClass } from '@repere/protocol';
import { Api, type Answered, type Sending } from '../../platform/api';
import { pathOfCase } from '../../platform/api-path';

/** One case: its chronology, and acts that belong to no step. */
@Injectable({ providedIn: 'root' })
export class CaseFileClient {
  private readonly api = inject(Api);

  /** The case with the newest of its chronology. */
  page(caseFileId: string): Promise<Answered<CasePage>> {
    return this.api.get(pathOfCase(caseFileId, 'page'), vCasePage);
  }

  /** `leaveOut`: classes that a paper leaves out. */
  journal(
    caseFileId: string,
    cursor?: string,
    leaveOut: readonly FieldClass[] = [],
  ): Promise<Answered<TimelinePage>> {
    return this.api.get(pathOfCase(caseFileId, 'journal'), vTimelinePage, {
      cursor,
      leaveOut: leaveOut.join(),
    });
  }

  /** Says that a paper is printed, before it is. */
  print(caseFileId: string, print: PrintPaper): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'papers'), print, null);
  }

  addNote(caseFileId: string, note: string, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.post(pathOfCase(caseFileId, 'notes'), { note }, vActDone, sending);
  }

  recordFacts(caseFileId: string, facts: RecordFacts, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.post(pathOfCase(caseFileId, 'facts'), facts, vActDone, sending);
  }

  engage(caseFileId: string, protocol: string, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.post(pathOfCase(caseFileId, 'runs'), { protocol }, vActDone, sending);
  }

  changeChild(caseFileId: string, change: ChangeChild, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.put(pathOfCase(caseFileId, 'child'), change, vActDone, sending);
  }

  addPerson(caseFileId: string, person: PersonInput, sending: Sending): Promise<Answered<Person>> {
    return this.api.post(pathOfCase(caseFileId, 'people'), person, vPerson, sending);
  }

  changePerson(
    caseFileId: string,
    personId: string,
    person: PersonInput,
    sending: Sending,
  ): Promise<Answered<Person>> {
    return this.api.put(
      `${pathOfCase(caseFileId, 'people')}/${encodeURIComponent(personId)}`,
      person,
      vPerson,
      sending,
    );
  }

  /** Accounts of the reader's teams. */
  team(): Promise<Answered<{ readonly items: readonly TeamMate[] }>> {
    return this.api.get('/team', vTeam);
  }
}
