import { Injectable, inject } from '@angular/core';
import type { OnCallContactToWrite, OnCallDirectory } from '@repere/contract';
import type { OnCallKind } from '@repere/protocol';
import { vOnCallDirectory } from '@repere/contract/directory/on-call/on-call';
import { Api, type Answered, type Sending } from '../../platform/api';

/** On-call contacts by territory, for who keeps them. */
@Injectable({ providedIn: 'root' })
export class OnCallContactsClient {
  private readonly api = inject(Api);

  listContacts(): Promise<Answered<OnCallDirectory>> {
    return this.api.get('/on-call-contacts', vOnCallDirectory);
  }

  addContact(
    where: { readonly territory: string; readonly kind: OnCallKind },
    contact: OnCallContactToWrite,
    sending: Sending,
  ): Promise<Answered<OnCallDirectory>> {
    return this.api.post('/on-call-contacts', { ...contact, ...where }, vOnCallDirectory, sending);
  }

  changeContact(
    id: string,
    contact: OnCallContactToWrite,
    sending: Sending,
  ): Promise<Answered<OnCallDirectory>> {
    return this.api.put(`/on-call-contacts/${id}`, contact, vOnCallDirectory, sending);
  }

  verify(id: string, sending: Sending): Promise<Answered<OnCallDirectory>> {
    return this.api.put(`/on-call-contacts/verified/${id}`, undefined, vOnCallDirectory, sending);
  }

  removeContact(id: string, sending: Sending): Promise<Answered<OnCallDirectory>> {
    return this.api.delete(`/on-call-contacts/${id}`, vOnCallDirectory, sending);
  }
}
