import { randomUUID } from 'node:crypto';
import type { ErasureGround } from '@repere/privacy';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { CasePrivacyDto } from '../case-privacy/case-privacy.dto';
import type { ErasureDto } from '../erasure/erasures.dto';

/** Speaks of privacy as the pages do. */
export class PrivacyClient {
  constructor(readonly http: TestClient) {}

  post<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.http.post<T>(path, body, { 'Idempotency-Key': randomUUID() });
  }

  async ofCase(id: string): Promise<CasePrivacyDto> {
    const { status, body } = await this.http.get<CasePrivacyDto>(`/case-files/${id}/privacy`);
    if (status !== 200) throw new Error(`reading gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  proposeErasure<T = ErasureDto>(
    id: string,
    ground: ErasureGround = 'opened-in-error',
    basis = 'Ouvert deux fois',
  ): Promise<Answer<T>> {
    return this.post<T>(`/case-files/${id}/erasure`, { ground, basis });
  }

  /** Proposes; throws when refused. */
  async proposed(id: string): Promise<ErasureDto> {
    const { status, body } = await this.proposeErasure(id);
    if (status !== 201) throw new Error(`proposing gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  approveErasure<T = ErasureDto>({ id, hash }: Pick<ErasureDto, 'id' | 'hash'>): Promise<Answer<T>> {
    return this.post<T>(`/erasures/${id}/approve`, { hash });
  }

  hold(id: string, reason = 'Une procédure est en cours'): Promise<Answer<{ id: string }>> {
    return this.post(`/case-files/${id}/holds`, { reason });
  }
}

/** Codes of the reasons of a refusal. */
export const codesOf = (body: unknown): readonly string[] =>
  ((body as { reasons?: readonly { code: string }[] }).reasons ?? []).map(({ code }) => code);
