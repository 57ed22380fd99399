import type { NextFunction, Request, Response } from 'express';

/** How many answers this process gave, by status, since it began: whatever was answered, a route or none. */
export class AnswerCounts {
  private readonly byStatus = new Map<number, number>();

  /** Counts each answer when it has left, or broken off. */
  readonly count = (_request: Request, response: Response, next: NextFunction): void => {
    response.once('close', () =>
      this.byStatus.set(response.statusCode, (this.byStatus.get(response.statusCode) ?? 0) + 1),
    );
    next();
  };

  /** In the text format of Prometheus, 0.0.4. `503` stands there from the beginning: a counter that is absent warns nobody. */
  print(): string {
    const counts = [...new Map([[503, 0], ...this.byStatus])].sort(([a], [b]) => a - b);
    return [
      '# HELP repere_http_answers_total Answers by status code.',
      '# TYPE repere_http_answers_total counter',
      ...counts.map(([status, n]) => `repere_http_answers_total{code="${String(status)}"} ${String(n)}`),
      '',
    ].join('\n');
  }
}
