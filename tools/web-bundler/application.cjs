const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createBuilder } = require('@angular-devkit/architect');
const { buildApplication } = require('@angular/build');
const { fewerFiles } = require('./fewer-files.cjs');
const { namedOnly } = require('./named-only.cjs');
const { packFiles } = require('./packed-files.cjs');
const { writePreloads } = require('./page-preloads.cjs');

/**
 * Angular's builder of applications, with one plugin of esbuild, in fewer files. What is optimised is packed as well, and says which
 * files the pages of `preloads.json` take.
 */
module.exports.default = createBuilder(async function* (options, context) {
  fewerFiles();
  const root = context.workspaceRoot;
  for await (const result of buildApplication(options, context, { codePlugins: [namedOnly(root)] })) {
    if (result.success && options.optimization !== false) {
      const folder = join(root, options.outputPath, 'browser');
      const rules = join(root, options.tsConfig, '../preloads.json');
      if (existsSync(rules)) writePreloads(folder, JSON.parse(readFileSync(rules, 'utf8')));
      await packFiles(folder);
    }
    yield result;
  }
});
