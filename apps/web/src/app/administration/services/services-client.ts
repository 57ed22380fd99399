import { Injectable, inject } from '@angular/core';
import type {
  DirectoryService,
  DirectoryServices,
  FindServices,
  ImportPreview,
  ServiceImports,
  ServiceToWrite,
} from '@repere/contract';
import { vImportPreview, vServiceImports } from '@repere/contract/directory/import/service-imports';
import { vDirectoryService, vDirectoryServices } from '@repere/contract/directory/services/services';
import { Api, type Answered, type Sending } from '../../platform/api';

/** The directory of services, for who keeps it. */
@Injectable({ providedIn: 'root' })
export class ServicesClient {
  private readonly api = inject(Api);

  findServices(asked: FindServices): Promise<Answered<DirectoryServices>> {
    return this.api.post('/services/search', asked, vDirectoryServices);
  }

  addService(service: ServiceToWrite, sending: Sending): Promise<Answered<DirectoryService>> {
    return this.api.post('/services', service, vDirectoryService, sending);
  }

  changeService(id: string, service: ServiceToWrite, sending: Sending): Promise<Answered<DirectoryService>> {
    return this.api.put(`/services/${id}`, service, vDirectoryService, sending);
  }

  verify(id: string, sending: Sending): Promise<Answered<DirectoryService>> {
    return this.api.put(`/services/verified/${id}`, undefined, vDirectoryService, sending);
  }

  /** `evenIfAsked`: although somebody waits for its answer. */
  removeService(id: string, evenIfAsked: boolean, sending: Sending): Promise<Answered<void>> {
    return evenIfAsked
      ? this.api.delete(`/services/${id}?although=asked`, null, sending)
      : this.api.delete(`/services/${id}`, null, sending);
  }

  addMember(id: string, accountId: string, sending: Sending): Promise<Answered<DirectoryService>> {
    return this.api.put(`/services/${id}/members/${accountId}`, undefined, vDirectoryService, sending);
  }

  removeMember(id: string, accountId: string, sending: Sending): Promise<Answered<DirectoryService>> {
    return this.api.delete(`/services/${id}/members/${accountId}`, vDirectoryService, sending);
  }

  imports(): Promise<Answered<ServiceImports>> {
    return this.api.get('/service-imports', vServiceImports);
  }

  preview(table: string): Promise<Answered<ImportPreview>> {
    return this.api.post('/service-imports/preview', { table }, vImportPreview);
  }

  importTable(table: string, sending: Sending): Promise<Answered<ServiceImports>> {
    return this.api.post('/service-imports', { table }, vServiceImports, sending);
  }

  /** `evenIfAsked`: although somebody waits for one of its services. */
  undo(id: string, evenIfAsked: boolean, sending: Sending): Promise<Answered<ServiceImports>> {
    return evenIfAsked
      ? this.api.delete(`/service-imports/${id}?although=asked`, vServiceImports, sending)
      : this.api.delete(`/service-imports/${id}`, vServiceImports, sending);
  }
}
