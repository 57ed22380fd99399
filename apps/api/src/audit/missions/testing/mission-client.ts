import { randomUUID } from 'node:crypto';
import type { Answer, TestClient } from '../../../testing/accounts/test-client';
import type { FindingDto, MissionDto } from '../mission.dto';
import type { ExaminationDto, FindingInputDto, MissionPlanDto } from '../planning/mission-plan.dto';

/** Speaks of missions as the pages do. */
export class MissionClient {
  constructor(readonly http: TestClient) {}

  planMission<T = MissionDto>(plan: MissionPlanDto): Promise<Answer<T>> {
    return this.http.post<T>('/missions', plan, { 'Idempotency-Key': randomUUID() });
  }

  async readMission(id: string): Promise<MissionDto> {
    const { status, body } = await this.http.get<MissionDto>(`/missions/${id}`);
    if (status !== 200) throw new Error(`reading gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  }

  openMission<T = MissionDto>(id: string, revision: number, seed?: string): Promise<Answer<T>> {
    return this.post<T>(`/missions/${id}/open`, seed === undefined ? {} : { seed }, revision);
  }

  closeMission<T = MissionDto>(id: string, revision: number): Promise<Answer<T>> {
    return this.post<T>(`/missions/${id}/close`, undefined, revision);
  }

  examine<T>(id: string, caseFileId: string, examination: ExaminationDto, seen: number): Promise<Answer<T>> {
    return this.putChange<T>(`/missions/${id}/cases/${caseFileId}/examination`, examination, seen);
  }

  raise<T = FindingDto>(id: string, finding: FindingInputDto): Promise<Answer<T>> {
    return this.http.post<T>(`/missions/${id}/findings`, finding, { 'Idempotency-Key': randomUUID() });
  }

  answerFinding<T = FindingDto>(id: string, text: string, seen: number): Promise<Answer<T>> {
    return this.putChange<T>(`/findings/${id}/answer`, { text }, seen);
  }

  closeFinding<T = FindingDto>(
    id: string,
    closing: { outcome: string; note: string },
    seen: number,
  ): Promise<Answer<T>> {
    return this.post<T>(`/findings/${id}/close`, closing, seen);
  }

  private post<T>(path: string, body: unknown, seen: number): Promise<Answer<T>> {
    return this.http.post<T>(path, body, keysOf(seen));
  }

  private putChange<T>(path: string, body: unknown, seen: number): Promise<Answer<T>> {
    return this.http.put<T>(path, body, keysOf(seen));
  }
}

const keysOf = (seen: number) => ({ 'Idempotency-Key': randomUUID(), 'If-Match': `"${String(seen)}"` });
