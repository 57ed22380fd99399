import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from './chromium';
import { providerEnvironment } from './provider-environment';

// One real server for all journeys, in a data folder of its own; its port is one that a developer's server does not use.
const port = process.env['REPERE_JOURNEYS_PORT'] ?? '4399';
const data = (process.env['REPERE_JOURNEYS_DATA'] ??= mkdtempSync(join(tmpdir(), 'repere-journeys-')));
const report = process.env['REPERE_JOURNEYS_REPORT'];

export default defineConfig({
  testDir: './journeys',
  outputDir: '../../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A machine with much else to do; what needed it is listed as flaky, with its trace.
  retries: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // What can't be pressed or written to fails by its name, however long its journey may take.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    launchOptions: await chromiumLaunch(),
    trace: 'retain-on-failure',
  },
  webServer: {
    // What the server says at its most talkative is looked at as well.
    command: `node ../../tools/run/start.mjs > "${join(data, 'server.log')}" 2>&1`,
    url: `http://localhost:${port}/health/ready`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { PORT: port, REPERE_DATA: data, REPERE_LOG_LEVEL: 'trace', ...providerEnvironment },
  },
});
