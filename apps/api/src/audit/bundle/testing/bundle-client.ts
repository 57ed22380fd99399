import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { type BundleReport, checkBundle, type SignerKeys, type VerifyOptions } from '@repere/audit';
import { JobWorker } from '../../../platform/jobs/job-worker';
import { Spaces } from '../../../platform/spaces/spaces';
import type { Answer, Download, TestClient } from '../../../testing/accounts/test-client';
import type { TestService } from '../../../testing/test-service';
import type { BundleDto, BundleRequestDto } from '../ordering/bundles.dto';

export const ALL: BundleRequestDto = { reason: 'Audience du 3 mars', leaveOut: { classes: [], fields: [] } };

/** Orders bundles as the page does, has them made, and takes them. */
export class BundleClient {
  constructor(
    private readonly service: TestService,
    readonly http: TestClient,
  ) {}

  order<T = BundleDto>(caseFileId: string, request: BundleRequestDto = ALL): Promise<Answer<T>> {
    return this.http.post<T>(`/case-files/${caseFileId}/bundles`, request, {
      'Idempotency-Key': randomUUID(),
    });
  }

  readBundle(caseFileId: string, id: string): Promise<Answer<BundleDto>> {
    return this.http.get<BundleDto>(`/case-files/${caseFileId}/bundles/${id}`);
  }

  downloadBundle(caseFileId: string, id: string): Promise<Download> {
    return this.http.download(`/case-files/${caseFileId}/bundles/${id}/download`);
  }

  /** The ZIP, ordered, made and downloaded; throws when it is not ready in the end. */
  async made(caseFileId: string, request: BundleRequestDto = ALL): Promise<Buffer> {
    return (await this.taken(caseFileId, request)).content;
  }

  /** The same, as it is handed out. */
  async taken(caseFileId: string, request: BundleRequestDto = ALL): Promise<Download> {
    const { status, body } = await this.order(caseFileId, request);
    if (status !== 202) throw new Error(`ordering gave ${String(status)}: ${JSON.stringify(body)}`);
    for (;;) {
      await workOff(this.service);
      const taken = await this.downloadBundle(caseFileId, body.id);
      if (taken.status === 200) return taken;
      if (!(await this.isPutOff(body.id))) throw new Error(`taking gave ${String(taken.status)}`);
    }
  }

  /** Where the signer is late, on a busy machine, making fails and is tried again in some seconds: then now. */
  private async isPutOff(id: string): Promise<boolean> {
    const waiting = await this.service.query(
      `UPDATE job SET run_at = now() WHERE subject = $1 AND state = 'waiting' AND attempts > 0 RETURNING 1`,
      [id],
    );
    return waiting.length > 0;
  }
}

/** Does what jobs are waiting. */
export async function workOff(service: TestService): Promise<void> {
  const space = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  await service.app.get(JobWorker).workOff(space);
}

/** As `repere verify` would, for an auditor who was given the service's key unless said otherwise. */
export const verified = (
  zip: Uint8Array,
  pinned: VerifyOptions['pinned'] = { key: keyOf(zip) },
): BundleReport => checkBundle(zip, { sha256, verifySignature, pinned });

/** The service's key: in a test nobody else has made the bundle. */
function keyOf(zip: Uint8Array): string {
  const { keys } = JSON.parse(strFromU8(unzipSync(zip)['proof/keys.json'] ?? new Uint8Array())) as SignerKeys;
  return keys.at(-1)?.key ?? '';
}

/** How each check ended. */
export const outcomes = (report: BundleReport): Readonly<Record<string, string>> =>
  Object.fromEntries(report.checks.map(({ check, outcome }) => [check, outcome]));

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

const ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const verifySignature: VerifyOptions['verifySignature'] = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([ED25519, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );
