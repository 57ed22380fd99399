import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type {
  LetterDto,
  LetterMadeDto,
  LetterProposalDto,
  LettersDto,
  SendLetterDto,
  WriteLetterDto,
} from '../letters.dto';

/** Speaks of the letters of one case as the pages do. */
export class LetterClient {
  constructor(
    readonly http: TestClient,
    readonly caseFileId: string,
  ) {}

  async listLetters(): Promise<LettersDto> {
    return (await this.http.get<LettersDto>(this.at())).body;
  }

  async proposeLetter(template: string): Promise<LetterProposalDto> {
    const { status, body } = await this.http.get<LetterProposalDto>(this.at(`/proposals/${template}`));
    if (status !== 200) throw new Error(`proposing gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  /** As it is proposed, with words where a part needs them. */
  async writeLetter<T = LetterMadeDto>(
    template: string,
    change: Partial<WriteLetterDto> = {},
  ): Promise<Answer<T>> {
    const proposal = await this.proposeLetter(template);
    const letter: WriteLetterDto = {
      template,
      recipient: proposal.recipient || 'Toi',
      parts: proposal.parts.map(({ id, text }) => ({ id, text: text || 'Rien n’est su.' })),
      chosen: [],
      ...change,
    };
    return this.post<T>('', letter);
  }

  /** Writes; throws when refused. */
  async written(template: string, change: Partial<WriteLetterDto> = {}): Promise<string> {
    const { status, body } = await this.writeLetter(template, change);
    if (status !== 201) throw new Error(`writing gave ${String(status)}: ${JSON.stringify(body)}`);
    return body.id;
  }

  async readLetter(id: string): Promise<LetterDto> {
    return (await this.http.get<LetterDto>(this.at(`/${id}`))).body;
  }

  download(id: string) {
    return this.http.download(this.at(`/${id}/pdf`));
  }

  sendLetter(id: string, change: Partial<SendLetterDto> = {}): Promise<Answer<ProblemDto>> {
    const sent: SendLetterDto = {
      how: 'e-mail',
      sentAt: new Date().toISOString(),
      toWhom: 'Le greffe',
      secondSignature: 'Sacha Nord',
      basis: {
        why: 'Pour la protéger',
        child: { told: 'yes' },
        parents: { told: 'no', why: 'Impliqués' },
      },
      ...change,
    };
    return this.post(`/${id}/sending`, sent);
  }

  /** One that is the child's own: handed to them unless said. */
  sendOwn(id: string, change: Partial<SendLetterDto> = {}): Promise<Answer<ProblemDto>> {
    const own = { how: 'hand', toWhom: undefined, receivedBy: 'child', basis: undefined } as const;
    return this.sendLetter(id, { ...own, secondSignature: undefined, ...change } as Partial<SendLetterDto>);
  }

  private post<T = ProblemDto>(path: string, body: unknown): Promise<Answer<T>> {
    return this.http.post<T>(this.at(path), body, { 'Idempotency-Key': randomUUID() });
  }

  private at(path = ''): string {
    return `/case-files/${this.caseFileId}/letters${path}`;
  }
}
