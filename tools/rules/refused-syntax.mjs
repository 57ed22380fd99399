// What lint refuses, and in which words it says so: eslint.config.mjs says where.

const clocks = (message) =>
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "MemberExpression[object.name='Temporal'][property.name='Now']",
  ].map((selector) => ({ selector, message }));
export const clockAndChance = [
  ...clocks('Pure libraries have no clock: take the time as an argument.'),
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pure libraries have no chance: take ids as an argument.',
  },
];
/** Whoever reads a clock says which. */
export const ONE_OF_TWO_CLOCKS = clocks(
  'Say which clock: unit.now(), or machineNow() of platform/clocks.ts; on a page SpaceTime, or machineNow() of @repere/ui.',
);

/** A table whose keys are any text has gaps that nobody sees. */
export const CLOSED_TABLES = [
  'Program > VariableDeclaration',
  'Program > ExportNamedDeclaration > VariableDeclaration',
].map((of) => ({
  selector: `${of} > VariableDeclarator[init.type='ObjectExpression'] > Identifier TSTypeReference[typeName.name='Record'][typeArguments.params.0.type='TSStringKeyword']`,
  message:
    'A table names its keys: a Record over their union, `as const satisfies`, or a Map where they come from outside.',
}));

/** Where clocks are named, and where nobody waits for them. */
export const CLOCKS_APART = [
  ...['apps/api/src/platform/clocks.ts', 'libs/ui/src/time/machine-clock.ts'],
  ...['**/*.spec.ts', '**/testing/**', '**/demo/**', '**/development/**'],
];

const UNIT_OF_WORK_ONLY = 'Only the unit of work hands out an entity manager.';
const SQL_IN_QUERIES = 'A repository names columns that the compiler knows; what stays SQL is a *.query.ts.';
/** Whoever runs a text, and a text that only SQL has: whole, or a part that others put together. */
const STATEMENT = String.raw`\bSELECT\s|\bINSERT INTO\s|\bDELETE FROM\s|\bUPDATE \w+ SET\s`;
const PART = String.raw`\bIS (NOT )?NULL\b|::(timestamptz|uuid|text|int)\b`;
export const SQL_ELSEWHERE = [
  "CallExpression[callee.property.name='query']",
  `Literal[value=/${STATEMENT}/]`,
  `TemplateElement[value.raw=/${STATEMENT}|${PART}/]`,
  'ImportDeclaration[source.value=/platform.data.statement$/]',
].map((selector) => ({ selector, message: SQL_IN_QUERIES }));
/** Entities and their managers come from our own rooms. */
export const database = {
  paths: [
    { name: '@nestjs/typeorm', allowImportNames: ['InjectRepository'], message: UNIT_OF_WORK_ONLY },
    {
      name: 'typeorm',
      importNames: ['InjectRepository', 'InjectDataSource', 'getRepository', 'getManager'],
      message: UNIT_OF_WORK_ONLY,
    },
    {
      name: 'typeorm',
      importNames: [
        ...['Entity', 'Column', 'PrimaryColumn', 'PrimaryGeneratedColumn', 'Generated'],
        ...['CreateDateColumn', 'UpdateDateColumn', 'DeleteDateColumn', 'VersionColumn'],
        ...['OneToOne', 'OneToMany', 'ManyToOne', 'ManyToMany', 'JoinColumn', 'JoinTable'],
      ],
      message: 'Columns say what they tell: platform/data/columns. Entities hold ids, no relations.',
    },
  ],
};

/** A route has one description, which names all that somebody must know of it. */
export const bareRoutes = [
  {
    name: '@nestjs/common',
    importNames: [
      ...['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options', 'Search', 'Sse'],
      ...['RequestMapping', 'HttpCode', 'Redirect'],
    ],
    message: 'Describe the route with @Route: act, right, record, answers and refusals stand together.',
  },
  {
    name: '@nestjs/swagger',
    allowImportNames: [
      ...['ApiTags', 'ApiExtraModels', 'ApiProperty', 'ApiPropertyOptional', 'ApiPropertyOptions'],
      ...[
        'ApiQueryOptions',
        'DocumentBuilder',
        'IntersectionType',
        'OmitType',
        'OpenAPIObject',
        'PartialType',
        'PickType',
        'SwaggerModule',
      ],
      'getSchemaPath',
    ],
    message: 'Describe the route with @Route: the description of the interface is made from it.',
  },
];

/** Words that find nothing in a search: a method says what it does to what (`showBoard`, `listTeams`, `runJob`). */
export const BARE_WORDS = [
  ...'about act add all answer approve ask asked begin change choose close end enter fill find'.split(' '),
  ...'finish get give go hear keep leave list load make move of one open pick plan press'.split(' '),
  ...'propose put read record refuse remove run said save say send set settle show shown take'.split(' '),
  ...'tell told write'.split(' '),
];
