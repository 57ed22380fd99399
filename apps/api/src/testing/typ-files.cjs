// Node: a template is its text, as webpack bundles it.
const { readFileSync } = require('node:fs');
const { process: bundled } = require('./text-file.cjs');

require.extensions['.typ'] = (module, path) =>
  module._compile(bundled(readFileSync(path, 'utf8')).code, path);
