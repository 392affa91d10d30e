// Who may import whom (ARCHITECTURE.md). Each project carries one `layer:*` tag in its package.json.
// The rule needs Nx's project graph and skips itself silently without one: run it only through `nx lint @skein/tooling`.

const temporal = ['@temporalio/workflow', '@temporalio/common'];
const ourLayers = ['core', 'contract', 'workflows', 'persistence', 'node-access', 'lab', 'testkit', 'client', 'front', 'app', 'local', 'tooling', 'e2e'];

/** @type {Record<string, { layers: string[], specs?: string[], external?: { allowedExternalImports?: string[], bannedExternalImports?: string[] }, specExternal?: object }>} */
const mayImport = {
  core: { layers: [], external: { bannedExternalImports: ['*'] }, specExternal: { allowedExternalImports: ['vitest', 'fast-check'] } },
  contract: { layers: ['core'], external: { allowedExternalImports: temporal }, specExternal: { allowedExternalImports: [...temporal, 'vitest', 'fast-check'] } },
  workflows: { layers: ['core', 'contract'], external: { allowedExternalImports: temporal }, specExternal: { allowedExternalImports: [...temporal, 'vitest', 'fast-check'] } },
  persistence: { layers: ['core'], specs: ['testkit'] },
  'node-access': { layers: ['core'], specs: ['testkit'] },
  lab: { layers: [] },
  client: { layers: [] },
  // What people hold in their hands talks to the api only; of core it may use what is true everywhere.
  front: { layers: ['client', 'core'] },
  testkit: { layers: ['core', 'contract'] },
  app: { layers: ['core', 'contract', 'workflows', 'persistence', 'node-access'], specs: ['testkit'] },
  local: { layers: ['lab', 'persistence', 'node-access', 'testkit', 'contract'] },
  tooling: { layers: ['core', 'contract', 'workflows', 'persistence', 'testkit'] },
  e2e: { layers: ourLayers.filter((layer) => layer !== 'e2e') },
};

/** Options of `@nx/enforce-module-boundaries`, for sources or for specs. */
export const layerRules = (forSpecs) => ({
  enforceBuildableLibDependency: false,
  allow: [],
  checkDynamicDependenciesExceptions: [],
  // A package that only another package brought along disappears with the next update of that package.
  banTransitiveDependencies: true,
  depConstraints: Object.entries(mayImport).map(([layer, { layers, specs = [], external = {}, specExternal = external }]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: [...layers, ...(forSpecs ? specs : [])].map((name) => `layer:${name}`),
    ...(forSpecs ? specExternal : external),
  })),
});
