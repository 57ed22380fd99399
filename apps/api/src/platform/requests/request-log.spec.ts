import { Writable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { requestLog } from './request-log';

describe('the log of requests', () => {
  it('has one line a request, with neither session, account, address nor query', async () => {
    const lines: string[] = [];
    const into = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    const { pinoHttp: options } = requestLog('info');
    if (!options || Array.isArray(options) || 'write' in options) throw new Error('no options');
    const app = express();
    app.use(pinoHttp(options, into), (_request, response) =>
      response.cookie('__Host-repere', 'next-token').status(404).end(),
    );
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/api/sessions?token=asked`, {
      headers: {
        Cookie: '__Host-repere=the-token',
        'X-Repere-Account': 'the-account',
        'User-Agent': 'the-browser',
        Authorization: 'the-key',
      },
    });
    await new Promise((done) => server.close(done));
    expect(lines).toHaveLength(1);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({
      req: { method: 'GET', path: '/api/sessions' },
      res: { statusCode: 404 },
    });
    expect(line).not.toMatch(/token|the-account|the-browser|the-key|127\.0\.0\.1|asked/);
  });
});
