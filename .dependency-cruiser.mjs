/** The rules of docs/architecture.md, as CI sees them. Imports go only downward. */
const MODULES = [
  'identity',
  'parties',
  'catalog',
  'units',
  'intake',
  'instruments',
  'sampling',
  'filming',
  'inspection',
  'reports',
  'certificates',
  'packaging',
  'labelling',
  'repacking',
  'diversions',
  'nonconformity',
  'shipping',
  'verification',
  'live',
  'deadlines',
  'statistics',
  'exchange',
  'console',
];
const SPEC = '\\.spec\\.ts$';

/** A module imports earlier modules only. */
const moduleOrder = MODULES.map((name, i) => ({
  name: `module-order-${name}`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${MODULES.slice(i + 1).join('|') || '$'})/` },
}));

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-is-the-ground',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: SPEC },
      to: {
        path: '^(src|node_modules)/',
        pathNot: ['^src/kernel/', '^node_modules/big\\.js/', '^node_modules/@types/'],
      },
    },
    {
      name: 'tlog-imports-nothing',
      severity: 'error',
      from: { path: '^src/tlog/', pathNot: SPEC },
      to: { pathNot: '^src/tlog/' },
    },
    {
      name: 'platform-imports-kernel-only',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: SPEC },
      to: { path: '^src/(tlog|ledger|modules|app)/' },
    },
    {
      name: 'ledger-is-below-modules',
      severity: 'error',
      from: { path: '^src/ledger/', pathNot: SPEC },
      to: { path: '^src/(modules|app)/' },
    },
    {
      name: 'modules-are-below-app',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/app/' },
    },
    ...moduleOrder,
    {
      name: 'front-doors-only',
      comment: 'Another module is entered through its index.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'the-ledger-has-a-front-door',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/ledger/', pathNot: '^src/ledger/index\\.ts$' },
    },
    {
      name: 'no-own-index',
      comment: 'A module never imports its own index.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/$1/index\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: '(^node_modules/(@nestjs|typeorm|pg|better-sqlite3)/|^src/platform/(database|http|blobs|config)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-touch-no-machine',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
