const { createBuilder } = require('@angular-devkit/architect');
const { buildApplication } = require('@angular/build');
const { namedOnly } = require('./named-only.cjs');

/** Angular's builder of applications, with one plugin of esbuild. */
module.exports.default = createBuilder((options, context) =>
  buildApplication(options, context, { codePlugins: [namedOnly(context.workspaceRoot)] }),
);
